internal import ReportRecords
internal import TextScanning

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
    // 1件/2件/3件 leaves open which.
    if after == "/", text[unit.end + 1].isDigit { return .ambiguous }
    // 3元/页 is a rate; 5G and A4 are names; 9:30 and 7×24 no counts, but 1/3件 might be one.
    if after == "/" || before.isASCIILetter { return .other }
    if before == "/", start - 1 == previousEnd { return .ambiguous }
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
    if Self.isRangeSign(before), text[start - 2].isDigit || start - 1 == previousEnd,
      !isOtherUnit(before, unit.unit, at: start - 1)
    {
      return FigureWords.timeUnits.contains(unit.unit) || isContact(startOfRange(start))
        ? .other : .ambiguous
    }
    if Self.isRangeSign(after), text[unit.end + 1].isDigit, !startsOtherUnit(unit) {
      return .other
    }
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
    // 没有收到3件以上 says neither 3 nor none; ±3件 and 非0件 no count.
    if isNegated(start) || before == "±" || before == "非" { return .ambiguous }
    guard !isChinese || countsInChinese(quantity, unit, from: start) else { return .other }
    // 三点五条 is more likely a misprint than three and a half; 三点五分 may be a time.
    if isChinese, quantity.value.scale > 0, !["元", "美元", "港元", "欧元"].contains(unit.unit) {
      return .ambiguous
    }
    return isPart(start) || sign(before: start, unit.unit) == .unclear ? .ambiguous : .figure
  }

  /// Whether 到 at `sign` stands behind a number in another unit than `unit`: 分解任务24项到11个科室 is no range.
  private func isOtherUnit(_ sign: Unicode.Scalar, _ unit: String, at index: Int) -> Bool {
    guard sign == "到" || sign == "至", index == previousEnd else { return false }
    let scalars = Array(unit.unicodeScalars)
    return !text.has(scalars, at: index - scalars.count)
  }

  /// Whether a number in another unit follows 到 behind `unit`.
  private func startsOtherUnit(_ unit: MeasureWords.Match) -> Bool {
    let sign = text[unit.end]
    guard sign == "到" || sign == "至",
      case .quantity(let next) = ArabicNumber.read(text, at: unit.end + 1),
      let other = MeasureWords.match(text, at: next.end)
    else { return false }
    return other.unit != unit.unit && !FigureWords.timeUnits.contains(other.unit)
  }

  /// Where the range of two values begins whose second stands at `start`: 12 of 12至15件; `start` where there is none.
  func startOfRange(_ start: Int) -> Int {
    guard start > 1, Self.isRangeSign(text[start - 1]) else { return start }
    var first = start - 1
    if first == previousEnd {
      while first > 0, start - first < 8, !text[first - 1].isDigit { first -= 1 }
    }
    let end = first
    while first > 0, end - first < 16, text[first - 1].isDigit || text[first - 1] == "." {
      first -= 1
    }
    return first < end ? first : start
  }

  /// Where the first of two numbers begins that one unit is meant for: 3 of 3、4件; nil where the one at `start` stands alone.
  func startOfPair(_ start: Int) -> Int? {
    guard start > 1, text[start - 1] == "、", text[start - 2].isDigit else { return nil }
    var first = start - 2
    while first > 0, start - first < 8, text[first - 1].isDigit { first -= 1 }
    return first
  }

  /// Whether the numerals in a range are two digits that follow each other: 七八, 两三; not 三五.
  func isNeighbours(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 2, quotation == nil, text[start - 1] != "第",
      let first = ChineseNumeral.digit(text[start]),
      let second = ChineseNumeral.digit(text[start + 1])
    else { return false }
    return first > 0 && second == first + 1
  }

  /// Whether 数 or 几 before the numeral at `start` makes it a vague number: 数千条, 几十件; not 次数十次.
  func isVague(_ start: Int) -> Bool {
    guard ["十", "百", "千", "万", "亿"].contains(text[start]) else { return false }
    // 成百上千
    if text[start - 1] == "上", ["百", "千"].contains(text[start - 2]) { return true }
    return text[start - 1] == "几" || text[start - 1] == "数" && !isCountNoun(start - 1)
  }

  /// Whether the 数 at `index` ends a noun: 件数, 总数.
  private func isCountNoun(_ index: Int) -> Bool {
    ["总", "件", "人", "次", "条", "份", "篇", "个", "户", "家", "点", "基", "倍", "场", "项", "岁", "册"].contains(
      text[index - 1])
  }

  /// Whether the number at `start` is how many did *not* happen: 没有收到3件以上, 未发生超过2起.
  private func isNegated(_ start: Int) -> Bool {
    var end = start
    while let word = Self.limits.start(in: text, endingAt: end) { end = word }
    guard let verb = Self.events.start(in: text, endingAt: end) else { return false }
    return Self.negations.start(in: text, endingAt: verb) != nil
  }

  private static let limits = WordList("超过 多于 过 任何 到 达到 高于 有")
  private static let events = WordList("收到 接到 收 发生 出现 发现 受理 产生")
  private static let negations = WordList("没有 未 没 从未 尚未 未曾 并未")

  private static func isRangeSign(_ scalar: Unicode.Scalar) -> Bool {
    ["-", "~", "至", "到", "或"].contains(scalar)
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
    if ["几", "星", "周", "初", "统", "之", "第", "每", "逐"].contains(text[start - 1])
      || text[start - 1] == "数" && !isCountNoun(start - 1)
    {
      return false
    }
    if isPerPeriod(start) { return false }
    switch unit.chinese {
    case .usual: return true
    case .atClauseEnd:
      return isLarge || ends || Self.counted.end(in: text, from: unit.end) != nil
    case .fromEleven: return isLarge
    case .never: return false
    }
  }

  /// What a few in Chinese numerals are counted of without more ado: 两件申请, but not 两件大事.
  private static let counted = WordList(
    "申请 依申请 政府信息 信息公开申请 行政复议 行政诉讼 复议 诉讼 案件 投诉 举报 信访 规范性文件 提案 建议 议案")

  /// Before 一次 these make a saying of it: 最多跑一次, 每月一次.
  private static let beforeOne = WordList(
    "跑 每 每月 每年 每季度 月 年 季度 周 天 日 只 再 又 第 统 唯 同 万 之 其 任 少 至少 头 进 不")

  private func isPerPeriod(_ start: Int) -> Bool {
    let clause = Clause.start(text, before: start, downTo: max(0, start - 20))
    return (clause..<start).contains { text[$0] == "每" }
  }
}
