internal import DocumentModel

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
    /// Whether it hides the element, takes it away or puts something into it.
    var isChanged: Bool
  }

  private(set) var names: [Name] = []
  /// Whether it puts text into an element by a way that is for nothing else.
  private(set) var writesText = false
  /// Whether it sets a cell by its place: `rows[4].cells[2].innerHTML = …`.
  private(set) var writesCellByPlace = false
  /// Whether it holds more literals than are looked at.
  private(set) var isIncomplete = false
  private let script: [UInt8]

  private static let mostLiterals = 20_000

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
    var changes: [Int] = []
    var cells: [Int] = []
    var index = 0
    /// The last byte that is neither a blank nor in a comment.
    var last: UInt8 = 0
    /// Up to where no regular expression begins.
    var plain = 0
    while index < script.count {
      let byte = script[index]
      defer { if byte > 0x20 { last = byte } }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        let end = endOfLiteral(at: index)
        if literals.count >= Self.mostLiterals {
          isIncomplete = true
        } else if end - index < 200 {
          let text = String(decoding: script[(index + 1)..<max(index + 1, end - 1)], as: UTF8.self)
          literals.append(Literal(text: text, start: index, end: end))
        }
        index = end
        continue
      case UInt8(ascii: "/") where isAt("//", index):
        while index < script.count, script[index] != 0x0A { index += 1 }
        continue
      case UInt8(ascii: "/") where isAt("/*", index):
        index += 2
        while index < script.count, !isAt("*/", index) { index += 1 }
        index += 2
        continue
      case UInt8(ascii: "/") where index >= plain && beginsExpression(at: index, behind: last):
        let (end, isClosed) = endOfExpression(at: index)
        index = isClosed ? end : index + 1
        if !isClosed { plain = end }
        continue
      case UInt8(ascii: "."):
        if let way = way(at: index) {
          writes.append(index)
          if way == .sure { writesText = true }
        }
        if Self.changing.contains(where: { isAt($0, index) }) { changes.append(index) }
        if isAt(".cells[", index) || isAt(".cells.", index) { cells.append(index) }
      case UInt8(ascii: "[") where setsByName(at: index):
        writes.append(index)
        writesText = true
      default: break
      }
      index += 1
    }
    let written = receivers(of: writes)
    var next = 0
    for place in cells {
      while next < writes.count, writes[next] < place { next += 1 }
      if next < writes.count, isOneStatement(place, writes[next]) { writesCellByPlace = true }
    }
    let changed = receivers(of: changes)
    var change = 0
    next = 0
    for literal in literals {
      while next < writes.count, writes[next] < literal.end { next += 1 }
      let isWritten = next < writes.count && isOneStatement(literal.end, writes[next])
      while change < changes.count, changes[change] < literal.end { change += 1 }
      let isChanged = change < changes.count && isOneStatement(literal.end, changes[change])
      add(
        literal, isWritten: isWritten || isWrittenLater(literal, written),
        isChanged: isChanged || isWrittenLater(literal, changed))
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

  // MARK: Regular expressions

  /// Whether a `/` begins a regular expression, by the byte before it; else it divides.
  private func beginsExpression(at index: Int, behind last: UInt8) -> Bool {
    if last == 0 || "(,=:[!&|?{};+-*%<>~^".utf8.contains(last) { return true }
    var end = index
    while end > 0, script[end - 1] <= 0x20 { end -= 1 }
    return ["return", "typeof", "case"].contains { word in
      let start = end - word.utf8.count
      return start >= 0 && isAt(word, start) && (start == 0 || !Self.isOfName(script[start - 1]))
    }
  }

  /// Behind the `/` that ends the regular expression at `start`, or the end of its line where that has none: then it isn't one.
  private func endOfExpression(at start: Int) -> (end: Int, isClosed: Bool) {
    var index = start + 1
    var isInClass = false
    while index < script.count, script[index] != 0x0A {
      switch script[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass: return (index + 1, true)
      default: break
      }
      index += 1
    }
    return (index, false)
  }

  // MARK: Ways of writing

  private enum Way {
    case sure
    /// Lists, forms and windows have methods of that name too.
    case ofOthersToo
  }

  /// How text is set at `index`: `.innerHTML = …`, `.text(…)` with something in the brackets; nil where none is.
  private func way(at index: Int) -> Way? {
    for name in Self.properties where isAt(name, index) {
      let end = index + name.utf8.count
      guard isSet(at: end), let equals = script[end...].firstIndex(of: UInt8(ascii: "=")) else {
        return nil
      }
      return isBlank(at: afterBlanks(equals + 1)) ? nil : .sure
    }
    for name in Self.methods where isAt(name, index) {
      let next = afterBlanks(index + name.utf8.count)
      guard next < script.count, script[next] != UInt8(ascii: ")") else { return nil }
      return isBlank(at: next) ? nil : .sure
    }
    for name in Self.methodsOfOthersToo where isAt(name, index) {
      let next = afterBlanks(index + name.utf8.count)
      guard next < script.count, !isAt("function", next),
        !"()".utf8.contains(script[next])
      else { return nil }
      return .ofOthersToo
    }
    return nil
  }

  /// Whether blanks alone are written, `"&nbsp;"`, as they are into cells that hold nothing.
  private func isBlank(at start: Int) -> Bool {
    guard start < script.count, "\"'".utf8.contains(script[start]) else { return false }
    let end = endOfLiteral(at: start)
    let next = afterBlanks(end)
    guard end - start < 80, next >= script.count || ");}".utf8.contains(script[next]) else {
      return false
    }
    let text = String(decoding: script[(start + 1)..<max(start + 1, end - 1)], as: UTF8.self)
    guard !text.isEmpty else { return false }
    return ["&nbsp;", "&ensp;", "&emsp;", "&#160;", "\\u00a0", "<br>"].reduce(text.lowercased()) {
      $0.split(separator: $1, omittingEmptySubsequences: false).joined()
    }.allSatisfy(\.isWhitespace)
  }

  /// Whether `["innerHTML"] = …` stands at `index`.
  private func setsByName(at index: Int) -> Bool {
    let start = afterBlanks(index + 1)
    guard start < script.count,
      script[start] == UInt8(ascii: "\"") || script[start] == UInt8(ascii: "'")
    else { return false }
    for name in Self.properties where isAt(String(name.dropFirst()), start + 1) {
      let end = start + name.utf8.count
      guard end < script.count, script[end] == script[start] else { continue }
      let close = afterBlanks(end + 1)
      return close < script.count && script[close] == UInt8(ascii: "]") && isSet(at: close + 1)
    }
    return false
  }

  /// Whether `=` or `+=` comes next.
  private func isSet(at index: Int) -> Bool {
    let next = afterBlanks(index)
    guard next + 1 < script.count else { return false }
    return script[next] == UInt8(ascii: "=") && script[next + 1] != UInt8(ascii: "=")
      || isAt("+=", next)
  }

  /// In lower case.
  private static let properties = [
    ".innerhtml", ".innertext", ".textcontent", ".outerhtml", ".value", ".nodevalue",
    ".firstchild.data",
  ]
  private static let methods = [
    ".text(", ".html(", ".val(", ".replacechildren(", ".replacewith(", ".insertadjacenthtml(",
    ".insertadjacenttext(",
  ]
  private static let methodsOfOthersToo = [".append(", ".prepend(", ".load("]

  /// Ways of changing an element otherwise than by its text, in lower case.
  private static let changing = [
    ".hide(", ".remove(", ".detach(", ".style.display", ".style.visibility", ".appendchild(",
  ]

  // MARK: Variables

  /// The variables that hold an element which is written into, `t` and `this.t`, each with the last place.
  private func receivers(of writes: [Int]) -> [String: Int] {
    var receivers: [String: Int] = [:]
    for place in writes {
      let name = chain(before: place).text
      for index in name.indices where name[index] == "." || name[index] == "[" {
        receivers[String(name[..<index])] = place
      }
      if !name.isEmpty { receivers[name] = place }
    }
    return receivers
  }

  /// Whether the element that `literal` names is put into a variable that is written into behind it.
  private func isWrittenLater(_ literal: Literal, _ receivers: [String: Int]) -> Bool {
    guard !receivers.isEmpty else { return false }
    var next = afterBlanks(literal.end)
    guard next < script.count, script[next] == UInt8(ascii: ")") else { return false }
    next += 1
    if next < script.count, script[next] == UInt8(ascii: "[") {
      while next < script.count, script[next] != UInt8(ascii: "]"), script[next] != 0x0A {
        next += 1
      }
      next += 1
    }
    next = afterBlanks(next)
    // What goes on takes something else from the element.
    guard next >= script.count || script[next] != UInt8(ascii: ".") else { return false }
    var call = literal.start
    while call > 0, script[call - 1] <= 0x20 { call -= 1 }
    var equals = chain(before: call - 1).start
    while equals > 0, script[equals - 1] <= 0x20 { equals -= 1 }
    guard equals > 0, script[equals - 1] == UInt8(ascii: "=") else { return false }
    equals -= 1
    while equals > 0, script[equals - 1] <= 0x20 { equals -= 1 }
    let name = chain(before: equals).text
    return receivers[name].map { $0 > literal.end } ?? false
  }

  /// `this.rows[4]` that ends before `end`, without the brackets of calls, and where it begins.
  private func chain(before end: Int) -> (text: String, start: Int) {
    var start = end
    var name: [UInt8] = []
    while start > 0, end - start < 120 {
      let byte = script[start - 1]
      if byte == UInt8(ascii: ")") {
        var depth = 0
        repeat {
          start -= 1
          if script[start] == UInt8(ascii: ")") { depth += 1 }
          if script[start] == UInt8(ascii: "(") { depth -= 1 }
        } while depth > 0 && start > 0 && end - start < 120
        guard depth == 0 else { break }
        continue
      }
      guard Self.isOfName(byte) || ".[]".utf8.contains(byte) else { break }
      name.append(byte)
      start -= 1
    }
    return (String(decoding: name.reversed(), as: UTF8.self), start)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  private func afterBlanks(_ start: Int) -> Int {
    var index = start
    while index < script.count, script[index] <= 0x20 { index += 1 }
    return index
  }

  private func isOneStatement(_ start: Int, _ end: Int) -> Bool {
    end - start < 160
      && !script[start..<end].contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "}") }
  }

  private mutating func add(_ literal: Literal, isWritten: Bool, isChanged: Bool) {
    var call = literal.start
    while call > 0, script[call - 1] <= 0x20 { call -= 1 }
    guard call > 0, script[call - 1] == UInt8(ascii: "(") else { return }
    let before = String(decoding: script[max(0, call - 25)..<(call - 1)], as: UTF8.self)
    func add(_ kind: Kind, _ text: some StringProtocol) {
      guard !text.isEmpty else { return }
      names.append(
        Name(kind: kind, text: String(text), isWritten: isWritten, isChanged: isChanged))
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
      for selector in literal.text.split(separator: ",") {
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
