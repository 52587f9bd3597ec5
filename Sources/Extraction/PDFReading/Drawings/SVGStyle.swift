internal import PagePaint

/// How shapes are painted: the properties of SVG that elements hand down to those within them.
struct SVGStyle {
  var fill = Ink.colour(.black)
  var fillOpacity = 1.0
  var stroke = Ink.none
  var strokeOpacity = 1.0
  var strokeWidth = 1.0
  var fillRule = FillRule.nonzero
  /// Whether lines reach beyond their ends.
  var hasLongCaps = false
  var isDashed = false

  enum Ink: Hashable {
    case none
    case colour(PaintColour)
    /// A gradient or a pattern, or a colour in words that cairo doesn't write.
    case other(SVGPaintServer)
  }

  /// Takes what `attributes` say.
  mutating func take(_ attributes: SVGAttributes, _ definitions: SVGDefinitions) {
    if let ink = Self.ink(attributes, .fill, definitions) { fill = ink }
    if let ink = Self.ink(attributes, .stroke, definitions) { stroke = ink }
    if let opacity = attributes.share(.fillOpacity) { fillOpacity = opacity }
    if let opacity = attributes.share(.strokeOpacity) { strokeOpacity = opacity }
    if let width = attributes.number(.strokeWidth) { strokeWidth = width }
    if let rule = attributes.text(.fillRule) { fillRule = rule == "evenodd" ? .evenOdd : .nonzero }
    if let cap = attributes.text(.lineCap) { hasLongCaps = cap != "butt" }
    if let dashes = attributes.text(.dashes) { isDashed = dashes != "none" }
  }

  private static func ink(
    _ attributes: SVGAttributes, _ name: SVGAttributes.Name, _ definitions: SVGDefinitions
  ) -> Ink? {
    guard attributes[name] != nil else { return nil }
    if let colour = attributes.colour(name) { return .colour(colour) }
    guard let target = attributes.target(name) else {
      return attributes.text(name) == "none" ? Ink.none : .other(SVGPaintServer())
    }
    if case .paintServer(let server) = definitions[target] { return .other(server) }
    return .other(SVGPaintServer())
  }
}

/// A gradient or a pattern: colours that change from place to place.
struct SVGPaintServer: Hashable {
  /// Whether it hides all below it, as far as this is known.
  var isOpaque = false
  /// Whether it shows a picture.
  var isPicture = false
  /// What is known of its colours.
  var bounds: ColourBounds?
}

extension SVGAttributes {
  /// `rgb(100%,0%,0%)`, or of parts from 0 to 255 without `%`; nil for anything else.
  func colour(_ name: Name) -> PaintColour? {
    guard let value = self[name], bytes[value].starts(with: "rgb(".utf8) else { return nil }
    var numbers = SVGNumbers(bytes, in: value.dropFirst(4))
    guard let red = numbers.part(), let green = numbers.part(), let blue = numbers.part() else {
      return nil
    }
    return PaintColour(red: red, green: green, blue: blue)
  }
}

extension SVGNumbers {
  /// A part of a colour, 1 for all of it.
  fileprivate mutating func part() -> Double? {
    guard let number = next() else { return nil }
    return take("%") ? number / 100 : number / 255
  }
}
