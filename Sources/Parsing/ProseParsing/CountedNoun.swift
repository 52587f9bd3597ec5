internal import TextScanning

/// The noun behind a number that says what is counted.
enum CountedNoun {
  private static let longest = 30

  /// The noun that follows a number: 2 次 党组会议, 3件 涉及政府信息公开工作的行政复议.
  ///
  /// - Parameter isOwner: Set where the number counts a body, and the verb before it is done to something of the body's:
  ///   更新14个部门 | 的公开指南.
  static func range(
    _ text: ProseText, behind number: Range<Int>, isOwner: inout Bool
  ) -> Range<Int> {
    let start = number.upperBound
    let countsBodies = FigureWords.bodyMeasures.contains(text[start - 1])
    if countsBodies, let end = described(text, from: start) { return start..<end }
    if text[start] == "《", let end = titled(text, from: start) { return start..<end }
    if text[start] == "与", let end = related(text, from: start) { return start..<end }
    guard FigureWords.predicates.end(in: text, from: start) == nil,
      FigureWords.levels.end(in: text, from: start) == nil
    else { return start..<start }
    var end = Clause.end(text, from: start, length: longest)
    var index = start
    while true {
      index = endOfNoun(text, from: index, in: start..<end)
      guard index == end, index > start,
        let behind = InnerBracket.end(text, from: index)
      else { break }
      index = behind
      end = Clause.end(text, from: index, length: longest)
    }
    if countsBodies {
      let verb = FigureWords.verbs.start(in: text, endingAt: number.lowerBound)
      let isObject = verb.map { number.lowerBound - $0 > 1 } ?? false
      let isOfThings =
        FigureWords.verbsOfThings.start(in: text, endingAt: number.lowerBound) != nil
      if let body = body(text, start..<index)
        ?? bodyOfLong(text, start..<index, isObject: isObject)
      {
        isOwner = isOfThings
        return start..<body
      }
      isOwner =
        isOfThings && text[index] == "的" && index > start
        && FigureWords.bodies.start(in: text, endingAt: index, downTo: start) != nil
    }
    // 对45项应主动公开政府信息 | 的责任主体予以明确
    if text[start] == "应", let mark = (start..<index).first(where: { text[$0] == "的" }) {
      return start..<mark
    }
    if FigureWords.coverbs.start(in: text, endingAt: number.lowerBound) != nil,
      let verb = verb(text, start..<index)
    {
      return start..<verb
    }
    if index == end, end < text.count, !Clause.isBreak(text, at: end) { return start..<start }
    if text[index].isDigit { return beforeNumber(text, start..<index) }
    if index == start + 1, FigureWords.shortNouns.contains(text[start]) { return start..<index }
    // Two scalars at least make a noun.
    guard index - start >= 2, text[index] != "《" else { return start..<start }
    // 12家企业融资难题
    if text[start - 1] == "家", !ends(text, start..<index, in: [FigureWords.organisations]),
      let body = FigureWords.bodies.last(in: text, start..<index)
    {
      return start..<body.upperBound
    }
    return start..<index
  }

  /// Where a verb begins in a noun of `range` whose number stands behind 将 or 对.
  private static func verb(_ text: ProseText, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if let behind = FigureWords.nounWords.end(in: text, from: index, upTo: range.upperBound) {
        index = behind
        continue
      }
      if index > range.lowerBound + 1,
        let end = FigureWords.actions.end(in: text, from: index, upTo: range.upperBound),
        end > index + 1
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Behind the first body or person of `range` that does something there: 8个街道 | 开设了专栏, but 3个乡镇公开查阅点.
  private static func body(_ text: ProseText, _ range: Range<Int>) -> Int? {
    let isFollowed = text[range.upperBound].isDigit
    for index in range {
      guard let body = FigureWords.bodies.end(in: text, from: index, upTo: range.upperBound) else {
        continue
      }
      let end = InnerBracket.end(text, from: body) ?? body
      guard let behind = FigureWords.actions.end(in: text, from: end) else { continue }
      // 5个部门联合执法行动3次: what the next number counts is not the body's.
      let noun = isFollowed ? nil : FigureWords.nounWords.end(in: text, from: end)
      if noun.map({ $0 <= behind && behind > end + 1 }) ?? true { return end }
    }
    return nil
  }

  /// Behind the first body of a long noun that doesn't end in one: 2名同志 | 取得优秀学员称号, 部门网站.
  ///
  /// - Parameter isObject: Whether a verb stands before the number; what it is done to is then the whole noun, if nothing in
  ///   that acts: 建成3个乡镇公开查阅点.
  private static func bodyOfLong(
    _ text: ProseText, _ range: Range<Int>, isObject: Bool
  ) -> Int? {
    let names = [FigureWords.bodies, FigureWords.organisations, FigureWords.ofBodies]
    guard !ends(text, range, in: names) else { return nil }
    for index in range {
      guard
        var end = FigureWords.bodies.end(in: text, from: index, upTo: range.upperBound),
        end > index + 1
      else { continue }
      while let next = FigureWords.bodies.end(in: text, from: end, upTo: range.upperBound)
        ?? InnerBracket.end(text, from: end)
      {
        end = next
      }
      if isObject, verb(text, index..<range.upperBound) == nil { return nil }
      return range.upperBound - end > 2 ? end : nil
    }
    return nil
  }

  private static func ends(
    _ text: ProseText, _ range: Range<Int>, in lists: [WordList]
  ) -> Bool {
    lists.contains {
      $0.start(in: text, endingAt: range.upperBound, downTo: range.lowerBound) != nil
    }
  }

  /// Behind the body that a clause with 的 describes: 2个未按时完成任务的单位, 8个申请量较大的单位.
  private static func described(_ text: ProseText, from start: Int) -> Int? {
    var index = start
    while index - start < longestDescription, isOfNoun(text[index]) {
      if text[index] == "的" { return FigureWords.bodies.end(in: text, from: index + 1) }
      if FigureWords.bodies.end(in: text, from: index) != nil { return nil }
      index += 1
    }
    return nil
  }

  private static let longestDescription = 14

  /// Behind the title at `start` and the noun it stands before: 4期《民情热线》节目.
  private static func titled(_ text: ProseText, from start: Int) -> Int? {
    let limit = min(text.count, start + longest)
    guard let close = (start..<limit).first(where: { text[$0] == "》" }) else { return nil }
    let end = Clause.end(text, from: close + 1, length: longest)
    let noun = endOfNoun(text, from: close + 1, in: close + 1..<end)
    return noun - close > 2 && !text[noun].isDigit ? noun : close + 1
  }

  /// Behind the noun that 与…有关的 tells more of: 3场与防汛相关的新闻发布会.
  private static func related(_ text: ProseText, from start: Int) -> Int? {
    let limit = min(text.count, start + longestDescription)
    guard let mark = (start..<limit).first(where: { text[$0] == "的" }),
      relations.start(in: text, endingAt: mark, downTo: start) != nil
    else { return nil }
    let end = Clause.end(text, from: mark + 1, length: longest)
    let noun = endOfNoun(text, from: mark + 1, in: mark + 1..<end)
    return noun - mark > 2 && !text[noun].isDigit ? noun : nil
  }

  private static let relations = WordList("有关 相关 关联 直接相关 密切相关")

  /// Where what began at the head of `range` as a noun, and goes on at `index`, ends.
  private static func endOfNoun(_ text: ProseText, from index: Int, in range: Range<Int>) -> Int {
    var index = index
    while index < range.upperBound {
      if let behind = FigureWords.nounWords.end(in: text, from: index, upTo: range.upperBound) {
        index = behind
        continue
      }
      guard isOfNoun(text[index]) || (text[index] == "“" && index == range.lowerBound) else {
        break
      }
      if FigureWords.nounEnds.end(in: text, from: index) != nil {
        guard text[index] == "的", index - range.lowerBound >= 2, isOfNoun(text[index + 1]),
          isOfNoun(text[index + 2]), text[index - 1] != ")",
          FigureWords.bodies.start(in: text, endingAt: index) == nil
        else { break }
      }
      index += 1
    }
    return index
  }

  private static func isOfNoun(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isIdeograph || scalar.isASCIILetter || scalar == "”"
  }

  /// The noun between two numbers: 短视频 of 41条短视频播放量超2300万, 方面 of 5个方面18项任务.
  ///
  /// Behind a measure word that does without one it may belong to the next number.
  private static func beforeNumber(_ text: ProseText, _ range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound
    for index in range.dropFirst(2) where FigureWords.countNouns.end(in: text, from: index) != nil {
      return start..<index
    }
    guard !range.isEmpty, FigureWords.needsNoun.contains(text[start - 1]) else {
      return start..<start
    }
    let verb = FigureWords.verbs.first(in: text, start + 1..<range.upperBound)
    let noun = FigureLabel.stripped(text, start..<(verb?.lowerBound ?? range.upperBound))
    let isNoun = noun.count >= 2 || noun.count == 1 && FigureWords.shortNouns.contains(text[start])
    return isNoun && noun.lowerBound == start ? noun : start..<start
  }
}
