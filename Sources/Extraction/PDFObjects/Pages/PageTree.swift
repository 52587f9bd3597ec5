/// Walks the page tree (7.7.3) as poppler does, and takes along what pages inherit (7.7.3.4).
struct PageTree {
  private let file: PDFFile
  private var pages: [PDFPage] = []
  private var nodeCount = 0
  /// Numbers of the nodes above, root first.
  private var path: [Int] = []

  static func pages(of file: PDFFile) throws(PDFRefusal) -> [PDFPage] {
    var tree = PageTree(file)
    guard case .reference(let root)? = try file.catalog()["Pages"],
      case .dictionary(let dictionary) = try file.resolve(.reference(root))
    else { throw .damaged("Pages") }
    try tree.addKids(of: dictionary, root, PageAttributes())
    // Some producers write `/Count 9.0`.
    guard let count = try file.resolve(dictionary["Count"]).integer, count == tree.pages.count,
      count == file.linearizedPageCount ?? count
    else { throw .damaged("Count") }
    return tree.pages
  }

  private init(_ file: PDFFile) { self.file = file }

  /// Adds the pages below a node.
  private mutating func addKids(
    of node: PDFDictionary, _ reference: PDFReference, _ inherited: PageAttributes
  ) throws(PDFRefusal) {
    guard !path.contains(reference.number) else { throw .damaged("Kids") }
    guard path.count < file.limits.depth else { throw .limit("depth") }
    path.append(reference.number)
    defer { path.removeLast() }
    guard case .array(let kids) = try file.resolve(node["Kids"]) else { throw .damaged("Kids") }
    let attributes = try inherited.updated(by: node, in: file)
    for kid in kids {
      nodeCount &+= 1
      guard nodeCount <= file.limits.treeNodes else { throw .limit("treeNodes") }
      // poppler stops at a page that stands in the array itself.
      guard case .reference(let reference) = kid,
        case .dictionary(let dictionary) = try file.resolve(kid)
      else { throw .damaged("Kids") }
      if dictionary["Type"] == .name("Page") {
        try addPage(dictionary, reference, attributes)
      } else {
        try addKids(of: dictionary, reference, attributes)
      }
    }
  }

  private mutating func addPage(
    _ dictionary: PDFDictionary, _ reference: PDFReference, _ inherited: PageAttributes
  ) throws(PDFRefusal) {
    guard pages.count < file.limits.pages else { throw .limit("pages") }
    // poppler finds the pages of a linearized file without the tree, and so without what they inherit.
    let base = file.isLinearized ? PageAttributes() : inherited
    let attributes = try base.updated(by: dictionary, in: file)
    if file.isLinearized {
      guard try attributes == inherited.updated(by: dictionary, in: file) else {
        throw .unsupported("inheritance in a linearized file")
      }
    }
    let boxes = try attributes.boxes()
    pages.append(
      PDFPage(
        dictionary: dictionary, reference: reference, resources: attributes.resources,
        mediaBox: boxes.media, cropBox: boxes.crop, rotation: attributes.rotation,
        contents: try contents(of: dictionary)))
  }

  private func contents(of page: PDFDictionary) throws(PDFRefusal) -> [PDFStream] {
    switch try file.resolve(page["Contents"]) {
    case .null: return []
    case .stream(let stream): return [stream]
    case .array(let items):
      var streams: [PDFStream] = []
      for item in items {
        // poppler draws nothing of a page of which one part isn't a stream.
        guard case .stream(let stream) = try file.resolve(item) else { throw .damaged("Contents") }
        streams.append(stream)
      }
      return streams
    default: throw .damaged("Contents")
    }
  }
}
