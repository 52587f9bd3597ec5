/// What a number counts, in the words around it.
struct FigureLabel {
  var text: String
  /// The stretch of text that shows label and number together.
  var range: Range<Int>
  /// Whether it speaks of the figure before: 同比增长 of 130 件，同比增长 3%.
  var refersBack: Bool
  /// Whether it says what the figure before became: 压缩到平均 of 20个工作日压缩到平均9个工作日.
  var becomes: Bool

  /// Scalars looked at before a number, and kept of a label.
  private static let reach = 60
  private static let longest = 40

  /// - Parameters:
  ///   - number: The number with its unit.
  ///   - floor: Nothing before this belongs to the label: the end of the figure before.
  init(_ text: ProseText, number: Range<Int>, floor: Int) {
    var before = Self.words(text, before: number.lowerBound, floor: floor)
    let after = CountedNoun.range(text, behind: number.upperBound)
    if after.isEmpty {
      before = Self.afterTitle(text, before)
      if FigureWords.levels.end(in: text, from: number.upperBound) != nil {
        before = Self.beforeOrigin(text, before)
      }
      // 增加了26件
      if before.count > 2, text[before.upperBound - 1] == "了" {
        before = before.lowerBound..<before.upperBound - 1
      }
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
    refersBack = Self.refersBack(text, before, isAlone: after.isEmpty)
    becomes =
      FigureWords.levels.end(in: text, from: before.lowerBound, upTo: before.upperBound)
      .map { before.upperBound - $0 <= 4 } ?? false
    self.text = after.isEmpty ? text.string(before) : text.string(before) + text.string(after)
    let end = max(number.upperBound, after.upperBound)
    range = (before.isEmpty ? number.lowerBound : before.lowerBound)..<end
  }

  /// The words of the number's own clause before it; before the bracket where one stands right before the number:
  /// 不予公开（三类内部事务信息）2条.
  private static func words(_ text: ProseText, before number: Int, floor: Int) -> Range<Int> {
    // 申请数(件):132
    let number = text[number - 1] == ":" && text[number - 2] == ")" ? number - 1 : number
    var end = number
    // 抽查村(社区)52个
    if text[number - 1] == ")", InnerBracket.ofPlaces(text, endingAt: number, downTo: floor) == nil {
      var open = number - 2
      while open > max(floor, number - reach), text[open] != "(", text[open] != ")" { open -= 1 }
      if open > floor, text[open] == "(" { end = open }
    }
    let limit = max(floor, end - reach)
    var clause = Clause.start(text, before: end, downTo: limit)
    while let open = InnerBracket.ofPlaces(text, endingAt: clause, downTo: limit)
      ?? InnerBracket.start(text, endingAt: clause, downTo: limit)
    {
      clause = Clause.start(text, before: open, downTo: limit)
    }
    // What goes on farther back is cut where a part of it begins, never within a word.
    if clause == limit, limit > floor, !Clause.isBreak(text, at: limit - 1) {
      clause = boundary(text, in: clause..<end)
    }
    if clause == floor, FigureWords.nounWords.end(in: text, from: clause) == nil,
      let behind = FigureWords.leftovers.end(in: text, from: clause, upTo: end)
    {
      clause = behind
    }
    let words = stripped(text, clause..<end)
    // 收到申请(含结转)共5件
    if words.isEmpty, end == number, clause < number, clause > limit, text[clause - 1] == ")" {
      return self.words(text, before: clause, floor: floor)
    }
    // A市(356件)
    if words.isEmpty, clause > floor, text[clause - 1] == "(" {
      let name = nameBefore(text, bracket: clause - 1, floor: floor)
      if !name.isEmpty { return name }
    }
    return words
  }

  /// The last of several names before the bracket that opens at `open`.
  private static func nameBefore(
    _ text: ProseText, bracket open: Int, floor: Int
  ) -> Range<Int> {
    let clause = Clause.start(text, before: open, downTo: max(floor, open - reach))
    let last = (clause..<open).last { text[$0] == "、" }
    return stripped(text, (last.map { $0 + 1 } ?? clause)..<open)
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

  private static func refersBack(
    _ text: ProseText, _ range: Range<Int>, isAlone: Bool
  ) -> Bool {
    guard !range.isEmpty else { return false }
    if isAlone, FigureWords.changes.end(in: text, from: range.lowerBound) == range.upperBound { return true }
    return FigureWords.relations.end(in: text, from: range.lowerBound) != nil
      && FigureWords.noRelations.end(in: text, from: range.lowerBound) == nil
  }

  /// Without dates, openings such as 其中 and copulas such as 共.
  static func stripped(_ text: ProseText, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while upper > lower {
      if FigureWords.wholeEnds.start(in: text, endingAt: upper, downTo: lower) != nil {
        break
      } else if let start = FigureWords.copulas.start(in: text, endingAt: upper, downTo: lower) {
        upper = start
      } else if let manner = FigureWords.manners.start(in: text, endingAt: upper, downTo: lower),
        let start = FigureWords.levels.start(in: text, endingAt: manner, downTo: lower)
      {
        upper = start
      } else if let start = origin(text, endingAt: upper, downTo: lower) {
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
        FigureWords.wholeBeginnings.end(in: text, from: lower, upTo: upper) == nil,
        // 及时 of 及时处理率 says of what the share is.
        text[upper - 1] != "率" || !text.has(["及", "时"], at: lower),
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

  /// Where 由上年的, 从2021年的 or 由 begins before `end`: where a quantity came from is no part of its label.
  private static func origin(_ text: ProseText, endingAt end: Int, downTo lower: Int) -> Int? {
    var start = text[end - 1] == "的" ? end - 1 : end
    let isAttribute = start < end
    if let earlier = FigureWords.earlier.start(in: text, endingAt: start, downTo: lower)
      ?? year(text, endingAt: start, downTo: lower)
    {
      if FigureWords.comparing.start(in: text, endingAt: earlier, downTo: lower) != nil { return nil }
      start = earlier
    }
    if start > lower, ["从", "由"].contains(text[start - 1]),
      FigureWords.noOrigins.start(in: text, endingAt: start, downTo: lower) == nil
    {
      return start - 1
    }
    return isAttribute && start < end - 1 ? start : nil
  }

  /// `range` without the 由法定 of 答复时限由法定20个工作日压缩到9个工作日.
  private static func beforeOrigin(_ text: ProseText, _ range: Range<Int>) -> Range<Int> {
    let last = range.suffix(longestOrigin).last {
      ["从", "由"].contains(text[$0]) && FigureWords.noOrigins.start(in: text, endingAt: $0 + 1) == nil
    }
    guard let last, last > range.lowerBound else { return range }
    return range.lowerBound..<last
  }

  private static let longestOrigin = 10

  /// Where the year begins that ends before `end`: 2021年, 2021年度.
  private static func year(_ text: ProseText, endingAt end: Int, downTo lower: Int) -> Int? {
    let mark = text[end - 1] == "度" ? end - 2 : end - 1
    guard mark - 4 >= lower, text[mark] == "年" else { return nil }
    return (mark - 4..<mark).allSatisfy { text[$0].isDigit } ? mark - 4 : nil
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
    case "、", ",", " ", ":", "“", "”", "\"", "'", "-", "~", ".", "*", "·", "①"..."⑳": true
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
}
