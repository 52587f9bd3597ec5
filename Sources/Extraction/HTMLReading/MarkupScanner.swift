internal import Diagnostics
internal import DocumentModel

/// Reads the tags of a page as the standard's tokenizer does, and writes the page anew with only what its text needs.
///
/// What the parser is given has no scripts, comments, foreign elements or unknown names, and few attributes, so that its own
/// tokenizer has one state and ``NestingGuard`` sees every tag that it sees.
struct MarkupScanner {
  let source: [UInt8]
  let limits: Limits
  /// What the scripts and style sheets of the page speak of.
  let survey: PageSurvey
  /// The page for the parser, in UTF-8.
  private(set) var output: [UInt8] = []
  var head = PageHead()
  /// What was lost because the markup is damaged: a sentence each.
  var damages: [String] = []
  /// Whether an attribute that says how text shows is longer than is read.
  var isIncomplete = false
  /// How many more quotation marks are not closed.
  var moreDamages = 0
  private var nesting: NestingGuard
  var index = 0
  /// For names that stand for `span` in the output only where they have a style: whether each open one does.
  private var phrases: [String: [Bool]] = [:]
  /// Names without an end tag in the rest of the page, which is looked for once.
  var unclosed: Set<String> = []
  /// Open elements that the output calls otherwise, by their own name.
  private var renamed: [String: Int] = [:]

  /// - Parameter sheets: Style sheets that came with the page.
  init(_ source: [UInt8], sheets: [[UInt8]] = [], limits: Limits) {
    self.source = source
    self.limits = limits
    survey = PageSurvey(source, sheets: sheets)
    for sheet in sheets { head.note(sheet: sheet) }
    nesting = NestingGuard(limits)
    output.reserveCapacity(min(source.count, limits.documentBytes))
  }

  mutating func run() throws(Failure) {
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "<") {
        try markup()
      } else {
        if byte != 0 { output.append(byte) }
        index += 1
      }
      guard output.count <= limits.documentBytes else {
        throw Failure(.documentLimit, "The bytes of its text are \(limits.over(.documentBytes))")
      }
    }
  }

  // MARK: Markup

  private mutating func markup() throws(Failure) {
    let next = index + 1 < source.count ? source[index + 1] : 0
    switch next {
    case UInt8(ascii: "!"): comment()
    case UInt8(ascii: "?"): bogusComment()
    case UInt8(ascii: "/"):
      let after = index + 2 < source.count ? source[index + 2] : 0
      if Self.isLetter(after) {
        guard let tag = tag(nameAt: index + 2) else { return endOfPage("a tag") }
        try end(tag.name)
      } else {
        bogusComment()
      }
    case _ where Self.isLetter(next):
      guard let tag = tag(nameAt: index + 1) else { return endOfPage("a tag") }
      try start(tag)
    default:
      output += "&lt;".utf8
      index += 1
    }
  }

  /// Notes that the page ends inside of `what`, and goes to its end.
  mutating func endOfPage(_ what: String) {
    let rest = source.count - index
    if rest > 64 {
      damages.append("the page ends inside \(what), with which \(rest) bytes are lost")
    }
    index = source.count
  }

  private mutating func comment() {
    guard source[index...].starts(with: "<!--".utf8) else { return bogusComment() }
    guard let (content, next) = MarkupEnds.comment(in: source.span, at: index) else {
      return endOfPage("a comment")
    }
    head.noteComment(source[content])
    index = next
  }

  /// `<!doctype …>`, `<![if …]>`, `<?xml …>`, `</ …>`: up to the next `>`.
  private mutating func bogusComment() {
    guard let end = source[index...].firstIndex(of: UInt8(ascii: ">")) else {
      return endOfPage("a comment")
    }
    head.noteType(source[index..<end])
    index = end + 1
  }

  private mutating func start(_ tag: MarkupTag) throws(Failure) {
    head.noteTag(tag)
    switch ElementRole(tag.name) {
    case .kept(let name):
      var kept = name == .input ? field(tag) : tag
      if tag.isClosed { kept.attributes.append(MarkupTag.Attribute(name: "hidden", value: "")) }
      try write(name, kept)
      if name.isVoid {
        if name == .img, let filling = tag.filling { try writeUnknown(filling) }
        return
      }
      if tag.name == "picture" { try writeFrame(tag) }
      // An element that a script defines.
      if name == .span, tag.name.utf8.contains(UInt8(ascii: "-")) { try writeUnknown() }
    case .unwrapped:
      // Shown only where what it embeds isn't.
      if tag.name == "object" || tag.name == "applet" { try writeUnknown() }
    case .ignored: break
    case .phrase:
      let isStyled =
        tag["style"] != nil || tag[MarkupTag.conditions] != nil || tag["class"] != nil
        || tag["hidden"] != nil || tag.filling != nil || tag.name == "small" && isBeforeDigit
        || tag.mayBeFilled || survey.styled.contains(tag.name) || survey.asksForParents
        || tag["id"].map(survey.targets.hold(id:)) ?? false
        || tag["id"] != nil && !survey.targets.isEmpty
      if phrases[tag.name, default: []].count < limits.htmlDepth {
        phrases[tag.name, default: []].append(isStyled)
      }
      if isStyled { try write(.span, tag) } else { writeEdge() }
      // Its characters stand in another order than in the source.
      if tag.name == "bdo", tag["dir"]?.lowercased() == "rtl" { try writeUnknown() }
      if tag.name == "button" { try writeUnknown() }
    case .skipped:
      let start = index
      skip(tag)
      try writeStandIn(for: tag, source[start..<min(index, source.count)])
    case .picture:
      if tag.name == "select" {
        // It shows one of its choices, unless it is hidden.
        let style = tag.attributes.filter { ["id", "class", "style", "hidden"].contains($0.name) }
        try writeUnknown(style: style)
      } else {
        try write(.img, MarkupTag(name: "img", attributes: []))
      }
      skip(tag)
    }
    if let filling = tag.filling { try writeUnknown(filling) }
  }

  /// A field of a form with what a script puts into it, as ``writeUnknown(_:style:)`` says it.
  private func field(_ tag: MarkupTag) -> MarkupTag {
    var field = tag
    // `form.n1.value = 842`
    if let name = tag["name"], survey.targets.hold(id: name) { field.mayBeFilled = true }
    field.attributes.removeAll { $0.name == "role" || $0.name == "title" }
    if let filling = tag.filling { field.attributes += Self.unknown(filling) }
    return field
  }

  private mutating func end(_ name: String) throws(Failure) {
    switch ElementRole(name) {
    case .kept(let element):
      guard !element.isVoid || element == .br else { return }
      if element.rawValue != name {
        guard let count = renamed[name], count > 0 else { return }
        renamed[name] = count - 1
      }
      // As the standard has it, an end tag of a break is a break.
      if element == .br { return try write(.br, MarkupTag(name: "br", attributes: [])) }
      try writeEnd(element)
    case .phrase:
      if phrases[name]?.popLast() == true { try writeEnd(.span) } else { writeEdge() }
    case .unwrapped, .ignored, .skipped, .picture: break
    }
  }

  private var isBeforeDigit: Bool {
    index < source.count && (0x30...0x39).contains(source[index])
  }

  /// Parts the digits on both sides of a tag that isn't written: they may be boxes of their own.
  private mutating func writeEdge() {
    guard isBeforeDigit, let last = output.last, (0x30...0x39).contains(last) else { return }
    output += "<wbr>".utf8
  }

  private mutating func writeEnd(_ name: ElementName) throws(Failure) {
    try nesting.end(name)
    output += "</".utf8
    output += name.rawValue.utf8
    output.append(UInt8(ascii: ">"))
  }

  mutating func write(_ name: ElementName, _ tag: MarkupTag) throws(Failure) {
    if name.rawValue != tag.name, name != .img, ElementRole(tag.name).isKept {
      renamed[tag.name, default: 0] += 1
    }
    let start = output.count
    output.append(UInt8(ascii: "<"))
    output += name.rawValue.utf8
    for attribute in tag.attributes {
      guard let most = Self.attributes[attribute.name] else { continue }
      if attribute.name == "role", tag.mayBeFilled { continue }
      write(attribute, most: most)
    }
    if tag.mayBeFilled {
      write(MarkupTag.Attribute(name: "role", value: Self.placeholder), most: 16)
    }
    if name.rawValue != tag.name, name != .img, name != .input {
      write(MarkupTag.Attribute(name: "name", value: tag.name), most: 64)
    }
    output.append(UInt8(ascii: ">"))
    var hasher = Hasher()
    for byte in output[start...] { hasher.combine(byte) }
    try nesting.start(name, alike: name.isFormatting ? hasher.finalize() : 0)
  }

  private mutating func write(_ attribute: MarkupTag.Attribute, most: Int) {
    // What is cut off here is a style that goes on and on, or a picture that stands in the page itself.
    let value = attribute.value.utf8.prefix(most)
    output.append(0x20)
    output += attribute.name.utf8
    output += "=\"".utf8
    for byte in value where byte != 0 {
      if byte == UInt8(ascii: "\"") { output += "&quot;".utf8 } else { output.append(byte) }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// The attributes that the parser is given, and how many bytes of each.
  static let attributes: [String: Int] = [
    "id": 256, MarkupTag.conditions: 4_096, "class": 4_096, "style": 1 << 16, "colspan": 16,
    "rowspan": 16, "href": 2_048,
    "src": 512, "width": 32, "height": 32, "type": 32, "start": 16, "value": 256, "hidden": 8,
    "bgcolor": 64, "background": 64, "color": 64, "role": 32, "title": 512, "download": 256,
    "reversed": 8, "size": 8, "placeholder": 256, "span": 16,
  ]
}

extension ElementRole {
  fileprivate var isKept: Bool { if case .kept = self { true } else { false } }
}
