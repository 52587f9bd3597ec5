extension Limits {
  /// One limit as data.
  package struct Member: Sendable {
    /// As people and workers write it: `zip_entries`.
    package let name: String
    package let unit: Unit
    /// The default.
    package let standard: Int
    /// What it may be set to.
    package let range: ClosedRange<Int>
    /// Why the default is what it is, one sentence without a final stop.
    package let reason: String
    package let keyPath: any WritableKeyPath<Limits, Int> & Sendable

    init(
      _ name: String, _ unit: Unit, _ standard: Int, in range: ClosedRange<Int>,
      _ keyPath: any WritableKeyPath<Limits, Int> & Sendable, _ reason: String
    ) {
      self.name = name
      self.unit = unit
      self.standard = standard
      self.range = range
      self.reason = reason
      self.keyPath = keyPath
    }
  }

  /// What a limit counts.
  package enum Unit: String, Sendable {
    case bytes, entries, times, levels, attributes, lines, columns, cells, pages, drawings, seconds,
      tags, parts, members

    /// The number that `text` is: digits, for bytes also with the suffix K, M or G (1024 and its powers); nil otherwise.
    package func value(_ text: some StringProtocol) -> Int? {
      let utf8 = Array(text.utf8)
      let suffixes: [UInt8] = self == .bytes ? Array("KMG".utf8) : []
      let shift = utf8.last.flatMap(suffixes.firstIndex).map { ($0 + 1) * 10 }
      let digits = utf8.dropLast(shift == nil ? 0 : 1)
      guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(String(decoding: digits, as: UTF8.self))
      else { return nil }
      let (product, overflow) = number.multipliedReportingOverflow(by: 1 << (shift ?? 0))
      return overflow ? nil : product
    }
  }
}
