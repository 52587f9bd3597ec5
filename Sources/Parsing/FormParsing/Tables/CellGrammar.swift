import Diagnostics
internal import DocumentModel
import NationalForm
import ReportRecords
internal import TextScanning

/// Reads the characters of one cell from left to right: sign, number, unit, annotation.
struct CellGrammar {
  private var rest: ArraySlice<Unicode.Scalar>

  init(_ characters: [Unicode.Scalar]) {
    rest = characters[...]
  }

  /// Reads the whole cell; `printed` is for messages.
  mutating func read(
    as kind: FormColumn.Kind, units: CellUnits, printed: String
  ) -> CellValue {
    if Self.zeros.contains(where: { $0.isWhole(rest) }) {
      return CellValue(state: .value, value: ExactDecimal(0))
    }
    if hasLetterForDigit {
      return .problem(
        .unreadable, .cellLetterForDigit, "a letter stands for a digit in \(quoted(printed))")
    }
    guard rest.contains(where: Self.isDigit) else {
      return .problem(.text, .cellText, "words in place of a number: \(quoted(printed))")
    }
    let unreadable = CellValue.problem(
      .unreadable, .cellUnreadable, "not one number of the expected kind: \(quoted(printed))")
    var hasYuanSign = false
    if kind == .amount {
      skip(["人民币", "rmb", "RMB"])
      hasYuanSign = skip(["¥"])
    }
    let hasSign = rest.first.map { !Self.isDigit($0) } ?? false
    guard var isNegative = sign(for: kind), let number = number() else { return unreadable }
    skipBlank()
    var hasAnnotation = noteMark()
    if kind == .change, skip(["↑"]) { guard !isNegative else { return unreadable } }
    if kind == .change, skip(["↓"]) { isNegative = true }
    var unit: MoneyUnit?
    switch kind {
    case .amount:
      unit = MoneyUnit.all.first { skip([$0.name, "(\($0.name))"]) }
    case .count, .change:
      guard number.integer != nil else { return unreadable }
      skip(Self.counters)
    }
    let isCorrected = holdsCorrection
    if kind == .change, speaksOfDirection {
      guard let direction = direction(), !(hasSign && direction != isNegative) else {
        return unreadable
      }
      isNegative = direction
    }
    if noteMark() { hasAnnotation = true }
    if annotation() { hasAnnotation = true }
    guard !isCorrected else { return unreadable }
    guard rest.isEmpty, !(isNegative && kind != .change) else { return unreadable }
    guard let value = isNegative ? ExactDecimal(0) - number : number else { return unreadable }
    var result = CellValue(state: .value, value: value, unit: unit?.name)
    if hasAnnotation {
      result.remarks.append(
        .init(code: .cellAnnotated, message: "a number with a note: \(quoted(printed))"))
    }
    guard kind == .amount else { return result }
    if hasYuanSign, unit == nil, let other = units.header ?? units.ofForm, other.exponent != 0 {
      return .problem(
        .unreadable, .amountUnitConflict,
        "the sign of \(quoted(printed)) says 元, its column \(other.name)")
    }
    if let unit, let header = units.header, unit.exponent != header.exponent,
      value != ExactDecimal(0)
    {
      result.remarks.append(
        .init(
          code: .amountUnitConflict,
          message: "\(quoted(printed)) says \(unit.name), its column \(header.name)"))
    }
    return inYuan(result, unit: unit, units: units, printed: printed) ?? unreadable
  }

  /// Whether a figure may begin with `scalar`, as folded: tells nearly all words apart at their first character.
  static func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "+", "-", "—", "–", "―", "─", "/", "\\", "~", "_", "增", "新", "减", "↑", "↓", "零",
      "〇",
      "○", "无", "空", "暂", "没", "持", "不", "未", "n", "N", "O", "o", "l", "I", "О", "о", "人", "¥", ",",
      ".", "\u{FFFC}", "\u{FFFD}", "□":
      true
    default: false
    }
  }

  /// As ``CellValue/looksLikeFigure(_:)`` says, dashes apart.
  mutating func looksLikeFigure() -> Bool {
    if rest.count <= 6, hasLetterForDigit { return true }
    if let first = rest.first, !Self.isDigit(first) {
      if Self.zeros.contains(where: { $0.isWhole(rest) })
        || Self.nothings.contains(where: { $0.isWhole(rest) })
      {
        return true
      }
      skip(["人民币", "¥"])
    }
    if let first = rest.first, !Self.isDigit(first) {
      guard skip(Self.increases) || skip(Self.decreases) else { return false }
    }
    skipBlank()
    guard let first = rest.first, Self.isDigit(first) else { return false }
    // `1.属于国家秘密` and `3、其他` are numbered labels; `1,036` and `1.5` are not.
    rest = rest.drop { Self.isDigit($0) || $0 == "," || $0 == " " }
    if rest.first == "." {
      rest.removeFirst()
      guard let next = rest.first, Self.isDigit(next) else { return rest.isEmpty }
      rest = rest.drop { Self.isDigit($0) || $0 == "," || $0 == " " || $0 == "." }
    }
    skipBlank()
    guard let next = rest.first else { return true }
    if "(*+-/—↑↓[注".unicodeScalars.contains(next) || Self.isNoteMark(next) { return true }
    return MoneyUnit.all.contains { skip([$0.name]) } || skip(Self.counters)
  }

  // MARK: Parts

  /// Whether the number is negative; nil where there is a sign that the kind of column forbids.
  private mutating func sign(for kind: FormColumn.Kind) -> Bool? {
    guard let first = rest.first, !Self.isDigit(first) else { return false }
    guard kind == .change else { return nil }
    let isNegative: Bool
    if skip(Self.increases) {
      isNegative = false
    } else if skip(Self.decreases) {
      isNegative = true
    } else {
      return nil
    }
    skip([":"])
    skipBlank()
    return isNegative
  }

  /// Digits with separators of thousands in their proper places, perhaps a fraction.
  ///
  /// Nil for `007` and `00` too: these may be two cells in one.
  private mutating func number() -> ExactDecimal? {
    var digits = ""
    var groupLength = 0
    var hasSeparator = false
    while let scalar = rest.first {
      if Self.isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
        groupLength += 1
      } else if scalar == "," {
        guard hasSeparator ? groupLength == 3 : (1...3).contains(groupLength) else { return nil }
        hasSeparator = true
        groupLength = 0
      } else {
        break
      }
      rest.removeFirst()
    }
    guard !digits.isEmpty, !hasSeparator || groupLength == 3 else { return nil }
    guard digits.utf8.count == 1 || digits.utf8.first != 0x30 else { return nil }
    if rest.first == "." {
      digits.unicodeScalars.append(".")
      rest.removeFirst()
      while let scalar = rest.first, Self.isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
        rest.removeFirst()
      }
    }
    return ExactDecimal(digits)
  }

  /// Skips the mark of a note, which stands raised behind a number: `¹`, `[²]`, `①`, `注3`.
  private mutating func noteMark() -> Bool {
    let start = rest
    skipBlank()
    let isBracketed = rest.first == "[" || rest.first == "("
    if isBracketed { rest.removeFirst() }
    let hasWord = skip(["注"])
    let marks = rest.prefix { Self.isNoteMark($0) || hasWord && Self.isDigit($0) }
    rest = rest.dropFirst(marks.count)
    let isClosed = !isBracketed || rest.first == "]" || rest.first == ")"
    guard hasWord || !marks.isEmpty, isClosed, marks.count < 4 else {
      rest = start
      return false
    }
    if isBracketed { rest.removeFirst() }
    skipBlank()
    return true
  }

  /// Whether `scalar` is a raised or a circled digit.
  private static func isNoteMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "⁰", "¹", "²", "³", "⁴"..."⁹", "①"..."⑳": true
    default: false
    }
  }

  /// Skips a note after the number: `（其中修订 16 件）`, `*`.
  private mutating func annotation() -> Bool {
    skipBlank()
    if rest.count == 1, rest.first == "*" {
      rest.removeFirst()
      return true
    }
    guard rest.first == "(", rest.last == ")" else { return false }
    rest = []
    return true
  }

  /// Whether what stands behind a number tells which way it goes: `3（减）`, `5 减少`.
  private var speaksOfDirection: Bool {
    rest.contains { "增减加少升降负+-".unicodeScalars.contains($0) }
  }

  /// Skips a word that says no more than the direction and returns whether it goes down; nil for any other words.
  private mutating func direction() -> Bool? {
    let start = rest
    skipBlank()
    let isBracketed = skip(["("])
    let isNegative: Bool? =
      skip(Self.decreases + ["下降", "负"]) ? true : skip(Self.increases + ["上升"]) ? false : nil
    if isBracketed, !skip([")"]) { rest = start }
    skipBlank()
    guard rest.isEmpty else { return nil }
    return isNegative
  }

  /// Whether what is left says that the number before it is wrong: `（应为6）`, `（更正：6）`.
  private var holdsCorrection: Bool {
    let text = Array(rest)
    return Self.corrections.contains { word in
      text.indices.contains { text[$0...].starts(with: word) }
    }
  }

  private func inYuan(
    _ reading: CellValue, unit: MoneyUnit?, units: CellUnits, printed: String
  ) -> CellValue? {
    var result = reading
    guard let value = reading.value else { return nil }
    result.unit = unit?.name ?? units.header?.name
    if unit == nil, units.header == nil, value != ExactDecimal(0) {
      guard let assumed = units.ofForm else {
        return .problem(
          .unreadable, .amountUnitMissing,
          "\(quoted(printed)) names no unit, and its column has none")
      }
      result.remarks.append(
        .init(
          code: .amountUnitAssumed,
          message: "\(quoted(printed)) names no unit: taken as \(assumed.name)"))
    }
    let exponent = (unit ?? units.header ?? units.ofForm)?.exponent ?? 0
    guard let yuan = value.shifted(by: exponent) else { return nil }
    result.value = yuan.rounded(toPlaces: 2)
    if result.value != yuan {
      result.remarks.append(
        .init(code: .amountRounded, message: "\(quoted(printed)) is finer than 分"))
    }
    return result
  }

  // MARK: Characters

  /// Letters that look like digits, in a cell that could otherwise be a number: `1O`, `l0`, `O`.
  private var hasLetterForDigit: Bool {
    var hasLetter = false
    for scalar in rest {
      if Self.lookalikes.contains(scalar) {
        hasLetter = true
      } else if !Self.isDigit(scalar), !",. +-增减".unicodeScalars.contains(scalar) {
        return false
      }
    }
    return hasLetter
  }

  @discardableResult
  private mutating func skip(_ words: [String]) -> Bool {
    for word in words where rest.starts(with: word.unicodeScalars) {
      rest = rest.dropFirst(word.unicodeScalars.count)
      return true
    }
    return false
  }

  private mutating func skipBlank() { rest = rest.drop { $0 == " " } }

  private func quoted(_ text: String) -> String { "`\(text.prefix(40))`" }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let corrections = [
    "应为", "应是", "应该", "更正", "改为", "更改", "改成", "纠正", "修正", "订正", "勘误", "误", "错", "实为", "原为",
  ].map { $0.scalars }
  private static let zeros: [Phrase] = ["零", "〇", "○"]
  private static let nothings: [Phrase] = [
    "无", "空", "暂无", "没有", "持平", "不变", "未发生", "n/a", "N/A",
  ]
  private static let increases = ["+", "增加", "新增", "增", "↑"]
  private static let decreases = ["-", "减少", "减", "↓"]
  private static let counters = [
    "件", "条", "项", "个", "宗", "次", "份", "起", "人", "例", "篇", "部", "家", "户", "笔",
  ]
  private static let lookalikes: Set<Unicode.Scalar> = ["O", "o", "l", "I", "О", "о"]
}
