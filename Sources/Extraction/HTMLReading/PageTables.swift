internal import DocumentModel

/// What the tables of a page are for.
struct PageTables {
  enum Kind {
    /// Rows and columns that belong to the text.
    case data
    /// What stands in it is laid out by it, as pages were made in the 2010s: no table to a reader.
    case layout
    /// 索引号, 发布机构, 成文日期: what the site says of the page.
    case metadata
    /// Days of a month, or links.
    case furniture
  }

  private(set) var kinds: [Int: Kind] = [:]
  /// All tables of data, in order.
  private(set) var data: [Int] = []
  /// Of tables of data that hold text too, the rows that are tables.
  private(set) var parts: [Int: [Range<Int>]] = [:]
  /// Cells that number the text in the next one, with what stands for them (``LayoutTable/label(_:)``).
  private(set) var labels: [Int: String] = [:]

  init(_ tree: ElementTree, _ weights: PageWeights) {
    for index in tree.nodes.indices where tree.nodes[index].name == .table {
      let kind = kind(of: index, tree, weights)
      kinds[index] = kind
      if kind == .data { data.append(index) }
    }
  }

  /// The first table of data in a range of nodes that holds at least four filled cells.
  func firstOfData(in nodes: Range<Int>, _ weights: PageWeights) -> Int? {
    var low = 0
    var high = data.count
    while low < high {
      let middle = (low + high) / 2
      if data[middle] < nodes.lowerBound { low = middle + 1 } else { high = middle }
    }
    return data[low...].prefix(64).first { nodes.contains($0) && weights.cells[$0] >= 4 }
  }

  subscript(_ node: Int) -> Kind { kinds[node] ?? .data }

  /// The rows of a table, without those of tables in it, each with its group.
  static func rows(of table: Int, in tree: ElementTree) -> [(row: Int, group: Int)] {
    var rows: [(row: Int, group: Int)] = []
    for child in tree.children(of: table) {
      switch tree.nodes[child].name {
      case .tr: rows.append((child, table))
      case .thead, .tbody, .tfoot:
        for row in tree.children(of: child) where tree.nodes[row].name == .tr {
          rows.append((row, child))
        }
      default: continue
      }
    }
    return rows
  }

  static func cells(of row: Int, in tree: ElementTree) -> [Int] {
    tree.children(of: row).filter { tree.nodes[$0].name == .td || tree.nodes[$0].name == .th }
  }

  private mutating func kind(of table: Int, _ tree: ElementTree, _ weights: PageWeights) -> Kind {
    if tree.attribute("role", of: table) == "presentation" { return .layout }
    let lines = Self.rows(of: table, in: tree).map { Self.cells(of: $0.row, in: tree) }
    let cells = lines.flatMap { $0 }
    let filled = cells.filter { weights.text[$0] > 0 }
    guard let widest = lines.map({ $0.count }).max(), widest > 1 else { return .layout }
    let total = weights.text[table]
    for cell in filled {
      if weights.tables[cell] > 0, weights.text[cell] > 300 { return .layout }
      let share = weights.text[cell] * 100 / max(1, total)
      if share > 70, weights.marks[cell] >= 10 || weights.text[cell] > 500 { return .layout }
      if weights.tables[cell] > 0, share > 70 { return .layout }
    }
    if Self.isMetadata(table, cells, tree, weights) { return .metadata }
    if weights.isMostlyLinks(table, percent: 40), weights.links[table] > 2 { return .furniture }
    if Self.isCalendar(cells, tree) { return .furniture }
    // Rows of prose beside pictures or bullets.
    if filled.count < 4, weights.marks[table] > 4 { return .layout }
    guard weights.marks[table] > 0 || cells.count <= Self.fewCells else { return .data }
    switch LayoutTable.reading(lines.map { $0.map { Self.layoutCell($0, tree, weights) } }) {
    case .data: return .data
    case .text:
      for row in lines {
        for cell in row.dropLast() {
          labels[cell] = LayoutTable.label(Self.text(of: cell, in: tree, most: 8))
        }
      }
      return .layout
    case .parts(let rows):
      parts[table] = rows
      return .data
    }
  }

  private static let fewCells = 8

  private static func layoutCell(
    _ cell: Int, _ tree: ElementTree, _ weights: PageWeights
  ) -> LayoutTable.Cell {
    func span(_ name: String) -> Int {
      tree.attribute(name, of: cell).flatMap { Int($0.trimmed) } ?? 1
    }
    let text = weights.text[cell] == 0 ? "" : Self.text(of: cell, in: tree)
    return LayoutTable.Cell(
      text, columns: span("colspan"), isMerged: span("rowspan") != 1,
      holdsTable: weights.tables[cell] > 0)
  }

  /// Labels of the table in which a site says what a page is; spaced out as often as not: 文　　号.
  static let labels: Set<String> = [
    "索引号", "索取号", "信息索引", "信息索引号", "主题分类", "信息分类", "分类", "发布机构", "发文机关", "发文机构",
    "公开机构", "发布单位", "发文单位", "公开主体", "成文日期", "发文日期", "发布日期", "发布时间", "公开日期", "生成日期",
    "文号", "发文字号", "有效性", "公开方式", "公开形式", "公开时限", "公开范围", "公开类型", "公开属性", "信息名称",
    "名称", "标题", "主题词", "关键词", "体裁分类", "组配分类", "内容概述", "信息来源", "生效日期", "废止日期",
    "统一编号", "信息类别", "公开类别", "载体类型", "服务对象", "所属栏目",
  ]

  /// The label that `text` begins with: `索 引 号：` is 索引号.
  static func label(_ text: String) -> String? {
    var name = ""
    for scalar in text.unicodeScalars.prefix(24) {
      if CleanText.isBlank(scalar) { continue }
      if "：:]】〕".unicodeScalars.contains(scalar) { return labels.contains(name) ? name : nil }
      if "[【〔".unicodeScalars.contains(scalar), name.isEmpty { continue }
      name.unicodeScalars.append(scalar)
    }
    return labels.contains(name) ? name : nil
  }

  private static func isMetadata(
    _ table: Int, _ cells: [Int], _ tree: ElementTree, _ weights: PageWeights
  ) -> Bool {
    guard weights.text[table] < 500, cells.count <= 64 else { return false }
    return Set(cells.compactMap { label(text(of: $0, in: tree)) }).count >= 2
  }

  /// Whether a list or block, which is no table, is one of labels and what they say.
  static func isMetadataList(_ node: Int, _ tree: ElementTree, _ weights: PageWeights) -> Bool {
    guard (4..<500).contains(weights.text[node]), weights.marks[node] < 2 else { return false }
    let items = tree.children(of: node).filter { tree.nodes[$0].name != nil }
    guard (2...40).contains(items.count) else { return false }
    let found = Set(items.compactMap { label(text(of: $0, in: tree)) })
    return found.count >= 3
      || found.count == 2 && !found.isDisjoint(with: ["索引号", "索取号", "信息索引号", "主题分类"])
  }

  private static func isCalendar(_ cells: [Int], _ tree: ElementTree) -> Bool {
    guard cells.count >= 28, cells.count <= 60 else { return false }
    let first = cells.prefix(9).map { text(of: $0, in: tree) }.joined()
    return first.holds("日一二三四五六") || first.holds("一二三四五六日")
  }

  /// The text of an element as it stands, for looking at: up to some hundred characters.
  static func text(of node: Int, in tree: ElementTree, most: Int = 200) -> String {
    var found = ""
    // Elements without text may be very many.
    for index in node..<min(tree.nodes[node].end, node + 2_000) where tree.nodes[index].text >= 0 {
      found += tree.texts[tree.nodes[index].text]
      if found.utf8.count > most * 3 { break }
    }
    return CleanText.line(found)
  }
}
