internal import TextScanning

/// Statements whose figures are not the year's: of a part of it or of the year before, of other bodies than the one that
/// reports, or with an exception.
///
/// Where the report's year isn't known, a year in digits counts as the one before only beside a later one.
///
///     第一季度收到申请3件, 下属单位未收到申请, 除教育局外未收到申请, 2022年未收到申请 in the report of 2023
enum NarrowedStatement {
  /// - Parameters:
  ///   - start: Where the figure or the negation begins; what narrows it stands before it in its clause.
  ///   - clauseEnd: Where the clause ends.
  ///   - reportYear: Of the title; nil where it has none for certain.
  static func isOne(_ text: ProseText, at start: Int, clauseEnd: Int, reportYear: Int?) -> Bool {
    let clause = Clause.start(text, before: start, downTo: max(0, start - 40))
    if parts.first(in: text, clause..<start) != nil { return true }
    if let year = previous.first(in: text, clause..<start),
      carried.end(in: text, from: year.upperBound) == nil
    {
      return true
    }
    if let others = others.first(in: text, clause..<start) {
      let before = others.lowerBound > clause ? text[others.lowerBound - 1] : " "
      if !["我", "本", "各", "全"].contains(before) { return true }
    }
    if months.first(in: text, clause..<start) != nil,
      december.first(in: text, clause..<start) == nil
    {
      return true
    }
    guard let year = year(in: text, clause..<start) else { return false }
    if let reportYear, year < reportYear,
      !holds(reportYear, in: text, clause..<start)
    {
      return true
    }
    // A later year in the next clause or the one before: the statement is of the year before the report's.
    let next = self.year(in: text, clauseEnd..<min(text.count, clauseEnd + 12))
    let previous = Clause.start(text, before: max(0, clause - 1), downTo: max(0, clause - 40))
    return max(next ?? 0, self.year(in: text, previous..<clause) ?? 0) > year
  }

  /// The first year of four digits in `range`.
  private static func year(in text: ProseText, _ range: Range<Int>) -> Int? {
    for index in range where text[index] == "年" && index >= range.lowerBound + 4 {
      let digits = (index - 4..<index).compactMap { text[$0].digitValue }
      if digits.count == 4 { return digits.reduce(0) { $0 * 10 + $1 } }
    }
    return nil
  }

  private static func holds(_ year: Int, in text: ProseText, _ range: Range<Int>) -> Bool {
    range.contains { self.year(in: text, $0..<min(range.upperBound, $0 + 5)) == year }
  }

  /// The year before; what was carried over from it is the report's own figure.
  private static let previous = WordList("去年 上年度 上一年度 上一年 上年")
  private static let carried = WordList("结转 度结转")
  /// Parts of a year, several years, and exceptions.
  private static let parts = WordList(
    "季度 上半年 下半年 上旬 中旬 下旬 除 如 若 施行以来 实施以来 近年 近两年 近三年 近五年 三年来 五年来 不属于")
  private static let months = WordList("月")
  /// With it the months are those of a year.
  private static let december = WordList("12月 十二月 年底 年末")
  /// Bodies that aren't the one that reports, unless 我, 本, 各 or 全 stands before.
  private static let others = WordList("部门 单位 下属 所属 下级 其他 其它 其余 乡镇 街道 镇街 企业 学校 县直 市直 区直")
}
