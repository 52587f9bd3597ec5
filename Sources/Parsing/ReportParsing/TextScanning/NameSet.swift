/// A few names, told by their bytes: whether two strings are equal goes by Unicode's normal forms, for which Chinese text
/// is looked through scalar by scalar.
struct NameSet: Sendable, ExpressibleByArrayLiteral {
  private let names: [String]

  init(arrayLiteral names: String...) { self.names = names }

  func contains(_ name: String) -> Bool {
    let count = name.utf8.count
    return names.contains { $0.utf8.count == count && $0.utf8.elementsEqual(name.utf8) }
  }
}
