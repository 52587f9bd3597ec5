/// The number with which a heading, or a numbered sentence, begins.
package struct HeadingNumber {
  package enum Style {
    /// 第一章, 第二部分
    case chapter
    /// 第一节
    case part
    /// 第一条
    case article
    /// 一、
    case chinese
    /// 一 总体情况, without a separator: a number only before a known heading
    case chineseBare
    /// （一）, 三), ㈠
    case bracketedChinese
    /// 1. 1、
    case arabic
    /// 1 总体情况: a number only before a known heading
    case arabicBare
    /// （1）
    case bracketedArabic
    /// ①
    case circled
  }

  package var style: Style
  /// Where the number's own characters lie, brackets included and separator excluded.
  package var range: Range<Int>
  /// The index of the first character behind the number, its separator and blanks.
  package var contentStart: Int
  /// Whether borders or scanning had left marks before it: `|一、`.
  package var hasDirtyPrefix: Bool

  /// 1 for the parts of a report, 2 for their subheads, and so on.
  package var level: Int {
    switch style {
    case .chapter, .chinese, .chineseBare, .arabicBare: 1
    case .part, .bracketedChinese: 2
    case .article, .arabic: 3
    case .bracketedArabic: 4
    case .circled: 5
    }
  }

  /// Whether `text`, raw, can begin with a number at all; nearly every paragraph is told by its first scalar.
  package static func mayBegin(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": continue
      case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "第", "(", "（", "﹙": return true
      case "[", "【", "〔", "|", "｜", "丨", "¦", "#", "*", "＊", "·", "•", ">", "＞", "■", "●", "◆", "▪",
        "l", "I":
        return true
      default:
        return scalar.isDigit || (0xFF10...0xFF19).contains(scalar.value)
          || (0x2460...0x2473).contains(scalar.value) || (0x3220...0x3229).contains(scalar.value)
      }
    }
    return false
  }

  /// The number at the start of `text` (folded, blanks kept); nil where there is none.
  package init?(_ text: [Unicode.Scalar]) {
    let start = Self.behindDirt(text)
    guard let found = Self.number(in: text, at: start) else { return nil }
    hasDirtyPrefix = text[..<start].contains { $0 != " " }
    style = found.style
    range = start..<found.end
    contentStart = DateScanner.skipBlanks(in: text, found.separatorEnd)
  }

  private typealias Found = (style: Style, end: Int, separatorEnd: Int)

  private static func number(in text: [Unicode.Scalar], at start: Int) -> Found? {
    guard start < text.count else { return nil }
    let first = text[start]
    if first == "(" { return bracketed(in: text, at: start) }
    if first == "第" { return ordinal(in: text, at: start) }
    if first.isDigit { return arabic(in: text, at: start) }
    if first.value >= 0x2460, first.value <= 0x2473 { return (.circled, start + 1, start + 1) }
    if first.value >= 0x3220, first.value <= 0x3229 {
      return (.bracketedChinese, start + 1, afterComma(text, start + 1))
    }
    return chinese(in: text, at: start)
  }

  /// `一、`, `十二．`, `三)`, `一 总体情况`, `一总体情况`.
  private static func chinese(in text: [Unicode.Scalar], at start: Int) -> Found? {
    let end = numeralEnd(in: text, from: start)
    guard end > start, end - start <= 3 else { return nil }
    let mark = DateScanner.skipBlanks(in: text, end)
    guard mark < text.count else { return end == text.count ? (.chineseBare, end, end) : nil }
    switch text[mark] {
    case ")": return (.bracketedChinese, mark + 1, afterComma(text, mark + 1))
    case "、", ".", ":", ",":
      // 一、二季度 and 二、三级 count; they don't number.
      let next = DateScanner.skipBlanks(in: text, mark + 1)
      if next < text.count, text[mark] == "、", ChineseNumeral.isNumeral(text[next]) { return nil }
      // 一,认真学习: an enumeration inside a text.
      if text[mark] == "," { return nil }
      return (.chinese, end, mark + 1)
    default: return (.chineseBare, end, end)
    }
  }

  /// `(一)`, `(12)`, with or without 、 behind it.
  private static func bracketed(in text: [Unicode.Scalar], at start: Int) -> Found? {
    let inner = DateScanner.skipBlanks(in: text, start + 1)
    var end = numeralEnd(in: text, from: inner)
    var style = Style.bracketedChinese
    if end == inner {
      style = .bracketedArabic
      while end < text.count, text[end].isDigit, end - inner < 2 { end += 1 }
    }
    guard end > inner, end - inner <= 3 else { return nil }
    let close = DateScanner.skipBlanks(in: text, end)
    guard close < text.count else { return nil }
    if text[close] == ")" || text[close] == "]" {
      return (style, close + 1, afterComma(text, close + 1))
    }
    // (一、主动公开: the closing bracket is lost.
    return text[close] == "、" && style == .bracketedChinese ? (style, end, close + 1) : nil
  }

  /// `第一章`, `第十二条`, `第二部分`.
  private static func ordinal(in text: [Unicode.Scalar], at start: Int) -> Found? {
    let begin = DateScanner.skipBlanks(in: text, start + 1)
    var end = begin
    while end < text.count, end - begin < 6,
      ChineseNumeral.isNumeral(text[end]) || text[end].isDigit
    {
      end += 1
    }
    guard end > begin, end < text.count else { return nil }
    end = DateScanner.skipBlanks(in: text, end)
    if text.has("部分", at: end) { return (.chapter, end + 2, afterComma(text, end + 2)) }
    guard end < text.count else { return nil }
    switch text[end] {
    case "章", "编": return (.chapter, end + 1, afterComma(text, end + 1))
    case "节": return (.part, end + 1, afterComma(text, end + 1))
    case "条":
      // 第二十条第（一）项 refers to an article and doesn't open one.
      let next = DateScanner.skipBlanks(in: text, end + 1)
      if next < text.count, "第规的、,和至之及与款项".unicodeScalars.contains(text[next]) { return nil }
      return (.article, end + 1, end + 1)
    default: return nil
    }
  }

  /// `1.`, `12、`, `1)`; not `1.5`, `2020年`, `1、2月`.
  private static func arabic(in text: [Unicode.Scalar], at start: Int) -> Found? {
    var end = start
    while end < text.count, text[end].isDigit, end - start < 3 { end += 1 }
    guard end - start <= 2 else { return nil }
    let mark = DateScanner.skipBlanks(in: text, end)
    guard mark < text.count else { return nil }
    switch text[mark] {
    case ".", "、":
      let next = mark + 1
      if next < text.count, text[next].isDigit { return nil }
      return (.arabic, end, next)
    case ")": return (.bracketedArabic, mark + 1, afterComma(text, mark + 1))
    default: return mark > end ? (.arabicBare, end, mark) : nil
    }
  }

  private static func numeralEnd(in text: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    while end < text.count, end - start <= 3, "一二三四五六七八九十".unicodeScalars.contains(text[end]) {
      end += 1
    }
    return end
  }

  /// Skips the comma or point that some writers add after a bracket.
  private static func afterComma(_ text: [Unicode.Scalar], _ index: Int) -> Int {
    let mark = DateScanner.skipBlanks(in: text, index)
    return mark < text.count && "、.".unicodeScalars.contains(text[mark]) ? mark + 1 : index
  }

  /// The index behind blanks, table borders and marks of lightweight markup: `| 一、`, `## 一、`, `l一、`.
  private static func behindDirt(_ text: [Unicode.Scalar]) -> Int {
    var index = 0
    while index < min(text.count, 8), " |丨¦#*·•>■●◆▪".unicodeScalars.contains(text[index]) {
      index += 1
    }
    if index + 2 < text.count, text[index] == "l" || text[index] == "I",
      numeralEnd(in: text, from: index + 1) > index + 1
    {
      index += 1
    }
    return index
  }
}
