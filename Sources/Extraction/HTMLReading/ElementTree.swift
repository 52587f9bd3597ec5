internal import CLibGumbo
internal import Diagnostics
internal import DocumentModel

/// The elements and texts of a page in the order of the source.
///
/// A node's descendants follow it, up to `end`: whatever goes down a page is a loop over numbers.
struct ElementTree {
  struct Node {
    /// Nil for text.
    var name: ElementName?
    var parent: Int
    /// The node behind the last descendant.
    var end: Int
    /// Its place in ``attributes``; -1 for none.
    var attributes = -1
    /// Its place in ``texts``; -1 for an element.
    var text = -1
  }

  private(set) var nodes: [Node] = []
  private(set) var attributes: [[(name: String, value: String)]] = []
  private(set) var texts: [String] = []

  /// The tree of a page that ``MarkupScanner`` wrote.
  ///
  /// - Parameter root: The attributes of `<html>`, which it doesn't write.
  init(_ page: [UInt8], root: [(name: String, value: String)] = []) {
    var options = unsafe kGumboDefaultOptions
    unsafe options.max_errors = 0
    unsafe page.withUnsafeBufferPointer { bytes in
      guard
        let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
        let output = unsafe gumbo_parse_with_options(&options, start, bytes.count)
      else { return }
      unsafe copy(output.pointee.root)
      unsafe gumbo_destroy_output(&options, output)
    }
    guard !root.isEmpty, !nodes.isEmpty else { return }
    nodes[0].attributes = attributes.count
    attributes.append(root)
  }

  func attribute(_ name: String, of node: Int) -> String? {
    let place = nodes[node].attributes
    guard place >= 0 else { return nil }
    return attributes[place].first { $0.name == name }?.value
  }

  /// The first node with the name; nil where there is none.
  func first(_ name: ElementName) -> Int? { nodes.firstIndex { $0.name == name } }

  /// The children of `node`, in order.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var next = node + 1
    while next < nodes[node].end {
      children.append(next)
      next = nodes[next].end
    }
    return children
  }

  /// Of each row and cell its number among those beside it, from the first and from the last one; 0 for any other element,
  /// since what stands beside it may have been left out.
  func numbers() -> [(first: Int, last: Int)] {
    var numbers = [(first: Int, last: Int)](repeating: (0, 0), count: nodes.count)
    var counts = [Int](repeating: 0, count: nodes.count)
    func number(_ index: Int) -> Int? {
      guard let name = nodes[index].name, nodes[index].parent >= 0 else { return nil }
      counts[nodes[index].parent] += 1
      return [.td, .th, .tr].contains(name) ? counts[nodes[index].parent] : nil
    }
    for index in nodes.indices { numbers[index].first = number(index) ?? 0 }
    counts = [Int](repeating: 0, count: nodes.count)
    for index in nodes.indices.reversed() { numbers[index].last = number(index) ?? 0 }
    return numbers
  }

  // MARK: Copying

  private mutating func copy(_ root: UnsafeMutablePointer<GumboNode>?) {
    guard let root = unsafe root else { return }
    var open = unsafe [Level(source: root, node: 0, next: 0)]
    guard unsafe add(root, parent: -1) else { return }
    while let last = unsafe open.last {
      let children = unsafe last.source.pointee.v.element.children
      guard unsafe last.next < Int(children.length) else {
        unsafe nodes[last.node].end = nodes.count
        unsafe open.removeLast()
        continue
      }
      unsafe open[open.count - 1].next += 1
      guard let data = unsafe children.data[last.next] else { continue }
      let child = unsafe data.assumingMemoryBound(to: GumboNode.self)
      let number = nodes.count
      if unsafe add(child, parent: last.node) {
        unsafe open.append(Level(source: child, node: number, next: 0))
      }
    }
  }

  /// An element whose children are being copied.
  @unsafe private struct Level {
    var source: UnsafeMutablePointer<GumboNode>
    var node: Int
    var next: Int
  }

  /// Adds a node, and says whether it can have children.
  private mutating func add(_ node: UnsafeMutablePointer<GumboNode>, parent: Int) -> Bool {
    switch unsafe node.pointee.type {
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
      let element = unsafe node.pointee.v.element
      let spelling = unsafe gumbo_normalized_tagname(element.tag)
      let name = unsafe spelling.map { unsafe String(cString: $0) }
      var added = Node(
        name: ElementName(rawValue: name ?? "") ?? .other, parent: parent, end: nodes.count + 1)
      let count = unsafe Int(element.attributes.length)
      if count > 0 {
        var list: [(name: String, value: String)] = []
        for index in 0..<count {
          guard let data = unsafe element.attributes.data[index] else { continue }
          let attribute = unsafe data.assumingMemoryBound(to: GumboAttribute.self).pointee
          guard let name = unsafe attribute.name, let value = unsafe attribute.value else {
            continue
          }
          unsafe list.append((String(cString: name), String(cString: value)))
        }
        added.attributes = attributes.count
        attributes.append(list)
      }
      nodes.append(added)
      return true
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      guard let text = unsafe node.pointee.v.text.text else { return false }
      var added = Node(name: nil, parent: parent, end: nodes.count + 1)
      added.text = texts.count
      unsafe texts.append(String(cString: text))
      nodes.append(added)
      return false
    default: return false
    }
  }
}
