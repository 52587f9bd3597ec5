internal import DocumentModel

/// What isn't text, or may be other text than stands in the source.
extension PageText {
  /// Whether an element without text may show digits that a style adds, or a picture.
  func isUnclearAndEmpty(_ node: Int) -> Bool {
    (looks[node].isUnclear || looks[node].isPicture) && tree.nodes[node].end == node + 1
      && tree.nodes[node].name != .other
  }

  /// Whether the digits of `text` may show otherwise, or as part of another number than with what stands before it.
  ///
  /// What is done to a whole block of prose leaves its numbers as they are, as does what is done to a table's labels too.
  func isUnclear(_ text: String, _ node: Int, _ line: LineBuilder, isCell: Bool) -> Bool {
    guard text.contains(where: \.isNumber) else { return false }
    let look = looks[node]
    if look.isUnclear || look.ownFont != nil {
      if isCell {
        if look.isUnclear, !labels.haveUnclearLook(of: look) { return true }
        if look.ownFont != nil, !labels.haveFont(of: look) { return true }
      } else {
        let block = looks[self.block(around: node)]
        if look.isUnclear, !block.isUnclear { return true }
        if look.ownFont != nil, block.ownFont == nil { return true }
      }
    }
    return look.piece != line.piece && goesOn(text, look, line)
  }

  /// Whether `text` goes on with a number that stands before it.
  private func goesOn(_ text: String, _ look: PageLook, _ line: LineBuilder) -> Bool {
    line.endsInDigit && line.isStruck == look.isStruck && text.first?.isNumber == true
  }

  /// What a number is that stands directly behind a figure, in a link or smaller than that.
  enum NoteMark {
    /// No such number.
    case none
    /// The mark of a note: of one or two digits, and much smaller, or with a link that leads to a place of the page.
    case mark
    /// A mark, or more digits of the figure.
    case unclear
  }

  func noteMark(_ node: Int, _ text: String, _ line: LineBuilder) -> NoteMark {
    let look = looks[node]
    guard goesOn(text, look, line) else { return .none }
    let mark = text.trimmed.unicodeScalars
    let isMark = (1...2).contains(mark.count) && mark.allSatisfy { ("0"..."9").contains($0) }
    if look.height == nil,
      look.size < line.size * (look.isScaled ? Self.smallerByScale : Self.smaller)
    {
      return isMark && look.size <= line.size * Self.muchSmaller ? .mark : .unclear
    }
    var around = tree.nodes[node].parent
    while around >= 0, let name = tree.nodes[around].name,
      name == .span || name == .font || name == .sup
    {
      around = tree.nodes[around].parent
    }
    guard around >= 0, tree.nodes[around].name == .a,
      let target = tree.attribute("href", of: around)?.trimmed
    else { return .none }
    return isMark && target.count > 1 && target.hasPrefix("#") ? .mark : .unclear
  }

  /// Shares of the size of a figure: within one, pages mix sizes next to each other, as 12 and 10.5 points, and the size of text
  /// without one may stand in a style sheet elsewhere.
  private static let smaller = 0.75
  private static let smallerByScale = 0.85
  private static let muchSmaller = 0.65

  // MARK: Scripts

  /// How surely a script fills an element; nil where none seems to.
  private func filled(_ node: Int) -> ScriptTargets.Certainty? {
    guard tree.nodes[node].attributes >= 0 else { return nil }
    if tree.attribute("role", of: node) == MarkupScanner.placeholder { return .named }
    guard !targets.isEmpty else { return nil }
    return targets.certainty(
      id: tree.attribute("id", of: node), classes: tree.attribute("class", of: node))
  }

  /// Notes that a script fills a cell or an element in it, or names it for whatever end.
  func fillCell(_ node: Int, _ line: inout LineBuilder) {
    guard weights.text[node] <= Self.longestFilled else { return }
    guard let certainty = filled(node) else {
      if tree.attribute("id", of: node).map(targets.hold(id:)) ?? false { line.mayBeFilled = true }
      return
    }
    line.mayBeFilled = true
    guard certainty == .written else { return }
    if CleanText.isFigure(PageTables.text(of: node, in: tree, most: 40)) { line.fill("") }
  }

  /// Notes that a script fills an element in prose, unless that counts readers.
  mutating func fillProse(_ node: Int) {
    guard weights.text[node] <= Self.longestFilled, let certainty = filled(node) else { return }
    let text = PageTables.text(of: node, in: tree, most: 40)
    let isPlaceholder = text.isEmpty || LineBuilder.isPlaceholder(text)
    guard isPlaceholder || certainty == .written && CleanText.isFigure(text) else { return }
    let around = PageTables.text(of: block(around: node), in: tree, most: 80)
    guard !Self.counters.contains(where: { around.holds($0) }) else { return }
    line.fill("", isAlone: text.isEmpty)
  }

  private static let longestFilled = 20
  private static let counters = ["浏览", "点击", "阅读", "访问", "点赞", "人气", "次数", "热度"]

  /// Whether an element without text is called an icon, which may be a picture of a digit.
  func isIcon(_ node: Int) -> Bool {
    guard tree.nodes[node].end == node + 1, tree.nodes[node].name == .span,
      let classes = tree.attribute("class", of: node)?.lowercased()
    else { return false }
    return classes.split { !$0.isLetter }.contains { word in
      ["icon", "ico", "iconfont", "glyph", "glyphicon", "sprite", "digit", "num", "fa"].contains(
        String(word))
    }
  }

  /// The innermost element around `node` that begins and ends lines; the page where none does.
  private func block(around node: Int) -> Int {
    var around = max(0, tree.nodes[node].parent)
    while tree.nodes[around].parent >= 0, !looks[around].isBlock {
      around = tree.nodes[around].parent
    }
    return around
  }

  /// - Parameter isCell: Whether it stands in a cell, or in a line of prose, where what begins a line of its own is no part of it.
  func noteHidden(_ node: Int, in line: inout LineBuilder, isCell: Bool = false) {
    guard tree.nodes[node].name != .rp else { return }
    let text = PageTables.text(of: node, in: tree, most: 60)
    guard !text.isEmpty else { return }
    line.note(.hidden(text))
    // A script that names it may show it, and what stands beside it is another number then.
    if isCell || !looks[node].isBlock, text.contains(where: \.isNumber),
      text.scalarCount <= Self.longestFilled,
      targets.hold(id: tree.attribute("id", of: node), classes: tree.attribute("class", of: node))
    {
      line.fill("")
    }
  }

  mutating func inline(
    _ name: ElementName, _ node: Int, _ line: inout LineBuilder, isCell: Bool
  ) {
    if name == .input {
      return field(node, &line, isCell: isCell)
    }
    let look = looks[node]
    if let filling = filling(of: node) {
      if tree.attribute("type", of: node) == MarkupScanner.frame {
        if isCell, !isSpacer(node), !look.isInvisible, !look.isOffPage, !look.isFlat {
          line.mayShowOther = true
        }
        return
      }
      guard !look.isInvisible, !look.isTiny, !look.isOffPage, !look.isFlat else { return }
      let parent = tree.nodes[node].parent
      let isAlone = parent != node - 1 || tree.nodes[parent].end == node + 1
      return line.fill(filling, isAlone: isAlone)
    }
    guard !isSpacer(node), !looks[node].isInvisible, !looks[node].isOffPage else { return }
    pictures += 1
    line.holdsPicture = true
  }

  /// What a script puts into an element, or in the place of a picture that stands for one: a number, or empty where it isn't
  /// known; nil where no script does.
  private func filling(of node: Int) -> String? {
    guard tree.attribute("role", of: node) == MarkupScanner.unknown else { return nil }
    return tree.attribute("title", of: node) ?? ""
  }

  /// What a field of a form shows.
  private func field(_ node: Int, _ line: inout LineBuilder, isCell: Bool) {
    let look = looks[node]
    let value = tree.attribute("value", of: node) ?? ""
    let type = tree.attribute("type", of: node)?.lowercased() ?? "text"
    let isFaint = looks.isFaint(node)
    // A field has the colour of what is around it only where a style says so.
    let hasOwnInk = look.ink != looks[max(0, tree.nodes[node].parent)].ink
    if look.isInvisible || look.isTiny || look.isOffPage || look.isFlat
      || isFaint == true && hasOwnInk
    {
      return line.omit(value, takesRoom: look.isInvisible || isFaint == true)
    }
    switch type {
    case "hidden": if isCell { line.mayShowOther = true }
    case "checkbox", "radio", "image", "file", "color": break
    // The label of a button.
    case "button", "submit", "reset": if CleanText.isFigure(value) { line.fill("") }
    case "password", "range": if !value.isEmpty { line.fill("") }
    default:
      let isBlank = value.trimmed.isEmpty
      if let filling = filling(of: node) { line.fill(filling, isAlone: isBlank) }
      guard !isBlank else {
        if isCell { line.mayShowOther = true }
        if let hint = tree.attribute("placeholder", of: node), CleanText.isFigure(hint) {
          line.fill(hint, isAlone: true)
        }
        return
      }
      let isUnclear =
        isUnclear(value, node, line, isCell: isCell) || look.isUnclear || isFaint == true
      if isUnclear { line.openDoubt() }
      line.append(
        value, struck: look.isStruck, doubtful: isFaint == nil && hasOwnInk, height: look.height)
      if isUnclear { line.closeDoubt() }
      (line.piece, line.size) = (look.piece, look.size)
    }
  }

  /// Whether a picture shows nothing: one of a pixel, or that of a table made of them.
  private func isSpacer(_ node: Int) -> Bool {
    for side in ["width", "height"] {
      if let size = tree.attribute(side, of: node).flatMap({ Int($0.prefix { $0.isNumber }) }),
        size < 3
      {
        return true
      }
    }
    let source = tree.attribute("src", of: node)?.lowercased() ?? ""
    let name = source.split(separator: "/").last ?? ""
    return ["spacer", "blank", "space.", "1x1", "transparent", "pixel."].contains {
      name.hasPrefix($0)
    }
  }
}
