internal import TextScanning

/// What a number counts, in the words around it.
struct FigureLabel {
  var text: String
  /// The stretch of text that shows label and number together.
  var range: Range<Int>

  /// Scalars looked at before a number, and kept of a label.
  private static let reach = 60
  private static let longest = 40
  private static let longestNoun = 30

  /// - Parameters:
  ///   - number: The number with its unit.
  ///   - floor: Nothing before this belongs to the label: the end of the figure before.
  init(_ text: ProseText, number: Range<Int>, floor: Int) {
    var before = Self.words(text, before: number.lowerBound, floor: floor)
    let after = Self.noun(text, from: number.upperBound)
    if after.isEmpty {
      before = Self.afterTitle(text, before)
    } else if before.count > Self.shortVerb
      || FigureWords.prepositions.start(
        in: text, endingAt: before.upperBound, downTo: before.lowerBound) != nil
      || FigureWords.verbs.start(in: text, endingAt: before.upperBound, downTo: before.lowerBound)
        == nil
    {
      // The noun behind the number is what is counted; what stands before is no verb of it.
      before = number.lowerBound..<number.lowerBound
    }
    before = Self.balanced(text, before, floor: floor)
    self.text = after.isEmpty ? text.string(before) : text.string(before) + text.string(after)
    let end = max(number.upperBound, after.upperBound)
    range = (before.isEmpty ? number.lowerBound : before.lowerBound)..<end
  }

  /// The words of the number's own clause before it; before the bracket where one stands right before the number:
  /// 不予公开（三类内部事务信息）2条.
  private static func words(_ text: ProseText, before number: Int, floor: Int) -> Range<Int> {
    var end = number
    if text[number - 1] == ")" {
      var open = number - 2
      while open > max(floor, number - reach), text[open] != "(", text[open] != ")" { open -= 1 }
      if open > floor, text[open] == "(" { end = open }
    }
    let limit = max(floor, end - reach)
    var clause = Clause.start(text, before: end, downTo: limit)
    // What goes on farther back is cut where a part of it begins, never within a word.
    if clause == limit, limit > floor, !Clause.isBreak(text, at: limit - 1) {
      clause = boundary(text, in: clause..<end)
    }
    return stripped(text, clause..<end)
  }

  /// Behind the first 、 or 的 of `range`; its end where it has none.
  private static func boundary(_ text: ProseText, in range: Range<Int>) -> Int {
    for index in range where ["、", "的", "》", ","].contains(text[index]) { return index + 1 }
    return range.upperBound
  }

  /// `range` with both of its brackets or quotation marks, or without the one.
  private static func balanced(_ text: ProseText, _ range: Range<Int>, floor: Int) -> Range<Int> {
    for (open, close) in [("“", "”"), ("《", "》"), ("(", ")")] as [(Unicode.Scalar, Unicode.Scalar)]
    {
      guard let last = range.last(where: { text[$0] == open || text[$0] == close }) else {
        continue
      }
      if text[last] == open {
        return stripped(text, last + 1..<range.upperBound)
      }
      let first = range.first { text[$0] == open || text[$0] == close } ?? last
      guard text[first] == close else { continue }
      var start = range.lowerBound
      while start > max(floor, first - longest), text[start - 1] != open, text[start - 1] != close {
        start -= 1
      }
      if start > floor, text[start - 1] == open { return start - 1..<range.upperBound }
      return stripped(text, last + 1..<range.upperBound)
    }
    return range
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
      } else if FigureWords.nounWords.end(in: text, from: lower, upTo: upper) == nil,
        let end = FigureWords.openings.end(in: text, from: lower, upTo: upper)
      {
        lower = end
      } else if isFiller(text[lower]) || text[lower] == "的", text[lower] != "“" {
        lower += 1
      } else {
        break
      }
    }
    if upper - lower > longest {
      return stripped(text, boundary(text, in: upper - longest..<upper)..<upper)
    }
    return lower..<upper
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

  /// The noun that follows a number: 2 次 党组会议, 3件 涉及政府信息公开工作的行政复议.
  private static func noun(_ text: ProseText, from start: Int) -> Range<Int> {
    guard FigureWords.predicates.end(in: text, from: start) == nil else { return start..<start }
    let end = Clause.end(text, from: start, length: longestNoun)
    let isWhole = end == text.count || Clause.isBreak(text, at: end)
    var index = start
    while index < end {
      if let behind = FigureWords.nounWords.end(in: text, from: index, upTo: end) {
        index = behind
        continue
      }
      guard isOfNoun(text[index]) || (text[index] == "“" && index == start) else { break }
      if FigureWords.nounEnds.end(in: text, from: index) != nil {
        guard text[index] == "的", index - start >= 2, isOfNoun(text[index + 1]),
          isOfNoun(text[index + 2])
        else { break }
      }
      index += 1
    }
    if index == end, !isWhole { return start..<start }
    if text[index].isDigit { return start..<beforeCount(text, start..<index) }
    if index == start + 1, FigureWords.shortNouns.contains(text[start]) { return start..<index }
    // Two scalars at least make a noun.
    guard index - start >= 2, text[index] != "《" else { return start..<start }
    return start..<index
  }

  private static func isOfNoun(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isIdeograph || scalar.isASCIILetter || scalar == "”"
  }

  /// What stands before the words that the next number counts: 短视频 of 短视频播放量超.
  private static func beforeCount(_ text: ProseText, _ range: Range<Int>) -> Int {
    for index in range.dropFirst(2) where FigureWords.countNouns.end(in: text, from: index) != nil {
      return index
    }
    return range.lowerBound
  }
}
