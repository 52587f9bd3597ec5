internal import DocumentModel

/// Properties that set several others, or have several names.
enum StyleShorthands {
  /// The property that `name` is another name of.
  static func plain(_ name: String) -> String {
    guard name.hasPrefix("-webkit-"), aliases.contains(name) else { return names[name] ?? name }
    let bare = String(name.dropFirst(8))
    return names[bare] ?? bare
  }

  private static let aliases: Set<String> = [
    "-webkit-transform", "-webkit-filter", "-webkit-opacity", "-webkit-mask", "-webkit-mask-image",
    "-webkit-clip-path", "-webkit-animation", "-webkit-animation-name", "-webkit-order",
    "-webkit-flex-direction", "-webkit-flex-flow",
  ]

  private static let names: [String: String] = [
    "text-decoration": "text-decoration-line", "list-style": "list-style-type",
    "mask": "mask-image", "animation": "animation-name",
    "flex-flow": "flex-direction", "grid-column-start": "grid-column",
    "grid-row-start": "grid-row", "inset-inline-start": "left", "inset-inline-end": "right",
    "inset-block-start": "top", "inset-block-end": "bottom", "margin-inline-start": "margin-left",
    "margin-block-start": "margin-top", "margin-inline-end": "margin-right",
    "padding-inline-start": "padding-left", "padding-inline-end": "padding-right",
    "inline-size": "width", "block-size": "height",
    "max-inline-size": "max-width", "max-block-size": "max-height", "word-wrap": "overflow-wrap",
  ]

  /// What a declaration stands for.
  static func longhands(_ name: String, _ value: String) -> [(name: String, value: String)] {
    if value.holds("var(") { return [(name, value)] }
    switch name {
    case "background": return background(value)
    case "font": return font(value)
    case "overflow":
      let words = value.split(separator: " ").map(String.init)
      guard let first = words.first, words.count < 3 else { return [] }
      return [("overflow-x", first), ("overflow-y", words.last ?? first)]
    case "inset": return sides(value, ["top", "right", "bottom", "left"])
    case "inset-inline": return sides(value, ["left", "right", "left", "right"])
    case "inset-block": return sides(value, ["top", "bottom", "top", "bottom"])
    case "margin":
      return sides(value, ["margin-top", "margin-right", "margin-bottom", "margin-left"])
    case "margin-inline":
      return sides(value, ["margin-left", "margin-right", "margin-left", "margin-right"])
    case "padding":
      return sides(value, ["padding-top", "padding-right", "padding-bottom", "padding-left"])
    case "padding-inline":
      return sides(value, ["padding-left", "padding-right", "padding-left", "padding-right"])
    default: return [(name, value)]
    }
  }

  /// One to four values for the sides from the top on, as the clock goes.
  private static func sides(_ value: String, _ names: [String]) -> [(name: String, value: String)] {
    let words = StyleDeclarations.words(value)
    guard (1...4).contains(words.count), words.allSatisfy({ StyleValidity.isSide($0) }) else {
      return []
    }
    let places = [0, 1, 2, 3].map { words.count > $0 ? $0 : $0 == 3 && words.count > 1 ? 1 : 0 }
    return zip(names, places).map { ($0, words[$1]) }
  }

  private static func background(_ value: String) -> [(name: String, value: String)] {
    if StyleValidity.ofAny.contains(value) {
      return [("background-color", value), ("background-image", value)]
    }
    let words = StyleDeclarations.words(value.replacing("/", with: " / "))
    let colours = words.filter { StyleValidity.isColour($0) }
    guard colours.count < 2 || value.contains(",") else { return [] }
    let holdsImage = value.holds("url(") || value.holds("gradient(") || value.holds("image-set(")
    return [
      ("background-color", colours.last ?? "transparent"),
      ("background-image", holdsImage ? value : "none"),
    ]
  }

  /// Reads `italic bold 12px/1.5 "a b", c`: the fonts stand behind the size.
  private static func font(_ value: String) -> [(name: String, value: String)] {
    if StyleValidity.ofAny.contains(value) {
      return [("font-size", value), ("font-family", value)]
    }
    // Of the system.
    if systemFonts.contains(value) { return [("font-size", "medium"), ("font-family", value)] }
    let words = StyleDeclarations.words(value.replacing("/", with: " / "))
    guard
      let place = words.firstIndex(where: { word in
        guard let first = word.first else { return false }
        if word.contains("(") { return true }
        // `700` is a weight; a size has a unit, or is 0.
        return first.isNumber || first == "." || first == "-" || first == "+"
          ? Int(word) ?? 0 == 0 : StyleDeclarations.sizeWords[word] != nil
      }), StyleValidity.holds("font-size", words[place])
    else { return [] }
    var rest = words[(place + 1)...]
    if rest.first == "/" {
      rest = rest.dropFirst(2)
    }
    // A font without a name is none, which makes it one that is dropped.
    guard !rest.isEmpty else { return [] }
    return [("font-size", words[place]), ("font-family", rest.joined(separator: " "))]
  }

  private static let systemFonts: Set<String> = [
    "caption", "icon", "menu", "message-box", "small-caption", "status-bar",
  ]
}
