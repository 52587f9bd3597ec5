internal import DocumentModel

/// What the `content` of a rule writes before or behind an element.
struct GeneratedContent {
  /// Whether it writes what makes another number of one beside it, or what isn't known: `"3"`, `"-"`, `"万"`, `attr(data-n)`; not
  /// `"\e903"`, a sign of a font.
  let addsDigits: Bool
  /// The same, whatever stands in the element: so not of `attr(data-n)`, which cells alone may have.
  private let addsSameDigits: Bool
  /// Whether the text stands in the rule.
  private let isWritten: Bool

  init(_ declarations: [StyleProperty]) {
    let values = declarations.lazy.filter { $0.name == "content" }.map(\.value)
    addsDigits = values.contains { value in
      if ["attr(", "counter", "var(", "url("].contains(where: { value.holds($0) }) { return true }
      guard let start = value.firstIndex(where: { $0 == "\"" || $0 == "'" }) else { return false }
      return StyleEscapes.decoded(value[start...]).contains { character in
        character.isNumber || Self.ofNumbers.contains(character)
      }
    }
    isWritten = values.contains { $0.hasPrefix("\"") || $0.hasPrefix("'") }
    addsSameDigits = addsDigits && !values.contains { $0.holds("attr(") || $0.holds("url(") }
  }

  /// Whether it makes the numbers doubtful of what `selector` means: a rule for all cells of another table says nothing of those.
  func isSeen(by selector: StyleSelector) -> Bool {
    guard addsDigits else { return false }
    let last = selector.last
    if !last.ids.isEmpty || !last.classes.isEmpty { return true }
    let isOfAll = !selector.isSelective && addsSameDigits
    if !last.conditions.isEmpty { return isOfAll }
    // Frameworks write `content: var(--content)` for anything.
    return last.element.map { Self.inText.contains($0) || isOfAll } ?? (isOfAll && isWritten)
  }

  /// Signs of negative numbers, and what multiplies the number before it.
  static let ofNumbers = Set("-−－十百千万亿")

  /// Elements that part of a number may stand in.
  static let inText: Set<String> = {
    Set(ElementRole.phrases).union(["span", "font", "sup", "sub", "a", "ins"])
  }()
}
