extension PDFFile {
  /// All pages in order, each with what it inherits.
  ///
  /// They are read once. Throws `damaged` for a tree that poppler reads in part (a kid that is no page, a `Count` that
  /// isn't true). A page's own unit of length (`UserUnit`) is passed over, as poppler does.
  package func pages() throws(PDFRefusal) -> [PDFPage] {
    if let cachedPages { return cachedPages }
    let pages = try PageTree.pages(of: self)
    cachedPages = pages
    return pages
  }

  /// The names of a name tree (7.9.6) and what they stand for, in the order of the tree; none for a null `root`.
  ///
  /// The values aren't resolved. Names that stand twice are there twice.
  package func nameTree(
    _ root: PDFObject?
  ) throws(PDFRefusal) -> [(name: [UInt8], value: PDFObject)] {
    var entries: [(name: [UInt8], value: PDFObject)] = []
    var nodeCount = 0
    if try resolve(root) != .null {
      try addNames(of: root, to: &entries, &nodeCount, depth: limits.depth)
    }
    return entries
  }

  private func addNames(
    of node: PDFObject?, to entries: inout [(name: [UInt8], value: PDFObject)],
    _ nodeCount: inout Int, depth: Int
  ) throws(PDFRefusal) {
    // A circle of nodes ends here too.
    guard depth > 0 else { throw .limit("depth") }
    nodeCount &+= 1
    guard nodeCount <= limits.treeNodes else { throw .limit("treeNodes") }
    guard case .dictionary(let dictionary) = try resolve(node) else { throw .damaged("name tree") }
    switch try resolve(dictionary["Names"]) {
    case .null: break
    case .array(let items) where items.count.isMultiple(of: 2):
      for index in stride(from: 0, to: items.count, by: 2) {
        guard case .string(let name) = try resolve(items[index]) else { throw .damaged("Names") }
        entries.append((name, items[index + 1]))
        guard entries.count <= limits.treeNodes else { throw .limit("treeNodes") }
      }
    default: throw .damaged("Names")
    }
    switch try resolve(dictionary["Kids"]) {
    case .null: break
    case .array(let kids):
      for kid in kids { try addNames(of: kid, to: &entries, &nodeCount, depth: depth - 1) }
    default: throw .damaged("Kids")
    }
  }
}
