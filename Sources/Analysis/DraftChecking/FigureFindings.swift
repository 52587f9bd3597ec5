internal import ConsoleText
internal import Diagnostics
internal import Explanation
internal import NationalForm
internal import PlainWords
internal import ProseParsing
internal import RecordReading
internal import ReportRecords

/// Figures of the text that differ from the tables, or from the sum of their parts.
struct FigureFindings {
  let draft: DraftReading

  func findings() -> [DraftFinding] {
    draft.explained.checks.failures.compactMap { failure in
      switch CheckRule(rawValue: failure.id) {
      case .narrative: narrative(failure)
      case .parts: parts(failure)
      default: nil
      }
    }
  }

  private func narrative(_ failure: CheckFailure) -> DraftFinding {
    let cells = failure.comparedCells.compactMap(draft.cell)
    let figures = ComparedFigures.of(
      failure, among: draft.explained.figures, cells: failure.comparedCells)
    let name = Words(
      cells.map(\.name.chinese).joined(separator: "与"),
      cells.map(\.name.english).joined(separator: " and "))
    let (table, text) = (number(failure.expected), number(failure.actual))
    let sum = cells.count > 1 ? Words("之和", " together") : Words("", "")
    var finding = DraftFinding(
      .figure, .warning, [failure.id],
      Words(
        "正文写的是 \(text)，表中\(name.chinese)\(sum.chinese)是 \(table)",
        "the text says \(text), \(name.english)\(sum.english) in the table \(table)"))
    finding.cells = cells
    finding.quote = figures.first?.quote
    finding.details = figures.prefix(2).map { Self.quoted($0.quote) }
    return finding
  }

  private func parts(_ failure: CheckFailure) -> DraftFinding? {
    guard let index = Int(failure.scope), draft.explained.figures.indices.contains(index) else {
      return nil
    }
    let figure = draft.explained.figures[index]
    let parts = draft.explained.figures.filter { $0.parent == index }.map(\.value.description)
    let sum = parts.joined(separator: "＋")
    var finding = DraftFinding(
      .figure, .warning, [failure.id],
      Words(
        "正文的总数是 \(number(failure.actual))，所列各项之和是 \(sum)＝\(number(failure.expected))",
        "the text has \(number(failure.actual)) in all, its parts add up to \(parts.joined(separator: " + ")) = \(number(failure.expected))"
      ))
    finding.quote = figure.quote
    finding.details = [Self.quoted(figure.quote)]
    return finding
  }

  static func quoted(_ text: String) -> Words {
    let text = DisplayWidth.shortened(text, to: 60)
    return Words("原文：“\(text)”", "the text: “\(text)”")
  }

  private func number(_ number: ExactDecimal?) -> String { number?.description ?? "?" }
}
