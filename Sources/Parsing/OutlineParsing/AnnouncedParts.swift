internal import DocumentModel
internal import TextScanning

/// The number of parts that a preamble announces.
enum AnnouncedParts {
  /// 本报告由总体情况、……等五个部分组成  ->  5; 共分为六部分  ->  6.
  static func count(in text: [Unicode.Scalar]) -> Int? {
    var from = 0
    while let index = text.firstIndex(of: "部分", from: from) {
      from = index + 2
      var end = index
      while end > 0, text[end - 1] == "个" || text[end - 1] == " " || text[end - 1] == "大" {
        end -= 1
      }
      var start = end
      while start > 0, end - start < 2,
        text[start - 1].isDigit || ChineseNumeral.isNumeral(text[start - 1])
      {
        start -= 1
      }
      // 第一部分 counts off, 一部分 is some of it.
      guard start < end, start == 0 || text[start - 1] != "第",
        let count = Self.value(text[start..<end]), count > 1
      else { continue }
      return count
    }
    return nil
  }

  private static func value(_ numeral: ArraySlice<Unicode.Scalar>) -> Int? {
    numeral.allSatisfy(\.isDigit)
      ? numeral.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) } : ChineseNumeral.value(numeral)
  }
}

/// The year that running text speaks of first.
enum YearInText {
  static func first(in prose: [ProseParagraph]) -> Int? {
    for paragraph in prose.prefix(50) {
      let text = TextFolding.foldedPrefix(paragraph.text, 4_000)
      // 2019年3月26日本报告…: the day on which it was written.
      let date = DateScanner.date(in: text, at: 0)?.end ?? 0
      let start = text.first(of: ["本年度报告", "本报告", "本年报"], at: date) == nil ? 0 : date
      for index in text.indices[start...] {
        // A year that can't be read was the first one.
        if isUnreadableYear(text, endingAt: index) { return nil }
        guard let year = DateScanner.year(in: text, at: index) else { continue }
        let mark = DateScanner.skipBlanks(in: text, year.end)
        if mark < text.count, text[mark] == "年" { return year.value }
      }
    }
    return nil
  }

  /// Whether `words` hold a year one of whose digits can't be read: `20�3年`.
  static func hasUnreadableYear(_ words: [Unicode.Scalar]) -> Bool {
    words.indices.contains { isUnreadableYear(words, endingAt: $0) }
  }

  private static func isUnreadableYear(_ words: [Unicode.Scalar], endingAt index: Int) -> Bool {
    guard words[index] == "年" else { return false }
    let before = words[..<index].suffix(4)
    return before.contains("\u{FFFD}") && before.allSatisfy { $0 == "\u{FFFD}" || $0.isDigit }
  }
}

/// The title that a file's name holds.
enum FileTitle {
  /// `03_某某局2020年政府信息公开工作年度报告.docx`  ->  the words between; nil for a name such as `12345.docx`.
  static func title(in name: String) -> String? {
    var stem = name.scalars
    if let point = stem.lastIndex(of: "."), point > 0 { stem.removeSubrange(point...) }
    guard let start = stem.firstIndex(where: { $0.isIdeograph }) else { return nil }
    // A year may stand before the first ideograph: 2020年某某局….
    var begin = start
    while begin > 0, start - begin < 4, stem[begin - 1].isDigit { begin -= 1 }
    if DateScanner.year(in: stem, at: begin) == nil { begin = start }
    let words = Array(stem[begin...])
    guard TextFolding.folded(words).contains(anyOf: ["信息公开", "政务公开", "年度报告", "年报"]) else {
      return nil
    }
    return TightText.string(words.map { $0 == "_" ? " " : $0 }.trimmed)
  }
}
