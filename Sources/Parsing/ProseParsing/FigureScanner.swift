internal import DocumentModel
internal import ReportRecords
internal import TextScanning

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
  var unreadable: [String] = []

  let text: ProseText
  let reportYear: Int?
  var index = 0
  /// Nothing before this belongs to the label of the next figure.
  var floor = 0
  /// The label of the last figure of the sentence that has one of its own.
  var subject = ""
  /// The subjects of the figures that the open brackets stand right behind; nil for another bracket.
  var outerSubjects: [String?] = []
  /// Behind the last ordinal such as 第三十六条: 、第三十七条 may stand without 第.
  var ordinalEnd = -1
  /// Behind the last number without a unit, and that number: 12、7、3件.
  var listed: [(range: Range<Int>, quantity: Quantity)] = []
  var objects = StatedNone.ObjectOfClause()
  /// Where the words behind the last figure end that are its label.
  var restEnd = 0
  /// Where 分别 stands.
  private(set) var respective: [Int] = []
  /// Where the quotation that the index is in began; nil outside.
  private(set) var quotation: Int?
  /// Behind the last number and its measure word, figure or not.
  var previousEnd = -1

  var context: NumberInContext {
    NumberInContext(text: text, quotation: quotation, previousEnd: previousEnd)
  }

  /// - Parameters:
  ///   - skipping: Ranges without figures, in order: titles and numbers of documents.
  ///   - reportYear: Of the title; nil where it has none for certain.
  init(_ text: ProseText, skipping: [Range<Int>], reportYear: Int?) {
    self.text = text
    self.reportYear = reportYear
    // Nearly every paragraph has brackets and a stop.
    marks.reserveCapacity(16)
    let telling = Self.telling
    var skipping = skipping[...]
    while index < text.count {
      if let range = skipping.first, index >= range.lowerBound {
        skipping.removeFirst()
        index = max(index, range.upperBound)
      } else if telling.contains(text.scalars[index]), let sign = Self.sign(text.scalars[index]) {
        step(sign)
      } else {
        index += 1
      }
    }
    if !respective.isEmpty {
      for (index, label) in RespectiveFigures(text, mentions, at: respective).labels {
        mentions[index].label = label
      }
    }
  }

  /// What a scalar may be or begin; every scalar without one is passed over.
  private enum Sign {
    case arabic, chinese, capital, zero, negation, openingQuote, closingQuote, quote, parts,
      someParts, allParts, mark
  }

  private static func sign(_ scalar: Unicode.Scalar) -> Sign? {
    switch scalar {
    case "0"..."9": .arabic
    case "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "廿":
      .chinese
    case "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟": .capital
    case "零": .zero
    case "未", "没", "无", "不": .negation
    case "“": .openingQuote
    case "”": .closingQuote
    case "\"": .quote
    case "其": .parts
    case "含": .someParts
    case "分", "包", "具", "即": .allParts
    case "(", ")", "[", "]", ";", "。", "!", "?", ".", "\0": .mark
    default: nil
    }
  }

  /// The scalars with a ``Sign``, none of which lies behind the ideographs: nearly none of a text has one.
  private static let telling: ScalarSet = {
    var telling = ScalarSet()
    for value in UInt32(0)...0x9FFF {
      if let scalar = Unicode.Scalar(value), sign(scalar) != nil { telling.insert(scalar) }
    }
    return telling
  }()

  private mutating func step(_ sign: Sign) {
    switch sign {
    case .arabic: readArabic()
    case .chinese: readChinese()
    // 伍 alone is a part of 队伍.
    case .capital where ChineseNumeral.isNumeral(text[index + 1]): readChinese()
    case .zero where isZeroStatement(at: index): readZeroWord()
    case .zero: readZeroOfSomething()
    case .negation where text[index] == "无" && isZeroStatement(at: index): readZeroWord()
    case .negation where text[index] != "不" || text[index + 1] == "存": readNegation()
    case .parts where text[index + 1] == "中":
      marks.append(.parts)
      index += 2
    case .someParts:
      marks.append(.someParts(at: index))
      index += 1
    case .allParts: markAllParts()
    case .openingQuote:
      quotation = index
      index += 1
    case .closingQuote:
      quotation = nil
      index += 1
    case .quote:
      quotation = quotation == nil ? index : nil
      index += 1
    case .mark: readMark(text[index])
    case .capital, .negation, .parts: index += 1
    }
  }

  // MARK: Marks

  private static let allPartsWords = WordList("分别为 分别是 包括 具体为 具体是 分为 即")

  private mutating func markAllParts() {
    if text[index] == "分", text[index + 1] == "别" { respective.append(index) }
    if let end = Self.allPartsWords.end(in: text, from: index) {
      marks.append(.allParts(at: index))
      index = end
    } else {
      index += 1
    }
  }

  private mutating func readMark(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "(", "[":
      marks.append(.open(at: index))
      outerSubjects.append(mentions.last?.range.upperBound == index ? subject : nil)
    case ")", "]":
      marks.append(.close)
      // 子站信息33件(机关6件、直属单位27件)，占15%: not the last part does.
      if let outer = outerSubjects.popLast(), let outer { subject = outer }
    case ";":
      marks.append(.semicolon)
      // 其中县40件、乡41件；较去年增长9%: not the last part did.
      subject = ""
    default:
      if Clause.isStop(text, at: index) {
        marks.append(.stop)
        outerSubjects.removeAll()
        // What a sentence counts is no label in the next.
        subject = ""
      }
    }
    if scalar == "。" { quotation = nil }
    index += 1
  }

  // MARK: Figures

  mutating func emit(_ quantity: Quantity, from start: Int, unit: String?, end: Int) {
    var isApproximate = quantity.isApproximate
    let isRound =
      FigureWords.approximateBefore.start(in: text, endingAt: start) != nil
      && FigureWords.wholeEnds.start(in: text, endingAt: start) == nil
    if isRound || FigureWords.approximateAfter.end(in: text, from: end) != nil {
      isApproximate = true
    }
    let isNegative = context.sign(before: start, unit) == .negative
    let start = isNegative ? start - 1 : start
    let label = FigureLabel(text, number: start..<end, floor: floor)
    let clause = Clause.start(text, before: start, downTo: max(floor, start - 40))
    restEnd = 0
    let labelText = labelText(label, orTotal: clause..<start, unit, at: end)
    append(
      Mention(
        range: start..<end,
        value: isNegative
          ? ExactDecimal(-quantity.value.digits, scale: quantity.value.scale) : quantity.value,
        unit: unit, isApproximate: isApproximate, label: labelText,
        quote: text.printed(label.range, limit: 20, core: start),
        isComparison: FigureWords.comparisons.first(in: text, clause..<start) != nil,
        statement: clause..<label.range.upperBound),
      to: max(label.range.upperBound, restEnd))
  }

  mutating func append(_ mention: Mention, to end: Int) {
    marks.append(.figure(mentions.count))
    if mentions.isEmpty { mentions.reserveCapacity(8) }
    mentions.append(mention)
    floor = end
  }
}
