/// What a number counts, in the words around it.
struct FigureLabel {
  var text: String
  /// The stretch of text that shows label and number together.
  var range: Range<Int>

  /// Scalars looked at before a number, and kept of a label.
  private static let reach = 60
  private static let longest = 30

  /// - Parameters:
  ///   - number: The number with its unit.
  ///   - floor: Nothing before this belongs to the label: the end of the figure before.
  init(_ text: ProseText, number: Range<Int>, floor: Int) {
    let limit = max(floor, number.lowerBound - Self.reach)
    let clause = Clause.start(text, before: number.lowerBound, downTo: limit)
    var before = Self.stripped(text, clause..<number.lowerBound)
    let after = Self.noun(text, from: number.upperBound)
    if after.isEmpty {
      before = Self.afterTitle(text, before)
    } else if before.count > Self.shortVerb
      || FigureWords.verbs.start(in: text, endingAt: before.upperBound, downTo: before.lowerBound)
        == nil
    {
      // The noun behind the number is what is counted; what stands before is no verb of it.
      before = number.lowerBound..<number.lowerBound
    }
    self.text = after.isEmpty ? text.string(before) : text.string(before) + text.string(after)
    let end = max(number.upperBound, after.upperBound)
    range = (before.isEmpty ? number.lowerBound : before.lowerBound)..<end
  }

  /// A verb before a number with its subject or adverbs is no longer than this.
  private static let shortVerb = 8

  /// Without dates, openings such as 其中 and copulas such as 共.
  static func stripped(_ text: ProseText, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while upper > lower {
      if let start = FigureWords.copulas.start(in: text, endingAt: upper, downTo: lower) {
        upper = start
      } else if isFiller(text[upper - 1]), text[upper - 1] != "”" {
        upper -= 1
      } else {
        break
      }
    }
    while lower < upper {
      if let end = date(text, from: lower, upTo: upper) {
        lower = end
      } else if text[lower] == "至" || text[lower] == "到",
        let end = date(text, from: lower + 1, upTo: upper)
      {
        lower = end
      } else if let end = FigureWords.openings.end(in: text, from: lower, upTo: upper) {
        lower = end
      } else if isFiller(text[lower]), text[lower] != "“" {
        lower += 1
      } else {
        break
      }
    }
    return max(lower, upper - longest)..<upper
  }

  /// What stands behind the last 》, if anything does: 公开《方案》及扶贫信息 5 篇 counts 扶贫信息.
  private static func afterTitle(_ text: ProseText, _ range: Range<Int>) -> Range<Int> {
    var lower = range.upperBound
    while lower > range.lowerBound, text[lower - 1] != "》" { lower -= 1 }
    guard lower > range.lowerBound else { return range }
    let rest = stripped(text, lower..<range.upperBound)
    return rest.isEmpty ? range : rest
  }

  private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", ",", " ", ":", "“", "”", "\"", "'", "-", "~", ".", "*", "·": true
    default: false
    }
  }

  /// Behind a date such as 2020年, 2020年度 or 1至12月 at `index`.
  private static func date(_ text: ProseText, from index: Int, upTo limit: Int) -> Int? {
    var end = index
    while text[end].isDigit || (end > index && (text[end] == "-" || text[end] == "至")) { end += 1 }
    guard end > index else { return nil }
    switch text[end] {
    case "年": end += text[end + 1] == "度" ? 2 : 1
    case "月": end += text[end + 1] == "份" ? 2 : 1
    case "日": end += 1
    default: return nil
    }
    return end <= limit ? end : nil
  }

  /// The noun that follows a number: 2 次 党组会议.
  private static func noun(_ text: ProseText, from start: Int) -> Range<Int> {
    guard FigureWords.predicates.end(in: text, from: start) == nil else { return start..<start }
    let end = Clause.end(text, from: start, length: 24)
    var index = start
    while index < end,
      text[index].isIdeograph || text[index].isASCIILetter || (text[index] == "“" && index == start)
        || text[index] == "”",
      FigureWords.nounEnds.end(in: text, from: index) == nil
    {
      index += 1
    }
    // Two scalars at least make a noun; what stands before the next number belongs to that.
    guard index - start >= 2, !text[index].isDigit, text[index] != "《" else { return start..<start }
    return start..<index
  }
}
