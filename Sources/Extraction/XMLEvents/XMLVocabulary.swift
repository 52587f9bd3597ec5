/// The namespaces and local names that a handler tells apart; everything else is unknown to it.
package final class XMLVocabulary: Sendable {
  /// The URIs of each namespace: a Transitional and a Strict one are the same namespace to a handler.
  let namespaces: [[[UInt8]]]
  /// An empty name keeps its index but is not looked for.
  let names: [[UInt8]]
  /// The index of each name, or -1, at its hash or after it.
  private let slots: [Int]

  package init(namespaces: [[String]], names: [String]) {
    self.namespaces = namespaces.map { $0.map { Array($0.utf8) } }
    self.names = names.map { Array($0.utf8) }
    var room = 16
    while room < names.count * 4 { room *= 2 }
    var slots = [Int](repeating: -1, count: room)
    for (index, name) in self.names.enumerated() where !name.isEmpty {
      var slot = XMLNameKey(name.span, at: 0, count: name.count).hash & (room - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (room - 1) }
      slots[slot] = index
    }
    self.slots = slots
  }

  /// The index of the local name that `bytes` hold in `range`, -1 if it is not in the vocabulary.
  func index(of bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var slot = XMLNameKey(bytes, at: range.lowerBound, count: range.count).hash & (slots.count - 1)
    while slots[slot] >= 0 {
      if bytes.hold(names[slots[slot]], at: range) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  /// The index of the namespace whose URI `bytes` hold in `range`, -1 if it is not in the vocabulary.
  func namespace(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    namespaces.firstIndex { $0.contains { bytes.hold($0, at: range) } } ?? -1
  }
}

/// The name of an element, as indices into the handler's ``XMLVocabulary``.
package struct XMLName: Hashable, Sendable {
  /// -1 for a namespace that is not in the vocabulary, or none.
  package var namespace: Int
  /// -1 for a local name that is not in the vocabulary.
  package var local: Int

  package init(namespace: Int, local: Int) {
    self.namespace = namespace
    self.local = local
  }
}
