/// What `gongkai audit` says of reports; sentences without a final stop.
package enum AuditMessages {
  // MARK: What was looked at

  package static func lines(
    reports: Int, agencies: Int, documents: Int, failed: Int, bad: Int
  ) -> Words {
    Words(
      "\(agencies) 个机关的 \(reports) 份报告；其他文档 \(documents) 份，转换失败 \(failed) 份，不是记录的行 \(bad) 行",
      "\(reports) reports of \(agencies) agencies; \(documents) other documents, \(failed) failed, \(bad) lines that are no records"
    )
  }
  package static func counted(_ count: Int, received: String) -> Words {
    Words(
      "其中 \(count) 份计入统计，每个机关每年一份；本年新收申请共 \(received) 件",
      "Of these \(count) count, each agency's report on a year once, with \(received) requests received (本年新收)"
    )
  }
  package static func betweenYears(_ outcomes: Words) -> Words {
    Words(
      "相邻年度之间的勾稽关系：\(outcomes.chinese)",
      "Identities between consecutive years: \(outcomes.english)")
  }
  package static func withinReports(_ counts: Words) -> Words {
    Words(
      "报告内不成立的勾稽关系：\(counts.chinese)", "Identities that fail within reports: \(counts.english)")
  }
  package static let none = Words("无", "none")
  package static func undated(_ count: Int) -> Words {
    Words(
      "没有日期、未核对是否逾期的报告：\(count) 份", "Reports without a date, not looked at for lateness: \(count)")
  }
  package static let findings = Words("发现的问题", "Findings")
  package static let noFindings = Words("发现的问题：无", "Findings: none")
  package static let reportsAYear = Words("各年度报告份数", "Reports a year")
  package static let agencyColumn = Words("机关", "agency")
  package static let noAgency = Words("机关不明", "no agency")
  package static func more(_ count: Int) -> Words {
    Words("，另有 \(count) 个", " and \(count) more")
  }

  // MARK: Repeated reports

  package static func sameBytes(_ count: Int, _ id: String) -> Words {
    Words("\(count) 个文件内容完全相同（\(id)）", "\(count) files have the same bytes (\(id))")
  }
  package static let twoWithSameNumbers = Words(
    "同一年度有两份报告，数字相同", "Two reports on one year, with the same numbers")
  package static func twoThatDiffer(_ count: Int, _ cells: Words) -> Words {
    Words(
      "同一年度有两份报告，\(count) 个单元格不同（\(cells.chinese)）",
      "Two reports on one year; cells that differ: \(count) (\(cells.english))")
  }
  package static let andOthers = Words("等", " and others")
  package static let bothCount = Words(
    "；都计入统计，因为可能有多个机关同名", "; both count, since several bodies may have this name")
  package static let firstCounts = Words("；以前一份为准", "; the first one counts")

  // MARK: One report

  package static let agencyName = Words("机关名称", "agency")
  package static let year = Words("年度", "year")
  package static func namesNo(_ fact: Words) -> Words {
    Words("报告没有写明\(fact.chinese)", "The report names no \(fact.english)")
  }
  package static func andNo(_ fact: Words) -> Words {
    Words("和\(fact.chinese)", " and no \(fact.english)")
  }
  package static func late(_ date: String, after lastDay: String, _ law: Words) -> Words {
    Words(
      "落款日期 \(date)，晚于 \(lastDay)（\(law.chinese)）",
      "Dated \(date), after \(lastDay) (\(law.english))")
  }
  package static let oldLaw = Words("2008 年施行的条例", "条例 of 2008")
  package static let article49 = Words("条例第四十九条", "条例 第四十九条")
  package static func parts(_ parts: Words) -> Words {
    Words("规定的部分\(parts.chinese)", "Prescribed parts \(parts.english)")
  }
  package static let semicolon = Words("；", "; ")
  package static func missingParts(_ names: Words) -> Words {
    Words("缺少：\(names.chinese)", "missing: \(names.english)")
  }
  package static func emptyParts(_ names: Words) -> Words {
    Words("没有内容：\(names.chinese)", "empty: \(names.english)")
  }
  package static func identitiesFail(_ counts: Words) -> Words {
    Words("勾稽关系不成立：\(counts.chinese)", "Identities fail: \(counts.english)")
  }

  // MARK: Years

  package static func missingYear(_ year: Int, between before: Int, and after: Int) -> Words {
    Words(
      "没有 \(year) 年度的报告，前后有 \(before) 年度和 \(after) 年度",
      "No report on \(year), between \(before) and \(after)")
  }
  package static func missingYears(
    _ first: Int, to last: Int, between before: Int, and after: Int
  ) -> Words {
    Words(
      "没有 \(first) 至 \(last) 年度的报告，前后有 \(before) 年度和 \(after) 年度",
      "No report on \(first) to \(last), between \(before) and \(after)")
  }
  package static func carryOverBreak(
    _ rule: String, scope: Words, _ cell: Words, is actual: String, byReportOn year: Int,
    shouldBe expected: String
  ) -> Words {
    Words(
      "\(rule) \(scope.chinese)：\(cell.chinese)为 \(actual)；按 \(year) 年度报告应为 \(expected)",
      "\(rule) \(scope.english): \(cell.english) is \(actual); by the report on \(year) it should be \(expected)"
    )
  }

  // MARK: The map of agencies

  package static func agency(_ id: String, place: String) -> Words {
    Words("\(id)（\(place)）", "\(id) (\(place))")
  }
  package static func noReport(of id: String, line: Int) -> Words {
    Words(
      "机关名录第 \(line) 行的机关 \(id) 没有报告", "No report of the agency \(id) on line \(line) of the map")
  }
  package static let unmapped = Words(
    "机关名录中没有这个名称或路径", "No agency of the map has this name or path")
  package static func sumNotAssessable(_ cell: Words, _ reason: Words) -> Words {
    Words(
      "\(cell.chinese)无法与下级报告核对：\(reason.chinese)",
      "\(cell.english) cannot be set against its parts: \(reason.english)")
  }
  package static func partsWithoutReport(_ absent: Int, of count: Int) -> Words {
    Words(
      "\(count) 个下级机关中有 \(absent) 个没有该年度的报告",
      "without a report on the year are \(absent) of \(count)")
  }
  package static let noNumber = Words("这一格没有数字", "it prints no number")
  package static let noNumberOfPart = Words("有下级报告这一格没有数字", "one of its parts prints no number")
  package static func sumHolds(_ cell: Words, _ total: String, parts: Int) -> Words {
    Words(
      "\(cell.chinese)为 \(total)，等于 \(parts) 份下级报告之和",
      "\(cell.english) is \(total), the sum of its \(parts) parts")
  }
  package static func sumFails(
    _ cell: Words, _ total: String, parts: Int, _ sum: String
  ) -> Words {
    Words(
      "\(cell.chinese)为 \(total)，而 \(parts) 份下级报告之和为 \(sum)",
      "\(cell.english) is \(total), and its \(parts) parts have \(sum) together")
  }
}
