internal import DocumentModel

/// How the labels of a table show: what is done to them as to its numbers hides neither, since its labels are there to be read.
struct TableLabels {
  private var labels = 0
  private var causes: [String: Int] = [:]
  private var fonts: [String: Int] = [:]

  init() {}

  init(of table: Int, in tree: ElementTree, _ looks: PageLooks) {
    let nodes = table..<tree.nodes[table].end
    guard
      nodes.contains(where: { tree.nodes[$0].text >= 0 && Self.isDoubted(looks[$0]) })
    else { return }
    for node in nodes where tree.nodes[node].text >= 0 && !looks[node].isHidden {
      let text = tree.texts[tree.nodes[node].text].unicodeScalars
      guard text.contains(where: { CleanText.isChinese($0.value) }),
        !text.contains(where: { ("0"..."9").contains($0) })
      else { continue }
      labels += 1
      let look = looks[node]
      if look.isUnclear, let cause = look.cause { causes[cause, default: 0] += 1 }
      if let font = look.ownFont { fonts[font, default: 0] += 1 }
    }
  }

  private static func isDoubted(_ look: PageLook) -> Bool {
    look.isUnclear && look.cause != nil || look.ownFont != nil
  }

  /// Whether most labels look as a number does that has `look`.
  func haveUnclearLook(of look: PageLook) -> Bool {
    isOfMost(look.cause.flatMap { causes[$0] })
  }

  /// Whether most labels are in the font of a number that has `look`: one that shows other digits is for numbers alone.
  func haveFont(of look: PageLook) -> Bool { isOfMost(look.ownFont.flatMap { fonts[$0] }) }

  private func isOfMost(_ count: Int?) -> Bool { count.map { $0 * 2 > labels } ?? false }
}
