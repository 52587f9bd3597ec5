internal import DocumentModel

/// What has to be known of a page's scripts and style sheets, wherever they stand, before its elements are read.
struct PageSurvey {
  private(set) var targets = ScriptTargets()
  /// Names of parts of lines, `em`, that style sheets may speak of.
  private(set) var styled: Set<String> = []
  /// Names of attributes whose values style sheets show, in lower case.
  private(set) var shown: Set<String> = []
  /// Whether a style sheet asks what an element is the child of, so that no element may be passed over.
  private(set) var asksForParents = false
  /// What selectors of style sheets ask of attributes, by their names.
  private(set) var conditions: [String: [StyleCondition]] = [:]
  /// Whether there is more of it than is kept.
  var isIncomplete: Bool { hasMore || targets.isIncomplete }
  private var hasMore = false

  /// - Parameters:
  ///   - page: The source of the page.
  ///   - sheets: Style sheets that came with it.
  init(_ page: [UInt8], sheets: [[UInt8]]) {
    for sheet in sheets { read(sheet: sheet[...]) }
    let span = page.span
    var index = 0
    while index < page.count {
      guard let open = page[index...].firstIndex(of: UInt8(ascii: "<")) else { return }
      if span.hasASCIIPrefix("<!--", at: open) {
        index = MarkupEnds.comment(in: span, at: open)?.next ?? page.count
      } else if span.hasASCIIPrefix("<script", at: open) {
        let content = Self.content(of: "script", in: page, from: open)
        if !content.isEmpty { targets.read(content) }
        index = max(open + 1, content.endIndex)
      } else if span.hasASCIIPrefix("<style", at: open) {
        let content = Self.content(of: "style", in: page, from: open)
        read(sheet: content)
        index = max(open + 1, content.endIndex)
      } else {
        index = open + 1
      }
    }
  }

  private static func content(
    of name: String, in page: [UInt8], from open: Int
  ) -> ArraySlice<UInt8> {
    guard let start = page[open...].firstIndex(of: UInt8(ascii: ">")) else {
      return page[page.count...]
    }
    return page[
      (start + 1)..<(MarkupEnds.content(of: name, in: page.span, from: start + 1) ?? page.count)]
  }

  private static let mostNames = 1_000

  private static let phrases = Set(ElementRole.phrases)

  private mutating func noteConditions(_ sheet: ArraySlice<UInt8>) {
    var rest = sheet
    while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[(open + 1)...]
      guard let close = rest.prefix(200).firstIndex(of: UInt8(ascii: "]")),
        let condition = StyleCondition(String(decoding: rest[..<close], as: UTF8.self))
      else { continue }
      let known = conditions[condition.name] ?? []
      guard !known.contains(where: { $0.word == condition.word }) else { continue }
      guard conditions.count < Self.mostNames, known.count < Self.mostConditions else {
        hasMore = true
        return
      }
      conditions[condition.name, default: []].append(condition)
    }
  }

  private static let mostConditions = 500

  /// Whether a selector goes on within what ends in `byte`.
  private static func goesOn(behind byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
      || "-_>+~)]".utf8.contains(byte)
  }

  /// Notes the words of `sheet` that may name elements, and `attr(name)`.
  private mutating func read(sheet: ArraySlice<UInt8>) {
    noteConditions(sheet)
    var word: [UInt8] = []
    var before: UInt8 = 0x20
    var isShown = false
    /// The last byte that is no blank.
    var last: UInt8 = 0
    var isAnyWithin = false
    for byte in sheet {
      // `.a *`, and no end of a comment.
      if isAnyWithin, byte != UInt8(ascii: "/") { styled.formUnion(Self.phrases) }
      isAnyWithin = byte == UInt8(ascii: "*") && Self.goesOn(behind: last)
      if byte == UInt8(ascii: ">"), last != UInt8(ascii: "-") { asksForParents = true }
      if byte > 0x20 { last = byte }
      let isLetter =
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      if isLetter {
        if word.count < 64 { word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        continue
      }
      if !word.isEmpty {
        let name = String(decoding: word, as: UTF8.self)
        if before != UInt8(ascii: "."), before != UInt8(ascii: "#"), Self.phrases.contains(name) {
          styled.insert(name)
        }
        if isShown {
          if shown.count < Self.mostNames { shown.insert(name) } else { hasMore = true }
        }
        isShown = name == "attr" && byte == UInt8(ascii: "(")
      }
      word = []
      before = byte
    }
  }
}
