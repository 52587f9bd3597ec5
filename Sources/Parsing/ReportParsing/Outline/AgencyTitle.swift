/// What a title says: who reports on which year.
///
///     济宁市兖州区科学技术局2020年政府信息公开工作年度报告   agency 济宁市兖州区科学技术局, year 2020
///     2025年上海市人民政府办公厅政府信息公开工作年度报告    agency 上海市人民政府办公厅, year 2025
///     2020年度政府信息公开工作年度报告                 no agency
struct AgencyTitle {
  var year: Int? { printedYear?.value }
  /// Nil where none is printed.
  var printedYear: TitleYear?
  /// Where the agency stands in the text given.
  var agency: Range<Int>

  /// - Parameter text: A title, folded and without blanks.
  init(_ text: [Unicode.Scalar]) {
    // A form to be filled in: XX局20XX年….
    guard !text.contains(anyOf: ["XX", "xx", "××", "**", "__"]) else {
      agency = 0..<0
      return
    }
    let note = Self.noteEnd(text)
    guard note == 0 else {
      let title = AgencyTitle(Array(text[note...]))
      if var year = title.printedYear {
        year.range = year.range.lowerBound + note..<year.range.upperBound + note
        printedYear = year
      }
      agency = title.agency.lowerBound + note..<title.agency.upperBound + note
      return
    }
    printedYear = TitleYear.first(in: text)
    guard let yearRange = Self.withBracket(text, printedYear?.range) else {
      agency = Self.trimmed(text, 0..<Self.topicStart(in: text, from: 0))
      return
    }
    let before = Self.trimmed(
      text, 0..<min(yearRange.lowerBound, Self.topicStart(in: text, from: 0)))
    if !before.isEmpty {
      // XX局政府信息公开2020年年报 has its topic before the year; XX政务公开办2020年… has it in its name.
      let name = Self.trimmed(text, 0..<yearRange.lowerBound)
      agency = Organisation.isName(Array(text[name])) ? name : before
      return
    }
    let start = yearRange.lowerBound == 0 ? yearRange.upperBound : before.lowerBound
    let whole = yearRange.lowerBound == 0 || Self.trimmed(text, 0..<yearRange.lowerBound).isEmpty
    agency = Self.trimmed(
      text,
      (whole ? yearRange.upperBound : start)..<Self.topicStart(in: text, from: yearRange.upperBound)
    )
  }

  /// The end of a bracket before the title that says what kind of copy it is, as （公开稿）, 【征求意见稿】; 0 where none stands there.
  private static func noteEnd(_ text: [Unicode.Scalar]) -> Int {
    guard let first = text.first, "([【".unicodeScalars.contains(first),
      let close = text.prefix(16).firstIndex(where: { ")]】".unicodeScalars.contains($0) }),
      close > 2, close + 1 < text.count
    else { return 0 }
    let note = Array(text[1..<close])
    guard note.allSatisfy(\.isIdeograph), !Organisation.endsAsRegion(note),
      note.ends(withAny: ["稿", "版", "本", "公开", "用", "件", "类", "样", "审", "表", "案", "公示"])
    else { return 0 }
    return close + 1
  }

  private static func withBracket(_ text: [Unicode.Scalar], _ range: Range<Int>?) -> Range<Int>? {
    guard let range, range.lowerBound == 1, text[0] == "(", range.upperBound < text.count,
      text[range.upperBound] == ")"
    else { return range }
    return 0..<range.upperBound + 1
  }

  /// Where 政府信息公开 or its like begins; the end of the text if nowhere.
  private static func topicStart(in text: [Unicode.Scalar], from start: Int) -> Int {
    let phrases: [Phrase] = ["政府信息与政务公开", "政府信息公开", "政府信息主动公开", "政务信息公开", "信息公开", "政务公开"]
    guard let index = phrases.compactMap({ text.firstIndex(of: $0, from: start) }).min() else {
      return text.count
    }
    // XX区人民政府信息公开年报: 政府 belongs to the agency.
    if text.has("政府信息公开", at: index), index - 2 >= start, text.has("人民", at: index - 2) {
      return index + 2
    }
    return index
  }

  /// Without 关于, 的, 部门 words and brackets at the ends of `range`.
  private static func trimmed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < range.upperBound, range.upperBound <= text.count else {
      return range.lowerBound..<range.lowerBound
    }
    var lower = range.lowerBound
    var upper = range.upperBound
    if text.has("关于", at: lower) { lower = min(upper, lower + 2) }
    while lower < upper, "(的[·-".unicodeScalars.contains(text[lower]) { lower += 1 }
    while upper > lower {
      if upper - 2 >= lower, text.has("关于", at: upper - 2) || text.has("开展", at: upper - 2) {
        upper -= 2
      } else if "([的·-年度".unicodeScalars.contains(text[upper - 1]) {
        upper -= 1
      } else {
        break
      }
    }
    return lower..<upper
  }
}
