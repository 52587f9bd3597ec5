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

  var isEmpty: Bool { ids.isEmpty && classes.isEmpty && !writesCells }

  /// What is known of an element; nil where no script names it.
  func certainty(id: String?, classes names: String?) -> Certainty? {
    if let id, let found = ids[Self.stem(id)] { return found }
    guard let names, !classes.isEmpty else { return nil }
    return names.split(whereSeparator: \.isWhitespace).prefix(16).lazy.compactMap {
      classes[String($0)]
    }.first
  }

  /// `num` of `num12`: a script may count its elements.
  private static func stem(_ id: String) -> String {
    var stem = id[...]
    while let last = stem.last, last.isNumber { stem = stem.dropLast() }
    return stem.isEmpty ? id : String(stem)
  }

  private static let mostNames = 5_000

  /// Notes what a script writes into.
  mutating func read(_ script: ArraySlice<UInt8>) {
    guard Self.writes.contains(where: { script.holds($0) }) else { return }
    let text = ScriptText(script)
    guard text.writesText else { return }
    if text.writesCellByPlace { writesCells = true }
    for name in text.names where ids.count + classes.count < Self.mostNames {
      let certainty = name.isWritten ? Certainty.written : .named
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
    "innerHTML", "innerText", "textContent", "outerHTML", ".text(", ".html(", ".val(", ".value",
  ]
}

/// The names of elements in a script, and where it writes text.
struct ScriptText {
  enum Kind {
    case id, `class`, element
  }

  struct Name {
    var kind: Kind
    var text: String
    /// Whether the statement that holds it writes text behind it.
    var isWritten: Bool
  }

  private(set) var names: [Name] = []
  private(set) var writesText = false
  /// Whether it sets a cell by its place: `rows[4].cells[2].innerHTML = …`.
  private(set) var writesCellByPlace = false
  private let script: [UInt8]

  init(_ script: ArraySlice<UInt8>) {
    self.script = Array(script)
    read()
  }

  private struct Literal {
    var text: String
    var start: Int
    var end: Int
  }

  private mutating func read() {
    var literals: [Literal] = []
    var writes: [Int] = []
    var cells: [Int] = []
    var index = 0
    while index < script.count {
      let byte = script[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        let end = endOfLiteral(at: index)
        if end - index < 200, literals.count < 20_000 {
          let text = String(decoding: script[(index + 1)..<max(index + 1, end - 1)], as: UTF8.self)
          literals.append(Literal(text: text, start: index, end: end))
        }
        index = end
        continue
      case UInt8(ascii: "/") where isAt("//", index):
        while index < script.count, script[index] != 0x0A { index += 1 }
      case UInt8(ascii: "/") where isAt("/*", index):
        index += 2
        while index < script.count, !isAt("*/", index) { index += 1 }
      case UInt8(ascii: "."):
        if isWrite(at: index) { writes.append(index) }
        if isAt(".cells[", index) || isAt(".cells.", index) { cells.append(index) }
      default: break
      }
      index += 1
    }
    writesText = !writes.isEmpty
    var next = 0
    for place in cells {
      while next < writes.count, writes[next] < place { next += 1 }
      if next < writes.count, isOneStatement(place, writes[next]) { writesCellByPlace = true }
    }
    next = 0
    for literal in literals {
      while next < writes.count, writes[next] < literal.end { next += 1 }
      add(literal, isWritten: next < writes.count && isOneStatement(literal.end, writes[next]))
    }
  }

  /// - Parameter text: In lower case; case doesn't count.
  private func isAt(_ text: String, _ index: Int) -> Bool {
    script.span.hasASCIIPrefix(text, at: index)
  }

  /// Behind the quotation mark that ends the literal at `start`; a line end ends one too.
  private func endOfLiteral(at start: Int) -> Int {
    let quote = script[start]
    var index = start + 1
    while index < script.count {
      let byte = script[index]
      if byte == quote { return index + 1 }
      if byte == 0x0A, quote != UInt8(ascii: "`") { return index }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return script.count
  }

  /// Whether text is set at `index`: `.innerHTML = …`, `.text(…)` with something in the brackets.
  private func isWrite(at index: Int) -> Bool {
    for name in Self.properties where isAt(name, index) {
      let next = afterBlanks(index + name.utf8.count)
      guard next + 1 < script.count else { return false }
      let isSet = script[next] == UInt8(ascii: "=") && script[next + 1] != UInt8(ascii: "=")
      return isSet || isAt("+=", next)
    }
    for name in Self.methods where isAt(name, index) {
      let next = afterBlanks(index + name.utf8.count)
      return next < script.count && script[next] != UInt8(ascii: ")")
    }
    return false
  }

  /// In lower case.
  private static let properties = [
    ".innerhtml", ".innertext", ".textcontent", ".outerhtml", ".value",
  ]
  private static let methods = [".text(", ".html(", ".val("]

  private func afterBlanks(_ start: Int) -> Int {
    var index = start
    while index < script.count, script[index] <= 0x20 { index += 1 }
    return index
  }

  private func isOneStatement(_ start: Int, _ end: Int) -> Bool {
    end - start < 160
      && !script[start..<end].contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "}") }
  }

  private mutating func add(_ literal: Literal, isWritten: Bool) {
    var call = literal.start
    while call > 0, script[call - 1] <= 0x20 { call -= 1 }
    guard call > 0, script[call - 1] == UInt8(ascii: "(") else { return }
    let before = String(decoding: script[max(0, call - 25)..<(call - 1)], as: UTF8.self)
    func add(_ kind: Kind, _ text: some StringProtocol) {
      guard !text.isEmpty else { return }
      names.append(Name(kind: kind, text: String(text), isWritten: isWritten))
    }
    if before.hasSuffix("getElementById") {
      add(.id, literal.text)
    } else if before.hasSuffix("getElementsByClassName") {
      for name in literal.text.split(separator: " ") { add(.class, name) }
    } else if before.hasSuffix("getElementsByTagName") {
      add(.element, literal.text.lowercased())
    } else if ["$", "jQuery", "find", "querySelector", "querySelectorAll", "children", "filter"]
      .contains(where: { before.hasSuffix($0) })
    {
      for selector in literal.text.split(separator: ",").prefix(8) {
        let step = selector.split { " >+~".contains($0) }.last ?? ""
        let name = step.prefix { $0 != ":" && $0 != "[" }
        if let mark = name.lastIndex(where: { $0 == "#" || $0 == "." }) {
          add(name[mark] == "#" ? .id : .class, name[name.index(after: mark)...])
        } else {
          add(.element, name.lowercased())
        }
      }
    }
  }
}
