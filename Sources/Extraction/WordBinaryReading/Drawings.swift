internal import CompoundFiles

/// The shapes that a document's text anchors (OfficeArtContent, MS-DOC 2.9.174).
struct Drawings {
  struct Shape {
    enum Kind {
      case picture, object, box, outlines, line, textOnly
    }

    var id: Int
    var kind: Kind
    /// The words of a shape that is drawn text.
    var words: String?
  }

  /// The shapes of each group, or one shape, by the id that the text knows it by.
  private(set) var groups: [Int: [Shape]] = [:]
  /// Whether some of them could not be read.
  private(set) var isDamaged = false

  private enum Record {
    static let group = 0xF000
    static let drawing = 0xF002
    static let shapes = 0xF003
    static let shape = 0xF004
    static let properties = 0xF00B
    static let identity = 0xF00A
  }

  private static let deepest = 32
  private static let mostShapes = 100_000

  init(_ file: WordFile) {
    guard let range = file.range(of: .drawings) else {
      isDamaged = true
      return
    }
    var offset = range.lowerBound
    while let header = RecordHeader(file.table, offset, end: range.upperBound) {
      if header.kind == Record.drawing { readDrawing(file.table, header.content) }
      offset = header.content.upperBound
      // A byte says whether the next drawing is that of the body or of headers.
      if header.kind == Record.group || header.kind == Record.drawing { offset += 1 }
    }
  }

  /// Eight bytes (OfficeArtRecordHeader, MS-ODRAW 2.2.1), and what they head.
  private struct RecordHeader {
    var kind: Int
    var instance: Int
    var content: Range<Int>

    init?(_ bytes: [UInt8], _ offset: Int, end: Int) {
      guard offset + 8 <= end, let first = bytes.uint16(offset),
        let kind = bytes.uint16(offset + 2),
        let length = bytes.uint32(offset + 4), offset + 8 + length <= end
      else { return nil }
      self.kind = kind
      instance = first >> 4
      content = offset + 8..<offset + 8 + length
    }
  }

  /// What is left of a container, and the id of the group that it belongs to.
  private struct OpenContainer {
    var rest: Range<Int>
    var group: Int?
    /// Whether its first shape names the group; in a drawing the first stands for the page.
    var isGroup = false
  }

  private mutating func readDrawing(_ bytes: [UInt8], _ content: Range<Int>) {
    var open = [OpenContainer(rest: content)]
    var count = 0
    while let index = open.indices.last {
      guard let header = RecordHeader(bytes, open[index].rest.lowerBound, end: content.upperBound),
        header.content.upperBound <= open[index].rest.upperBound
      else {
        if !open[index].rest.isEmpty { isDamaged = true }
        open.removeLast()
        continue
      }
      open[index].rest = header.content.upperBound..<open[index].rest.upperBound
      if header.kind == Record.shapes {
        guard open.count < Self.deepest else {
          isDamaged = true
          continue
        }
        // The outermost container holds what the text anchors; others are groups.
        open.append(
          OpenContainer(rest: header.content, group: open[index].group, isGroup: open.count > 1))
      } else if header.kind == Record.shape, let shape = Self.shape(bytes, header.content) {
        count += 1
        guard count <= Self.mostShapes else { return isDamaged = true }
        if open[index].isGroup, open[index].group == nil {
          open[index].group = shape.id
          continue
        }
        groups[open[index].group ?? shape.id, default: []].append(shape)
      }
    }
  }

  /// A shape as its records describe it.
  private static func shape(_ bytes: [UInt8], _ content: Range<Int>) -> Shape? {
    var shape: Shape?
    var offset = content.lowerBound
    while let header = RecordHeader(bytes, offset, end: content.upperBound) {
      offset = header.content.upperBound
      if header.kind == Record.identity {
        guard let id = bytes.uint32(header.content.lowerBound),
          let flags = bytes.uint32(header.content.lowerBound + 4)
        else { return nil }
        shape = Shape(id: id, kind: flags & 0x10 != 0 ? .object : kind(header.instance))
      } else if header.kind == Record.properties {
        readProperties(bytes, header.content, count: header.instance, &shape)
      }
    }
    return shape
  }

  /// The kind of a shape by its number (MSOSPT, MS-ODRAW 2.4.24).
  private static func kind(_ number: Int) -> Shape.Kind {
    switch number {
    case 0: .outlines
    case 75: .picture
    case 20, 32...40: .line
    case 202: .textOnly
    default: .box
    }
  }

  /// Six bytes a property; the longer ones follow all of these in the same order.
  private static func readProperties(
    _ bytes: [UInt8], _ content: Range<Int>, count: Int, _ shape: inout Shape?
  ) {
    var long = content.lowerBound + 6 * count
    let isObject = shape?.kind == .object
    for index in 0..<count {
      let offset = content.lowerBound + 6 * index
      guard offset + 6 <= content.upperBound, let code = bytes.uint16(offset),
        let value = bytes.uint32(offset + 2)
      else { return }
      switch code & 0x3FFF {
      // A picture that fills the shape.
      case 0x0104 where value != 0 && !isObject: shape?.kind = .picture
      case 0x00C0 where code & 0x8000 != 0:
        if let range = bytes.range(long, count: value), range.upperBound <= content.upperBound {
          let units = stride(from: range.lowerBound, to: range.upperBound - 1, by: 2).prefix(4_096)
            .map { UInt16(truncatingIfNeeded: bytes.uint16($0) ?? 0) }
          shape?.words = String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
          shape?.kind = .textOnly
        }
      default: break
      }
      if code & 0x8000 != 0 { long += value }
    }
  }
}
