internal import TextScanning

/// What the figures of a paragraph count, where their own clauses say only a part of it.
extension FigureScanner {
  /// The label of a figure that ends at `end`, from the words that its clause gives it.
  ///
  /// What only refers to another figure (占 45.3%) gets the label before it. Without a word of its own a figure gets what its
  /// clause says behind it, or if that says nothing, the label before. Empty where none of these tells what is counted.
  mutating func labelText(
    _ label: FigureLabel, orTotal clause: Range<Int>, _ unit: String?, at end: Int
  ) -> String {
    if isOfYearCompared(clause) { return "" }
    if let adverb = bareAdverb(label) {
      let rest = rest(behind: end)
      let average = FigureWords.averages.contains(adverb) ? adverb : ""
      guard Self.restLengths.contains(rest.count) else { return average }
      restEnd = rest.upperBound
      return average + text.string(rest)
    }
    if label.text.isEmpty {
      let total = total(clause)
      if !total.isEmpty {
        subject = whole(of: clause) ?? total
        return subject
      }
      // 6.1% of 增长5.2%和6.1%
      if let last = mentions.last, last.unit == unit,
        clause.upperBound - last.range.upperBound <= 2,
        ["、", "和", "及", "与"].contains(text[last.range.upperBound])
      {
        return last.label
      }
      let rest = rest(behind: end)
      if rest.isEmpty {
        // 访问量翻了一番，突破200万人次
        return isBehindClause(clause) ? whole(of: clause) ?? "" : subject
      }
      guard Self.restLengths.contains(rest.count) else { return "" }
      restEnd = rest.upperBound
      return text.string(rest)
    }
    if label.refersBack { return (label.named ?? subject) + label.text }
    if label.becomes, !subject.isEmpty { return subject }
    // 今年为150件 behind 去年同期为120件 counts the same, but not of that year.
    let labelEnd = label.range.lowerBound + label.text.unicodeScalars.count
    let isYear = FigureWords.earlier.end(in: text, from: label.range.lowerBound) == labelEnd
    subject = isYear ? "" : label.subject ?? label.text
    return label.text
  }

  /// Whether a clause without a figure stands between the figure before and `clause`.
  private func isBehindClause(_ clause: Range<Int>) -> Bool {
    guard clause.lowerBound > floor, text[clause.lowerBound - 1] == "," else { return false }
    let end = clause.lowerBound - 1
    return Clause.start(text, before: end, downTo: floor) < end
  }

  /// What the clause before says, where 共 stands alone and no figure before it: 申请人以自然人为主，共46件.
  private func whole(of clause: Range<Int>) -> String? {
    guard clause.lowerBound > floor, text[clause.lowerBound - 1] == "," else { return nil }
    let end = clause.lowerBound - 1
    let start = Clause.start(text, before: end, downTo: max(floor, end - Self.longestWhole - 1))
    guard start > floor || start == 0, start == 0 || Clause.isBreak(text, at: start - 1) else {
      return nil
    }
    let words = FigureLabel.stripped(text, start..<end)
    return words.count < 2 ? nil : text.string(words)
  }

  private static let longestWhole = 20

  private static let longestRest = 14
  private static let restLengths = 2...longestRest
  /// Scalars looked at for a number that the last of several words belong to.
  private static let restReach = 40

  /// The label, where it is an adverb or a date and names nothing: 先后 of 先后5次接受采访, 9月 of 5月、9月2次接受采访.
  private func bareAdverb(_ label: FigureLabel) -> String? {
    let start = label.range.lowerBound
    switch label.text.unicodeScalars.last {
    // 厅领导先后4次走进直播间
    case "后": if label.text.hasSuffix("先后") { return "" }
    case "月":
      if text[start + label.text.unicodeScalars.count - 2].isDigit { return label.text }
    default: break
    }
    guard let end = FigureWords.bareAdverbs.end(in: text, from: start) else { return nil }
    return end == start + label.text.unicodeScalars.count ? label.text : nil
  }

  /// Whether the clause is a bracket behind a year that is compared with: 比2022年(31件)下降 says nothing of what was counted.
  private func isOfYearCompared(_ clause: Range<Int>) -> Bool {
    let open = clause.lowerBound - 1
    guard open > 0, text[open] == "(",
      let year = FigureWords.earlier.start(in: text, endingAt: open)
        ?? FigureLabel.year(text, endingAt: open, downTo: 0)
    else { return false }
    return FigureWords.comparing.start(in: text, endingAt: year) != nil
  }

  /// The words of a clause behind its number: 予以公开 of 12件予以公开.
  private func rest(behind end: Int) -> Range<Int> {
    var start = FigureWords.approximateAfter.end(in: text, from: end) ?? end
    while let behind = Self.adverbs.end(in: text, from: start) { start = behind }
    var limit = start
    while limit < text.count, limit - start <= Self.restReach, !Clause.isBreak(text, at: limit),
      !text[limit].isDigit
    {
      limit += 1
    }
    // 12件予以公开、3件部分公开: the next number's part begins behind the mark.
    if text[limit].isDigit, let mark = (start..<limit).first(where: { text[$0] == "、" }) {
      limit = mark
    }
    while let end = FigureWords.directions.start(in: text, endingAt: limit, downTo: start) {
      limit = end
    }
    // 12件办结10件: these words are the next number's.
    if text[limit].isDigit { return start..<start }
    // 3件和5件
    if FigureWords.conjunctions.end(in: text, from: start) == limit { return start..<start }
    return start..<max(start, limit)
  }

  private static let adverbs = WordList("均 已 已经 全部 都 也 的 为 是 被 等")

  /// 合计 or the like, if nothing else stands before a number.
  private func total(_ range: Range<Int>) -> String {
    FigureWords.totals.last(in: text, range).map { text.string($0) } ?? ""
  }
}
