internal import Diagnostics
internal import FormParsing
internal import NationalForm
internal import PlainWords
internal import RecordReading
internal import ReportRecords

/// Identities of the form that don't hold, in words, with what would make them hold.
struct IdentityFindings {
  let draft: DraftReading

  func findings() -> [DraftFinding] {
    let groups = SingleChanges.groups(of: draft.explained)
    // Where much is wrong, both sums are enough, or nobody would see the other findings.
    let isBrief = groups.count { $0.changes.isEmpty } > Self.mostExplained
    return groups.map { finding($0, isBrief: isBrief) }
  }

  private static let mostExplained = 3

  private func finding(_ group: SingleChanges.Group, isBrief: Bool) -> DraftFinding {
    let isComplete = group.assessments.contains { $0.outcome == .fails }
    let sentences = group.assessments.map(sentence)
    var finding = DraftFinding(
      .identity, isComplete ? .error : .warning, group.assessments.map(\.identity.id),
      sentences.first ?? Words("", ""))
    if group.changes.count == 1, let change = group.changes.first {
      finding.words = headline(change, of: group)
      finding.details = sentences
    } else {
      finding.details = sentences.dropFirst() + (isBrief ? [] : advice(group))
    }
    finding.cells = cells(group)
    finding.suggestions = group.changes.map { change in
      DraftFinding.Suggestion(
        cell: change.cell, value: change.value,
        repaired: group.assessments.map { "\($0.identity.id)(\($0.identity.scope))" })
    }
    return finding
  }

  /// The cell to change first, then all others that take part.
  private func cells(_ group: SingleChanges.Group) -> [DraftFinding.Cell] {
    var seen: Set<CellID> = []
    let taking = group.assessments.flatMap { $0.identity.actual + $0.identity.expected }
    return (group.changes.map(\.cell) + taking).filter { seen.insert($0).inserted }
      .compactMap(draft.cell).filter { $0.reading.state != .absent }
  }

  /// `“三、（七）总计”行“总计”列印的是 86，改为 87，下面 3 项就都成立`.
  private func headline(_ change: SingleChanges.Change, of group: SingleChanges.Group) -> Words {
    let name = draft.wording.cell(change.cell)
    let printed = draft.cells[change.cell.place].printedWords
    let count = group.assessments.count
    let with =
      group.needsOthers
      ? Words("（与其他错误一并改正）", " (with the other errors mended, too)") : Words("", "")
    let then =
      count == 1
      ? Words("下面一项就成立", "this holds")
      : Words("下面 \(count) 项就都成立", "these \(count) hold")
    return Words(
      "\(name.chinese)\(printed.chinese)；改为 \(change.value)\(with.chinese)，\(then.chinese)",
      "\(name.english) \(printed.english); with \(change.value)\(with.english) \(then.english)")
  }

  private func advice(_ group: SingleChanges.Group) -> [Words] {
    if group.isAnyCell {
      return operands(group) + [
        Words("改动其中任何一格都能成立，请查原始数据", "a change of any cell in it would do: look at the sources")
      ]
    }
    guard !group.changes.isEmpty else {
      return operands(group)
        + [
          Words(
            "只改其中一格，别处就会不成立；请逐格核对",
            "no change of one cell mends it without breaking another: look at each")
        ]
    }
    let places = group.changes.map { change in
      let name = draft.wording.cell(change.cell)
      let printed = draft.cells[change.cell.place].printedWords
      return Words(
        "\(name.chinese)\(printed.chinese)，改为 \(change.value)",
        "\(name.english) \(printed.english): \(change.value)")
    }
    return [
      Words(
        "下列改动任做一处即成立：" + places.map(\.chinese).joined(separator: "；"),
        "one of these makes it hold: " + places.map(\.english).joined(separator: "; "))
    ]
  }

  /// What is added up, where it is more than zeros: `87 ＝ （一）予以公开 20 ＋ …`.
  private func operands(_ group: SingleChanges.Group) -> [Words] {
    group.assessments.map { assessment in
      let isShort = assessment.identity.expected.count > 4
      let terms = (assessment.identity.expected + assessment.identity.actual)
        .filter { (draft.cells[$0.place].value ?? ExactDecimal(0)) != ExactDecimal(0) }
        .map { id in
          let name =
            id.column == assessment.identity.scope
            ? isShort ? draft.wording.shortRow(id) : draft.wording.row(id)
            : draft.wording.column(id)
          let value = draft.cells[id.place].value?.description ?? ""
          return Words("\(name.chinese) \(value)", "\(name.english) \(value)")
        }
      return Words(
        "其中不是 0 的格：" + terms.map(\.chinese).joined(separator: "，"),
        "cells that are not 0: " + terms.map(\.english).joined(separator: ", "))
    }
  }

  /// Both sums: `“总计”列：各项办理结果之和是 87，印的总计是 86`.
  private func sentence(_ assessment: IdentityAssessment) -> Words {
    let identity = assessment.identity
    let (expected, actual) = (number(assessment.expected), number(assessment.actual))
    let blanks =
      assessment.outcome == .unassessable
      ? Words("（空白按 0 计）", " (blanks as 0)") : Words("", "")
    guard let cell = identity.actual.first else { return Words("", "") }
    let (row, column) = (draft.wording.row(cell), draft.wording.column(cell))
    let total = draft.wording.row(cell)
    let words =
      switch CheckRule(rawValue: identity.id) {
      case .a1:
        Words(
          "“\(column.chinese)”列：第一项加第二项之和是 \(expected)，第三项加第四项之和是 \(actual)，两者应相等",
          "“\(column.english)”: new and carried in are \(expected), results and carried over are \(actual)"
        )
      case .a2:
        Words(
          "“\(column.chinese)”列：各项办理结果之和是 \(expected)，“\(total.chinese)”印的是 \(actual)",
          "“\(column.english)”: the results add up to \(expected), “\(total.english)” has \(actual)"
        )
      case .a3:
        Words(
          "“\(row.chinese)”行：各类申请人之和是 \(expected)，“\(column.chinese)”印的是 \(actual)",
          "“\(row.english)”: the applicants add up to \(expected), the total is \(actual)")
      default:
        Words(
          "“\(row.chinese)”：各项之和是 \(expected)，“\(column.chinese)”印的是 \(actual)",
          "“\(row.english)”: the parts add up to \(expected), the total is \(actual)")
      }
    return Words(words.chinese + blanks.chinese, words.english + blanks.english)
  }

  private func number(_ sum: Int?) -> String { sum.map(String.init) ?? "?" }
}
