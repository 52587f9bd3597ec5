/// Cross-reference streams (7.5.8).
extension CrossReferences {
  /// Reads the section at `offset` and returns its dictionary.
  ///
  /// Its values stand in the dictionary itself: nothing can be looked up yet. It is never encrypted.
  ///
  /// - Parameter table: Number of the table whose trailer names the stream (`XRefStm`, 7.5.8.4); nil for none.
  mutating func readStream(
    at offset: Int, of table: Int? = nil, _ reader: inout ObjectReader, _ decoder: StreamDecoder
  ) throws(PDFRefusal) -> PDFDictionary {
    let found = try reader.object(at: offset)
    guard case .dictionary(let dictionary) = found.value, let start = found.streamStart,
      case .integer(let length)? = dictionary["Length"],
      case .integer(let size)? = dictionary["Size"]
    else { throw .damaged("xref") }
    let stream = try reader.stream(dictionary, from: start, length: length, found.reference)
    let filters = try StreamFilter.filters(of: dictionary, limit: reader.limits.filters) {
      (object) throws(PDFRefusal) in
      if case .reference? = object { throw .damaged("xref") }
      return object ?? .null
    }
    let rows = try decoder.decoded(reader.bytes, in: stream.range, filters)
    raise(size: size)
    try addRows(
      rows, widths: try Self.widths(dictionary), try Self.index(dictionary, size: size), of: table)
    return dictionary
  }

  private mutating func addRows(
    _ rows: [UInt8], widths: [Int], _ index: [(first: Int, count: Int)], of table: Int?
  ) throws(PDFRefusal) {
    let rowBytes = widths.reduce(0, +)
    var position = 0
    for (first, count) in index {
      guard rowBytes > 0, count <= (rows.count &- position) / rowBytes else {
        throw .damaged("xref rows")
      }
      try reserve(first: first, count: count)
      for number in first..<(first &+ count) {
        let entry = try Self.entry(rows, at: position, widths: widths, isFirst: number == 0)
        add(entry, number, of: table)
        position &+= rowBytes
      }
    }
  }

  private static func entry(
    _ rows: [UInt8], at position: Int, widths: [Int], isFirst: Bool
  ) throws(PDFRefusal) -> Entry {
    let second = position &+ widths[0]
    let third = second &+ widths[1]
    let type = number(rows, position..<second)
    let location = number(rows, second..<third)
    var detail = number(rows, third..<(third &+ widths[2]))
    // Some producers write the generation of the first free object with 32 bits.
    if isFirst, detail == UInt64(UInt32.max) { detail = 65_535 }
    guard let place = Int(exactly: location), detail <= UInt64(Int32.max) else {
      throw .damaged("xref row")
    }
    let kind: Kind
    switch type {
    case 0 where widths[0] > 0: kind = .free
    case 0, 1: kind = .offset
    case 2: kind = .stream
    default: throw .unsupported("xref type \(type)")
    }
    return Entry(location: place, detail: UInt32(truncatingIfNeeded: detail), kind: kind)
  }

  /// Big-endian; 0 for no bytes.
  private static func number(_ rows: [UInt8], _ range: Range<Int>) -> UInt64 {
    var value: UInt64 = 0
    for index in range { value = value &<< 8 | UInt64(rows[index]) }
    return value
  }

  /// Bytes of the three fields of a row.
  private static func widths(_ dictionary: PDFDictionary) throws(PDFRefusal) -> [Int] {
    guard let items = dictionary["W"]?.array, items.count >= 3 else { throw .damaged("W") }
    var widths: [Int] = []
    for (item, most) in zip(items, [4, 8, 8]) {
      guard case .integer(let width) = item, (0...most).contains(width) else {
        throw .damaged("W")
      }
      widths.append(width)
    }
    return widths
  }

  /// The numbers of the objects that the rows are of; all below `size` where nothing else is said.
  private static func index(
    _ dictionary: PDFDictionary, size: Int
  ) throws(PDFRefusal) -> [(first: Int, count: Int)] {
    guard let index = dictionary["Index"] else { return [(0, size)] }
    guard let items = index.array, items.count.isMultiple(of: 2) else { throw .damaged("Index") }
    var ranges: [(first: Int, count: Int)] = []
    for place in stride(from: 0, to: items.count, by: 2) {
      guard case .integer(let first) = items[place], case .integer(let count) = items[place + 1]
      else { throw .damaged("Index") }
      ranges.append((first, count))
    }
    return ranges
  }
}
