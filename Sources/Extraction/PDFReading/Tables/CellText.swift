internal import Diagnostics

/// The text of one cell, and how sure it is.
struct CellText {
  private(set) var text: String
  private(set) var joining = Joining.none
  /// Whether the last line has no room for one more character, so that the text may go on elsewhere.
  private(set) var endsFull = false

  enum Joining {
    /// No figure was broken over lines.
    case none
    /// A figure stood on several lines, because there was no room for one more digit on the first.
    case wrapped
    /// Figures stand on several lines, though there was room: they stay apart, and are no number.
    case apart
  }

  /// The text of `words`, which stand in one cell, where a line has `room` points.
  init(_ words: [Word], room: Double) {
    let lines = LineAssembly.lines(of: words)
    let texts = lines.map(\.text)
    if let last = lines.last { endsFull = last.box.width + last.size > room - 0.5 }
    guard texts.count > 1, texts.allSatisfy(Figure.isPart) else {
      text = texts.dropFirst().reduce(into: texts.first ?? "") {
        TextJoining.append($1, to: &$0)
      }
      return
    }
    let isWrapped = zip(lines, texts).dropLast().allSatisfy { line, text in
      let digit = line.box.width / Double(max(text.unicodeScalars.count, 1))
      return line.box.width + digit > room - 0.5
    }
    let whole = texts.joined()
    joining = isWrapped && Figure.isFigure(whole) ? .wrapped : .apart
    text = joining == .wrapped ? whole : texts.joined(separator: " ")
  }

  func issue(at location: Location) -> Issue? {
    switch joining {
    case .none: nil
    case .wrapped:
      Issue(.pdfCellJoined, "“\(text)” stands on several lines of its cell", at: location)
    case .apart:
      Issue(
        .pdfColumnUncertain, "“\(text)” may be one number or several in one cell", at: location)
    }
  }
}
