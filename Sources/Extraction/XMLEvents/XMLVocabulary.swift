/// The namespaces and local names that a handler tells apart; everything else is unknown to it.
///
/// Names are found by the address under which libxml2 interns them, so one start tag costs one probe of a small table.
package struct XMLVocabulary: Sendable {
  /// The URIs of each namespace: a Transitional and a Strict one are the same namespace to a handler.
  let namespaces: [[String]]
  /// An empty name keeps its index but is not looked for.
  let names: [String]

  package init(namespaces: [[String]], names: [String]) {
    self.namespaces = namespaces
    self.names = names
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
