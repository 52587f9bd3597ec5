/// A line of JSON with its tape; its values go by the numbers of their nodes, 0 being the whole.
///
/// Those who look at each cell of a form go over nodes here; ``JSONValue`` is for everybody else.
final class JSONLine: Sendable {
  private let bytes: [UInt8]
  private let nodes: [JSONTape.Node]

  /// Nil for bytes that are not one whole value, a LF at its end or not.
  init?(_ line: [UInt8], depth: Int) {
    let end = line.last == UInt8(ascii: "\n") ? line.count - 1 : line.count
    guard let tape = JSONTape(line, 0..<end, depth: depth) else { return nil }
    bytes = line
    nodes = tape.nodes
  }

  func isObject(_ node: Int) -> Bool { bytes[Int(nodes[node].start)] == UInt8(ascii: "{") }
  func isArray(_ node: Int) -> Bool { bytes[Int(nodes[node].start)] == UInt8(ascii: "[") }

  /// The values in an object or array are from `node + 1` up to here, each ``next(_:)`` after the other.
  func end(_ node: Int) -> Int { Int(nodes[node].next) }
  func next(_ node: Int) -> Int { Int(nodes[node].next) }

  /// How many values an object or array has.
  func count(_ node: Int) -> Int {
    var count = 0
    var child = node + 1
    while child < end(node) {
      count += 1
      child = next(child)
    }
    return count
  }

  /// The first member of the name `key` in an object.
  func member(_ key: String, of node: Int) -> Int? {
    guard isObject(node) else { return nil }
    let count = key.utf8.count
    var child = node + 1
    while child < end(node) {
      if Int(nodes[child].key) == count, bytes[keyRange(child)].elementsEqual(key.utf8) {
        return child
      }
      child = next(child)
    }
    return nil
  }

  func array(_ key: String, of node: Int) -> Int? {
    member(key, of: node).flatMap { isArray($0) ? $0 : nil }
  }

  func key(_ node: Int) -> String { String(decoding: bytes[keyRange(node)], as: UTF8.self) }

  func string(_ node: Int) -> String? { JSONWalk.string(range(node), in: bytes) }

  /// A number or word as it is written; empty for what is longer than any of ours.
  func token(_ node: Int) -> String {
    // The longest number that we write has 20 characters.
    let range = range(node)
    return range.count > 40 ? "" : String(decoding: bytes[range], as: UTF8.self)
  }

  /// Which of `keys` a member's name is.
  func keyPlace(_ node: Int, in keys: KeyList, from next: inout Int) -> Int? {
    keys.index(of: keyRange(node), in: bytes, from: &next)
  }

  /// Which of `keys` a string is, escapes as they are written.
  func place(_ node: Int, in keys: KeyList, from next: inout Int) -> Int? {
    let range = range(node)
    guard bytes[range.lowerBound] == UInt8(ascii: "\""), range.count >= 2 else { return nil }
    return keys.index(of: (range.lowerBound + 1)..<(range.upperBound - 1), in: bytes, from: &next)
  }

  private func range(_ node: Int) -> Range<Int> { Int(nodes[node].start)..<Int(nodes[node].end) }

  private func keyRange(_ node: Int) -> Range<Int> {
    let (start, key) = (Int(nodes[node].start), Int(nodes[node].key))
    return key == 0 ? start..<start : (start - 2 - key)..<(start - 2)
  }
}
