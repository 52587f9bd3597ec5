internal import Diagnostics
internal import DocumentModel

/// Puts the text of a part of a page together: lines and tables in the order of the source.
struct PageText {
  let tree: ElementTree
  let looks: PageLooks
  let tables: PageTables
  let weights: PageWeights
  private let omitted: Set<Int>
  /// Those of ``omitted`` that hold text which may be missed.
  private let reported: Set<Int>
  /// What scripts write into.
  let targets: ScriptTargets
  let limits: Limits
  /// Whether line ends in text that stands in no element end lines: in a text with a table of HTML in it.
  private let keepsLines: Bool
  var blocks: [PageBlock] = []
  var pictures = 0
  var line = LineBuilder()
  /// The elements around the text at hand, with what ends at their end.
  private var open: [(node: Int, isBlock: Bool)] = []
  private var counters: [Int: Int] = [:]
  /// Open elements whose line ends count.
  private var preformatted = 0
  var cells = 0
  /// The number, which stands in a cell of its own, of the text that comes next.
  private var pendingLabel = ""
  /// Of the table at hand.
  var labels = TableLabels()
  private var textBytes = 0

  init(
    _ tree: ElementTree, _ looks: PageLooks, _ tables: PageTables, _ weights: PageWeights,
    omitted: Set<Int>, reported: Set<Int>, targets: ScriptTargets, keepsLines: Bool, limits: Limits
  ) {
    self.tree = tree
    self.looks = looks
    self.tables = tables
    self.weights = weights
    self.omitted = omitted
    self.reported = reported
    self.targets = targets
    self.keepsLines = keepsLines
    self.limits = limits
  }

  mutating func read(_ root: Int) throws(Failure) {
    var next = root
    while next < tree.nodes[root].end {
      try close(before: next)
      next = try visit(next)
    }
    try close(before: Int.max)
    try flush()
  }

  /// Reads an element within another one that is being read.
  mutating func readWithin(_ node: Int) throws(Failure) {
    var next = node
    while next < tree.nodes[node].end {
      try close(before: next)
      next = try visit(next)
    }
    try close(before: next)
    try flush()
  }

  // MARK: Lines

  /// Adds to the line at hand, which is taken out for it.
  mutating func onLine(_ body: (inout PageText, inout LineBuilder) -> Void) {
    var current = LineBuilder()
    swap(&current, &line)
    body(&self, &current)
    line = current
  }

  private mutating func close(before node: Int) throws(Failure) {
    while let last = open.last, tree.nodes[last.node].end <= node {
      open.removeLast()
      if last.isBlock { try flush() }
      if tree.nodes[last.node].name == .pre { preformatted -= 1 }
      if tree.nodes[last.node].name == .ol { counters[last.node] = nil }
    }
  }

  private mutating func flush() throws(Failure) {
    guard !line.isEmpty else {
      line = LineBuilder()
      return
    }
    let (text, remarks) = line.take()
    guard !text.isEmpty || !remarks.isEmpty else { return }
    try count(text)
    blocks.append(.line(PageLine(text: text, remarks: remarks)))
  }

  /// Reads one node, and says which comes next: that behind it where its content is done with.
  private mutating func visit(_ node: Int) throws(Failure) -> Int {
    let end = tree.nodes[node].end
    if omitted.contains(node) {
      try flush()
      if reported.contains(node) {
        line.note(.apart(PageTables.text(of: node, in: tree, most: 60)))
        try flush()
      }
      return end
    }
    guard let name = tree.nodes[node].name else {
      let isLoose = keepsLines && !open.contains { tree.nodes[$0.node].name != .body && $0.isBlock }
      let isBlank = weights.text[node] == 0
      onLine { page, line in
        if !isBlank, !page.pendingLabel.isEmpty {
          line.label = page.pendingLabel
          page.pendingLabel = ""
        }
        page.add(
          text: node, to: &line, isCell: false, keepsLines: isLoose || page.preformatted > 0)
      }
      if isLoose || preformatted > 0 { try splitLines() }
      return node + 1
    }
    if looks[node].isHidden {
      onLine { $0.noteHidden(node, in: &$1) }
      return end
    }
    switch name {
    case .br:
      try flush()
      return end
    case .hr:
      try flush()
      return end
    case .img, .input:
      onLine { $0.inline(name, node, &$1, isCell: false) }
      return end
    case .table where tables[node] == .data || tables[node] == .furniture:
      try flush()
      try partsOrTable(node)
      return end
    case .td, .th:
      guard let label = tables.labels[node] else { break }
      try flush()
      pendingLabel += label
      return end
    default: break
    }
    let isBlock = looks[node].isBlock
    if isBlock { try flush() }
    if isUnclearAndEmpty(node) { line.fill("") }
    if !isBlock { fillProse(node) }
    if name == .li { line.label = listLabel(node) }
    if name == .pre { preformatted += 1 }
    open.append((node, isBlock))
    return node + 1
  }

  /// Ends lines where the text of the line at hand has line ends that count.
  private mutating func splitLines() throws(Failure) {
    for part in line.takeLines() {
      guard !part.text.isEmpty || !part.remarks.isEmpty else { continue }
      try count(part.text)
      blocks.append(.line(PageLine(text: part.text, remarks: part.remarks)))
    }
  }

  // MARK: Text

  func add(text node: Int, to line: inout LineBuilder, isCell: Bool, keepsLines: Bool = false) {
    let text = tree.texts[tree.nodes[node].text]
    let look = looks[node]
    if look.isInvisible || look.isTiny || look.isOffPage {
      return line.omit(text, takesRoom: look.isInvisible)
    }
    let mark = noteMark(node, text, line)
    let isUnclear = mark == .unclear || isUnclear(text, node, line, isCell: isCell)
    if isUnclear { line.openDoubt() }
    defer { if isUnclear { line.closeDoubt() } }
    let height = look.height ?? (mark == .mark ? .raised : nil)
    var isDoubtful = false
    switch looks.isFaint(node) {
    case true?: return line.omit(text, takesRoom: true)
    case nil: isDoubtful = true
    case false?: break
    }
    if look.isListNumber {
      line.append(
        String(text.trimmed), struck: look.isStruck, doubtful: isDoubtful, height: height)
      line.setApart()
      return
    }
    line.append(
      text, struck: look.isStruck, doubtful: isDoubtful, height: height, keepsLines: keepsLines)
    (line.piece, line.size) = (look.piece, look.size)
  }

  // MARK: Lists

  /// The number of an item of a numbered list that doesn't number itself; empty for any other.
  mutating func listLabel(_ item: Int) -> String {
    let list = tree.nodes[item].parent
    guard list >= 0, tree.nodes[list].name == .ol else { return "" }
    let own = tree.attribute("value", of: item).flatMap { Int($0) }
    let start = tree.attribute("start", of: list).flatMap { Int($0) } ?? 1
    let number = own ?? counters[list].map { $0 &+ 1 } ?? start
    counters[list] = number
    let style = looks[item].listStyle ?? tree.attribute("type", of: list) ?? "decimal"
    guard style != "none", (0...9_999).contains(number),
      !ListNumber.numbersItself(PageTables.text(of: item, in: tree, most: 20))
    else { return "" }
    return ListNumber.text(number, style: style)
  }

  mutating func count(_ text: String) throws(Failure) {
    let bytes = text.utf8.count
    guard bytes <= limits.paragraphBytes else {
      throw Failure(
        .documentLimit,
        "There are \(bytes) bytes of text in a line, \(limits.over(.paragraphBytes))")
    }
    textBytes += bytes
    guard textBytes <= limits.documentBytes else {
      throw Failure(.documentLimit, "The bytes of its text are \(limits.over(.documentBytes))")
    }
  }
}
