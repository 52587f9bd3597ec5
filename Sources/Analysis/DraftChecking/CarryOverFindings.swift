internal import Comparison
internal import Diagnostics
internal import NationalForm
internal import PlainWords
internal import ReportRecords

/// A draft against last year's report.
struct CarryOverFindings {
  let draft: DraftReading
  let comparison: ReportComparison

  init(_ draft: DraftReading, previous: ReportFacts) {
    self.draft = draft
    comparison = ReportComparison(older: previous, newer: draft.facts)
  }

  func findings() -> [DraftFinding] {
    let obstacles = comparison.warnings.map { reason in
      DraftFinding(
        .date, .warning, [reason.rawValue],
        Words(
          "所给的上年报告与本报告对不上：\(reason.words.chinese)",
          "last year's report does not go with this one: \(reason.words.english)"))
    }
    return obstacles + groups().map(finding)
  }

  /// Those that fail; of the columns of one row all together.
  private func groups() -> [[CarryOver]] {
    var groups: [[CarryOver]] = []
    for identity in identities where identity.outcome == .fails {
      if identity.expected.count == 1, let last = groups.last?.last, last.rule == identity.rule,
        last.actual.place.cell.row == identity.actual.place.cell.row
      {
        groups[groups.count - 1].append(identity)
      } else {
        groups.append([identity])
      }
    }
    return groups
  }

  /// `与上年报告对照：7 项衔接，1 项不衔接`.
  func summary() -> Words {
    let holding = identities.count { $0.outcome == .holds }
    let failing = identities.count { $0.outcome == .fails }
    let others = identities.count - holding - failing
    let unassessed =
      others == 0 ? Words("", "") : Words("，\(others) 项无法核对", ", \(others) not assessable")
    let prose = comparison.prose.percent.map {
      Words("；正文有 \($0)% 与上年相同", "; \($0)% of the text is last year's")
    }
    return Words(
      "\(holding) 项衔接，\(failing) 项不衔接\(unassessed.chinese)\(prose?.chinese ?? "")",
      "\(holding) hold, \(failing) fail\(unassessed.english)\(prose?.english ?? "")")
  }

  private var identities: [CarryOver] {
    if case .assessed(let identities) = comparison.carryOver { identities } else { [] }
  }

  private func finding(_ group: [CarryOver]) -> DraftFinding {
    let rules = Set(group.map(\.rule))
    // What is issued and repealed is counted in more than one way; what is carried over is the same number twice.
    let isSure = rules == [.x1] && comparison.warnings.isEmpty
    var finding = DraftFinding(
      .carryOver, isSure ? .error : .warning, rules.map(\.rawValue).sorted(), Words("", ""))
    if let identity = group.first, identity.expected.count == 1 {
      let (older, newer) = (row(identity.expected[0]), row(identity.actual))
      finding.words = Words(
        "本年“\(newer.chinese)”行应与上年报告的“\(older.chinese)”行相同，有 \(group.count) 列不同",
        "“\(newer.english)” should be what last year's report has as “\(older.english)”; \(group.count) columns differ"
      )
      let columns = group.map { identity in
        let column = draft.wording.column(identity.actual.place.cell)
        let (older, newer) = (number(identity.expected[0]), number(identity.actual))
        return Words(
          "“\(column.chinese)”列上年 \(older)，本年 \(newer)",
          "“\(column.english)” \(older) last year, \(newer) now")
      }
      finding.details = [
        Words(
          columns.map(\.chinese).joined(separator: "；"),
          columns.map(\.english).joined(separator: "; "))
      ]
    } else {
      finding.words = group.first.map(sum) ?? Words("", "")
    }
    let places = group.flatMap(\.expected).filter { !$0.place.isNewer }
      .compactMap { $0.reading.location?.words }
    var shown: [Words] = []
    for place in places where !shown.contains(place) { shown.append(place) }
    if !shown.isEmpty {
      finding.details.append(
        Words(
          "上年报告中的位置：" + shown.prefix(3).map(\.chinese).joined(separator: "、"),
          "in last year's report: " + shown.prefix(3).map(\.english).joined(separator: ", ")))
    }
    finding.cells = group.flatMap { [$0.actual] + $0.expected }.filter(\.place.isNewer)
      .compactMap { draft.cell($0.place.cell) }
    return finding
  }

  /// `“行政规范性文件”行：上年“现行有效件数”17，加本年“本年制发件数”3，应是 20，本年“现行有效件数”印的是 17`.
  private func sum(_ identity: CarryOver) -> Words {
    let row = row(identity.actual)
    let terms = identity.expected.enumerated().map { index, operand in
      let (name, value) = (column(operand), number(operand))
      let sign = operand.place.isSubtracted ? Words("减", "less ") : Words("加", "and ")
      return Words(
        (index == 0 ? "" : sign.chinese) + "\(name.chinese) \(value)",
        (index == 0 ? "" : sign.english) + "\(name.english) \(value)")
    }
    let expected = identity.expectedValue?.description ?? "?"
    let actual = column(identity.actual)
    return Words(
      "“\(row.chinese)”行：\(terms.map(\.chinese).joined(separator: "，"))，应是 \(expected)；"
        + "\(actual.chinese)印的是 \(number(identity.actual))",
      "“\(row.english)”: \(terms.map(\.english).joined(separator: ", ")) should be \(expected); "
        + "\(actual.english) is \(number(identity.actual))")
  }

  private func wording(_ operand: CarryOver.Operand) -> FormWording {
    operand.place.isNewer
      ? draft.wording
      : FormWording(edition: comparison.older.form.edition ?? draft.wording.edition)
  }

  private func row(_ operand: CarryOver.Operand) -> Words {
    wording(operand).row(operand.place.cell)
  }

  /// `上年“现行有效件数”`.
  private func column(_ operand: CarryOver.Operand) -> Words {
    let name = wording(operand).column(operand.place.cell)
    return operand.place.isNewer
      ? Words("本年报告“\(name.chinese)”", "this year's “\(name.english)”")
      : Words("上年报告“\(name.chinese)”", "last year's “\(name.english)”")
  }

  private func number(_ operand: CarryOver.Operand) -> String {
    operand.reading.value?.description ?? "?"
  }
}
