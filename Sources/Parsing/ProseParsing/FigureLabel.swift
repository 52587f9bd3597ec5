internal import TextScanning

/// What a number counts, in the words around it.
struct FigureLabel {
  var text: String
  /// The stretch of text that shows label and number together.
  var range: Range<Int>
  /// Whether it speaks of the figure before: 同比增长 of 130 件，同比增长 3%.
  var refersBack: Bool
  /// Whether it says what the figure before became: 压缩到平均 of 20个工作日压缩到平均9个工作日.
  var becomes: Bool
  /// Without 同比增长 or 较上年的 at its end; nil where neither stands there.
  var subject: String?
  /// The name before its bracket, where it refers back in one: 征地补偿 of 征地补偿（占38%）.
  var named: String?

  /// Scalars looked at before a number, and kept of a label.
  private static let reach = 60
  static let longest = 40

  /// - Parameters:
  ///   - number: The number with its unit.
  ///   - floor: Nothing before this belongs to the label: the end of the figure before.
  init(_ text: ProseText, number: Range<Int>, floor: Int) {
    var before = Self.words(text, before: number.lowerBound, floor: floor)
    var isOwner = false
    let after = CountedNoun.range(text, behind: number, isOwner: &isOwner)
    if after.isEmpty {
      before = Self.afterTitle(text, before)
      if FigureWords.levels.end(in: text, from: number.upperBound) != nil {
        before = Self.beforeOrigin(text, before)
      }
      // 增加了26件
      if before.count > 2, text[before.upperBound - 1] == "了" {
        before = before.lowerBound..<before.upperBound - 1
      }
    } else if isOwner || before.count > Self.shortVerb
      || before.count == 1 && ["到", "至"].contains(text[before.lowerBound])
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
    if refersBack, before.lowerBound > floor, text[before.lowerBound - 1] == "(" {
      let name = Self.nameBefore(text, bracket: before.lowerBound - 1, floor: floor)
      named = name.isEmpty ? nil : text.string(name)
    }
    let subject = Self.beforeChange(text, before) ?? Self.beforeComparison(text, before)
    self.subject = after.isEmpty ? subject.map { text.string($0) } : nil
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
    if text[number - 1] == ")", InnerBracket.ofPlaces(text, endingAt: number, downTo: floor) == nil
    {
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
  static func boundary(_ text: ProseText, in range: Range<Int>) -> Int {
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
    if isAlone,
      FigureWords.changes.end(in: text, from: range.lowerBound, upTo: range.upperBound)
        == range.upperBound
    {
      return true
    }
    return FigureWords.relations.end(in: text, from: range.lowerBound) != nil
      && FigureWords.noRelations.end(in: text, from: range.lowerBound) == nil
  }

  /// What is said to change: 主动公开信息 of 主动公开信息同比增长.
  private static func beforeChange(_ text: ProseText, _ range: Range<Int>) -> Range<Int>? {
    guard
      let change = FigureWords.changes.start(
        in: text, endingAt: range.upperBound, downTo: range.lowerBound)
    else { return nil }
    let near = max(range.lowerBound, change - longestOrigin)..<change
    let relation = FigureWords.relations.first(in: text, near)
    let end = relation?.lowerBound ?? change
    return end > range.lowerBound + 1 ? stripped(text, range.lowerBound..<end) : nil
  }

  /// What is compared with an earlier figure: 申请量 of 申请量较上年度的.
  private static func beforeComparison(_ text: ProseText, _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 3,
      let relation = FigureWords.relations.last(in: text, range.suffix(longestOrigin)),
      relation.lowerBound > range.lowerBound + 1,
      text[relation.upperBound].isDigit
        || FigureWords.earlier.end(in: text, from: relation.upperBound) != nil
    else { return nil }
    return range.lowerBound..<relation.lowerBound
  }

  /// What stands behind the last 》, if anything does: 公开《方案》及扶贫信息 5 篇 counts 扶贫信息.
  private static func afterTitle(_ text: ProseText, _ range: Range<Int>) -> Range<Int> {
    var lower = range.upperBound
    while lower > range.lowerBound, text[lower - 1] != "》" { lower -= 1 }
    guard lower > range.lowerBound else { return range }
    let rest = stripped(text, lower..<range.upperBound)
    return rest.isEmpty ? range : rest
  }
}
