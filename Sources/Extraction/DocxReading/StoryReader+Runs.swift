internal import DocumentModel
internal import XMLEvents

/// A `w:r` while it is open.
struct RunState {
  var isHidden = false
  /// Whether `w:vanish` stands on the run itself, which wins over its style.
  var hasOwnVisibility = false
  var position = VerticalPosition.baseline
  /// The lines through it that stand on the run itself, and those of its styles.
  var ownStrike = Strike()
  var styleStrike = Strike()
  /// `w:position` (17.3.2.24) in half points, up from the base line.
  var shift = 0
  /// A font whose codes are not Unicode.
  var symbolFont: String?
  /// What the run itself says of how it looks, and where its style stands in the sheet.
  var look = Look()
  var style: Int?
  /// Whether either may hide text.
  var isNotable = false

  var isStruck: Bool {
    var strike = ownStrike
    strike.fill(from: styleStrike)
    return strike.isOn
  }
}

extension StoryReader {
  mutating func beginRun() {
    // Outside of runs nothing is said: only a run in a run has one to go back to.
    if openRuns > 0 {
      runs.append(run)
      run = RunState()
    }
    openRuns += 1
    run.isHidden = paragraph.style?.isHidden ?? false
    run.position = paragraph.style?.position ?? .baseline
    run.styleStrike = paragraph.style?.strike ?? Strike()
  }

  mutating func endRun() {
    openRuns -= 1
    run = runs.popLast() ?? RunState()
  }

  mutating func startInRunProperties(_ word: WordName, _ attributes: borrowing XMLAttributes) {
    skip()
    switch word {
    case .vanish:
      run.isHidden = attributes.isOn
      run.hasOwnVisibility = true
    case .rStyle:
      guard let id = attributes.string(.val), let index = styles.index(of: id) else { return }
      let style = styles[index]
      if let isHidden = style.isHidden, !run.hasOwnVisibility { run.isHidden = isHidden }
      if let position = style.position { run.position = position }
      var strike = style.strike
      strike.fill(from: run.styleStrike)
      run.styleStrike = strike
      run.style = index
      if style.hasNotableLook { run.isNotable = true }
    case .strike: run.ownStrike.single = attributes.isOn
    case .dstrike: run.ownStrike.double = attributes.isOn
    case .position: run.shift = attributes.halfPoints
    case .color:
      let ink = attributes.ink
      run.look.ink = .some(ink)
      if let ink, !ink.isDark { run.isNotable = true }
    case .sz:
      let isTiny = attributes.isAtMost(3, inHalfPoints: true)
      run.look.isTiny = isTiny
      if isTiny { run.isNotable = true }
    case .shd, .highlight, .w:
      run.look.read(word, attributes)
      if run.look.isNotable { run.isNotable = true }
    case .vertAlign: run.position = VerticalPosition(attributes.string(.val))
    case .rFonts: run.symbolFont = attributes.symbolFont
    default: break
    }
  }

  /// `w14:textFill` or `w14:textOutline`.
  mutating func startFill(_ word: WordName) {
    textFill = TextFillReader()
    push(.textFill, word == .textFill ? .textFill : .textOutline)
  }

  mutating func startInTextFill(_ name: XMLName, _ attributes: borrowing XMLAttributes) {
    guard name.isIn(.word2010), let word = name.word else { return skip() }
    textFill.start(word, attributes)
    push(.textFill)
  }

  mutating func endTextFill() {
    run.look.fill = textFill.fill
    if run.look.isNotable { run.isNotable = true }
  }

  mutating func endTextOutline() { run.look.hasOutline = textFill.isOutline }

  mutating func startInRun(_ name: XMLName, _ attributes: borrowing XMLAttributes) {
    guard name.isIn(.word) else {
      guard name.isIn(.math) else { return startForeignInRun(name, attributes) }
      return startInMath(name, attributes)
    }
    guard let word = name.word else { return skip(.unknownElement("in a run")) }
    switch word {
    case .t:
      beginText(attributes)
      push(.text, .text)
    case .rPr: push(.runProperties)
    case .instrText: push(.instruction)
    case .fldChar: startField(attributes)
    case .drawing, .pict:
      isFloating = false
      push(.drawing)
    case .object:
      isFloating = false
      push(.object)
    case .ruby: push(.content)
    default:
      skip()
      mark(word, attributes)
    }
  }

  /// The elements of a run that stand for a character, or for nothing.
  private mutating func mark(_ word: WordName, _ attributes: borrowing XMLAttributes) {
    switch word {
    case .tab, .ptab: append(" ")
    case .br, .cr: if !run.isHidden { breakLine() }
    case .noBreakHyphen: append("-")
    case .sym: symbol(attributes)
    case .footnoteReference, .endnoteReference:
      guard !run.isHidden else { return }
      referToNote(word == .footnoteReference ? .footnote : .endnote, attributes)
      // A mark of the author's own (17.11.14), raised whatever the style says: 12 and the mark 1 are not 121.
      if attributes.string(.customMarkFollows).map({ !["0", "false", "off"].contains($0) }) ?? false
      {
        run.position = .superscript
      }
    case .commentReference: findings.note(.comment)
    case .softHyphen, .delText, .delInstrText, .footnoteRef, .endnoteRef, .annotationRef,
      .separator, .continuationSeparator, .lastRenderedPageBreak:
      break
    default:
      if !isSilent(word) { findings.note(.unknownElement("w:" + word.spelling)) }
    }
  }

  mutating func append(_ text: String) {
    // A line through a blank takes nothing away, and what it parts stays apart.
    guard !run.isHidden else { return }
    let start = buffer.count
    buffer.append(contentsOf: text.utf8)
    if mayBeUnseen, omitUnseenText(since: start) { return }
    if run.isStruck, text != " " { markStruckText(since: start) }
  }

  /// `w:sym` (17.3.3.30): a code of a font.
  private mutating func symbol(_ attributes: borrowing XMLAttributes) {
    let font = attributes.string(.font) ?? ""
    let code = attributes.string(.char) ?? ""
    if let number = Int(code, radix: 16),
      let character = SymbolFont.character(number, font: font)
    {
      append(String(character))
    } else {
      findings.note(.unmappedSymbol("\(font) \(code)"))
      append("\u{FFFD}")
    }
  }

  mutating func beginText(_ attributes: borrowing XMLAttributes) {
    textStart = buffer.count
    keepsThisSpace = keepsSpace || attributes.keepsSpace
  }

  mutating func appendText(_ text: borrowing XMLText) {
    guard !run.isHidden else { return }
    text.append(to: &buffer)
    if buffer.count > limits.paragraphBytes {
      fail("the bytes of a paragraph are \(limits.over(.paragraphBytes))")
      buffer.removeAll()
    }
  }

  mutating func endText() {
    if run.isHidden { findings.note(.hiddenText) }
    guard buffer.count > textStart else { return }
    if !keepsThisSpace { trimText() }
    if mayBeUnseen, omitUnseenText(since: textStart) { return }
    if unseenEnd >= 0 { partUnseen() }
    if run.position != .baseline || run.symbolFont != nil { convertText() }
    run.isStruck ? markStruckText(since: textStart) : keepNumbersApart()
  }

  /// Without `xml:space="preserve"` blanks at the ends of `w:t` are not shown, as `12 ` before `34`.
  private mutating func trimText() {
    while buffer.count > textStart, let last = buffer.last, Self.isXMLBlank(last) {
      buffer.removeLast()
    }
    let blanks = buffer[textStart...].prefix(while: Self.isXMLBlank).count
    if blanks > 0 { buffer.removeSubrange(textStart..<textStart + blanks) }
  }

  private static func isXMLBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Writes raised and lowered digits as such (10² is not 102), and codes of symbol fonts as what they look like.
  private mutating func convertText() {
    let text = String(decoding: buffer[textStart...], as: UTF8.self)
    buffer.removeSubrange(textStart...)
    var converted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let font = run.symbolFont, scalar.value < 0x100 || SymbolFont.isPrivate(scalar),
        !CleanText.isBlank(scalar)
      {
        if let character = SymbolFont.character(Int(scalar.value), font: font) {
          converted.append(contentsOf: character.unicodeScalars)
        } else {
          findings.note(.unmappedSymbol("\(font) \(String(scalar.value, radix: 16))"))
          converted.append("\u{FFFD}")
        }
      } else {
        converted.append(run.position.shifted(scalar))
      }
    }
    buffer.append(contentsOf: String(converted).utf8)
  }
}

extension VerticalPosition {
  /// The raised or lowered form of a digit; any other character as it is.
  func shifted(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch self {
    case .baseline: scalar
    case .superscript: DigitHeight.raised.shifted(scalar)
    case .subscript: DigitHeight.lowered.shifted(scalar)
    }
  }
}
