internal import DocumentModel

/// What a page says of itself: where it is, when it was posted, what it is called, which files it links to.
struct PageFacts {
  private let head: PageHead
  /// Where the page is, as far as it says so.
  let url: String?

  /// - Parameter location: Where the archive says that it was saved from.
  init(_ head: PageHead, location: String?) {
    self.head = head
    let found = [head.meta("Url"), head.canonical, head.savedFrom, location]
    url = found.lazy.compactMap { $0 }.first(where: LinkAddress.isWeb)
  }

  func origin(postedOn: PageDate?, metadata: [String]) -> PageOrigin? {
    let listed = metadata.lazy.compactMap {
      PageDate(behind: ["发布日期", "发布时间", "公开日期"], in: $0)
    }.first
    let date = meta("PubDate").flatMap { PageDate(startOf: $0) } ?? listed ?? postedOn
    let origin = PageOrigin(
      url: url, site: meta("SiteName") ?? meta("SiteDomain"), publishedOn: date?.text)
    return origin == PageOrigin() ? nil : origin
  }

  /// A value of the site standard; nil for a template's placeholder that nobody filled in.
  private func meta(_ name: String) -> String? {
    guard let value = head.meta(name), !value.contains("{{"), !value.contains("${"),
      !value.contains("<%"), !value.hasPrefix("[!--")
    else { return nil }
    return value
  }

  /// The document's title by its metadata, its only `<h1>` or, where that is a report's, the window's title.
  func title(_ tree: ElementTree, _ looks: PageLooks) -> (text: String, isShown: Bool)? {
    if let title = meta("ArticleTitle") { return (title, isShown(title, tree, looks)) }
    let heads = tree.nodes.indices.filter { tree.nodes[$0].name == .h1 && !looks[$0].isHidden }
    if heads.count == 1 {
      let text = PageTables.text(of: heads[0], in: tree)
      if text.scalarCount > 4 { return (text, true) }
    }
    guard let window = head.title else { return nil }
    let title = CleanText.line(Self.beforeSite(window))
    guard title.holds("报告") || title.holds("年报") else { return nil }
    return (title, isShown(title, tree, looks))
  }

  /// What stands before the site's name: up to the first `-`, `_` or `|` that isn't between digits.
  private static func beforeSite(_ title: String) -> String {
    let scalars = Array(title.unicodeScalars)
    for (index, scalar) in scalars.enumerated()
    where index > 0 && "-_|－".unicodeScalars.contains(scalar) {
      let isBetweenDigits =
        index + 1 < scalars.count && ("0"..."9").contains(scalars[index - 1])
        && ("0"..."9").contains(scalars[index + 1])
      if !isBetweenDigits { return String(scalars: scalars[..<index]) }
    }
    return title
  }

  private func isShown(_ title: String, _ tree: ElementTree, _ looks: PageLooks) -> Bool {
    tree.nodes.indices.contains {
      tree.nodes[$0].text >= 0 && !looks[$0].isHidden
        && CleanText.line(tree.texts[tree.nodes[$0].text]).holds(title)
    }
  }

  private static let mostAttachments = 200

  /// The files that are linked to in `nodes` and in the element behind them, each once.
  func attachments(in nodes: Range<Int>, _ tree: ElementTree) -> [Attachment] {
    let base = head.base.map { LinkAddress.resolved($0, base: url) } ?? url
    var end = nodes.upperBound
    var last = max(nodes.lowerBound, end - 1)
    while last > nodes.lowerBound, tree.nodes[tree.nodes[last].parent].end == end,
      tree.nodes[last].parent >= nodes.lowerBound
    {
      last = tree.nodes[last].parent
    }
    var next = end
    while next < tree.nodes.count, tree.nodes[next].parent == tree.nodes[last].parent {
      if tree.nodes[next].name != nil {
        end = tree.nodes[next].end
        break
      }
      next = tree.nodes[next].end
    }
    var found: [Attachment] = []
    var seen: Set<String> = []
    func add(_ address: String, name: String) {
      guard LinkedFile.isFile(address), found.count < Self.mostAttachments,
        LinkAddress.scheme(of: address) != "javascript"
      else { return }
      let url = LinkAddress.resolved(PageHead.text(Array(address.utf8)[...]), base: base)
      guard seen.insert(url).inserted else { return }
      found.append(
        Attachment(name: name, url: url, mediaType: LinkedFile.mediaType(of: address)))
    }
    for index in nodes.lowerBound..<end where tree.nodes[index].name == .a {
      guard let address = tree.attribute("href", of: index) else { continue }
      let text = PageTables.text(of: index, in: tree)
      let name = text.isEmpty ? tree.attribute("title", of: index).map(CleanText.line) ?? "" : text
      add(address, name: name.isEmpty ? Self.fileName(address) : name)
    }
    for frame in head.frames { add(frame, name: Self.fileName(frame)) }
    return found
  }

  private static func fileName(_ address: String) -> String {
    CleanText.line(address.split(separator: "/").last.map(String.init) ?? address)
  }
}
