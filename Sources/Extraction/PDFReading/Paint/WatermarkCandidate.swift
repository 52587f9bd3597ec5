internal import Diagnostics
internal import Glibc
internal import PageLayout
internal import PagePaint

/// A run of turned or faint characters, which may be a watermark or text.
struct WatermarkCandidate {
  /// Character by character, as far as fonts say it; with blanks where characters stand apart.
  private(set) var text = ""
  /// Degrees, clockwise.
  let turn: Double
  let size: Double
  /// Of the character that is seen best; from 0 to 1.
  private(set) var alpha: Double
  /// One point along its line.
  let direction: PagePoint
  /// Where its baseline begins and ends.
  let start: PagePoint
  private(set) var end: PagePoint
  /// What its characters take up, and all of them together.
  private(set) var boxes: [BoundingBox] = []
  private(set) var box: BoundingBox
  /// What must be said about its words if they are read.
  private(set) var findings: [PaintFinding] = []

  /// Without its first character, which ``add(_:text:)`` adds.
  init(_ glyph: PaintedGlyph) {
    turn = glyph.turn
    size = glyph.size
    alpha = glyph.paint.alpha
    let angle = turn * .pi / 180
    direction = PagePoint(x: cos(angle), y: sin(angle))
    start = glyph.origin
    end = glyph.origin
    box = glyph.box
  }

  mutating func add(_ glyph: PaintedGlyph, text: String) {
    if !self.text.isEmpty, distance(to: glyph.origin).along > size * Self.widestGap {
      self.text += " "
    }
    self.text += text
    end = PagePoint(
      x: glyph.origin.x + direction.x * glyph.advance,
      y: glyph.origin.y + direction.y * glyph.advance)
    if boxes.count < Self.mostBoxes { boxes.append(glyph.box) }
    box = box.union(glyph.box)
    alpha = max(alpha, glyph.paint.alpha)
  }

  /// Adds a finding; those of glyphs that `pdftotext` doesn't list become one.
  mutating func add(_ finding: PaintFinding) {
    guard let last = findings.last, last.kind == finding.kind,
      last.kind == .unlisted || last.kind == .unknownGlyphs
    else {
      findings.append(finding)
      return
    }
    findings[findings.count - 1].text += finding.text
    findings[findings.count - 1].box = last.box.union(finding.box)
  }

  /// Whether `glyph` is the next character of the same run.
  func goesOn(with glyph: PaintedGlyph) -> Bool {
    guard abs(glyph.turn - turn) < 0.5, abs(glyph.size - size) < size * 0.05,
      abs(glyph.paint.alpha - alpha) < 0.01
    else { return false }
    let distance = distance(to: glyph.origin)
    return abs(distance.across) < size * 0.3 && distance.along > -size * 0.5
      && distance.along < size * 1.2
  }

  /// Whether it has a digit, or an unreadable character, which may be one.
  var mayHoldDigit: Bool { Figure.hasDigit(text) || text.contains(CellContent.unreadable) }

  /// Whether it may be a piece of a number.
  var mayBePartOfFigure: Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { Figure.isNumeric($0) || $0 == "\u{FFFD}" }
  }

  private var chineseCount: Int { text.unicodeScalars.count(where: TextJoining.isChinese) }

  /// Whether it says something: two Chinese characters, or what may be a digit.
  var readsAsText: Bool { chineseCount > 1 || mayHoldDigit }

  /// Whether it is longer than any mark, with a stop or comma in it.
  var readsAsSentence: Bool {
    chineseCount > 11 && text.unicodeScalars.contains { "，。；：、".unicodeScalars.contains($0) }
  }

  /// Whether its line lies level.
  var isLevel: Bool { abs(turn) < 1 }

  /// By how many degrees it is turned away from the nearest quarter.
  var slant: Double { abs(turn - (turn / 90).rounded() * 90) }

  /// Whether its characters slant so much that their line and column aren't certain.
  var isSteep: Bool { slant > Self.steepest }

  /// How far a place is from where it ends, along its line and across it, downwards.
  private func distance(to place: PagePoint) -> (along: Double, across: Double) {
    let (x, y) = (place.x - end.x, place.y - end.y)
    return (x * direction.x + y * direction.y, y * direction.x - x * direction.y)
  }

  private static let widestGap = 0.25
  private static let mostBoxes = 256
  private static let steepest = 15.0
}
