internal import TextScanning

/// Decides whether what follows a number is a heading, and where it ends.
///
///     总体情况                       heading
///     主动公开情况。2024年……           heading 主动公开情况, text from 2024
///     未收到政府信息公开申请。           a sentence
///     制发文件42个，公开12个；          a sentence
struct HeadingContent {
  /// Where the heading's words lie; empty where nothing stands behind the number.
  var range: Range<Int>
  var textStart: Int?

  /// - Parameter text: The folded start of a paragraph, ``HeadingShape/prefixLength`` scalars at most.
  init?(_ text: [Unicode.Scalar], number: HeadingNumber, inDocument: Bool) {
    let start = number.contentStart
    let isWhole = text.count < HeadingShape.prefixLength
    let stop = Self.firstStop(in: text, from: start)
    let end = stop ?? text.count
    range = start..<end
    let words = text[range].withoutBlanks
    let isKnown = SectionTopic.isKnown(words)
    // （一）予以公开 20 0 0 0 is a row of a table.
    if !isKnown, Self.endsInFigures(text[range]) || FormRowLabels.contains(words) { return nil }

    switch number.style {
    case .article:
      guard inDocument else { return nil }
      self = Self.article(text, start: start, isWhole: isWhole)
      return
    case .chineseBare, .arabicBare:
      guard isKnown || SectionTopic.topic(of: words) != nil && words.count <= 24 && stop == nil
      else { return nil }
    default: break
    }

    let behind = stop.map { DateScanner.skipBlanks(in: text, $0 + 1) } ?? text.count
    let mark = stop.map { text[$0] }
    if isWhole, behind >= text.count {
      // In a law every item ends in a stop, and none is a heading.
      let isItem = inDocument && mark == "。" && number.level > 1
      if isKnown || !isItem && Self.standsAlone(words, mark: mark, level: number.level) { return }
    } else if let mark, isKnown || Self.runsIn(words, mark: mark, level: number.level) {
      textStart = behind
      return
    }
    // （一）主动公开情况 2020年，…: a known subhead with its stop lost.
    guard let blank = text[start...].firstIndex(of: " "), blank - start >= 4,
      SectionTopic.isKnownSubhead(Array(text[start..<blank]))
    else { return nil }
    range = start..<blank
    textStart = blank + 1
  }

  private static func endsInFigures(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard text.last?.isDigit == true else { return false }
    let words = text.split(separator: " ").suffix(3)
    return words.count == 3 && words.dropFirst().allSatisfy { $0.allSatisfy(\.isDigit) }
  }

  /// Whether `words`, alone in their paragraph but for a final `mark`, are a heading.
  private static func standsAlone(
    _ words: [Unicode.Scalar], mark: Unicode.Scalar?, level: Int
  ) -> Bool {
    if words.isEmpty { return mark == nil && level <= 2 }
    let hasComma = words.contains(",")
    let hasDigit = words.contains(where: \.isDigit)
    switch mark {
    case nil:
      guard words.last != ",", words.last != "、" else { return false }
      return words.count <= (level == 1 ? 50 : 40) && !(level >= 3 && hasDigit)
    case ":": return words.count <= 25 && !hasDigit
    case "。", ".":
      guard words.count <= 30, !isSentence(words) else { return false }
      return level == 1 ? !hasDigit || words.count <= 20 : !hasDigit && !hasComma
    default: return false
    }
  }

  /// Whether `words`, closed by `mark` and followed by text in the same paragraph, are a heading.
  private static func runsIn(
    _ words: [Unicode.Scalar], mark: Unicode.Scalar, level: Int
  ) -> Bool {
    // As long as any of those below may be.
    guard !words.isEmpty, words.count <= 25, !words.contains(where: \.isDigit), !isSentence(words)
    else { return false }
    let commas = words.count(where: { $0 == "," })
    switch mark {
    case "。", ".":
      if commas == 0 { return words.count <= 25 }
      return level <= 2 && commas == 1 && words.count <= 24
    case ":": return level <= 2 && commas == 0 && words.count <= 12
    default: return false
    }
  }

  /// Whether `words` say something was or wasn't done, rather than name it.
  private static func isSentence(_ words: [Unicode.Scalar]) -> Bool {
    words.starts(withAny: [
      "未", "无", "没有", "我局", "我委", "我办", "我市", "我区", "我县", "我单位", "本机关", "本单位", "本年", "本局",
      "全年", "今年", "已", "共", "截至", "目前",
    ]) || words.contains(anyOf: ["了", "未收到", "没有发生", "未发生"])
  }

  /// 第一条 with a name in brackets, with a short name, or with its text.
  private static func article(
    _ text: [Unicode.Scalar], start: Int, isWhole: Bool
  ) -> HeadingContent {
    if start < text.count, text[start] == "[" || text[start] == "(",
      let close = text[start...].firstIndex(where: { $0 == "]" || $0 == ")" }), close - start <= 30
    {
      let behind = DateScanner.skipBlanks(in: text, close + 1)
      return HeadingContent(
        range: start + 1..<close, textStart: behind < text.count ? behind : nil)
    }
    let isName = isWhole && text.count - start <= 20 && firstStop(in: text, from: start) == nil
    return isName
      ? HeadingContent(range: start..<text.count, textStart: nil)
      : HeadingContent(range: start..<start, textStart: start < text.count ? start : nil)
  }

  private init(range: Range<Int>, textStart: Int?) {
    self.range = range
    self.textStart = textStart
  }

  /// The first mark that ends a sentence or opens an explanation; a point between digits or Latin letters is none.
  private static func firstStop(in text: [Unicode.Scalar], from start: Int) -> Int? {
    for index in start..<max(start, text.count) {
      switch text[index] {
      case "。", ":", ";", "!", "?": return index
      case ".":
        let next = index + 1 < text.count ? text[index + 1] : " "
        if !next.isDigit, !next.isASCIILetter { return index }
      default: continue
      }
    }
    return nil
  }
}
