internal import TextScanning

/// Tells a rule, whose articles follow each other, from a text that speaks of articles: 第二十条第（一）项信息公开12条.
struct Articles {
  /// Whether the first two articles stood one behind the other, or any three: a report may quote two.
  private(set) var areRule = false
  private var last: Int?
  private var run = 1

  /// - Parameter text: The beginning of a paragraph, folded.
  mutating func read(_ text: [Unicode.Scalar]) {
    let text = text.withoutBlanks
    guard TitleWords.isArticle(text), let end = text.firstIndex(of: "条" as Unicode.Scalar),
      let number = Self.number(text[1..<end])
    else { return }
    // 第二十条第（一）项: a reference.
    let rest = text[(end + 1)...]
    if rest.first == "第", let next = rest.dropFirst().first,
      next == "(" || next.isDigit || ChineseNumeral.isNumeral(next)
    {
      return
    }
    run = last.map { $0 + 1 } == number ? run + 1 : 1
    if run > 2 || run == 2 && number == 2 { areRule = true }
    last = number
  }

  private static func number(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    text.allSatisfy(\.isDigit)
      ? Int(String(String.UnicodeScalarView(text))) : ChineseNumeral.value(text)
  }
}
