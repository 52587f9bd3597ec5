internal import DocumentModel

/// What a field or a line looks like, for deciding what is a table.
enum FieldText {
  /// Whether `text` is a figure or stands for one: `619` `+2` `增 18` `106.36万元` `1,036` `/` `—`.
  static func isFigure(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard !bytes.isEmpty, bytes.count <= 48 else { return false }
    var index = 0
    var hasDigit = false
    var dashes = 0
    var others = 0
    while index < bytes.count {
      let (scalar, length) = bytes.scalar(at: index)
      index += length
      switch scalar ?? 0 {
      case 0x30...0x39, 0xFF10...0xFF19: hasDigit = true
      // - / \ － ／ − — –: a sign, or alone the mark of an empty cell
      case 0x2D, 0x2F, 0x5C, 0xFF0D, 0xFF0F, 0x2212, 0x2014, 0x2013: dashes += 1
      // blank + , . % ＋ ， ． ％ 增 减 加 少 万 亿 元 件 条 个 户 次 项 人
      case 0x20, 0x2B, 0x2C, 0x2E, 0x25, 0xFF0B, 0xFF0C, 0xFF0E, 0xFF05, 0x589E, 0x51CF, 0x52A0,
        0x5C11, 0x4E07, 0x4EBF, 0x5143, 0x4EF6, 0x6761, 0x4E2A, 0x6237, 0x6B21, 0x9879, 0x4EBA:
        others += 1
      default: return false
      }
    }
    return hasDigit ? dashes < 2 : others == 0 && (1...2).contains(dashes)
  }

  /// Whether `text` begins like a section: `一、`, `十二、`, `（一）`, `(三)`; not `第二十条第（一）项`.
  static func isHeading(_ text: String) -> Bool {
    var rest = text.unicodeScalars.prefix(8)
    let isBracketed = rest.first == "（" || rest.first == "("
    if isBracketed { rest = rest.dropFirst() }
    if rest.first == " " { rest = rest.dropFirst() }
    let numeral = rest.prefix { numerals.unicodeScalars.contains($0) }
    guard (1...3).contains(numeral.count) else { return false }
    guard let next = rest.dropFirst(numeral.count).first else { return false }
    return (isBracketed ? "）)" : "、．.，,").unicodeScalars.contains(next)
  }

  private static let numerals = "一二三四五六七八九十"

  /// Whether `text` is running text: long, or a sentence of some length.
  ///
  /// No label of the form is.
  static func isProse(_ text: String) -> Bool {
    let bytes = text.utf8.count
    guard bytes > 60, let last = text.unicodeScalars.last else { return false }
    return bytes > 240 || "。；！？;".unicodeScalars.contains(last)
  }

  /// Scalars, counted up to 300.
  static func length(_ text: String) -> Int { text.unicodeScalars.prefix(300).count }
}
