internal import ReportRecords

/// Finds the quantities of a paragraph, and the marks that tell wholes from parts.
struct FigureScanner {
  /// A quantity and where it stands.
  struct Mention {
    /// The number with its unit.
    var range: Range<Int>
    var value: ExactDecimal
    var unit: String?
    var isApproximate: Bool
    var label: String
    var quote: String
    /// Whether it is said to be more or less than another, or stands for another year.
    var isComparison: Bool
    /// From the beginning of the clause, or the end of the figure before, to the end of number and label.
    var statement: Range<Int>
  }

  /// What ``FigureTree`` needs of a paragraph, in order.
  enum Mark {
    /// The index of a mention.
    case figure(Int)
    /// 其中: parts of what was named before follow, not necessarily all.
    case parts
    /// 含, which says the same right behind a figure only.
    case someParts(at: Int)
    /// 分别为, 包括 right behind a figure: all its parts follow.
    case allParts(at: Int)
    /// A bracket.
    case open(at: Int)
    case close
    case semicolon
    case stop
  }

  private(set) var mentions: [Mention] = []
  private(set) var marks: [Mark] = []
  /// Numbers with a unit that can't be told for certain, as printed.
  private(set) var unreadable: [String] = []

  private let text: ProseText
  private var index = 0
  /// Nothing before this belongs to the label of the next figure.
  private var floor = 0
  /// The label of the last figure that has one of its own.
  private var subject = ""
  /// Behind the last ordinal such as 第三十六条: 、第三十七条 may stand without 第.
  private var ordinalEnd = -1
  /// Behind the last number without a unit, and that number: 12、7、3件.
  private var listed: [(range: Range<Int>, quantity: Quantity)] = []
  private var objects = StatedNone.ObjectOfClause()
  /// Where the quotation that the index is in began; nil outside.
  private var quotation: Int?
  /// Behind the last number and its measure word, figure or not.
  private var previousEnd = -1

  private var context: NumberInContext {
    NumberInContext(text: text, quotation: quotation, previousEnd: previousEnd)
  }

  /// - Parameter skipping: Ranges without figures, in order: titles and numbers of documents.
  init(_ text: ProseText, skipping: [Range<Int>]) {
    self.text = text
    var skipping = skipping[...]
    while index < text.count {
      if let range = skipping.first, index >= range.lowerBound {
        skipping.removeFirst()
        index = max(index, range.upperBound)
        continue
      }
      step()
    }
  }

  private mutating func step() {
    let scalar = text.scalars[index]
    switch scalar {
    case "0"..."9": readArabic()
    case "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿",
      "廿":
      readChinese()
    case "零" where isZeroStatement(at: index): readZeroWord()
    case "未", "没", "无": readNegation()
    case "不" where text[index + 1] == "存": readNegation()
    case "“":
      quotation = index
      index += 1
    case "”":
      quotation = nil
      index += 1
    case "\"":
      quotation = quotation == nil ? index : nil
      index += 1
    case "其" where text[index + 1] == "中":
      marks.append(.parts)
      index += 2
    case "含":
      marks.append(.someParts(at: index))
      index += 1
    case "分", "包", "具", "即": markAllParts()
    default: readMark(scalar)
    }
  }

  // MARK: Marks

  private static let allPartsWords = WordList("分别为 分别是 包括 具体为 具体是 分为 即")

  private mutating func markAllParts() {
    if let end = Self.allPartsWords.end(in: text, from: index) {
      marks.append(.allParts(at: index))
      index = end
    } else {
      index += 1
    }
  }

  private mutating func readMark(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "(", "[": marks.append(.open(at: index))
    case ")", "]": marks.append(.close)
    case ";": marks.append(.semicolon)
    default: if Clause.isStop(text, at: index) { marks.append(.stop) }
    }
    if scalar == "。" { quotation = nil }
    index += 1
  }

  // MARK: Numbers

  private mutating func readArabic() {
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

  private mutating func readChinese() {
    let start = index
    if let percent = ChineseQuantity.percent(text, at: start) {
      index = percent.end
      emit(percent, from: start, unit: "%", end: percent.end)
      return
    }
    var run = start
    while ChineseCount.isNumeral(text[run]) { run += 1 }
    index = max(run, start + 1)
    switch ChineseQuantity.read(text, at: start) {
    case .none: break
    case .unreadable(let end):
      index = max(index, end)
      if !isOrdinal(start), let unit = MeasureWords.match(text, at: end) {
        unreadable.append(text.string(start..<unit.end))
      }
    case .quantity(let quantity):
      index = max(index, quantity.end)
      take(quantity, from: start, isChinese: true)
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
    guard let unit = MeasureWords.match(text, at: quantity.end) else {
      takeWithoutUnit(quantity, from: start, isChinese: isChinese)
      return
    }
    defer { previousEnd = unit.end }
    switch context.verdict(on: quantity, unit, from: start, isChinese: isChinese) {
    case .figure: break
    case .ambiguous:
      unreadable.append(text.string(start..<unit.end))
      fallthrough
    case .other:
      listed.removeAll()
      index = max(index, unit.end)
      return
    }
    takeListed(before: start, unit: unit.unit)
    index = unit.end
    emit(quantity, from: start, unit: unit.unit, end: unit.end)
  }

  private func isOrdinal(_ start: Int) -> Bool {
    let before = text[start - 1]
    return before == "第" || before == "届" || isRank(start) || continuesOrdinal(start)
  }

  /// Whether 前 stands before `start`, as in 前三名, and is no part of 目前 or 之前.
  private func isRank(_ start: Int) -> Bool {
    text[start - 1] == "前" && !["目", "之", "以", "当", "年", "此", "日", "会"].contains(text[start - 2])
  }

  private func continuesOrdinal(_ start: Int) -> Bool {
    guard ordinalEnd >= 0, ordinalEnd == start - 1 else { return false }
    return ["、", ",", "和", "及", "至", "到", "与", "-"].contains(text[start - 1])
  }

  private mutating func emit(_ quantity: Quantity, from start: Int, unit: String?, end: Int) {
    var isApproximate = quantity.isApproximate
    if FigureWords.approximateBefore.start(in: text, endingAt: start) != nil
      || FigureWords.approximateAfter.end(in: text, from: end) != nil
    {
      isApproximate = true
    }
    let isNegative = context.sign(before: start, unit) == .negative
    let start = isNegative ? start - 1 : start
    let label = FigureLabel(text, number: start..<end, floor: floor)
    let clause = Clause.start(text, before: start, downTo: max(floor, start - 40))
    let labelText = labelText(
      label.text.isEmpty ? total(clause..<start) : label.text,
      else: text.string(end..<Clause.end(text, from: end, length: 12)))
    append(
      Mention(
        range: start..<end,
        value: isNegative
          ? ExactDecimal(-quantity.value.digits, scale: quantity.value.scale) : quantity.value,
        unit: unit, isApproximate: isApproximate, label: labelText,
        quote: text.printed(label.range, limit: 20, core: start),
        isComparison: FigureWords.comparisons.first(in: text, clause..<start) != nil,
        statement: clause..<label.range.upperBound),
      to: label.range.upperBound)
  }

  /// `label`, or with the label before it what only refers to that: 占 45.3%.
  private mutating func labelText(_ label: String, else fallback: String) -> String {
    if label.isEmpty { return subject.isEmpty ? fallback : subject }
    var head = String.UnicodeScalarView()
    head.append(contentsOf: label.unicodeScalars.prefix(4))
    if FigureWords.relations.end(in: ProseText(String(head)), from: 0) != nil {
      return subject + label
    }
    subject = label
    return label
  }

  /// 合计 or the like, if nothing else stands before a number.
  private func total(_ range: Range<Int>) -> String {
    FigureWords.totals.last(in: text, range).map { text.string($0) } ?? ""
  }

  private mutating func append(_ mention: Mention, to end: Int) {
    marks.append(.figure(mentions.count))
    mentions.append(mention)
    floor = end
  }

  // MARK: Numbers without a unit

  private mutating func takeWithoutUnit(_ quantity: Quantity, from start: Int, isChinese: Bool) {
    guard !isChinese else { return }
    if let end = context.unitBehindNote(start, quantity.end) {
      unreadable.append(text.string(start..<end))
      return
    }
    let continues = listed.last.map { $0.range.upperBound == start - 1 && text[start - 1] == "、" }
    if continues != true { listed.removeAll() }
    if text[quantity.end] == "、", text[quantity.end + 1].isDigit, listed.count < 64,
      continues == true || Self.distribution.start(in: text, endingAt: start) != nil
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
    if FigureWords.counts.start(in: text, endingAt: label.upperBound, downTo: label.lowerBound)
      != nil
    {
      let unit = FigureWords.countUnits.first {
        $0.ending.start(in: text, endingAt: label.upperBound, downTo: label.lowerBound) != nil
      }?.unit
      emit(quantity, from: start, unit: unit, end: quantity.end)
    } else if quantity.value == ExactDecimal(0), isZeroStatement(at: start) {
      emitZero(from: start, end: quantity.end)
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

  /// Gives the numbers of `分别为12、7、3件` the unit of the last.
  private mutating func takeListed(before start: Int, unit: String) {
    defer { listed.removeAll() }
    guard let last = listed.last, last.range.upperBound == start - 1, text[start - 1] == "、" else {
      return
    }
    for number in listed {
      emit(number.quantity, from: number.range.lowerBound, unit: unit, end: number.range.upperBound)
    }
  }

  /// Whether nothing but 余, 以上 and a mark follows.
  private func endsStatement(_ end: Int) -> Bool {
    let behind = FigureWords.approximateAfter.end(in: text, from: end) ?? end
    return behind == text.count || text[behind] == "、" || Clause.isBreak(text, at: behind)
  }

  // MARK: Stated none

  /// Whether 为 or the like stands before `start`: 行政复议均为0, 收费为零.
  private func isZeroStatement(at start: Int) -> Bool {
    ["为", "是", ":"].contains(text[start - 1]) && endsStatement(start + 1)
  }

  private mutating func readZeroWord() {
    index += 1
    emitZero(from: index - 1, end: index)
  }

  /// A zero without a unit, if what it counts says the unit: 行政复议、行政诉讼均为0.
  private mutating func emitZero(from start: Int, end: Int) {
    let clause = Clause.start(text, before: start, downTo: max(floor, start - 60))
    guard let unit = StatedNone.unit(text, of: clause..<start) else { return }
    let zero = Quantity(
      end: end, value: ExactDecimal(0), isApproximate: false, hasMultiplier: false)
    emit(zero, from: start, unit: unit, end: end)
  }

  private mutating func readNegation() {
    guard let none = StatedNone(text, at: index, &objects) else {
      index += 1
      return
    }
    append(
      Mention(
        range: none.range, value: ExactDecimal(0), unit: none.unit, isApproximate: false,
        label: text.string(FigureLabel.stripped(text, none.label)),
        quote: text.printed(
          none.range.lowerBound..<min(none.range.upperBound, none.range.lowerBound + 20), limit: 20,
          core: none.range.lowerBound),
        isComparison: false, statement: none.range),
      to: none.range.upperBound)
    index = max(none.clauseEnd, index + 1)
  }
}
