/// What reading an archive may cost.
package struct ZipLimits: Hashable, Sendable {
  package var entries: Int
  /// Bytes of one entry, inflated.
  package var entryBytes: Int
  /// Bytes of all entries read, inflated.
  package var archiveBytes: Int
  /// Inflated to packed bytes of an entry, looked at once it is over ``ratioFloor``.
  package var ratio: Int
  /// Inflated bytes below which no ratio is suspicious: XML of nothing but empty cells packs very well.
  package var ratioFloor: Int

  package init(
    entries: Int, entryBytes: Int, archiveBytes: Int, ratio: Int, ratioFloor: Int = 64 << 20
  ) {
    self.entries = entries
    self.entryBytes = entryBytes
    self.archiveBytes = archiveBytes
    self.ratio = ratio
    self.ratioFloor = ratioFloor
  }
}
