internal import DocumentModel

/// How much text, links, sentences and filled cells each element of a page holds.
struct PageWeights {
  /// Characters that aren't blank.
  private(set) var text: [Int]
  /// Of these, in links.
  private(set) var linked: [Int]
  private(set) var links: [Int]
  /// Ends of sentences outside of links.
  private(set) var marks: [Int]
  /// Cells with some text and less than 200 characters.
  private(set) var cells: [Int]
  /// Tables inside, the element itself not counted.
  private(set) var tables: [Int]

  /// Whether each link leads to another page; nil for what is no link.
  ///
  /// What a page links to as its own files is what it is about.
  static func linksToPages(in tree: ElementTree) -> [Bool?] {
    tree.nodes.indices.map { index in
      guard tree.nodes[index].name == .a, let address = tree.attribute("href", of: index) else {
        return nil
      }
      return !LinkedFile.isFile(address)
    }
  }

  /// - Parameters:
  ///   - links: ``linksToPages(in:)``.
  ///   - isOut: Whether a node counts as nothing, with all in it.
  init(_ tree: ElementTree, links isLink: [Bool?], isOut: (Int) -> Bool) {
    let zeros = [Int](repeating: 0, count: tree.nodes.count)
    (text, linked, links, marks, cells, tables) = (zeros, zeros, zeros, zeros, zeros, zeros)
    var inLink = [Bool](repeating: false, count: tree.nodes.count)
    var out = inLink
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if node.parent >= 0 {
        inLink[index] = inLink[node.parent]
        out[index] = out[node.parent]
      }
      if let isToPage = isLink[index] { inLink[index] = isToPage }
      if !out[index] { out[index] = isOut(index) }
    }
    for index in tree.nodes.indices.reversed() where !out[index] {
      let node = tree.nodes[index]
      if node.text >= 0 { count(tree.texts[node.text], index, inLink[index]) }
      switch node.name {
      case .td, .th:
        if (1..<200).contains(text[index]), tables[index] == 0 { cells[index] += 1 }
      case .a: if inLink[index] { links[index] += 1 }
      default: break
      }
      guard node.parent >= 0 else { continue }
      text[node.parent] += text[index]
      linked[node.parent] += linked[index]
      links[node.parent] += links[index]
      marks[node.parent] += marks[index]
      cells[node.parent] += cells[index]
      tables[node.parent] += tables[index] + (node.name == .table ? 1 : 0)
    }
  }

  private mutating func count(_ content: String, _ index: Int, _ isLinked: Bool) {
    var characters = 0
    var ends = 0
    for scalar in content.unicodeScalars where !CleanText.isBlank(scalar) {
      characters += 1
      if scalar == "。" || scalar == "；" || scalar == "！" || scalar == "？" { ends += 1 }
    }
    text[index] = characters
    if isLinked { linked[index] = characters } else { marks[index] = ends }
  }

  /// How much an element looks like the place of an article.
  func score(_ node: Int) -> Int {
    max(0, text[node] - 2 * linked[node]) + 8 * marks[node] + 10 * cells[node]
  }

  /// Whether most of an element's text is in links.
  func isMostlyLinks(_ node: Int, percent: Int) -> Bool {
    text[node] > 0 && linked[node] * 100 >= text[node] * percent
  }
}
