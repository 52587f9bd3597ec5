internal import Diagnostics
internal import DocumentModel
internal import TextDecoding

/// One page on its way to a document.
struct PageReading {
  let limits: Limits

  /// The document in the bytes of a page.
  ///
  /// - Parameters:
  ///   - charset: What the envelope calls the encoding.
  ///   - location: Where the envelope says that the page is.
  ///   - sheets: Style sheets that came with it.
  func document(
    _ bytes: [UInt8], charset: String? = nil, location: String? = nil,
    sheets: [[UInt8]] = []
  ) throws(Failure) -> Diagnosed<Document> {
    let declared = charset.flatMap { DeclaredEncoding(name: $0) }
    let decoded = try TextDecoder.decode(
      bytes,
      declared: declared ?? PageCharset.declared(in: bytes).flatMap { DeclaredEncoding(name: $0) })
    var scanner = MarkupScanner(decoded.value.utf8, sheets: sheets, limits: limits)
    try scanner.run()
    let tree = ElementTree(scanner.output, root: scanner.head.rootAttributes)
    guard !tree.nodes.isEmpty else {
      throw Failure(.htmlNoContent, "There is no element in the page")
    }
    let rules = StyleRules(scanner.head)
    let page = Page(tree, rules)
    var text = PageText(
      tree, page.looks, page.tables, page.weights, omitted: page.content.omitted,
      reported: page.content.reported, targets: scanner.survey.targets,
      keepsLines: !PageDetection.beginsWithMarkup(bytes), limits: limits)
    try text.read(page.content.root)
    var assembly = PageAssembly(text.blocks)
    let facts = PageFacts(scanner.head, location: location)
    let title = facts.title(tree, page.looks)
    let attachments = facts.attachments(in: page.content.range, tree)
    try check(assembly, page, scanner.head, title?.text, pictures: text.pictures, attachments)

    var issues = decoded.issues
    issues += scanner.damages.map { Issue(.htmlDamaged, $0) }
    if scanner.moreDamages > 0 {
      issues.append(
        Issue(.htmlDamaged, "\(scanner.moreDamages) more quotation marks of tags are not closed"))
    }
    if scanner.isIncomplete || scanner.head.isIncomplete || scanner.survey.isIncomplete
      || rules.isIncomplete || page.looks.isIncomplete
    {
      issues.append(
        Issue(
          .htmlPartOmitted,
          "the page has more or longer style sheets, styles or scripts than are looked at, so that it may show other numbers than are read: compare them with the page in a browser"
        ))
    }
    if let title, assembly.add(title: title.text), !title.isShown {
      issues.append(
        Issue(.htmlTitleFromMetadata, "the title stands in the page's metadata only: \(title.text)")
      )
    }
    let metadata = page.content.metadata.map { PageTables.text(of: $0, in: tree, most: 600) }
    assembly.leaveOut(metadata)
    var made = assembly.document()
    if text.pictures > 0 {
      made.issues.append(Issue(.htmlPicture, "\(text.pictures) pictures are not read"))
    }
    made.value.attachments = attachments
    made.value.origin = facts.origin(postedOn: assembly.postedOn, metadata: metadata)
    return Diagnosed(made.value, issues: issues + made.issues)
  }

  /// Throws where the page holds no document: it says that there is none, or a script was to fetch it.
  private func check(
    _ assembly: PageAssembly, _ page: Page, _ head: PageHead, _ title: String?, pictures: Int,
    _ attachments: [Attachment]
  ) throws(Failure) {
    let (characters, hasTable) = assembly.substance(without: title)
    let text = assembly.text
    if let error = SiteText.errorText(head.title, text, hasTables: hasTable) {
      throw Failure(.htmlNoContent, "The page stands for another one that wasn't there: \(error)")
    }
    guard !hasTable, attachments.isEmpty else { return }
    let isPoor = characters < 20
    let isWaiting =
      characters < 200 && page.weights.marks[page.content.root] == 0 && head.scripts > 0
      && page.hasEmptyArticle
    guard isPoor || isWaiting else { return }
    let failure: Failure? =
      if pictures > 0, isPoor {
        Failure(.htmlNoContent, "Its article is \(pictures) pictures, which are not read")
      } else if let frame = head.frames.first {
        Failure(
          .htmlNoContent,
          "Its article stands in a frame, which is another page: \(frame.prefix(200))")
      } else if head.scripts > 0 {
        Failure(.htmlNoContent, "Its article isn't in the page: a script fetches or makes it")
      } else if characters == 0, title == nil {
        Failure(.htmlNoContent, "There is no text in the page")
      } else {
        nil
      }
    if let failure { throw failure }
  }
}

/// The tree of a page with what was found out about it.
struct Page {
  let looks: PageLooks
  let weights: PageWeights
  let tables: PageTables
  let content: ContentFinder
  /// Whether the element stands empty that the article belongs into.
  let hasEmptyArticle: Bool

  init(_ tree: ElementTree, _ rules: StyleRules) {
    var looks = PageLooks(tree, rules)
    let links = PageWeights.linksToPages(in: tree)
    let all = PageWeights(tree, links: links) { _ in false }
    let body = tree.first(.body) ?? 0
    // A page may show itself, or the tab with its text, by a script.
    var shows = 0
    for index in tree.nodes.indices where shows < Self.mostShown {
      guard let name = tree.nodes[index].name, all.text[index] > 0,
        looks[index].isHidden || looks[index].isInvisible
      else { continue }
      let parent = tree.nodes[index].parent
      let isShare = all.text[index] * 10 >= all.text[body] * 6
      // Nobody leaves room for sentences and tables that are never to be seen: they come up as somebody scrolls there.
      let isRoom =
        name.holdsBlocks && !looks[index].isUnclear
        && (all.marks[index] > 1 || all.cells[index] >= 4)
      let range = index..<tree.nodes[index].end
      if isShare, looks[index].isHidden, parent < 0 || !looks[parent].isHidden {
        looks.show(range, tree, wasHidden: true)
        shows += 1
      }
      if isShare || isRoom, looks[index].isInvisible, parent < 0 || !looks[parent].isInvisible {
        looks.show(range, tree, wasHidden: false)
        shows += 1
      }
    }
    var shown = looks
    var weights = PageWeights(tree, links: links) { shown[$0].isHidden }
    if weights.text[body] < all.text[body] {
      let parts = HiddenParts(tree, looks, shown: weights, all: all).nodes
      if !parts.isEmpty {
        for node in parts { looks.show(node..<tree.nodes[node].end, tree, wasHidden: true) }
        shown = looks
        weights = PageWeights(tree, links: links) { shown[$0].isHidden }
      }
    }
    self.weights = weights
    tables = PageTables(tree, weights)
    content = ContentFinder(tree, weights, tables)
    self.looks = looks
    hasEmptyArticle = tree.nodes.indices.contains { index in
      guard let name = tree.nodes[index].name,
        name == .div || name == .span || name == .section || name == .article || name == .td,
        weights.text[index] < 5, weights.tables[index] == 0
      else { return false }
      return ["id", "class"].contains { attribute in
        tree.attribute(attribute, of: index).map { value in
          value.lowercased().split(separator: " ").contains { Self.articles.contains(String($0)) }
        } ?? false
      }
    }
  }

  private static let mostShown = 200

  private static let articles: Set<String> = [
    "app", "root", "zoom", "zoomcon", "info_cont", "article-content", "article_content",
    "articlecontent", "trs_editor", "trs_editor_view", "ucapcontent", "ucap-content",
    "xxgk_detail_content", "neirong", "wenzhang-content", "content", "article", "main-content",
    "con",
    "detail", "detail-content", "maincontent", "conzt", "view", "text", "body-content", "__next",
  ]
}
