internal import DocumentModel

/// One selector of a style sheet, as far as it tells which elements its rule may hold for.
struct StyleSelector {
  /// In lower case, without `:not(…)`, for which ``anyBut`` stands where a step has nothing else; characters that a backslash makes part of a name are set off by ``mask(_:)``.
  private let text: String
  /// Whether it has a `:not(…)`.
  private let hasNegation: Bool

  /// What is meant alone, whatever is around it.
  enum Simple {
    case element(String)
    /// A class, or one with its element: `td.a`.
    case `class`(String)
    case id(String)
  }

  /// What an element that is meant is called, at least.
  enum Name {
    case element(String)
    case `class`(String)
    case id(String)
    /// The word of a ``StyleCondition``.
    case attribute(String)
    /// Any element.
    case any
  }

  /// The selectors of a rule; commas in brackets set none apart.
  static func list(_ prelude: Substring) -> [StyleSelector] {
    parts(masked(prelude).lowercased()[...]) { $0 == "," }.map { StyleSelector($0) }
  }

  private init(_ text: Substring) {
    let (rest, hasNegation) = Self.withoutNegations(text)
    self.text = String(rest.trimmed)
    self.hasNegation = hasNegation
  }

  /// The element, class or id that it names and nothing else; nil where it says more.
  var simple: Simple? {
    guard !hasNegation, !text.isEmpty, !text.contains(where: { " >+~:[*&".contains($0) }),
      text.count(where: { $0 == "." || $0 == "#" }) < 2
    else { return nil }
    if text.hasPrefix("#") { return .id(Self.unmasked(text.dropFirst())) }
    if text.hasPrefix(".") { return .class(Self.unmasked(text.dropFirst())) }
    if text.contains("#") { return nil }
    return text.contains(".") ? .class(Self.unmasked(text[...])) : .element(text)
  }

  /// Whether it holds only while somebody points at an element or has done so.
  var isInteractive: Bool {
    ["hover", "focus", "active", "visited", "checked", "target"].contains { text.holds(":\($0)") }
  }

  /// Whether its rule is about content that a style adds.
  var isGenerated: Bool {
    text.holds(":before") || text.holds(":after") || text.holds(":marker")
  }

  /// The classes, with a `.`, ids, with a `#`, and names of elements around the one that is meant, whichever they are of.
  ///
  /// What stands beside it or one of them is left out.
  var surroundings: Set<String> {
    guard !text.contains("&") else { return [] }
    let steps = Self.parts(text[...]) { " >+~".contains($0) }.filter { !$0.isEmpty }
    var names: Set<String> = []
    for (step, next) in zip(steps, steps.dropFirst()) {
      guard !text[step.endIndex..<next.startIndex].contains(where: { "+~".contains($0) }) else {
        continue
      }
      let name = step.prefix { !":[".contains($0) }
      let element = String(name.prefix { $0 != "." && $0 != "#" })
      if let known = ElementName(rawValue: element), known != .body, known != .other {
        names.insert(element)
      }
      names.formUnion(StyleCondition.words(of: step.prefix { $0 != ":" }))
      var start: Substring.Index?
      for index in name.indices where name[index] == "." || name[index] == "#" {
        if let start { names.insert(Self.unmasked(name[start..<index])) }
        start = index
      }
      if let start { names.insert(Self.unmasked(name[start...])) }
    }
    return names.filter { $0.count > 1 }
  }

  /// Whether its last step holds for the first, an empty or another single one of the elements that it names.
  var isSelective: Bool {
    let step = Self.parts(text[...]) { " >+~".contains($0) }.last { !$0.isEmpty } ?? ""
    return [":first", ":last", ":nth", ":only", ":empty"].contains { step.holds($0) }
  }

  /// Whether it holds for elements without content.
  var isOfEmpty: Bool { text.holds(":empty") }

  /// What its last step names.
  var names: [Name] { Self.names(text[...], depth: 0) }

  private static func names(_ text: Substring, depth: Int) -> [Name] {
    let steps = parts(text) { " >+~".contains($0) }.filter { !$0.isEmpty }
    guard let step = steps.last else { return [] }
    // `:is(.a, .b)` names what it fits within.
    if depth < 3, [":is(", ":where(", "*:is(", "*:where("].contains(where: { step.hasPrefix($0) }) {
      let inside = step.drop { $0 != "(" }.dropFirst()
      let list = inside.lastIndex(of: ")").map { inside[..<$0] } ?? inside
      return parts(list) { $0 == "," }.flatMap {
        names($0, depth: depth + 1)
      }
    }
    let name = step.prefix { !":[".contains($0) }
    if let mark = name.lastIndex(where: { $0 == "." || $0 == "#" }) {
      let word = unmasked(name[name.index(after: mark)...])
      return word.isEmpty ? [] : [name[mark] == "." ? .class(word) : .id(word)]
    }
    if let word = StyleCondition.words(of: step.prefix { $0 != ":" }).first {
      return [.attribute(word)]
    }
    return name.first == anyBut ? [.any] : [.element(String(name))]
  }

  // MARK: Brackets

  /// The parts of `text` between separators that stand in no brackets.
  private static func parts(
    _ text: Substring, separator isSeparator: (Character) -> Bool
  ) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
      let character = text[index]
      if character == "(" || character == "[" { depth += 1 }
      if character == ")" || character == "]" { depth = max(0, depth - 1) }
      if depth == 0, isSeparator(character) {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    parts.append(text[start...])
    return parts
  }

  private static func withoutNegations(_ text: Substring) -> (String, Bool) {
    guard text.holds(":not(") else { return (String(text), false) }
    var kept = ""
    var rest = text
    while let character = rest.first {
      guard character == ":", rest.hasPrefix(":not(") else {
        kept.append(character)
        rest = rest.dropFirst()
        continue
      }
      if kept.last.map({ " >+~(,".contains($0) }) ?? true { kept.append(anyBut) }
      var depth = 0
      while let next = rest.popFirst() {
        if next == "(" { depth += 1 }
        if next == ")" { depth -= 1 }
        if next == ")", depth == 0 { break }
      }
    }
    return (kept, true)
  }

  /// Stands for a step that names only what isn't meant.
  private static let anyBut: Character = "\u{F6FF}"

  // MARK: Escapes

  /// Where characters with a meaning of their own are put that a backslash takes theirs from: U+F700 on, for private use.
  private static let room: UInt32 = 0xF700

  /// `text` with `\68 ` as `h`, and `\:` as a character that means nothing.
  private static func masked(_ text: Substring) -> String {
    guard text.contains("\\") else { return String(text) }
    return StyleEscapes.decoded(text) { scalar in
      guard scalar.value < 0x80, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar)
      else { return scalar }
      return Unicode.Scalar(room + scalar.value) ?? scalar
    }
  }

  private static func unmasked(_ name: Substring) -> String {
    guard name.unicodeScalars.contains(where: { $0.value >= room }) else { return String(name) }
    return String(
      scalars: name.unicodeScalars.map { scalar in
        guard (room..<room + 0x80).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - room) ?? scalar
      })
  }
}

/// Backslashes of style sheets.
enum StyleEscapes {
  /// `text` with `\68 ` as `h` and `\:` as `:`, each such character as `change` has it.
  static func decoded(
    _ text: Substring, change: (Unicode.Scalar) -> Unicode.Scalar = { $0 }
  ) -> String {
    var decoded = ""
    var rest = text
    while let character = rest.popFirst() {
      guard character == "\\" else {
        decoded.append(character)
        continue
      }
      let digits = rest.prefix(6).prefix { $0.isHexDigit }
      if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
        decoded.unicodeScalars.append(change(scalar))
        rest = rest.dropFirst(digits.count)
        if rest.first == " " { rest = rest.dropFirst() }
      } else if let next = rest.popFirst() {
        for scalar in next.unicodeScalars { decoded.unicodeScalars.append(change(scalar)) }
      }
    }
    return decoded
  }
}
