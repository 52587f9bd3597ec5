internal import DocumentModel

/// Whether browsers take a value or drop its declaration (CSS Syntax, 9).
enum StyleValidity {
  /// The words that any property takes.
  static let ofAny: Set<String> = ["inherit", "initial", "unset", "revert", "revert-layer"]

  static func holds(_ name: String, _ value: String) -> Bool {
    guard !value.isEmpty else { return false }
    if ofAny.contains(value) || value.holds("var(") { return true }
    switch name {
    case "display":
      let words = value.split(separator: " ").map(String.init)
      return words.count == 1 && displays.contains(value)
        || words.count == 2 && ["block", "inline"].contains(words[0])
          && ["flow", "flow-root", "table", "flex", "grid", "ruby"].contains(words[1])
    case "visibility": return ["visible", "hidden", "collapse"].contains(value)
    case "opacity": return StyleLength(value).map(isFactor) ?? value.contains("(")
    case "color", "background-color", "-webkit-text-fill-color": return isColour(value)
    case "font-size":
      if value.contains("(") || StyleDeclarations.sizeWords[value] != nil { return true }
      guard let length = StyleLength(value), let pixels = length.pixels() else { return false }
      // Old pages take a number without a unit for pixels.
      return length.isBareNumber ? (0..<StyleDeclarations.leastSize).contains(pixels) : pixels >= 0
    case "position":
      return ["static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky"].contains(value)
    case "float":
      return ["left", "right", "none", "inline-start", "inline-end"].contains(value)
    case "left", "right", "top", "bottom", "margin-left", "margin-right", "margin-top":
      return isSide(value)
    case "overflow-x", "overflow-y":
      return ["visible", "hidden", "clip", "scroll", "auto", "overlay"].contains(value)
    case "clip": return value == "auto" || value.hasPrefix("rect(")
    default: return true
    }
  }

  static func isColour(_ value: String) -> Bool {
    if PageColour.value(value) != .unknown { return true }
    if value.contains("(") {
      return !value.holds("url(") && !value.holds("gradient") && !value.holds("image")
    }
    // Old pages take `ffffff` for a colour, others drop it (Quirks Mode, 3.1): which of them it is decides nothing here.
    return [3, 6].contains(value.utf8.count) && value.allSatisfy(\.isHexDigit)
  }

  static func isSide(_ value: String) -> Bool {
    value == "auto" || value.contains("(") || ofAny.contains(value) || StyleLength(value) != nil
  }

  private static func isFactor(_ length: StyleLength) -> Bool {
    switch length {
    case .amount(_, .one), .amount(_, .share): true
    case .amount: false
    default: true
    }
  }

  private static let displays: Set<String> = [
    "none", "block", "inline", "inline-block", "list-item", "flow", "flow-root", "flex",
    "inline-flex", "grid", "inline-grid", "table", "inline-table", "table-row", "table-cell",
    "table-row-group", "table-header-group", "table-footer-group", "table-column",
    "table-column-group", "table-caption", "contents", "ruby", "ruby-text", "math", "-webkit-box",
    "-webkit-inline-box", "-webkit-flex", "-webkit-inline-flex",
  ]
}
