internal import DocumentModel

/// Puts one line, or all lines of a cell, together: blanks, raised digits, what is struck out or nobody sees.
struct LineBuilder {
  private var buffer: [UInt8] = []
  private(set) var remarks: [Remark] = []
  /// Whether a picture stands in it.
  var holdsPicture = false
  /// Whether it is a figure that isn't known.
  private var isUnclear = false
  /// Of the text that stands last (``PageLook/piece``).
  var piece = -1
  /// Pixels of the text that stands last.
  var size = 0.0
  /// Whether a script may put a number in place of nothing, 0 or a dash.
  var mayBeFilled = false
  /// Whether something stands there that isn't read, and shows a number where there is no text.
  var mayShowOther = false
  /// What is known of each place of the text that a script, a style or a font may change, in their order.
  private var doubts: [LineDoubt] = []
  /// What stands between the text so far and what comes.
  private var gap = Gap.none
  private(set) var isStruck = false
  private var isDoubtful = false
  /// How many marks are in force by which text shows in another order.
  private var overrides = 0
  private var hasMarks = false
  /// Whether text that takes room but has no ink stood last: digits on either side are two numbers.
  private var isParted = false
  private var lastScalar: UInt32 = 0
  /// Written before the text that comes next, if any comes: the number of a list.
  var label = ""

  private enum Gap {
    case none, blank, lineEnd
  }

  static let lineBreak: UInt8 = 0x12

  private enum Mark {
    /// Text that is white on what may be white.
    static let doubtful: UInt8 = 0x10
    static let sure: UInt8 = 0x11
    static let lineBreak = LineBuilder.lineBreak
    /// Around text that may show otherwise: one of ``doubts`` begins and ends.
    static let doubtStart = LineDoubt.start
    static let doubtEnd = LineDoubt.end
  }

  private static let mostRemarks = 100
  /// The standard has no more of them in each other (UAX 9, BD2).
  private static let mostOverrides = 125

  /// Notes what a script puts there: a number, or something unknown where `number` is empty.
  ///
  /// - Parameter isAlone: Whether there is no text in the place of which it stands.
  mutating func fill(_ number: String, isAlone: Bool = false) {
    open(LineDoubt(number: number, isAlone: isAlone, isApart: gap != .none))
    closeDoubt()
  }

  /// Notes that what is added up to ``closeDoubt()`` may show otherwise.
  mutating func openDoubt() { open(LineDoubt(number: "", isAlone: false, isApart: gap != .none)) }

  private mutating func open(_ doubt: LineDoubt) {
    doubts.append(doubt)
    buffer.append(Mark.doubtStart)
    hasMarks = true
  }

  mutating func closeDoubt() { buffer.append(Mark.doubtEnd) }

  /// Whether the text so far ends in a digit that what comes would join.
  var endsInDigit: Bool { Self.isDigit(lastScalar) && gap == .none }

  var isEmpty: Bool { buffer.isEmpty && !holdsPicture && remarks.isEmpty }

  /// Whether the line so far holds text, and not only places for it.
  private var holdsText: Bool { lastScalar != 0 }

  mutating func note(_ remark: Remark) {
    if remarks.count < Self.mostRemarks { remarks.append(remark) }
  }

  /// Ends a line of a cell.
  mutating func breakLine() {
    gap = .none
    if let last = buffer.last, last != Mark.lineBreak {
      closeMarks()
      buffer.append(Mark.lineBreak)
      hasMarks = true
      lastScalar = 0
      isParted = false
    }
  }

  /// Goes on as after the end of a line of the source: what is Chinese joins, anything else is set apart.
  mutating func setApart() { if holdsText { gap = .lineEnd } }

  /// Adds the characters of `text` as a page shows them, runs of blanks as one.
  mutating func append(
    _ text: String, struck: Bool, doubtful: Bool, height: DigitHeight?, keepsLines: Bool = false
  ) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\r", "\u{C}": if gap == .none { gap = .blank }
      case "\n":
        if keepsLines { breakLine() } else { gap = .lineEnd }
      // What follows is shown in another order, up to the second.
      case "\u{202D}", "\u{202E}":
        guard overrides < Self.mostOverrides else { continue }
        overrides += 1
        openDoubt()
      case "\u{202C}" where overrides > 0:
        overrides -= 1
        closeDoubt()
      default:
        guard !CleanText.isDropped(scalar) || scalar.value > 0x1F else { continue }
        append(height?.shifted(scalar) ?? scalar, struck: struck, doubtful: doubtful)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, struck: Bool, doubtful: Bool) {
    let value = scalar.value
    if !label.isEmpty {
      let label = label
      self.label = ""
      writeLabel(label, before: value)
    }
    if lastScalar != 0 {
      switch gap {
      case .none:
        if isParted, Self.isDigit(lastScalar), Self.isDigit(value) { write(0x20) }
      case .blank: write(0x20)
      case .lineEnd:
        if !CleanText.isChinese(lastScalar), !CleanText.isChinese(value) { write(0x20) }
      }
    }
    gap = .none
    isParted = false
    if struck != isStruck || doubtful != isDoubtful { open(struck: struck, doubtful: doubtful) }
    buffer.appendUTF8(value)
    lastScalar = value
  }

  private mutating func write(_ byte: UInt8) { buffer.append(byte) }

  /// A number of a list never grows together with a figure that follows.
  private mutating func writeLabel(_ label: String, before next: UInt32) {
    buffer += label.utf8
    let isNumber = Self.isDigit(next) || next == 0x2E
    if let last = label.unicodeScalars.last {
      lastScalar = last.value
      if !CleanText.isChinese(last.value), isNumber || !CleanText.isChinese(next) {
        buffer.append(0x20)
      }
    }
    gap = .none
  }

  private mutating func open(struck: Bool, doubtful: Bool) {
    hasMarks = true
    if struck != isStruck { buffer.append(struck ? StruckText.opening : StruckText.closing) }
    if doubtful != isDoubtful { buffer.append(doubtful ? Mark.doubtful : Mark.sure) }
    isStruck = struck
    isDoubtful = doubtful
  }

  private mutating func closeMarks() {
    if isStruck || isDoubtful { open(struck: false, doubtful: false) }
  }

  /// Leaves out text that nobody sees.
  mutating func omit(_ text: String, takesRoom: Bool) {
    let text = CleanText.line(text)
    guard !text.isEmpty else { return }
    note(.unseen(text))
    if takesRoom { isParted = true }
  }

  /// The line, and begins a new one.
  ///
  /// - Parameter isCell: Whether it is the text of a cell, which is a number or none: U+FFFC behind it says that it isn't known.
  ///   In a line of prose, U+FFFD stands for the digits that aren't.
  mutating func take(isCell: Bool = false) -> (text: String, remarks: [Remark]) {
    closeMarks()
    var (text, found) = text(of: doubts.isEmpty ? buffer : LineDoubt.unmarked(buffer))
    if isCell { settlePlaceholder(&text) }
    let isFigure = isCell && (text.isEmpty || CleanText.isFigure(text))
    if isFigure {
      let number = text.filter { $0 != "," && $0 != "，" }
      if doubts.contains(where: { $0.number.isEmpty || $0.number != number }) {
        isUnclear = true
      }
    } else if !doubts.isEmpty {
      let (settled, pieces) = LineDoubt.settled(buffer, doubts)
      (text, found) = self.text(of: settled)
      for piece in pieces { note(.doubted(piece)) }
    }
    for remark in found { note(remark) }
    // An item of a list shows its number also where it holds nothing.
    if text.isEmpty, label.unicodeScalars.contains(where: { Self.isDigit($0.value) }) {
      isUnclear = true
    }
    // A picture beside text is none of a cell.
    if isCell, holdsPicture || isUnclear, text.isEmpty || CleanText.isFigure(text) {
      if isUnclear {
        note(.unclear(text))
      } else if !text.isEmpty {
        note(.pictureInCell(text))
      }
      text += Self.pictureText
    }
    let taken = (text, remarks)
    self = LineBuilder()
    return taken
  }

  /// Makes a figure that isn't known of what stands there until a script fills it.
  private mutating func settlePlaceholder(_ text: inout String) {
    guard text.isEmpty || Self.isPlaceholder(text) else { return }
    let isFilled = mayBeFilled || !text.isEmpty && doubts.contains { $0.number.isEmpty }
    guard isFilled || text.isEmpty && mayShowOther else { return }
    if !CleanText.isFigure(text) { text = "" }
    isUnclear = true
  }

  /// Whether `text` may stand for a figure that comes later: 0, a dash, 加载中.
  static func isPlaceholder(_ text: String) -> Bool {
    if CleanText.isFigure(text) { return !text.contains { $0.isNumber && $0 != "0" && $0 != "０" } }
    return !text.isEmpty && text.count <= 4 && text.allSatisfy { "-—–－−_/…· ".contains($0) }
      || ["加载中", "正在加载", "载入中", "loading", "Loading"].contains { text.hasPrefix($0) }
  }

  /// The text that `bytes` are, and what is left out of it.
  private func text(of bytes: [UInt8]) -> (text: String, remarks: [Remark]) {
    var bytes = bytes
    var remarks: [Remark] = []
    if hasMarks {
      (bytes, remarks) = withoutDoubtful(bytes)
      if bytes.contains(StruckText.opening) {
        let settled = StruckText.settled(bytes)
        bytes = settled.bytes
        for piece in settled.pieces {
          let text = CleanText.line(String(decoding: piece, as: UTF8.self))
          if !text.isEmpty { remarks.append(.struck(text, isKept: settled.isKept)) }
        }
      }
    }
    let lines = bytes.split(separator: Mark.lineBreak).map {
      CleanText.line(String(decoding: $0, as: UTF8.self))
    }
    return (CleanText.joinLines(lines), remarks)
  }

  /// The lines that end in the text so far, which goes on with what stands behind the last line end.
  mutating func takeLines() -> [(text: String, remarks: [Remark])] {
    guard buffer.contains(Mark.lineBreak) else { return [] }
    var lines: [(text: String, remarks: [Remark])] = []
    let whole = self
    var left = doubts[...]
    /// What goes on from the line before.
    var open: [LineDoubt] = []
    var parts = buffer.split(separator: Mark.lineBreak, omittingEmptySubsequences: false)
    let rest = parts.removeLast()
    for part in parts {
      var line = whole
      if !lines.isEmpty { line.remarks = [] }
      line.buffer = Array(repeating: Mark.doubtStart, count: open.count) + part
      line.doubts = open
      for byte in part {
        if byte == Mark.doubtStart, let doubt = left.popFirst() {
          line.doubts.append(doubt)
          open.append(LineDoubt(number: "", isAlone: false, isApart: true))
        } else if byte == Mark.doubtEnd {
          _ = open.popLast()
        }
      }
      lines.append(line.take())
    }
    remarks = []
    buffer = Array(repeating: Mark.doubtStart, count: open.count) + rest
    doubts = open + left
    return lines
  }

  /// White text on a ground that isn't known is kept where all of a line is white, as in a coloured head of a table; where it
  /// stands beside text of another colour, that ground can't be dark.
  private func withoutDoubtful(_ bytes: [UInt8]) -> (bytes: [UInt8], remarks: [Remark]) {
    guard bytes.contains(Mark.doubtful) else { return (bytes, []) }
    var kept: [UInt8] = []
    var pieces: [[UInt8]] = []
    var isInside = false
    for byte in bytes {
      switch byte {
      case Mark.doubtful:
        isInside = true
        pieces.append([])
      case Mark.sure: isInside = false
      default:
        if isInside { pieces[pieces.count - 1].append(byte) } else { kept.append(byte) }
      }
    }
    guard kept.contains(where: { $0 > 0x20 }) else {
      return (bytes.filter { $0 != Mark.doubtful && $0 != Mark.sure }, [])
    }
    let texts = pieces.map { CleanText.line(String(decoding: $0, as: UTF8.self)) }
    return (kept, texts.filter { !$0.isEmpty }.map { .unseen($0) })
  }

  /// What a cell shows that holds a picture and no text.
  static let pictureText = String(Character(CleanText.picture))

  private static func isDigit(_ scalar: UInt32) -> Bool {
    (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
  }
}
