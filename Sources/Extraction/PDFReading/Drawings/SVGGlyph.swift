internal import Diagnostics
internal import PagePaint

/// The shape of a glyph in one font of one size: cairo defines each once, and uses it wherever it is shown.
struct SVGGlyph {
  /// Of the font: two sizes of one font are two.
  var font: Int
  /// The glyph in that font.
  var index: Int
  /// What its ink takes up, its origin being 0, 0; nil for a blank.
  var ink: BoundingBox?

  /// Font and glyph, as one number.
  var shape: UInt32 {
    UInt32(truncatingIfNeeded: font) << 16 | UInt32(truncatingIfNeeded: index) & 0xFFFF
  }

  /// A glyph without ink; nil unless `id` is like `glyph12-3`, or `glyph-12-3` of later versions.
  init?(id: String) {
    let opening = "glyph"
    guard id.hasPrefix(opening) else { return nil }
    let numbers = id.dropFirst(opening.count).split(separator: "-")
    guard numbers.count == 2, let font = Int(numbers[0]), let index = Int(numbers[1]) else {
      return nil
    }
    self.font = font
    self.index = index
  }

  /// Takes what `content`, an element of the glyph, adds to its ink.
  ///
  /// A glyph is one path, or squares in a group with a matrix.
  ///
  /// - Parameter matrix: Of the groups around, to which that of `content` is added.
  mutating func add(
    _ content: SVGTag, in bytes: [UInt8], matrix: inout SVGMatrix
  ) throws(SVGRefusal) {
    let attributes = try SVGAttributes(of: content, in: bytes)
    switch content.name {
    case .path:
      guard let data = attributes[.path] else { return }
      add(SVGPath(bytes, in: data, through: matrix).extent())
    case .rectangle: add(attributes.rectangle.map { matrix.apply($0) })
    case .group: matrix = try attributes.matrix()?.followed(by: matrix) ?? matrix
    default: break
    }
  }

  private mutating func add(_ box: BoundingBox?) {
    guard let box else { return }
    ink = ink?.union(box) ?? box
  }
}
