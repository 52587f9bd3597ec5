/// The attributes of one tag that say what is painted, and the properties in its `style`, as the bytes of their values.
///
/// Cairo 1.16 writes `style="fill:none;stroke-width:1;"`, later ones `fill="none" stroke-width="1"`; both are the same
/// here.
struct SVGAttributes {
  enum Name: Int {
    case reference, x, y, style, path, id, clip, transform, fill, fillOpacity, stroke, strokeWidth
    case strokeOpacity, width, height, mask, opacity, operation, filter, stopOpacity, stopColour
    case fillRule, clipRule, lineCap, dashes
  }

  let bytes: [UInt8]
  /// By name; empty where the tag hasn't got it.
  private var values = InlineArray<25, Range<Int>>(repeating: 0..<0)

  /// Throws ``SVGRefusal/malformed`` where a value isn't quoted to its end.
  init(of tag: SVGTag, in bytes: [UInt8]) throws(SVGRefusal) {
    self.bytes = bytes
    var place = tag.attributes.lowerBound
    let end = tag.attributes.upperBound
    while place < end {
      guard !Self.isBlank(bytes[place]) else {
        place += 1
        continue
      }
      guard let nameEnd = bytes.index(of: "=", from: place, upTo: end), nameEnd + 1 < end,
        bytes[nameEnd + 1] == UInt8(ascii: "\""),
        let valueEnd = bytes.index(of: "\"", from: nameEnd + 2, upTo: end)
      else { throw .malformed }
      set(place..<nameEnd, to: nameEnd + 2..<valueEnd)
      place = valueEnd + 1
    }
    if let style = self[.style] { readStyle(style) }
  }

  /// Where a value stands; nil where the tag hasn't got it, or an empty one.
  subscript(_ name: Name) -> Range<Int>? {
    let value = values[name.rawValue]
    return value.isEmpty ? nil : value
  }

  /// Nil where the tag hasn't got it.
  func text(_ name: Name) -> String? {
    self[name].map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The number that a value begins with, as in `841.9pt`; nil where there is none.
  func number(_ name: Name) -> Double? {
    guard let value = self[name] else { return nil }
    var numbers = SVGNumbers(bytes, in: value)
    return numbers.next()
  }

  /// The number that a value begins with, from 0 to 1; nil where there is none.
  func share(_ name: Name) -> Double? {
    number(name).map { min(max($0, 0), 1) }
  }

  /// The name of what a value refers to, as in `#image5` and `url(#mask0)`; nil where it refers to nothing.
  func target(_ name: Name) -> String? {
    guard let value = self[name],
      let mark = bytes.index(of: "#", from: value.lowerBound, upTo: value.upperBound)
    else { return nil }
    let end = bytes.index(of: ")", from: mark, upTo: value.upperBound) ?? value.upperBound
    return String(decoding: bytes[mark + 1..<end], as: UTF8.self)
  }

  /// `matrix(a,b,c,d,e,f)`; nil where the tag hasn't got one.
  func matrix() throws(SVGRefusal) -> SVGMatrix? {
    guard let value = self[.transform] else { return nil }
    let opening = "matrix("
    guard bytes[value].starts(with: opening.utf8) else { throw .malformed }
    var numbers = SVGNumbers(bytes, in: value.dropFirst(opening.utf8.count))
    guard let a = numbers.next(), let b = numbers.next(), let c = numbers.next(),
      let d = numbers.next(), let e = numbers.next(), let f = numbers.next()
    else { throw .malformed }
    return SVGMatrix(a: a, b: b, c: c, d: d, e: e, f: f)
  }

  private mutating func readStyle(_ style: Range<Int>) {
    var place = style.lowerBound
    while place < style.upperBound {
      let end = bytes.index(of: ";", from: place, upTo: style.upperBound) ?? style.upperBound
      while place < end, Self.isBlank(bytes[place]) { place += 1 }
      if let colon = bytes.index(of: ":", from: place, upTo: end) {
        set(place..<colon, to: colon + 1..<end)
      }
      place = end + 1
    }
  }

  private mutating func set(_ name: Range<Int>, to value: Range<Int>) {
    guard name.count <= Self.longestName, let name = Name(bytes[name]) else { return }
    values[name.rawValue] = value
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }

  /// Short strings need no memory of their own.
  private static let longestName = 16
}

extension SVGAttributes.Name {
  /// Nil for names that say nothing here.
  fileprivate init?(_ name: ArraySlice<UInt8>) {
    switch String(decoding: name, as: UTF8.self) {
    case "xlink:href", "href": self = .reference
    case "x": self = .x
    case "y": self = .y
    case "style": self = .style
    case "fill": self = .fill
    case "fill-opacity": self = .fillOpacity
    case "d": self = .path
    case "id": self = .id
    case "clip-path": self = .clip
    case "transform": self = .transform
    case "stroke": self = .stroke
    case "stroke-width": self = .strokeWidth
    case "stroke-opacity": self = .strokeOpacity
    case "width": self = .width
    case "height": self = .height
    case "mask": self = .mask
    case "opacity": self = .opacity
    case "comp-op", "mix-blend-mode": self = .operation
    case "filter": self = .filter
    case "stop-opacity": self = .stopOpacity
    case "stop-color": self = .stopColour
    case "fill-rule": self = .fillRule
    case "clip-rule": self = .clipRule
    case "stroke-linecap": self = .lineCap
    case "stroke-dasharray": self = .dashes
    default: return nil
    }
  }
}
