internal import DocumentModel

/// Finds the part of a page that is the document, and what in it is not: by weight, never by names alone.
///
/// The element that holds most is followed downwards, and then widened until no table of data and no other part of the document
/// is left outside.
struct ContentFinder {
  private let tree: ElementTree
  private let weights: PageWeights
  private let tables: PageTables
  /// What the document is in; 0, the root, where there is nothing to choose.
  private(set) var root = 0
  /// Elements and texts in it that are no part of the document.
  private(set) var omitted: Set<Int> = []
  /// Those of ``omitted`` that hold text which may be missed.
  private(set) var reported: Set<Int> = []
  /// From the first to the last node of the document.
  private(set) var range = 0..<0
  /// Elements beside the heaviest one that hold parts of the document, whatever they are called.
  private var parts: Set<Int> = []
  /// Elements with labels and values of the site: 索引号 and the like.
  private(set) var metadata: [Int] = []

  init(_ tree: ElementTree, _ weights: PageWeights, _ tables: PageTables) {
    self.tree = tree
    self.weights = weights
    self.tables = tables
    let body = tree.first(.body) ?? 0
    let outlying = OutlyingText(
      around: widened(heaviest(from: body)), body: body, tree, weights, tables)
    root = outlying.root
    range = outlying.range
    omitted = Set(outlying.omitted)
    parts = Set(outlying.parts)
    reported = outlying.reported
    markOmitted(body)
  }

  // MARK: Where

  private func heaviest(from body: Int) -> Int {
    var node = body
    while true {
      let children = tree.children(of: node).filter { tree.nodes[$0].name != nil }
      let scores = children.map { weights.score($0) }
      let total = scores.reduce(0, +)
      guard total > 0, let best = scores.max(), let place = scores.firstIndex(of: best),
        best * 100 >= total * 72, canHoldDocument(children[place]),
        // Text of its own counts as a child.
        ownText(node) * 3 < weights.text[children[place]]
      else { return node }
      node = children[place]
    }
  }

  /// Characters of `node` that stand in none of its elements.
  private func ownText(_ node: Int) -> Int {
    tree.children(of: node).reduce(0) {
      tree.nodes[$1].name == nil ? $0 + weights.text[$1] : $0
    }
  }

  private func canHoldDocument(_ node: Int) -> Bool {
    switch tree.nodes[node].name {
    case .p, .span, .li, .a, .font, .caption, .pre, nil: false
    case .table: tables[node] == .layout
    case .some(let name): !name.isHeading
    }
  }

  /// The nearest element around `node` outside of which there is no table of data.
  private func widened(_ node: Int) -> Int {
    var node = node
    for table in tables.data where weights.cells[table] >= 4 {
      guard PageTables.rows(of: table, in: tree).count > 1, !isOfSite(table) else { continue }
      while node > 0, !(node..<tree.nodes[node].end).contains(table) {
        node = tree.nodes[node].parent
      }
    }
    return max(0, node)
  }

  /// Whether a table says who runs the site.
  private func isOfSite(_ table: Int) -> Bool {
    weights.text[table] < 400 && SiteText.isImprint(PageTables.text(of: table, in: tree, most: 400))
  }

  // MARK: What not

  private mutating func markOmitted(_ body: Int) {
    var next = root
    while next < tree.nodes[root].end {
      let node = tree.nodes[next]
      guard !omitted.contains(next) else {
        next = node.end
        continue
      }
      guard let name = node.name, next != root else {
        next += 1
        continue
      }
      if name == .table {
        switch tables[next] {
        case .metadata:
          omit(next)
          metadata.append(next)
        case .furniture: omit(next)
        case .data where weights.text[next] > 0 && isOfSite(next): omit(next)
        // Nothing in it is looked at.
        case .data: break
        case .layout:
          next += 1
          continue
        }
        next = node.end
        continue
      }
      if name.isBlock, name != .table {
        if PageTables.isMetadataList(next, tree, weights) {
          omit(next)
          metadata.append(next)
        } else if isFurniture(next, name, body) {
          omitNamed(next)
        } else if isListOfLinks(next, name) {
          omit(next)
        }
        if omitted.contains(next) {
          next = node.end
          continue
        }
      }
      next += 1
    }
    // The site's metadata stands above the document as often as in it.
    let known = Set(metadata)
    for (table, kind) in tables.kinds where kind == .metadata && !known.contains(table) {
      metadata.append(table)
    }
    metadata.sort()
  }

  private mutating func omit(_ node: Int) { omitted.insert(node) }

  /// Leaves out what is named as furniture, unless it holds the beginning or the end of a document.
  private mutating func omitNamed(_ node: Int) {
    guard !parts.contains(node) else { return }
    let lines = PageLines(tree, weights, tables).lines(in: node..<tree.nodes[node].end)
      .filter { !ReportLine.isFurniture($0) }
    let isPart =
      lines.contains { ReportLine.number($0) != nil || ReportLine.isPreamble($0) }
      || lines.count > 1 && lines.contains(where: ReportLine.isDate) && !isSigned(before: node)
    guard !isPart || weights.isMostlyLinks(node, percent: 50) else { return }
    omit(node)
    if ReportLine.isText(lines) { reported.insert(node) }
  }

  /// Whether the text before `node` ends in the date of a document.
  private func isSigned(before node: Int) -> Bool {
    PageLines(tree, weights, tables).lines(in: root..<node).suffix(3).contains(
      where: ReportLine.isDate)
  }

  /// Whether an element is furniture by its tag or name, and by what it holds: no table, little text, no sentences.
  private func isFurniture(_ node: Int, _ name: ElementName, _ body: Int) -> Bool {
    let isTag = name == .nav || name == .footer || name == .aside || name == .header
    guard isTag || isNamedAsFurniture(node) else { return false }
    guard tables.firstOfData(in: node..<tree.nodes[node].end, weights) == nil else { return false }
    guard weights.text[node] * 10 < weights.text[body] * 3 else { return false }
    return weights.marks[node] < 3 || weights.isMostlyLinks(node, percent: 50)
  }

  private func isNamedAsFurniture(_ node: Int) -> Bool {
    for attribute in ["id", "class"] {
      guard let value = tree.attribute(attribute, of: node) else { continue }
      for word in value.lowercased().split(whereSeparator: { !$0.isLetter }) {
        if Self.names.contains(String(word)) { return true }
        if Self.beginnings.contains(where: { word.hasPrefix($0) }) { return true }
      }
    }
    return false
  }

  private static let names: Set<String> = [
    "nav", "menu", "foot", "bottom", "crumb", "crumbs", "breadcrumb", "location", "search",
    "sidebar",
    "related", "recommend", "toolbar", "tools", "login", "banner", "logo", "topbar", "links",
    "qrcode",
    "ewm", "fenxiang", "dayin", "dqwz", "weizhi", "mbx", "wza", "bdsharebuttonbox", "prenext",
    "pager",
    "function", "fontsize", "xgwd", "xglj",
  ]
  private static let beginnings = [
    "footer", "copyright", "share", "bdshare", "navbar", "breadcrumb", "sitemap", "jiathis",
    "friendlink",
  ]

  /// Whether an element is links and nothing else, as a menu is; a list of attachments is none.
  private func isListOfLinks(_ node: Int, _ name: ElementName) -> Bool {
    guard weights.links[node] >= 3, weights.marks[node] == 0,
      weights.isMostlyLinks(node, percent: 80),
      weights.text[node] < weights.links[node] * 60, tree.nodes[node].end - node < 5_000
    else { return false }
    for index in node..<tree.nodes[node].end where tree.nodes[index].name == .a {
      if let address = tree.attribute("href", of: index), LinkedFile.isFile(address) {
        return false
      }
    }
    return true
  }
}
