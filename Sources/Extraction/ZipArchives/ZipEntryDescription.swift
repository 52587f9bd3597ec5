/// What the directory of an archive says of one entry.
package struct ZipEntryDescription: Hashable, Sendable {
  /// As it stands there, in whatever encoding.
  package var name: [UInt8]
  /// Bytes, inflated and as they lie in the archive.
  package var size: Int
  package var packedSize: Int
  package var isEncrypted: Bool
}
