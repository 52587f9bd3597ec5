internal import Diagnostics
internal import DocumentModel

/// What was left out or guessed in one page: text that nobody sees piece by piece, all else counted.
struct PageFindings {
  private var unseen: [Issue] = []
  private var moreUnseen = 0
  /// Numbers that are left out, because others may be shown.
  private var doubted = 0
  private var apart: [Issue] = []
  private var moreApart = 0
  private typealias Count = (count: Int, first: String, place: Location)
  private var counts: [IssueCode: Count] = [:]
  /// Cells whose figures are left out, because others may be shown.
  private var unclear: Count?
  private var oddities: [Issue] = []

  private static let mostUnseen = 20

  mutating func add(_ remarks: [Remark], at place: Location) {
    for remark in remarks {
      switch remark {
      case .unseen(let text):
        if unseen.count < Self.mostUnseen {
          unseen.append(
            Issue(
              .htmlUnseenTextOmitted,
              "text that nobody can see is left out: \(Self.excerpt(text))", at: place))
        } else {
          moreUnseen += 1
        }
      case .struck(let text, let isKept):
        count(isKept ? .htmlStruckTextKept : .htmlStruckTextOmitted, text, place)
      case .hidden(let text): count(.htmlHiddenTextOmitted, text, place)
      case .doubted(let text):
        if doubted < Self.mostUnseen {
          unseen.append(
            Issue(
              .htmlUnseenTextOmitted,
              "a script, style or font of the page may show another number here than its text, so that the number is left out; look it up in a browser: \(Self.excerpt(text))",
              at: place))
        }
        doubted += 1
      case .unclear(let figure):
        if unclear == nil { unclear = (0, figure, place) }
        unclear?.count += 1
      case .pictureInCell(let figure): count(.htmlPictureInCell, figure, place)
      case .apart(let text):
        guard apart.count < Self.mostUnseen else {
          moreApart += 1
          continue
        }
        apart.append(
          Issue(
            .htmlPartOmitted,
            "text that stands apart from the report is left out; look at the page whether it belongs to it: \(Self.excerpt(text))",
            at: place))
      }
    }
  }

  private mutating func count(_ code: IssueCode, _ text: String, _ place: Location) {
    if counts[code] == nil { counts[code] = (0, Self.excerpt(text), place) }
    counts[code]?.count += 1
  }

  /// One issue a kind and table.
  mutating func add(_ table: PageTable, number: Int) {
    if table.nested > 0 {
      oddities.append(
        Issue(
          .htmlNestedTableMoved, "\(table.nested) tables in its cells follow it",
          at: .cell(table: number, row: 1, cell: 1)))
    }
    if let first = table.clamped.first {
      oddities.append(
        Issue(
          .htmlSpanClamped,
          "\(table.clamped.count) cells span more rows or columns than there are or can be meant",
          at: .cell(table: number, row: first.row, cell: first.cell)))
    }
    if let first = table.ragged.first {
      oddities.append(
        Issue(
          .htmlRaggedRow,
          "\(table.ragged.count) rows have fewer columns than the table's \(table.columnCount)",
          at: .cell(table: number, row: first, cell: 1)))
    }
  }

  var issues: [Issue] {
    var issues = unseen
    if moreUnseen > 0 {
      issues.append(
        Issue(
          .htmlUnseenTextOmitted,
          "\(moreUnseen) more pieces of text that nobody can see on the page are left out: compare the numbers with the page in a browser"
        )
      )
    }
    if doubted > Self.mostUnseen {
      issues.append(
        Issue(
          .htmlUnseenTextOmitted,
          "\(doubted - Self.mostUnseen) more numbers are left out for which the page may show others"
        )
      )
    }
    if let unclear {
      issues.append(
        Issue(
          .htmlUnseenTextOmitted,
          Self.withFirst(
            unclear,
            "in \(unclear.count) cells a script, style or font of the page may show another figure than stands there, so that it isn't read; look them up in a browser"
          ),
          at: unclear.place))
    }
    issues += apart
    if moreApart > 0 {
      issues.append(
        Issue(
          .htmlPartOmitted,
          "\(moreApart) more pieces of text that stand apart from the report are left out; look at the page whether they belong to it"
        ))
    }
    for code in [
      IssueCode.htmlStruckTextOmitted, .htmlStruckTextKept, .htmlHiddenTextOmitted,
      .htmlPictureInCell,
    ] {
      guard let found = counts[code] else { continue }
      let count = found.count
      let message =
        switch code {
        case .htmlStruckTextOmitted: "\(count) pieces of struck-out text are left out"
        case .htmlStruckTextKept: "\(count) pieces of struck-out text are kept as text"
        case .htmlHiddenTextOmitted: "\(count) hidden pieces of text are left out"
        default:
          "a picture stands beside the figures of \(count) cells, which may be part of them"
        }
      issues.append(Issue(code, Self.withFirst(found, message), at: found.place))
    }
    return issues + oddities
  }

  private static func withFirst(_ found: Count, _ message: String) -> String {
    found.first.isEmpty ? message : "\(message), the first: \(found.first)"
  }

  private static func excerpt(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
}
