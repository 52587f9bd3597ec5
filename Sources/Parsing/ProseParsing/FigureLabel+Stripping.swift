internal import TextScanning

/// What is cut off the words around a number before they are its label.
extension FigureLabel {
  /// Without dates, openings such as 其中 and copulas such as 共.
  static func stripped(_ text: ProseText, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while upper > lower {
      if let manner = FigureWords.manners.start(in: text, endingAt: upper, downTo: lower),
        let start = FigureWords.levels.start(in: text, endingAt: manner, downTo: lower)
      {
        upper = start
      } else if FigureWords.wholeEnds.start(in: text, endingAt: upper, downTo: lower) != nil {
        break
      } else if let start = FigureWords.copulas.start(in: text, endingAt: upper, downTo: lower) {
        upper = start
      } else if let start = origin(text, endingAt: upper, downTo: lower) {
        upper = start
      } else if text[upper - 1] == "年" || text[upper - 1] == "度",
        let year = year(text, endingAt: upper, downTo: lower), year > lower,
        let start = FigureWords.levels.start(in: text, endingAt: year, downTo: lower)
      {
        // 增加到2023年1453条
        upper = start
      } else if text[upper - 1] == "在", upper > lower + 1,
        ["量", "数", "率", "额"].contains(text[upper - 2])
      {
        // 年发布量在84条
        upper -= 1
      } else if isFiller(text[upper - 1]), text[upper - 1] != "”" {
        upper -= 1
      } else {
        break
      }
    }
    // 举措方面:2024年计划培训
    if let colon = (lower..<upper).last(where: { text[$0] == ":" && !text[$0 - 1].isDigit }) {
      lower = colon + 1
    }
    while lower < upper {
      if let end = date(text, from: lower, upTo: upper) {
        lower = end
      } else if text[lower] == "至" || text[lower] == "到",
        let end = date(text, from: lower + 1, upTo: upper)
      {
        lower = end
      } else if text[lower] == "截", text[lower + 1] == "至" || text[lower + 1] == "止",
        let end = date(text, from: lower + 2, upTo: upper)
      {
        lower = end < upper && ["底", "末", "初"].contains(text[end]) ? end + 1 : end
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
      guard FigureWords.comparing.start(in: text, endingAt: earlier, downTo: lower) == nil else {
        return nil
      }
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
  static func beforeOrigin(_ text: ProseText, _ range: Range<Int>) -> Range<Int> {
    let last = range.suffix(longestOrigin).last {
      ["从", "由"].contains(text[$0])
        && FigureWords.noOrigins.start(in: text, endingAt: $0 + 1) == nil
    }
    guard let last, last > range.lowerBound else { return range }
    return range.lowerBound..<last
  }

  static let longestOrigin = 10

  /// Where the year begins that ends before `end`: 2021年, 2021年度.
  static func year(_ text: ProseText, endingAt end: Int, downTo lower: Int) -> Int? {
    let mark = text[end - 1] == "度" ? end - 2 : end - 1
    guard mark - 4 >= lower, text[mark] == "年" else { return nil }
    return (mark - 4..<mark).allSatisfy { text[$0].isDigit } ? mark - 4 : nil
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
