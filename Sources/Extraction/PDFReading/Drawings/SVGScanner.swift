internal import Glibc

/// Why a drawing is not taken.
enum SVGRefusal: Error {
  /// It is not what cairo writes, or ends in the middle.
  case malformed
  /// It has more in it than a page to be read by people.
  case limit
}

/// Walks from tag to tag through what `pdftocairo -svg` writes; text between them is none of it.
///
/// Not a reader of XML: cairo writes no comments, no CDATA and no `>` in the value of an attribute. What a value holds,
/// such as the megabytes of a picture, is passed over by the C library's fastest search.
struct SVGScanner {
  private let bytes: [UInt8]
  /// Behind the last tag.
  private(set) var position: Int

  /// - Parameter position: Where the first tag begins, or something before it.
  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next tag; nil where there is none, or none that ends.
  mutating func next() -> SVGTag? {
    while let start = bytes.index(of: "<", from: position, upTo: bytes.count),
      let end = bytes.index(of: ">", from: start, upTo: bytes.count)
    {
      position = end + 1
      // Instructions and declarations.
      if bytes[start + 1] == UInt8(ascii: "?") || bytes[start + 1] == UInt8(ascii: "!") { continue }
      return tag(from: start, to: end)
    }
    position = bytes.count
    return nil
  }

  private func tag(from start: Int, to end: Int) -> SVGTag {
    let isClosing = bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = isClosing ? start + 2 : start + 1
    var nameEnd = nameStart
    while nameEnd < end, Self.isNamePart(bytes[nameEnd]) { nameEnd += 1 }
    let isEmpty = end > nameEnd && bytes[end - 1] == UInt8(ascii: "/")
    return SVGTag(
      name: SVGTag.Name(bytes[min(nameStart, nameEnd)..<nameEnd]),
      form: isClosing ? .closing : isEmpty ? .empty : .opening,
      attributes: nameEnd..<(isEmpty ? end - 1 : max(end, nameEnd)), start: start,
      length: end + 1 - start)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: false
    }
  }
}

/// A tag, without a look at its attributes yet.
struct SVGTag {
  enum Form { case opening, closing, empty }

  enum Name: String {
    case use, path, clipPath, symbol, group = "g", rectangle = "rect", image, mask, page, pageSet
    case definitions = "defs", pattern, linearGradient, radialGradient, stop, filter, svg, other

    fileprivate init(_ bytes: ArraySlice<UInt8>) {
      self = Self(rawValue: String(decoding: bytes.prefix(15), as: UTF8.self)) ?? .other
    }
  }

  var name: Name
  var form: Form
  /// Where its attributes stand.
  var attributes: Range<Int>
  /// Where its `<` stands.
  var start: Int
  /// How many bytes it has from `<` to `>`.
  var length: Int
}

/// What lies within one element, tag by tag, elements within elements too.
struct SVGContent {
  private var depth: Int

  /// - Parameter tag: The opening tag, up to which a scanner has gone.
  init(of tag: SVGTag) {
    depth = tag.form == .opening ? 1 : 0
  }

  /// The next opening or empty tag; nil behind the last one, with the scanner behind the end of the element.
  mutating func next(_ scanner: inout SVGScanner) throws(SVGRefusal) -> SVGTag? {
    while depth > 0 {
      guard let tag = scanner.next() else { throw .malformed }
      switch tag.form {
      case .closing: depth -= 1
      case .opening:
        depth += 1
        return tag
      case .empty: return tag
      }
    }
    return nil
  }

  /// Goes to the end of the element.
  mutating func skip(_ scanner: inout SVGScanner) throws(SVGRefusal) {
    while try next(&scanner) != nil {}
  }
}

extension [UInt8] {
  /// Where the first `character` stands in `start..<end`, which lies within the bytes; nil where none does.
  func index(of character: Unicode.Scalar, from start: Int, upTo end: Int) -> Int? {
    guard start < end else { return nil }
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let place = unsafe memchr(base + start, Int32(character.value), end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(place) - base
    }
  }
}
