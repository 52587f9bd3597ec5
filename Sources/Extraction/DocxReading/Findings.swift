internal import Diagnostics

/// What was left out or guessed in one document, counted: one issue a kind, not one a place.
struct Findings {
  enum Kind: Hashable {
    case trackedChange, hiddenText, struckText, keptStruckText, comment, picture, ruby
    /// Something that is not text and is not shown: its name, such as `chart`.
    case object(String)
    case unknownElement(String)
    /// Text in an element that isn't known, or where no text belongs.
    case lostText
    case undefinedList(Int)
    case unknownNumberFormat(String)
    case unbalancedField
    case unmappedSymbol(String)
  }

  /// More kinds than any real document has; hostile ones invent names.
  private static let mostKinds = 64

  private var counts: [Kind: Int] = [:]
  /// In the order in which they were met first, so that the same bytes give the same issues.
  private var order: [Kind] = []
  /// The first piece of a kind, so that it can be found, and where it stands as far as that is known.
  private var firstPieces: [Kind: Piece] = [:]

  private struct Piece {
    var text: String
    var location: Location?
  }

  /// Whether a piece of the kind is remembered.
  func hasPiece(_ kind: Kind) -> Bool { firstPieces[kind] != nil }

  /// Counts something that has no text, and remembers where the first of its kind stands.
  mutating func note(_ kind: Kind, at location: Location?) {
    if let location, firstPieces[kind] == nil {
      firstPieces[kind] = Piece(text: "", location: location)
    }
    note(kind)
  }

  /// Counts `text` and remembers it if it is the first of its kind.
  mutating func note(_ kind: Kind, text: String, at location: Location?) {
    if firstPieces[kind] == nil {
      let excerpt = text.count > 40 ? text.prefix(40) + "…" : text
      firstPieces[kind] = Piece(text: excerpt, location: location)
    }
    note(kind)
  }

  mutating func note(_ kind: Kind, times: Int = 1) {
    if let count = counts[kind] {
      counts[kind] = count + times
    } else if order.count < Self.mostKinds, times > 0 {
      counts[kind] = times
      order.append(kind)
    }
  }

  /// Pieces of text that nobody sees, each with its place, and how many more there are.
  private var unseen: [Piece] = []
  private var moreUnseen = 0
  private static let mostUnseen = 20

  /// Whether the next piece of unseen text is said by itself.
  var remembersUnseen: Bool { unseen.count < Self.mostUnseen }

  mutating func noteUnseen(_ text: String, at location: Location?) {
    guard remembersUnseen else {
      moreUnseen += 1
      return
    }
    unseen.append(
      Piece(text: text.count > 40 ? text.prefix(40) + "…" : text, location: location))
  }

  private var unseenIssues: [Issue] {
    let issues = unseen.map {
      Issue(
        .docxUnseenTextOmitted, "text that nobody can see is left out: \($0.text)", at: $0.location)
    }
    guard moreUnseen > 0 else { return issues }
    return issues + [
      Issue(
        .docxUnseenTextOmitted, "\(moreUnseen) more pieces of text that nobody can see are left out"
      )
    ]
  }

  /// Says that all of it is in `part`, which is not the body: paragraphs of other parts are not numbered.
  mutating func place(in part: String) {
    for kind in firstPieces.keys { firstPieces[kind]?.location = .part(part) }
    for index in unseen.indices { unseen[index].location = .part(part) }
  }

  mutating func merge(_ other: Findings) {
    firstPieces.merge(other.firstPieces) { own, _ in own }
    for kind in other.order { note(kind, times: other.counts[kind] ?? 0) }
    for piece in other.unseen { noteUnseen(piece.text, at: piece.location) }
    moreUnseen += other.moreUnseen
  }

  var issues: [Issue] {
    unseenIssues
      + order.map { kind in
        var issue = Self.issue(kind, count: counts[kind] ?? 0)
        if let first = firstPieces[kind] {
          if !first.text.isEmpty { issue.message += ", the first: \(first.text)" }
          issue.location = first.location
        }
        return issue
      }
  }

  private static func issue(_ kind: Kind, count: Int) -> Issue {
    switch kind {
    case .trackedChange:
      Issue(.docxTrackedChangesAccepted, "\(count) recorded changes are taken as accepted")
    case .hiddenText: Issue(.docxHiddenTextOmitted, "\(count) hidden pieces of text are left out")
    case .struckText:
      Issue(.docxStruckTextOmitted, "\(count) pieces of struck-out text are left out")
    case .keptStruckText:
      Issue(.docxStruckTextKept, "\(count) pieces of struck-out text are kept as text")
    case .comment: Issue(.docxCommentsOmitted, "\(count) comments are left out")
    case .picture: Issue(.docxPicture, "\(count) pictures are not read")
    case .ruby: Issue(.docxRubyMoved, "the reading aids over \(count) words are given as notes")
    case .object(let name): Issue(.docxObjectSkipped, "\(count) of \(name) are not read")
    case .unknownElement(let name):
      Issue(.docxUnknownElement, "\(count) elements \(name) are not known and left out")
    case .lostText:
      Issue(
        .docxUnknownElement,
        "\(count) pieces of text in elements that are not known are left out")
    case .undefinedList(let id):
      Issue(.docxNumberingUndefined, "list \(id), used \(count) times, is not defined")
    case .unknownNumberFormat(let name):
      Issue(.docxNumberingUndefined, "number format \(name) is printed as decimal")
    case .unbalancedField:
      Issue(.docxFieldUnbalanced, "\(count) fields do not begin and end in order")
    case .unmappedSymbol(let name):
      Issue(.docxSymbolUnmapped, "\(count) symbols \(name) have no known character")
    }
  }
}
