internal import ReportRecords

/// What a number with a measure word is in the text around it.
struct NumberInContext {
  enum Verdict {
    /// It says how much or how many.
    case figure
    /// A date, rank, name, rate, limit, address or saying.
    case other
    /// It may be a quantity, but which one can't be told.
    case ambiguous
  }

  let text: ProseText
  /// Where the quotation around the number began; nil outside one.
  let quotation: Int?
  /// Where the unit of the number before ends.
  let previousEnd: Int

  func verdict(
    on quantity: Quantity, _ unit: MeasureWords.Match, from start: Int, isChinese: Bool
  ) -> Verdict {
    let before = text[start - 1]
    let after = text[unit.end]
    // 3元/页 is a rate; 5G and A4 are names; 9:30 and 7×24 no counts, but 1/3件 might be one.
    if after == "/" || before.isASCIILetter { return .other }
    if before == "/", text[start - 2].isDigit, !FigureWords.timeUnits.contains(unit.unit) {
      return .ambiguous
    }
    if ["/", ":", "×", "*", "x", "X", ".", "_", "@", "#"].contains(before),
      text[start - 2].isDigit || before != ":"
    {
      return .other
    }
    // “3项制度” and “科创30条” are names.
    if let quotation, quotation == start - 1 || (isQuote(after) && start - quotation < 16) {
      return .other
    }
    if text[start - 1] == " ", text[start - 2].isDigit { return .ambiguous }
    // 3至5件, 20%-30%: two values for one thing.
    if Self.isRangeSign(before), text[start - 2].isDigit || start - 1 == previousEnd {
      return .other
    }
    if Self.isRangeSign(after), text[unit.end + 1].isDigit { return .other }
    // 1.5 at the head of a paragraph may be the first item, and a 5.
    if start == 0, (start..<quantity.end).contains(where: { text[$0] == "." }) {
      return .ambiguous
    }
    if FigureWords.timeUnits.contains(unit.unit) {
      if FigureWords.withinTime.end(in: text, from: unit.end) != nil { return .other }
      if unit.unit == "小时", quantity.value == ExactDecimal(24) { return .other }
    }
    if before == "时" || before == "点", unit.unit == "分" { return .other }
    if quantity.value.digits > 200, unit.unit == "部门" { return .other }
    if isContact(start) { return .other }
    if quantity.value == ExactDecimal(1), isAbsent(start) { return .other }
    guard !isChinese || countsInChinese(quantity, unit, from: start) else { return .other }
    // 三点五条 is more likely a misprint than three and a half; 三点五分 may be a time.
    if isChinese, quantity.value.scale > 0, !["元", "美元", "港元", "欧元"].contains(unit.unit) {
      return .ambiguous
    }
    return isPart(start) || sign(before: start, unit.unit) == .unclear ? .ambiguous : .figure
  }

  private static func isRangeSign(_ scalar: Unicode.Scalar) -> Bool {
    ["-", "~", "至", "到"].contains(scalar)
  }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "”" || scalar == "\"" }

  /// Whether the number belongs to an address, or directly follows 电话: and the like.
  func isContact(_ start: Int) -> Bool {
    if text[start - 1] == ":" {
      return FigureWords.contactLabels.start(in: text, endingAt: start - 1) != nil
    }
    let clause = Clause.start(text, before: start, downTo: max(0, start - 40))
    guard text[clause - 1] == ":" else { return false }
    return FigureWords.addressLabels.start(in: text, endingAt: clause - 1) != nil
  }

  /// Whether the clause says that not even one happened: 未发生1起事故.
  private func isAbsent(_ start: Int) -> Bool {
    FigureWords.absence.start(in: text, endingAt: start) != nil
  }

  /// Whether a number in Chinese numerals counts something here, and is no slogan, system or name.
  private func countsInChinese(
    _ quantity: Quantity, _ unit: MeasureWords.Match, from start: Int
  ) -> Bool {
    if let quotation, start - quotation <= 20 { return false }
    let isLarge = quantity.isApproximate || quantity.value.digits > 10
    let ends = Clause.isBreak(text, at: unit.end) || text[unit.end] == "、" || unit.end == text.count
    if quantity.value == ExactDecimal(1), !quantity.isApproximate {
      return unit.chinese == .usual && ends
        && Self.beforeOne.start(in: text, endingAt: start) == nil && !isPerPeriod(start)
    }
    if ["几", "数", "星", "周", "初", "统", "之", "第", "每", "逐"].contains(text[start - 1]) {
      return false
    }
    if isPerPeriod(start) { return false }
    switch unit.chinese {
    case .usual: return true
    case .atClauseEnd: return isLarge || ends
    case .fromEleven: return isLarge
    case .never: return false
    }
  }

  /// Before 一次 these make a saying of it: 最多跑一次, 每月一次.
  private static let beforeOne = WordList(
    "跑 每 每月 每年 每季度 月 年 季度 周 天 日 只 再 又 第 统 唯 同 万 之 其 任 少 至少 头 进 不")

  private func isPerPeriod(_ start: Int) -> Bool {
    let clause = Clause.start(text, before: start, downTo: max(0, start - 20))
    return (clause..<start).contains { text[$0] == "每" }
  }
}
