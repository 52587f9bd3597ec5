internal import TextScanning

/// The names that 、 and 和 part before 分别, each without dates and openings.
struct RespectiveNames {
  private(set) var names: [String] = []

  /// Names looked for.
  private static let longest = 16
  /// Scalars that the names may take up.
  private static let reach = 80

  /// The names of the clause that `mark` stands in.
  init(_ text: ProseText, before mark: Int) {
    let limit = max(0, mark - Self.reach)
    var start = Clause.start(text, before: mark, downTo: limit)
    while let open = InnerBracket.start(text, endingAt: start, downTo: limit)
      ?? InnerBracket.ofPlaces(text, endingAt: start, downTo: limit)
      ?? Self.note(text, endingAt: start, downTo: limit)
    {
      start = Clause.start(text, before: open, downTo: limit)
    }
    names = Self.names(text, in: start..<mark)
  }

  /// The names of a list without figures that ends before `end`: 主要涉及征地拆迁、社会保障、教育.
  init(_ text: ProseText, above end: Int) {
    var start = Clause.start(text, before: end, downTo: max(0, end - Self.reach))
    if let head = Self.heads.first(in: text, start..<end) { start = head.upperBound }
    names = Self.names(text, in: start..<end)
  }

  private static let heads = WordList("涉及 包括 包含 集中在 集中于 分为 涵盖")

  private static func names(_ text: ProseText, in range: Range<Int>) -> [String] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound, parts.count < longest {
      if text[index] == "、" {
        parts.append(start..<index)
        start = index + 1
        index = start
      } else if text[index] == "(" {
        let close = (index..<range.upperBound).first { text[$0] == ")" }
        index = (close ?? index) + 1
      } else if FigureWords.nounWords.end(in: text, from: index) == nil, index > start + 1,
        let end = FigureWords.conjunctions.end(in: text, from: index, upTo: range.upperBound)
      {
        parts.append(start..<index)
        start = end
        index = end
      } else {
        index =
          FigureWords.nounWords.end(in: text, from: index, upTo: range.upperBound) ?? index + 1
      }
    }
    parts.append(start..<range.upperBound)
    let stripped = parts.map { part in
      let name = FigureLabel.stripped(text, withoutNote(text, part))
      // 2022年和2023年分别
      return name.isEmpty && parts.count > 1 && text[part.upperBound - 1] == "年" ? part : name
    }
    guard !stripped.contains(where: \.isEmpty) else { return [] }
    return completed(stripped.map { text.string($0) })
  }

  /// With what only the last of the names has said of all: 第一、二、三季度, 省、市、县人大代表建议.
  private static func completed(_ names: [String]) -> [String] {
    guard names.count > 1, let last = names.last?.unicodeScalars else { return names }
    let numerals = names.map { name in
      name.unicodeScalars.drop { $0 == "第" }.prefix(while: ChineseCount.isNumeral)
    }
    if zip(names, numerals).dropLast().allSatisfy({
      !$1.isEmpty && $1.endIndex == $0.unicodeScalars.endIndex
    }), let number = numerals.last, !number.isEmpty, number.endIndex < last.endIndex {
      let kind = String(last[number.endIndex...])
      let ordinal = names[0].hasPrefix("第") ? "第" : ""
      return numerals.map { ordinal + String($0) + kind }
    }
    let others = names.dropFirst().dropLast()
    guard let level = names.first?.unicodeScalars.last, levels.contains(level),
      let own = last.first, levels.contains(own), last.count > 3,
      others.allSatisfy({ $0.unicodeScalars.count == 1 })
    else { return names }
    return names.dropLast().map { $0 + String(last.dropFirst()) } + names.suffix(1)
  }

  private static let levels = Set("省市县区州乡镇村".unicodeScalars)

  /// Where a bracket begins that ends one of several names: 行政复议（含上年结转）、行政诉讼.
  private static func note(_ text: ProseText, endingAt end: Int, downTo limit: Int) -> Int? {
    guard end > limit, text[end - 1] == ")",
      text[end] == "、" || FigureWords.conjunctions.end(in: text, from: end) != nil
    else { return nil }
    return (limit..<end - 1).last { text[$0] == "(" }
  }

  /// `name` without the bracket at its end.
  private static func withoutNote(_ text: ProseText, _ name: Range<Int>) -> Range<Int> {
    guard !name.isEmpty, text[name.upperBound - 1] == ")",
      InnerBracket.ofPlaces(text, endingAt: name.upperBound, downTo: name.lowerBound) == nil,
      let open = name.last(where: { text[$0] == "(" })
    else { return name }
    return name.lowerBound..<open
  }
}
