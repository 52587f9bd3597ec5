internal import ReportRecords
internal import TextScanning

/// Tells the numbers of a paragraph that are quantities from ordinals, names and dates.
extension FigureScanner {
  mutating func readArabic() {
    let start = index
    switch ArabicNumber.read(text, at: start) {
    case .unreadable(let end):
      if MeasureWords.match(text, at: end) != nil { unreadable.append(text.string(start..<end)) }
      index = max(end, start + 1)
    case .quantity(let quantity):
      index = max(quantity.end, start + 1)
      take(quantity, from: start, isChinese: false)
    }
  }

  mutating func readChinese() {
    let start = index
    if let percent = ChineseQuantity.percent(text, at: start) {
      index = percent.end
      // 见面率、答复率和满意率三个百分之百
      let isSeveral = text[start - 1] == "个" && ChineseCount.isNumeral(text[start - 2])
      emit(percent, from: isSeveral ? start - 2 : start, unit: "%", end: percent.end)
      return
    }
    var run = start
    while ChineseCount.isNumeral(text[run]) { run += 1 }
    index = max(run, start + 1)
    if context.isVague(start) {
      let end = ["余", "多"].contains(text[run]) ? run + 1 : run
      if quotation == nil, let unit = MeasureWords.match(text, at: end), unit.chinese != .never {
        unreadable.append(text.string(start - 1..<unit.end))
        floor = max(floor, unit.end)
        index = unit.end
      }
      return
    }
    switch ChineseQuantity.read(text, at: start) {
    case .none:
      // 七八件
      guard context.isNeighbours(start, run), let unit = MeasureWords.match(text, at: run),
        unit.chinese == .usual || unit.chinese == .atClauseEnd
      else { break }
      unreadable.append(text.string(start..<unit.end))
      floor = max(floor, unit.end)
      index = max(index, unit.end)
    case .unreadable(let end):
      index = max(index, end)
      if !isOrdinal(start), let unit = MeasureWords.match(text, at: end) {
        unreadable.append(text.string(start..<unit.end))
      }
    case .quantity(let quantity):
      index = max(index, quantity.end)
      // 上 of 上万次 goes with the number.
      let isRound = text[start - 1] == "上" && ["百", "千", "万", "亿"].contains(text[start])
      take(quantity, from: isRound ? start - 1 : start, isChinese: true)
    }
  }

  private mutating func take(_ quantity: Quantity, from start: Int, isChinese: Bool) {
    if isOrdinal(start) {
      // The unit may follow: 第三十六条、第三十七条.
      ordinalEnd = MeasureWords.match(text, at: quantity.end)?.end ?? quantity.end
      if text[quantity.end] == "条" || text[quantity.end] == "款" { ordinalEnd = quantity.end + 1 }
      index = max(index, ordinalEnd)
      return
    }
    guard
      let unit = MeasureWords.match(text, at: quantity.end)
        ?? MeasureWords.inBracket(text, at: quantity.end)
    else {
      takeWithoutUnit(quantity, from: start, isChinese: isChinese)
      return
    }
    defer { previousEnd = unit.end }
    if let first = context.startOfPair(start), listed.last?.range.upperBound != start - 1 {
      unreadable.append(text.string(first..<unit.end))
      floor = max(floor, unit.end)
      index = max(index, unit.end)
      return
    }
    switch context.verdict(on: quantity, unit, from: start, isChinese: isChinese) {
    case .figure: break
    case .ambiguous:
      unreadable.append(text.string(context.startOfRange(start)..<unit.end))
      // An unclear number is not part of the next one's label.
      floor = max(floor, unit.end)
      fallthrough
    case .other:
      listed.removeAll()
      index = max(index, unit.end)
      return
    }
    let name = unit.unit == "个" && isBeforePoints(unit.end) ? "百分点" : unit.unit
    takeListed(before: start, unit: name)
    index = unit.end
    emit(quantity, from: start, unit: name, end: unit.end)
  }

  /// Whether 、2.3个百分点 stands at `end`, so that 个 before it says the same.
  private func isBeforePoints(_ end: Int) -> Bool {
    guard ["、", "和", "及", "与", ","].contains(text[end]), text[end + 1].isDigit,
      case .quantity(let next) = ArabicNumber.read(text, at: end + 1)
    else { return false }
    return text.has(["个", "百", "分", "点"], at: next.end)
  }

  private func isOrdinal(_ start: Int) -> Bool {
    let before = text[start - 1]
    return before == "第" || before == "届" || isRank(start) || continuesOrdinal(start)
  }

  /// Whether 前 or 排名后 stands before `start`, as in 前三名, and is no part of 目前 or 之前.
  private func isRank(_ start: Int) -> Bool {
    let second = text[start - 2]
    switch text[start - 1] {
    case "后": return ["名", "列", "居", "倒"].contains(second)
    case "末": return !["期", "年", "月", "周"].contains(second)
    default: break
    }
    return text[start - 1] == "前"
      && !["目", "之", "以", "当", "年", "此", "日", "会"].contains(text[start - 2])
  }

  private func continuesOrdinal(_ start: Int) -> Bool {
    guard ordinalEnd >= 0, ordinalEnd == start - 1 else { return false }
    return ["、", ",", "和", "及", "至", "到", "与", "-"].contains(text[start - 1])
  }

  // MARK: Numbers without a unit

  private mutating func takeWithoutUnit(_ quantity: Quantity, from start: Int, isChinese: Bool) {
    guard !isChinese else { return }
    if let end = context.unitBehindNote(start, quantity.end) {
      unreadable.append(text.string(start..<end))
      floor = max(floor, end)
      return
    }
    let continues = listed.last.map { $0.range.upperBound == start - 1 && text[start - 1] == "、" }
    if continues != true { listed.removeAll() }
    if ["、", "和", "及", "与"].contains(text[quantity.end]), text[quantity.end + 1].isDigit,
      listed.count < 64, continues == true || isDistributed(start)
    {
      listed.append((start..<quantity.end, quantity))
      return
    }
    guard endsStatement(quantity.end), !context.isContact(start), !text[start - 1].isASCIILetter,
      !context.isPart(start), context.sign(before: start, nil) == .none
    else { return }
    // The 1 of 1,2件 is no number of its own.
    if text[quantity.end] == ",", text[quantity.end + 1].isDigit,
      !context.isClauseMark(quantity.end)
    {
      return
    }
    let clause = Clause.start(text, before: start, downTo: max(floor, start - 40))
    let label = FigureLabel.stripped(text, clause..<start)
    if let unit = unitInBracket(before: start) {
      emit(quantity, from: start, unit: unit, end: quantity.end)
      return
    }
    guard !label.isEmpty, label.upperBound < start || text[start - 1].isIdeograph else { return }
    let counts =
      FigureWords.counts.start(in: text, endingAt: label.upperBound, downTo: label.lowerBound)
      != nil
      || quantity.hasMultiplier
        && FigureWords.largeCounts.start(
          in: text, endingAt: label.upperBound, downTo: label.lowerBound) != nil
    if counts {
      let unit = FigureWords.countUnits.first {
        $0.ending.start(in: text, endingAt: label.upperBound, downTo: label.lowerBound) != nil
      }
      emit(quantity, from: start, unit: unit?.unit, end: quantity.end)
    } else if quantity.value == ExactDecimal(0), isZeroStatement(at: start) {
      // 纠错率为0 has no unit.
      if text[label.upperBound - 1] == "率" {
        emit(quantity, from: start, unit: nil, end: quantity.end)
      } else {
        emitZero(from: start, end: quantity.end)
      }
    }
  }

  /// 条 in 公开信息数(条):235; nil where no such bracket stands before `start`.
  private func unitInBracket(before start: Int) -> String? {
    let close = text[start - 1] == ":" ? start - 2 : start - 1
    guard text[close] == ")" else { return nil }
    for length in 1...3 where text[close - length - 1] == "(" {
      guard let unit = MeasureWords.match(text, at: close - length), unit.end == close else {
        return nil
      }
      return unit.unit
    }
    return nil
  }

  private static let distribution = WordList("分别为 分别是 分别有 分别 各为")

  /// Whether 分别, alone or with a verb, stands before `start`.
  private func isDistributed(_ start: Int) -> Bool {
    Self.distribution.start(in: text, endingAt: start) != nil
      || (respective.last.map { start - $0 <= Self.longestVerb && $0 >= floor } ?? false)
  }

  /// 分别 and the words between it and the first figure: 分别更新56、12和98次.
  private static let longestVerb = 8

  /// Gives the numbers of `分别为12、7、3件` the unit of the last.
  private mutating func takeListed(before start: Int, unit: String) {
    defer { listed.removeAll() }
    guard let last = listed.last, last.range.upperBound == start - 1,
      ["、", "和", "及", "与"].contains(text[start - 1])
    else { return }
    for number in listed {
      emit(number.quantity, from: number.range.lowerBound, unit: unit, end: number.range.upperBound)
    }
  }

  /// Whether nothing but 余, 以上 and a mark follows.
  func endsStatement(_ end: Int) -> Bool {
    let behind = FigureWords.approximateAfter.end(in: text, from: end) ?? end
    return behind == text.count || text[behind] == "、" || Clause.isBreak(text, at: behind)
  }
}
