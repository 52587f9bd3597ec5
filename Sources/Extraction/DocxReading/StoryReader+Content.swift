internal import XMLEvents

extension StoryReader {
  /// Blocks and what stands between runs; `w:p` in a body and `w:r` in a paragraph are told apart by their names, so the
  /// same wrappers serve at every level.
  mutating func startContent(_ name: XMLName, _ attributes: borrowing XMLAttributes) {
    guard name.isIn(.word) else { return startForeign(name) }
    guard let word = name.word else { return skip(.unknownElement("of WordprocessingML")) }
    switch word {
    case .p: startParagraph()
    case .r:
      if levels.last == .paragraph {
        beginRun()
        push(.run, .run)
      } else {
        beginParagraph()
        beginRun()
        push(.run, .looseRun)
      }
    case .pPr: levels.last == .paragraph ? push(.paragraphProperties) : skip()
    case .tbl: startTable()
    case .tr, .tc, .tblGrid, .tblPr, .tblPrEx, .trPr, .tcPr: startTablePart(word, attributes)
    case .sdt, .sdtContent, .hyperlink, .fldSimple, .smartTag, .customXml, .dir, .rubyBase:
      push(.content)
    case .bdo:
      // Its digits are shown from the right (17.3.2.3).
      if levels.last == .paragraph, attributes.string(.val) == "rtl" {
        buffer.append(contentsOf: "\u{202E}".utf8)
      }
      push(.content)
    case .ins, .moveTo:
      findings.note(.trackedChange)
      push(.content)
    case .del, .moveFrom: skip(.trackedChange)
    case .rt: levels.last == .paragraph ? startRuby() : push(.content)
    case .sectPr: push(.sectionProperties)
    case .altChunk: importChunk(attributes)
    case .subDoc, .contentPart: skip(.object(word.spelling))
    default: isSilent(word) ? skip() : skip(.unknownElement("w:" + word.spelling))
    }
  }

  /// A part in another format; in a cell it stays an object that isn't read.
  private mutating func importChunk(_ attributes: borrowing XMLAttributes) {
    guard tables.isEmpty, suspended.isEmpty, levels.last == .blocks,
      let id = attributes.string(.id, in: .relationships)
    else { return skip(.object("altChunk")) }
    flushCarried()
    blocks.append(.chunk(id))
    skip()
  }

  /// Whether an element shows nothing where blocks and runs stand.
  func isSilent(_ word: WordName) -> Bool {
    switch word {
    case .bookmarkStart, .bookmarkEnd, .proofErr, .permStart, .permEnd, .commentRangeStart,
      .commentRangeEnd, .moveFromRangeStart, .moveFromRangeEnd, .moveToRangeStart, .moveToRangeEnd,
      .customXmlInsRangeStart, .customXmlInsRangeEnd, .customXmlDelRangeStart,
      .customXmlDelRangeEnd, .customXmlMoveFromRangeStart, .customXmlMoveFromRangeEnd,
      .customXmlMoveToRangeStart, .customXmlMoveToRangeEnd, .lastRenderedPageBreak, .sdtPr,
      .sdtEndPr, .customXmlPr, .smartTagPr, .rPr, .rubyPr:
      true
    default: false
    }
  }

  private mutating func startForeign(_ name: XMLName) {
    if name.isIn(.math), name.word == .oMath || name.word == .oMathPara {
      push(.math)
    } else if name.isIn(.word2010) || name.isIn(.word2012) {
      // Marks of later editions: conflict ranges, ids.
      push(.unknown)
    } else {
      skip(.unknownElement("of another namespace"))
    }
  }

  private mutating func startParagraph() {
    guard levels.last != .paragraph else {
      // No schema allows a paragraph in a paragraph; its text is a line of its own all the same.
      breakLine()
      return push(.content, .lineBreak)
    }
    beginParagraph()
    push(.content, .paragraph)
  }

  /// `m:oMath` (22.1): linear text, with the marks without which digits would run together.
  mutating func startInMath(_ name: XMLName, _ attributes: borrowing XMLAttributes) {
    if name.isIn(.word) { return startContent(name, attributes) }
    guard name.isIn(.math) else { return push(.unknown) }
    switch name.word {
    case .t:
      beginText(attributes)
      push(.text, .text)
    case .num: beginMathPart(.numerator)
    case .sup, .deg: beginMathPart(.raised)
    case .sub: beginMathPart(.lowered)
    case .rad:
      buffer.append(contentsOf: "√".utf8)
      push(.math)
    case .rPr, .ctrlPr, .fPr, .oMathParaPr: skip()
    default: push(.math)
    }
  }

  private mutating func beginMathPart(_ closing: Closing) {
    mathStarts.append(buffer.count)
    push(.math, closing)
  }

  /// Sets `mark` beside a part of a formula that has any text: 1/2 is not 12, and 10^2 is not 102.
  mutating func endMathPart(_ mark: Unicode.Scalar, isBefore: Bool) {
    guard let start = mathStarts.popLast(), buffer.count > start else { return }
    buffer.insert(UInt8(truncatingIfNeeded: mark.value), at: isBefore ? start : buffer.count)
  }
}
