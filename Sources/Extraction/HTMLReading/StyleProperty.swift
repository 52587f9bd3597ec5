internal import DocumentModel

/// One property with its value, as a declaration of a style sets it: `color: #fff !important`.
struct StyleProperty {
  /// In lower case, but for a variable's; one name for what has several (``StyleShorthands``).
  var name: String
  /// In lower case, unless it sets or asks for variables, whose names have their case.
  var value: String
  var isImportant = false

  var setsVariable: Bool { name.hasPrefix("--") }
  /// Whether it says something of whether and how text shows.
  var isOfText: Bool { Self.ofText.contains(name) }

  private static let ofText: Set<String> = [
    "display", "visibility", "color", "-webkit-text-fill-color", "background-color",
    "background-image", "background", "text-decoration-line", "text-line-through", "vertical-align",
    "mso-text-raise", "font-size", "font-family", "font", "opacity", "float", "zoom", "clip",
    "transform", "clip-path", "mask-image", "content-visibility", "content", "all",
    "animation-name", "translate", "rotate", "scale", "-webkit-text-security", "filter",
    "unicode-bidi", "flex-direction", "order", "grid-area", "grid-column", "grid-row",
    "letter-spacing", "word-spacing", "mso-hide", "mso-list", "list-style-type", "position",
    "line-height", "margin-left", "margin-right", "margin-top", "margin", "padding-left",
    "padding-right", "padding", "left", "right", "top", "bottom", "inset",
    "inset-inline", "inset-block", "text-indent", "height", "max-height", "width", "max-width",
    "min-height", "min-width", "overflow-x", "overflow-y", "overflow",
  ]

  /// The declarations of `display: none; color: #fff !important` that say something of text, each with what it stands for;
  /// what browsers drop, as `display: none\9`, is left out.
  static func list(_ text: String) -> [StyleProperty] {
    let text = text.holds("/*") ? StyleText.withoutComments(text) : text
    let parts =
      text.holds("(") || text.holds("\"") || text.holds("'")
      ? StyleText.parts(text[...]) { $0 == ";" } : text.split(separator: ";")
    var list: [StyleProperty] = []
    for part in parts {
      guard let colon = part.firstIndex(of: ":") else { continue }
      var name = String(part[..<colon].trimmed)
      let isVariable = name.hasPrefix("--")
      if !isVariable { name = name.lowercased() }
      var value = part[part.index(after: colon)...].trimmed
      var isImportant = false
      if let mark = value.lastIndex(of: "!"), !value[mark...].contains("\"") {
        // `!ie` and the like make it one that is dropped.
        guard value[mark...].dropFirst().trimmed.lowercased() == "important" else { continue }
        isImportant = true
        value = value[..<mark].trimmed
      }
      if isVariable || value.holds("var(") {
        list.append(
          StyleProperty(name: name, value: String(value), isImportant: isImportant))
      } else {
        add(name, value.lowercased(), isImportant: isImportant, to: &list)
      }
    }
    return list
  }

  /// `list` with the values of the variables that are known; what isn't valid with them is as if nothing were said.
  static func resolved(
    _ list: [StyleProperty], _ variables: [String: String]
  ) -> [StyleProperty] {
    var resolved: [StyleProperty] = []
    for declaration in list where !declaration.name.hasPrefix("--") {
      guard declaration.value.holds("var(") else {
        resolved.append(declaration)
        continue
      }
      let value = StyleVariables.resolved(declaration.value, variables).lowercased()
      let count = resolved.count
      add(
        declaration.name, value, isImportant: declaration.isImportant, to: &resolved)
      if resolved.count == count, value != declaration.value {
        // Valid by its form, it wins over the weaker ones and says nothing then (CSS Custom Properties, 3.1).
        add(
          declaration.name, "unset", isImportant: declaration.isImportant, to: &resolved)
      }
    }
    return resolved
  }

  /// Adds what `name: value` stands for, as far as it is valid.
  private static func add(
    _ name: String, _ value: String, isImportant: Bool, to list: inout [StyleProperty]
  ) {
    let name = StyleShorthands.plain(name)
    var value = value
    if value.contains("\\"), name != "content" {
      // `\9` is a character that no word of a style has, `n\6fne` is `none`.
      value = StyleEscapes.decoded(value[...]) { $0.value <= 0x20 ? "\u{FFFD}" : $0 }
      if value.contains("\u{FFFD}") { return }
    }
    for (name, value) in StyleShorthands.longhands(name, value)
    where StyleValidity.holds(name, value) {
      list.append(StyleProperty(name: name, value: value, isImportant: isImportant))
    }
  }
}
