/// What `gongkai diff` says of two reports, and `gongkai audit` of two years.
package enum ComparisonMessages {
  // MARK: The reports

  package static let older = Words("前一份", "older")
  package static let newer = Words("后一份", "newer")
  package static let warning = Words("请注意", "warning")
  package static let noAgency = Words("机关不明", "no agency")
  package static let noYear = Words("年度不明", "no year")
  package static let noEdition = Words("表式不明", "no edition")
  package static func dated(_ day: String) -> Words { Words("落款 \(day)", "dated \(day)") }

  // MARK: Why two reports may not go together

  package static let agencyUnknown = Words("有一份没有读到机关名称", "a report names no agency")
  package static let otherAgency = Words("机关名称不同", "the agencies are not the same")
  package static let yearUnknown = Words("有一份没有读到年度", "a report names no year")
  package static let reversed = Words("前一份的年度更晚", "the first report is of the later year")
  package static let notConsecutive = Words("两份报告的年度不相连", "the years are not consecutive")

  // MARK: Cells

  package static func cells(differ: Int, equal: Int, notComparable: Int) -> Words {
    Words(
      "单元格：\(differ) 个不同，\(equal) 个相同，\(notComparable) 个无法比较",
      "Cells: \(differ) differ, \(equal) equal, \(notComparable) not comparable")
  }

  // MARK: Carry-over

  package static func notLookedAt(_ reason: Words) -> Words {
    Words("跨年勾稽：未核对，\(reason.chinese)", "Carry-over: not looked at, \(reason.english)")
  }
  package static func carryOver(_ outcomes: Words) -> Words {
    Words("跨年勾稽：\(outcomes.chinese)", "Carry-over: \(outcomes.english)")
  }
  package static func count(_ count: Int, _ outcome: Words) -> Words {
    Words("\(count) 项\(outcome.chinese)", "\(count) \(outcome.english)")
  }
  package static let holds = Words("成立", "holds")
  package static let fails = Words("不成立", "fails")
  package static let notAssessable = Words("无法核对", "not assessable")
  package static let hold = Words("成立", "hold")
  package static let fail = Words("不成立", "fail")
  package static let isNot = Words("不等于", "is not")
  package static let against = Words("对照", "against")
  package static func by(_ difference: String) -> Words {
    Words("，相差 \(difference)", ", by \(difference)")
  }

  // MARK: Figures of the text

  package static func figures(differ: Int, equal: Int, onlyOlder: Int, onlyNewer: Int) -> Words {
    Words(
      "正文数字：\(differ) 个不同，\(equal) 个相同，\(onlyOlder) 个仅见于前一份，\(onlyNewer) 个仅见于后一份",
      "Figures: \(differ) differ, \(equal) equal, \(onlyOlder) only in the older, \(onlyNewer) only in the newer"
    )
  }
  package static let onlyOlder = Words("仅前一份", "only older")
  package static let onlyNewer = Words("仅后一份", "only newer")

  // MARK: Prose

  package static let noProse = Words("正文：后一份没有正文", "Prose: the newer report has none")
  package static func prose(_ percent: Int, of characters: Int) -> Words {
    Words(
      "正文：后一份 \(characters) 字中有 \(percent) % 见于前一份的相同部分",
      "Prose: \(percent) % of the newer report's \(characters) characters stand in the same sections of the older one"
    )
  }
  package static let lead = Words("（开头）", "(lead)")
  package static func share(_ percent: Int, of characters: Int) -> Words {
    Words("\(characters) 字中的 \(percent) %", "\(percent) % of \(characters)")
  }
  package static let nothingToCompare = Words("没有可比较的文字", "nothing to compare")
  package static let newSection = Words(
    "，前一份没有这一部分", ", a section that the older one has not")
}
