internal import ReportRecords
internal import TextScanning

/// A line that dates a text in a way that names no single day, with or without a signature before it.
///
///     2024年1月   1月25日   2024年1月25日至2024年2月1日   Jan 25, 2024   甲辰年正月初五   青禾县水务局/2024年1月
struct UnreadDate {
  /// Where the name stands in the line without blanks.
  private(set) var signature: Range<Int>?
  /// Whether it is a span of days, which may be a report's period as well.
  private(set) var isSpan = false

  /// - Parameter line: Folded, without blanks; nil where it is anything else.
  init?(_ line: [Unicode.Scalar]) {
    guard (4...60).contains(line.count) else { return nil }
    if Self.isDate(line) {
      isSpan = Self.isSpan(line.filter { !"()[]".unicodeScalars.contains($0) })
      return
    }
    for end in line.indices.reversed() where end >= 3 && Self.isDate(Array(line[end...])) {
      let name = Self.withoutMarks(line[..<end])
      guard Organisation.isName(name) else { continue }
      signature = 0..<name.count
      return
    }
    return nil
  }

  /// A name without what parts it from a date: `某局/`, `某局：`.
  static func withoutMarks(_ name: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var name = name
    while let last = name.last, "/|,;:、·-—_(".unicodeScalars.contains(last) { name.removeLast() }
    return Array(name)
  }

  private static func isDate(_ line: [Unicode.Scalar]) -> Bool {
    let words = line.filter { !"()[]".unicodeScalars.contains($0) }
    return isMonth(words) || isDayWithoutYear(words) || isSpan(words) || isEnglish(words)
      || isOldCalendar(words)
  }

  private static func isMonth(_ words: [Unicode.Scalar]) -> Bool {
    guard let year = DateScanner.year(in: words, at: 0), year.end < words.count else {
      return false
    }
    switch words[year.end] {
    case "年":
      var rest = words[(year.end + 1)...]
      if rest.last == "旬" { rest = rest.dropLast(2) }
      if let last = rest.last, "底初末份".unicodeScalars.contains(last) { rest = rest.dropLast() }
      if rest.first == "第" { return rest.count <= 5 && Array(rest).ends(with: "季度") }
      return rest.last == "月" && isNumber(rest.dropLast(), most: 2)
    case "-", "/", ".": return isNumber(words[(year.end + 1)...], most: 2)
    default: return false
    }
  }

  private static func isDayWithoutYear(_ words: [Unicode.Scalar]) -> Bool {
    DateScanner.monthAndDay(in: words, at: 0, year: 2024)?.end == words.count
  }

  private static func isSpan(_ words: [Unicode.Scalar]) -> Bool {
    guard let first = DateScanner.date(in: words, at: 0), first.end < words.count,
      "至到-—~～".unicodeScalars.contains(words[first.end])
    else { return false }
    var next = first.end
    while next < words.count, "至到-—~～".unicodeScalars.contains(words[next]) { next += 1 }
    let second =
      DateScanner.date(in: words, at: next)
      ?? DateScanner.monthAndDay(in: words, at: next, year: first.date.year)
    return second?.end == words.count
  }

  private static func isEnglish(_ words: [Unicode.Scalar]) -> Bool {
    guard words.count <= 24, words.allSatisfy({ $0.isASCII }) else { return false }
    let letters = String(String.UnicodeScalarView(words)).lowercased()
    return months.contains { letters.contains($0) }
      && words.indices.contains { DateScanner.year(in: words, at: $0) != nil }
  }

  private static func isOldCalendar(_ words: [Unicode.Scalar]) -> Bool {
    words.count <= 12 && words.count >= 5 && stems.contains(words[0]) && branches.contains(words[1])
      && words[2] == "年"
      && words[3...].allSatisfy { "正冬腊闰月初日".unicodeScalars.contains($0) || isDigit($0) }
  }

  private static func isNumber(_ words: ArraySlice<Unicode.Scalar>, most: Int) -> Bool {
    (1...most).contains(words.count) && words.allSatisfy { isDigit($0) || $0 == "元" }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || ChineseNumeral.isNumeral(scalar) || scalar == "廿"
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let stems: Set<Unicode.Scalar> = Set("甲乙丙丁戊己庚辛壬癸".unicodeScalars)
  private static let branches: Set<Unicode.Scalar> = Set("子丑寅卯辰巳午未申酉戌亥".unicodeScalars)
}
