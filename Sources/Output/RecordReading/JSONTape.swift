/// Where the values of a line of JSON stand, found in one pass over its bytes.
///
/// Made for the lines that we write, which have no blanks between values and no escapes in keys. Bytes that are not one
/// whole value have no tape; nesting costs a counter and no stack.
struct JSONTape: Sendable {
  /// A value, followed by those in it; the first is that of the whole line.
  struct Node: Sendable {
    /// The bytes of the value, a string with its quotes.
    var start, end: UInt32
    /// The node after this one and all in it.
    var next: UInt32
    /// Bytes of the key, which ends two before `start`; 0 in an array.
    var key: UInt32
  }

  private(set) var nodes: [Node] = []
  /// Containers deeper than this are passed over, and what is in them isn't found.
  private let depth: Int

  /// - Parameter range: Where in `bytes` the value stands.
  init?(_ bytes: [UInt8], _ range: Range<Int>, depth: Int) {
    guard range.upperBound <= bytes.count, bytes.count < UInt32.max else { return nil }
    self.depth = depth
    nodes.reserveCapacity(depth > 1 ? range.count / 16 : 32)
    guard scan(bytes.span, range) else { return nil }
  }

  private mutating func scan(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    let end = range.upperBound
    var place = range.lowerBound
    var open: [(node: Int, isObject: Bool)] = []
    while true {
      var key = 0
      if open.last?.isObject == true {
        guard let after = JSONWalk.stringEnd(place, end, bytes), after < end, bytes[after] == colon
        else { return false }
        key = after - place - 2
        place = after + 1
      }
      guard place < end else { return false }
      nodes.append(
        Node(
          start: UInt32(truncatingIfNeeded: place), end: 0, next: 0,
          key: UInt32(truncatingIfNeeded: key)))
      let first = bytes[place]
      let isContainer = first == openBrace || first == openBracket
      if isContainer, open.count < depth {
        open.append((nodes.count - 1, first == openBrace))
        place += 1
        // Its first value is the next one, if it has any.
        if place < end, bytes[place] != closeBrace, bytes[place] != closeBracket { continue }
      } else {
        guard let after = JSONWalk.valueEnd(place, end, bytes) else { return false }
        place = after
        close(nodes.count - 1, at: place)
      }
      while let last = open.last {
        guard place < end else { return false }
        if bytes[place] == comma { break }
        guard bytes[place] == (last.isObject ? closeBrace : closeBracket) else { return false }
        place += 1
        open.removeLast()
        close(last.node, at: place)
      }
      if open.isEmpty { return place == end }
      place += 1
    }
  }

  private mutating func close(_ node: Int, at end: Int) {
    nodes[node].end = UInt32(truncatingIfNeeded: end)
    nodes[node].next = UInt32(truncatingIfNeeded: nodes.count)
  }
}

private let colon = UInt8(ascii: ":")
private let comma = UInt8(ascii: ",")
private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")
private let openBracket = UInt8(ascii: "[")
private let closeBracket = UInt8(ascii: "]")
