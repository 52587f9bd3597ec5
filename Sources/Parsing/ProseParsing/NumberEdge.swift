internal import TextScanning

/// What stands directly before a number, and may make it the rest of a longer one.
extension NumberInContext {
  enum Sign {
    case none
    case negative
    /// A minus sign, hyphen or bullet: -5条.
    case unclear
  }

  /// Whether the number at `start` is only the rest of one that was not read whole: the 2345 of 1,2345, the 5万 of
  /// 12·5万 and of 一点5万, the 3 of 10^3 and 5百3.
  func isPart(_ start: Int) -> Bool {
    let before = text[start - 1]
    let second = text[start - 2]
    switch before {
    case ",": return second.isDigit && !isClauseMark(start - 1)
    case "·", "•", "・", "‧", "∙", "⋅", "^", "'", "’": return second.isDigit
    case "点": return second.isDigit || ChineseCount.isNumeral(second)
    case "十", "百", "千", "万", "亿": return second.isDigit || ChineseCount.isNumeral(second)
    case "零", "〇", "廿", "卅", "卌": return true
    default: break
    }
    // 5十件 and 壹三件 mix two ways of writing; 统一5件 does not.
    guard ChineseCount.isNumeral(text[start]) else { return false }
    return before.isDigit || ChineseCount.isNumeral(before)
  }

  /// Whether the comma at `index` can't separate thousands: 得分为92.3，5件.
  func isClauseMark(_ index: Int) -> Bool {
    guard text.string(index..<index + 1) != "," else { return false }
    var start = index
    while start > max(0, index - 16), text[start - 1].isDigit { start -= 1 }
    return text[start - 1] == "."
  }

  /// The sign of the number at `start`: only shares and differences can be negative.
  func sign(before start: Int, _ unit: String?) -> Sign {
    guard text[start - 1] == "-" else { return .none }
    let second = text[start - 2]
    // A dash is printed as two.
    if second == "-" { return .none }
    let follows = second.isIdeograph || ["(", ":", ","].contains(second)
    guard follows, let unit else { return .unclear }
    if FigureWords.ratioUnits.contains(unit) { return .negative }
    let clause = Clause.start(text, before: start, downTo: max(0, start - 40))
    return FigureWords.comparisons.first(in: text, clause..<start) != nil ? .negative : .unclear
  }

  /// Behind the unit of the number that ends at `end`, where a note mark or bracket parts the two: 12[1]件, 12①件,
  /// 5(其中3)条, 1036.件; nil where none does.
  func unitBehindNote(_ start: Int, _ end: Int) -> Int? {
    let mark = text[end]
    var behind = end + 1
    switch mark {
    case "(", "[":
      let limit = end + 12
      while behind < limit, text[behind] != ")", text[behind] != "]", text[behind] != "\0" {
        behind += 1
      }
      guard text[behind] == ")" || text[behind] == "]" else { return nil }
      behind += 1
    case "①"..."⑳", "⁰", "¹", "²", "³", "⁴"..."⁹", "*": break
    // 1.件 at the head of a sentence is an item of a list.
    case "." where start > 0 && !Clause.isBreak(text, at: start - 1): break
    default: return nil
    }
    guard !isContact(start), quotation == nil, !text[start - 1].isASCIILetter else { return nil }
    return MeasureWords.match(text, at: behind)?.end
  }
}
