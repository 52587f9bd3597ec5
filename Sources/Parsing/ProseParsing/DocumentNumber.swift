internal import DocumentModel
internal import TextScanning

/// The number of a document, as it stands in the bracket behind its title.
enum DocumentNumber {
  enum Reading: Equatable {
    /// As printed, without blanks: `国办公开办函〔2019〕60号`, `国务院令第711号`.
    case number(String)
    /// What was a number and has lost characters: `国办公开办函〔202130`.
    case damaged(String)
    /// Something else: 试行, 2019年修订, 以下简称….
    case none
  }

  /// Reads `range`, the inside of a bracket or a part of it.
  ///
  /// - Number: `鲁政办发〔2020〕5号`, `国办发[2019]60号`, `国务院令第711号`, `国令第711号`, `国务院第711号令`.
  /// - None: `试行`, `2019年修订`, `2021—2025年`.
  static func read(_ text: ProseText, _ range: Range<Int>) -> Reading {
    guard range.count <= 60, let end = end(text, range) else {
      return looksDamaged(text, range) ? .damaged(text.string(range)) : .none
    }
    return .number(compact(text.string(range.lowerBound..<end)))
  }

  /// Behind the number that begins `range` and is followed by nothing, or by a mark.
  private static func end(_ text: ProseText, _ range: Range<Int>) -> Int? {
    let end = yearForm(text, range) ?? orderForm(text, range)
    guard let end, end == range.upperBound || !(text[end].isIdeograph || text[end].isDigit) else {
      return nil
    }
    return end
  }

  /// `国办公开办函〔2019〕60号`: letters, a year in brackets of any kind, digits, 号.
  private static func yearForm(_ text: ProseText, _ range: Range<Int>) -> Int? {
    var index = letters(text, range)
    guard index > range.lowerBound, isOpening(text[index]) else { return nil }
    index += 1
    let year = index
    index = digits(text, from: index)
    guard index - year == 4 else { return nil }
    if text[index] == "年" { index += 1 }
    guard isClosing(text[index]) else { return nil }
    index += 1
    if text[index] == "第" { index += 1 }
    let number = index
    index = digits(text, from: index)
    if text[index] == "-", text[index + 1].isDigit { index = digits(text, from: index + 1) }
    guard index > number, text[index] == "号", index < range.upperBound else { return nil }
    return index + 1
  }

  /// `国务院令第711号`, `国务院第711号令`, `财政部公告2020年第5号`: letters, 第, digits, 号.
  private static func orderForm(_ text: ProseText, _ range: Range<Int>) -> Int? {
    var index = letters(text, range)
    let year = digits(text, from: index)
    if year > index, year < range.upperBound, text[year] == "年" {
      index = letters(text, year + 1..<range.upperBound)
    }
    let isOrder = index > range.lowerBound && ["第", "令"].contains(text[index - 1])
    let number = index
    index = digits(text, from: index)
    if index == number {
      // 第七百一十一号: the numeral is among the letters already.
      return chineseOrder(text, range)
    }
    guard isOrder, text[index] == "号", index < range.upperBound else { return nil }
    index += 1
    if text[index] == "令", index < range.upperBound { index += 1 }
    return index
  }

  private static func chineseOrder(_ text: ProseText, _ range: Range<Int>) -> Int? {
    for index in range where text[index] == "第" {
      var end = index + 1
      while end < range.upperBound, ChineseNumeral.isNumeral(text[end]) { end += 1 }
      guard end > index + 1, text[end] == "号", end < range.upperBound else { continue }
      return text[end + 1] == "令" && end + 1 < range.upperBound ? end + 2 : end + 1
    }
    return nil
  }

  private static func letters(_ text: ProseText, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, text[index].isIdeograph || text[index].isASCIILetter {
      index += 1
    }
    return index
  }

  private static func digits(_ text: ProseText, from start: Int) -> Int {
    var index = start
    while text[index].isDigit { index += 1 }
    return index
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "[" || scalar == "(" || scalar == "<"
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "]" || scalar == ")" || scalar == ">"
  }

  /// Whether `range` has a year and the letters of a number (发, 函, 令, 号...) but not its form.
  private static func looksDamaged(_ text: ProseText, _ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    var digits = 0
    var hasLetter = false
    for index in range {
      switch text[index] {
      case "0"..."9": digits += 1
      case "发", "函", "令", "号", "字", "文", "[", "]": hasLetter = true
      case "年", "月", "修", "版", "届", ":", "《": return false
      default: break
      }
    }
    return digits >= 3 && hasLetter
  }

  private static func compact(_ number: String) -> String {
    String(scalars: number.unicodeScalars.lazy.filter { !$0.properties.isWhitespace })
  }
}
