internal import DocumentModel
internal import TextScanning

/// The letters, ideographs and digits of a label, as UTF-16 units: what is left when spelling no longer matters.
///
/// Blanks, brackets, quotes and punctuation vanish; full-width, circled and bracketed digits become plain ones; 它
/// becomes 他; traditional characters that occur in the form become simplified.
///
///     "（三） 不予公開"      ->  "三不予公开"
///     "３、危及\"三安全一稳定\""  ->  "3危及三安全一稳定"
struct FoldedLabel: Hashable, Sendable {
  private(set) var units: [UInt16]
  /// FNV-1a of the units.
  private(set) var digest: UInt64

  init(_ units: some Sequence<UInt16>) {
    self.units = Array(units)
    digest = Self.basis
    for unit in self.units { digest = (digest ^ UInt64(unit)) &* Self.prime }
  }

  init(_ text: String) {
    var units: [UInt16] = []
    units.reserveCapacity(text.utf8.count / 2 + 1)
    var digest = Self.basis
    Self.fold(text) { unit in
      units.append(unit)
      digest = (digest ^ UInt64(unit)) &* Self.prime
      return true
    }
    self.units = units
    self.digest = digest
  }

  /// The first two units of `text`, or as many as there are, in one number.
  static func head(of text: String) -> (units: UInt32, count: Int) {
    var head: (units: UInt32, count: Int) = (0, 0)
    fold(text) { unit in
      head = (head.units << 16 | UInt32(unit), head.count + 1)
      return head.count < 2
    }
    return head
  }

  /// Hands on the units of `text` one by one, until `take` wants no more.
  @inline(__always) private static func fold(_ text: String, _ take: (UInt16) -> Bool) {
    let ideographs = FoldingTable.ideographs
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = unsafe bytes.validScalar(at: index)
        index += length
        let value = scalar.value
        let unit: UInt16
        switch value {
        case 0x4E00...0x9FFF: unit = ideographs[Int(value) - 0x4E00]
        case 0x30...0x39, 0x61...0x7A: unit = UInt16(value)
        case 0x41...0x5A: unit = UInt16(value) + 0x20
        case 0xFF10...0xFF19, 0xFF41...0xFF5A: unit = UInt16(value - 0xFEE0)
        case 0xFF21...0xFF3A: unit = UInt16(value - 0xFEE0 + 0x20)
        // ① ⑴ ⒈ and their successors up to 20.
        case 0x2460...0x249B:
          let number = UInt16(value - 0x2460) % 20 + 1
          if number >= 10, !take(0x30 + number / 10) { return }
          unit = 0x30 + number % 10
        // ㈠ to ㈩.
        case 0x3220...0x3229: unit = FoldingTable.numerals[Int(value) - 0x3220]
        case 0x3007, 0x3400...0x4DBF: unit = UInt16(value)
        case 0x10000...: unit = 0xFFFD
        default: continue
        }
        guard take(unit) else { return }
      }
    }
  }

  var isEmpty: Bool { units.isEmpty }

  static func == (left: FoldedLabel, right: FoldedLabel) -> Bool {
    left.digest == right.digest && left.units == right.units
  }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// What follows `prefix`; nil where this does not begin with it or nothing follows.
  func remainder(after prefix: FoldedLabel) -> FoldedLabel? {
    guard units.count > prefix.units.count, units.starts(with: prefix.units) else { return nil }
    return FoldedLabel(units[prefix.units.count...])
  }

  /// The leading number, `1` or `三`, and the rest; nil where there is none or nothing else.
  var numbered: (number: FoldedLabel, body: FoldedLabel)? {
    guard let first = units.first else { return nil }
    let count =
      Self.isDigit(first)
      ? units.prefix(while: Self.isDigit).count
      : units.prefix { FoldingTable.numerals.contains($0) }.count
    guard count > 0, count < units.count, count <= 2 else { return nil }
    return (FoldedLabel(units[..<count]), FoldedLabel(units[count...]))
  }

  /// Whether a number may begin with `unit`.
  static func mayNumber(_ unit: UInt16) -> Bool {
    isDigit(unit) || FoldingTable.numerals.contains(unit)
  }

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
}

/// How single ideographs fold.
private enum FoldingTable {
  /// 一 to 十.
  static let numerals: [UInt16] = Array("一二三四五六七八九十".utf16)

  /// What U+4E00 to U+9FFF fold to, in order.
  static let ideographs: [UInt16] = {
    var table = (0x4E00...0x9FFF).map { UInt16($0) }
    for (from, to) in zip(traditional.utf16, simplified.utf16) where (0x4E00...0x9FFF) ~= from {
      table[Int(from) - 0x4E00] = to
    }
    return table
  }()

  // Aligned character by character. Only words of the form: this is no general conversion.
  private static let traditional =
    "它請數結轉與開辦處區計這種屬國機關製無現沒補後內類務過執詢項舉報訴複復覆議訟維糾審總繼續業構會組織經規範"
    + "發廢許罰強費額萬單採購對員條確認獲據減決應繳納當穩權護於餘動況情對織為當從並級"
  private static let simplified =
    "他请数结转与开办处区计这种属国机关制无现没补后内类务过执询项举报诉复复复议讼维纠审总继续业构会组织经规范"
    + "发废许罚强费额万单采购对员条确认获据减决应缴纳当稳权护于余动况情对织为当从并级"
}
