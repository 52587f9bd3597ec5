internal import Diagnostics
internal import DocumentModel
internal import PagePaint

/// Something that a page shows otherwise than its text says.
struct PaintFinding: Hashable {
  enum Kind: Hashable {
    /// Left out because it is not seen, and why.
    case unseen(GlyphSight.Reason)
    case struck
    /// A line that slants or bends runs across it.
    case crossed
    case repeated
    /// A mark beside a figure, smaller, raised or lowered, left out.
    case mark(of: String)
    /// The font doesn't say which characters these are.
    case unknownGlyphs
    /// The text of the file names other digits than the glyphs of the page.
    case differs
    /// Text that the page shows and `pdftotext` doesn't list.
    case unlisted
    /// A picture or drawing beside a figure, which may hold more of its digits.
    case picture
    /// It reaches over several columns, and may be a figure of each.
    case joined
    /// The whole page.
    case upsideDown
    case annotation(String)
  }

  var kind: Kind
  /// What it is about, as the file says it.
  var text: String
  var page: Int
  var box: BoundingBox

  /// The issue, at the cell that it stands in.
  func issue(at location: Location) -> Issue {
    let quoted = "“\(text.prefix(40))”"
    return switch kind {
    case .unseen(let reason):
      Issue(
        .pdfUnseenTextOmitted, "\(quoted) was not read: \(reason.sentence)", at: location)
    case .struck:
      Issue(.pdfStruckTextOmitted, "\(quoted) is struck out and was left out", at: location)
    case .crossed:
      Issue(
        .pdfStruckTextOmitted, "a stroke runs across \(quoted), so that it was not read",
        at: location)
    case .repeated:
      Issue(.pdfDrawnTwice, "\(quoted) is painted twice and was read once", at: location)
    case .mark(let figure):
      Issue(
        .cellAnnotated,
        "\(quoted) is the mark of a note beside \(figure), not a part of the number",
        at: location)
    case .unknownGlyphs:
      Issue(
        .pdfGlyphsUnknown, "the font of \(quoted) does not say which characters these are",
        at: location)
    case .differs:
      Issue(.pdfTextDiffers, "the page shows other characters than \(quoted)", at: location)
    case .unlisted:
      Issue(
        .pdfTextDiffers, "the page shows \(quoted), but the text of the file does not contain it",
        at: location)
    case .picture:
      Issue(.pdfPictureInCell, "a picture or a drawing stands beside \(quoted)", at: location)
    case .joined:
      Issue(
        .pdfColumnUncertain, "\(quoted) touches the figure of the next column and was not read",
        at: location)
    case .upsideDown:
      Issue(
        .tableUnreadable,
        "the page is upside down, so that its numbers were not read: turn it and convert it again",
        at: .page(page, box: nil))
    case .annotation(let kind):
      Issue(
        .pdfAnnotation, "somebody added \(kind) here" + (text.isEmpty ? "" : ": \(quoted)"),
        at: location)
    }
  }
}

extension PaintFinding {
  /// Nil for an annotation that says nothing of the text below it.
  init?(_ annotation: PageAnnotation, page: Int) {
    guard let said = annotation.said else { return nil }
    self.init(
      kind: .annotation(said), text: CleanText.line(annotation.text ?? ""), page: page,
      box: annotation.box)
  }
}

extension PageAnnotation {
  /// What kind it is, for a person; nil for what says nothing of the text below it.
  fileprivate var said: String? {
    switch kind {
    case .strikeOut: "a strike-out"
    case .highlight: "a highlight"
    case .underline: "an underline"
    case .squiggly: "a wavy line"
    case .note: "a note"
    case .freeText: "text"
    case .redaction: "a redaction that was not applied"
    case .caret: "a mark for an insertion"
    case .ink: "a drawing by hand"
    case .drawing: "a line or a shape"
    case .fileAttachment, .stamp: nil
    }
  }
}

extension GlyphSight.Reason {
  /// Why it was left out, as the end of a sentence.
  fileprivate var sentence: String {
    switch self {
    case .unpainted: "the page does not paint it"
    case .transparent: "it is transparent"
    case .clipped: "it lies outside of what the page shows"
    case .hiddenLayer: "it belongs to a layer that is not shown"
    case .tiny: "it is too small to be seen"
    case .covered: "something is painted over it"
    case .groundColoured: "it has the colour of its background"
    case .overtyped: "another digit stands in the same place"
    case .partlyCovered: "a part of it is covered"
    case .blank: "its font draws nothing for it"
    case .unclear: "something over or under it may hide it"
    case .repeated, .overprinted: "it repeats what stands there"
    case .struck: "it is struck out"
    case .turned: "its line is turned"
    case .unlevel:
      "it stands at a number in another size or height, as a digit of it or as a mark of a note"
    case .crowded:
      "so much of the page is turned or faint that text and watermarks cannot be distinguished"
    case .across: "it lies across other text, as a watermark does"
    }
  }
}

extension [PaintFinding] {
  /// An issue for each finding at its cell; of what stands outside of tables the first few of a page and kind, and how many
  /// more there are.
  func issues(in blocks: [Block]) -> [Issue] {
    guard !isEmpty else { return [] }
    let cells = CellPlaces(blocks)
    var issues: [Issue] = []
    var gathered: [Group: Int] = [:]
    var groups: [Group] = []
    for (index, finding) in enumerated() {
      if index < Self.mostPlaced, let location = cells.location(of: finding) {
        issues.append(finding.issue(at: location))
        continue
      }
      let issue = finding.issue(at: .page(finding.page, box: finding.box))
      let group = Group(page: finding.page, code: issue.code)
      let count = gathered[group, default: 0]
      if count == 0 { groups.append(group) }
      gathered[group] = count + 1
      if count < Self.mostListed { issues.append(issue) }
    }
    for group in groups {
      guard let more = gathered[group].map({ $0 - Self.mostListed }), more > 0 else { continue }
      issues.append(
        Issue(
          group.code, "the same in \(more) more place\(more == 1 ? "" : "s") on this page",
          at: .page(group.page, box: nil)))
    }
    return issues
  }

  private struct Group: Hashable {
    var page: Int
    var code: IssueCode
  }

  /// Findings outside of tables that are listed one by one, a page and kind.
  private static let mostListed = 8
  /// Of more findings than a report has cells, the cells aren't looked for.
  private static let mostPlaced = 5_000
}

/// Where the cells of a document's tables are.
private struct CellPlaces {
  private var byPage: [Int: [(box: BoundingBox, location: Location)]] = [:]

  init(_ blocks: [Block]) {
    for case .table(let table) in blocks {
      for cell in table.rows.joined() where cell.coverage == .own {
        guard case .page(let page, let box?) = cell.location else { continue }
        byPage[page, default: []].append((box, cell.location))
      }
    }
  }

  /// The cell that most of the finding lies in; nil for none.
  func location(of finding: PaintFinding) -> Location? {
    var best: (area: Double, location: Location)?
    for cell in byPage[finding.page] ?? [] {
      guard let common = cell.box.intersection(finding.box) else { continue }
      let area = common.width * common.height
      if area > best?.area ?? 0 { best = (area, cell.location) }
    }
    return best?.location
  }
}
