/// A few names of at most fifteen bytes, told by these: whether two strings are equal goes by Unicode's normal forms, for
/// which Chinese text is looked through scalar by scalar.
package struct NameSet: Sendable, ExpressibleByArrayLiteral {
  private let names: [UInt128]

  package init(arrayLiteral names: String...) {
    self.names = names.compactMap { Self.bytes(of: $0) }
  }

  package func contains(_ name: String) -> Bool {
    guard let name = Self.bytes(of: name) else { return false }
    return names.contains(name)
  }

  /// Nil for a longer name.
  private static func bytes(of name: String) -> UInt128? {
    guard name.utf8.count <= 15 else { return nil }
    // From 1: a NUL in front makes another name.
    return name.utf8.reduce(1) { $0 << 8 | UInt128($1) }
  }
}
