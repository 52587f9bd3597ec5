internal import DocumentModel

/// What the scripts of a page write into: the ids and classes that they name, and cells of tables.
///
/// No script is run. A script counts that writes text somewhere, `innerHTML =`, `.text(…)`; what it only styles or listens to
/// is left alone.
struct ScriptTargets {
  /// How a script names an element.
  enum Certainty {
    /// It writes into the element.
    case written
    /// It names the element, and writes somewhere.
    case named
  }

  private var ids: [String: Certainty] = [:]
  private var classes: [String: Certainty] = [:]
  /// Whether a script writes into cells of tables by their places.
  private(set) var writesCells = false

  /// Whether scripts name more than is kept.
  private(set) var isIncomplete = false

  private var words = ScriptWords()

  var isEmpty: Bool { ids.isEmpty && classes.isEmpty && !writesCells }

  /// What is known of an element; nil where no script names it.
  func certainty(id: String?, classes names: String?) -> Certainty? {
    var found = id.flatMap { ids[Self.stem($0)] }
    guard found != .written, let names, !classes.isEmpty else { return found }
    for name in names.split(whereSeparator: \.isWhitespace) {
      guard let certainty = classes[String(name)] else { continue }
      if certainty == .written { return .written }
      found = certainty
    }
    return found
  }

  /// `num` of `num12`: a script may count its elements.
  private static func stem(_ id: String) -> String {
    var stem = id[...]
    while let last = stem.last, last.isNumber { stem = stem.dropLast() }
    return stem.isEmpty ? id : String(stem)
  }

  private static let mostNames = 5_000

  /// Whether a script holds the id of an element, whatever it does with it.
  func hold(id: String) -> Bool { words.hold(id) }

  /// Whether a script holds the id or a class of an element.
  func hold(id: String?, classes: String?) -> Bool {
    if let id, words.hold(id) { return true }
    return classes?.split(whereSeparator: \.isWhitespace).contains { words.hold(String($0)) }
      ?? false
  }

  /// Notes what a script writes into.
  mutating func read(_ script: ArraySlice<UInt8>) {
    words.read(script)
    guard Self.writes.contains(where: { script.holds($0) }) else { return }
    let text = ScriptText(script)
    if text.writesCellByPlace { writesCells = true }
    if text.isIncomplete { isIncomplete = true }
    for name in text.names where name.isWritten || name.isChanged || text.writesText {
      guard ids.count + classes.count < Self.mostNames else { return isIncomplete = true }
      let certainty = name.isWritten || name.isChanged ? Certainty.written : .named
      switch name.kind {
      case .id: Self.note(certainty, of: Self.stem(name.text), in: &ids)
      case .class: Self.note(certainty, of: name.text, in: &classes)
      case .element:
        if name.isWritten, ["td", "th", "tr", "tbody"].contains(name.text) { writesCells = true }
      }
    }
  }

  private static func note(
    _ certainty: Certainty, of name: String, in names: inout [String: Certainty]
  ) {
    if names[name] != .written { names[name] = certainty }
  }

  private static let writes = [
    "innerHTML", "innerText", "textContent", "outerHTML", ".text(", ".html(", ".val(", "value",
    "nodeValue", "irstChild.data", "insertAdjacent", "replaceChildren", "replaceWith", ".append(",
    ".prepend(", ".load(", ".hide(", ".remove(", ".detach(", ".style.display",
    ".style.visibility", ".appendChild(",
  ]
}
