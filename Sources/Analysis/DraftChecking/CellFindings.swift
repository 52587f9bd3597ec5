internal import Diagnostics
internal import Explanation
internal import NationalForm
internal import PlainWords
internal import ReportRecords

/// Cells without a number: blank, dashed, in words, or not to be read for certain.
struct CellFindings {
  let draft: DraftReading

  func findings() -> [DraftFinding] {
    let odd = NationalForm.cells.compactMap(draft.cell).filter {
      [.text, .unreadable].contains($0.reading.state)
    }
    let single = odd.count > Self.mostSingle ? [] : odd.map(finding)
    let states: [CellReading.State] =
      single.isEmpty ? [.unreadable, .text, .blank, .dash] : [.blank, .dash]
    return single + states.compactMap(together)
  }

  /// Cells that are said one by one; of more, as where a font doesn't tell its characters, only where they are.
  private static let mostSingle = 8

  private func finding(_ cell: DraftFinding.Cell) -> DraftFinding {
    let remarks = draft.explained.remarks.filter {
      $0.location != nil && $0.location == cell.reading.location?.description
    }
    let isText = cell.reading.state == .text
    let printed = cell.reading.printedWords
    let what =
      isText
      ? Words("，不是数字；没有的应填 0", ", which is no number; for none it should have 0")
      : Words("，不能确定是多少", ": nobody can tell for certain which number that is")
    var finding = DraftFinding(
      .cell, .warning, [isText ? IssueCode.cellText.rawValue : IssueCode.cellUnreadable.rawValue],
      Words(
        cell.name.chinese + printed.chinese + what.chinese,
        "\(cell.name.english) \(printed.english)\(what.english)"))
    let others = Set(remarks.map(\.code)).subtracting(finding.codes).sorted()
    finding.codes += others
    finding.details = others.compactMap { IssueCode(rawValue: $0)?.words }
    finding.cells = [cell]
    return finding
  }

  /// All cells of a state in one finding.
  private func together(_ state: CellReading.State) -> DraftFinding? {
    let cells = NationalForm.cells.compactMap(draft.cell).filter { $0.reading.state == state }
    guard !cells.isEmpty else { return nil }
    var rows: [(name: Words, count: Int)] = []
    for cell in cells {
      let name = draft.wording.row(cell.reading.id)
      if rows.last?.name == name { rows[rows.count - 1].count += 1 } else { rows.append((name, 1)) }
    }
    var finding = DraftFinding(
      .cell, [.blank, .dash].contains(state) ? .note : .warning, [state.rawValue],
      Self.words(state, cells.count))
    finding.details = [
      Words(
        rows.prefix(Self.mostRows).map { "“\($0.name.chinese)”\($0.count) 格" }
          .joined(separator: "，") + (rows.count > Self.mostRows ? " 等 \(rows.count) 行" : ""),
        rows.prefix(Self.mostRows).map { "\($0.count) of “\($0.name.english)”" }
          .joined(separator: ", ") + (rows.count > Self.mostRows ? " and others" : ""))
    ]
    finding.cells = cells
    return finding
  }

  private static func words(_ state: CellReading.State, _ count: Int) -> Words {
    switch state {
    case .blank:
      Words(
        "空白 \(count) 格，没有发生的应填 0", "\(count) cells are blank: what did not happen should have 0")
    case .dash:
      Words(
        "填了横线或斜线的 \(count) 格，没有发生的应填 0",
        "\(count) cells have a dash or slash: what did not happen should have 0")
    case .text:
      Words("印的不是数字的 \(count) 格，没有的应填 0", "\(count) cells have words: for none they should have 0")
    case .unreadable, .value, .absent:
      Words(
        "不能确定是多少的 \(count) 格",
        "of \(count) cells nobody can tell for certain which number they have")
    }
  }

  /// Rows that are named.
  private static let mostRows = 4
}
