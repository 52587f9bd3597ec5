internal import Diagnostics
internal import ReportRecords
internal import TextScanning

/// Finds the titles in 《》 of a paragraph, with the number in the bracket behind each.
struct CitationReader {
  /// One 《…》.
  struct Mention: Equatable {
    /// Without 《》 and inner blanks.
    var title: String
    var number: String?
    /// Whether 以下简称 or the like stands before it.
    var isAlias: Bool
  }

  private(set) var mentions: [Mention] = []
  /// What the titles and the brackets with their numbers take up, in order: no figures in there.
  private(set) var ranges: [Range<Int>] = []
  /// Numbers that have lost characters, as printed.
  private(set) var damaged: [String] = []
  /// Names given to a document without 《》: （以下简称“条例”）, with the index of the mention they stand for.
  private(set) var plainAliases: [(name: String, mention: Int)] = []

  /// A title longer than this is rather a 《 whose 》 was lost.
  private static let longestTitle = 200
  private static let longestBracket = 80

  init(_ text: ProseText) {
    for title in Self.titles(text) {
      let isAlias = Self.introducesAlias(text, before: title.lowerBound)
      var mention = Mention(
        title: text.string(title.lowerBound + 1..<title.upperBound - 1), number: nil,
        isAlias: isAlias)
      guard !mention.title.isEmpty else { continue }
      var end = title.upperBound
      if !isAlias {
        end = readBrackets(text, from: title.upperBound, into: &mention)
      }
      mentions.append(mention)
      ranges.append(title.lowerBound..<max(end, title.upperBound))
    }
  }

  /// The outermost 《…》 of `text`, in order.
  ///
  /// A 《 without 》 is passed over; one that would swallow a whole sentence counts as such.
  static func titles(_ text: ProseText) -> [Range<Int>] {
    var open: [Int] = []
    var closed: [Range<Int>] = []
    for index in text.scalars.indices {
      switch text.scalars[index] {
      case "《": open.append(index)
      case "》":
        guard let start = open.popLast() else { continue }
        let isOuter = open.isEmpty || index - start > longestTitle
        if index - start <= longestTitle { closed.append(start..<index + 1) }
        if isOuter { open.removeAll() }
      case "。": open.removeAll()
      default: break
      }
    }
    // Inner titles are closed before the outer one: keep those that no later one contains.
    var outermost: [Range<Int>] = []
    for range in closed {
      while let last = outermost.last, last.lowerBound > range.lowerBound { outermost.removeLast() }
      outermost.append(range)
    }
    return outermost
  }

  /// Reads the brackets behind a title, up to four: number, alias, or something else.
  ///
  /// - Returns: The index behind the last bracket that held a number.
  private mutating func readBrackets(
    _ text: ProseText, from start: Int, into mention: inout Mention
  ) -> Int {
    var index = start
    var end = start
    for _ in 0..<4 {
      guard text[index] == "(" || text[index] == "[" else { break }
      let inside = Self.bracket(text, from: index)
      for part in Self.parts(text, inside) {
        if let name = Self.plainAlias(text, part) {
          plainAliases.append((name, mentions.count))
          continue
        }
        guard mention.number == nil else { continue }
        switch DocumentNumber.read(text, part) {
        case .number(let number):
          mention.number = number
          end = part.upperBound
        case .damaged(let printed):
          damaged.append(printed)
          end = part.upperBound
        case .none: break
        }
      }
      index = inside.upperBound + 1
    }
    return end
  }

  /// The inside of the bracket that opens at `start`; without a closing one, up to where the clause ends.
  private static func bracket(_ text: ProseText, from start: Int) -> Range<Int> {
    var depth = 0
    let limit = min(text.count, start + longestBracket)
    for index in start..<limit {
      switch text[index] {
      case "(", "[": depth += 1
      case ")", "]":
        depth -= 1
        if depth == 0 { return start + 1..<index }
      default: break
      }
    }
    var end = start + 1
    while end < limit, ![")", "。", ";", ",", "!", "?", "《", "要"].contains(text[end]) { end += 1 }
    return start + 1..<end
  }

  /// `range` cut at commas and the like.
  private static func parts(_ text: ProseText, _ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where [",", ";", "、", "。"].contains(text[index]) {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  private static let aliasWords = WordList("简称 下称 统称 简称为 下称为 统称为")

  /// Whether 以下简称, a quotation mark perhaps between, stands before `start`.
  private static func introducesAlias(_ text: ProseText, before start: Int) -> Bool {
    var end = start
    while end > 0, ["“", "\"", ":", "‘", "'"].contains(text[end - 1]) { end -= 1 }
    return aliasWords.start(in: text, endingAt: end) != nil
  }

  /// The name in 以下简称“条例” or 以下简称条例; nil where there is none or it stands in 《》.
  private static func plainAlias(_ text: ProseText, _ range: Range<Int>) -> String? {
    guard let word = aliasWords.first(in: text, range), word.lowerBound <= range.lowerBound + 3
    else { return nil }
    var lower = word.upperBound
    var upper = range.upperBound
    let marks: [Unicode.Scalar] = ["“", "”", "\"", ":", "‘", "’", "'"]
    while lower < upper, marks.contains(text[lower]) { lower += 1 }
    while upper > lower, marks.contains(text[upper - 1]) { upper -= 1 }
    guard lower < upper, text[lower] != "《" else { return nil }
    return text.string(lower..<upper)
  }
}
