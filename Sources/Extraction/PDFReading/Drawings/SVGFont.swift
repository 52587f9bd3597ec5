internal import Diagnostics
internal import Glibc
internal import PagePaint

/// What can be told of a font from the shapes of its glyphs and from where they are shown.
///
/// Cairo says neither its size nor how it is turned: a turned font is one whose shapes are.
struct SVGFont {
  /// Around the ink of all its glyphs, laid one over the other.
  private var ink: BoundingBox?
  /// By whole degrees, how often its glyphs stand in a line that way, and the sum of these ways, each of length 1.
  private var directions: [Int: (count: Int, x: Double, y: Double)] = [:]

  /// Takes the ink of a glyph, its origin being 0, 0.
  mutating func add(_ ink: BoundingBox) {
    self.ink = self.ink?.union(ink) ?? ink
  }

  /// Takes the way from one glyph to the next of a line.
  mutating func add(_ step: SVGStep) {
    let sum = directions[step.degrees] ?? (0, 0, 0)
    directions[step.degrees] = (sum.count + 1, sum.x + step.x, sum.y + step.y)
  }

  /// No glyph is longer, or higher.
  var length: Double { ink.map { max($0.width, $0.height) } ?? 0 }

  /// Degrees clockwise, from -180 to 180; 0 where no line of its glyphs is seen.
  var turn: Double {
    guard let most = directions.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) })
    else { return 0 }
    let degrees = atan2(most.value.y, most.value.x) * 180 / .pi
    let quarter = (degrees / 90).rounded() * 90
    return abs(degrees - quarter) < 1 ? (quarter == -180 ? 180 : quarter) : degrees
  }

  /// The height of an em, within about a fifth of itself: of a font of which one hyphen is shown nobody can tell it.
  ///
  /// Ideographs and letters that go below the line take up all of it together, digits and capitals three quarters.
  var size: Double {
    guard let ink else { return 0 }
    let turn = turn
    let (above, below): (Double, Double) =
      switch turn {
      case 0: (-ink.top, ink.bottom)
      case 90: (ink.right, -ink.left)
      case 180: (ink.bottom, -ink.top)
      case -90: (-ink.left, ink.right)
      default: (Self.sides(of: ink, turn: turn).across, 0)
      }
    let height = below > above * 0.05 ? above + below : max(above, 0) / 0.74
    // A dash is as long as an em, though no higher than a tenth of it.
    return max(height, Self.sides(of: ink, turn: turn).along)
  }

  /// How long, along a baseline that is turned, and how high a thing is that takes up `box`.
  static func sides(of box: BoundingBox, turn: Double) -> (along: Double, across: Double) {
    if turn == 0 || turn == 180 { return (box.width, box.height) }
    if abs(turn) == 90 { return (box.height, box.width) }
    let (cosine, sine) = (abs(cos(turn * .pi / 180)), abs(sin(turn * .pi / 180)))
    let difference = cosine * cosine - sine * sine
    // At 45 degrees the box says only how much both are together.
    guard abs(difference) > 0.3 else {
      let side = (box.width + box.height) / 2 / (cosine + sine)
      return (side, side)
    }
    return (
      max((box.width * cosine - box.height * sine) / difference, 0),
      max((box.height * cosine - box.width * sine) / difference, 0)
    )
  }
}

/// The way from the origin of one glyph to that of the next, of length 1.
struct SVGStep {
  let x, y: Double
  /// Clockwise, rounded.
  let degrees: Int

  /// Nil unless the second one may stand behind the first in one line.
  ///
  /// - Parameters:
  ///   - ink: Of the second one, its origin being 0, 0.
  ///   - length: Of the longest glyph around.
  init?(from first: PagePoint, to second: PagePoint, ink: BoundingBox, length: Double) {
    let (x, y) = (second.x - first.x, second.y - first.y)
    let distance = (x * x + y * y).squareRoot()
    guard distance > length * 0.1, distance < length * 2 else { return nil }
    // A glyph stands before its origin and above its baseline: else this is the way to another line, or back.
    guard ink.middleX * x + ink.middleY * y > 0, ink.middleX * y - ink.middleY * x > 0 else {
      return nil
    }
    (self.x, self.y) = (x / distance, y / distance)
    degrees = Int((atan2(y, x) * 180 / .pi).rounded())
  }

  /// Whether it goes along the page.
  var isStraight: Bool { min(abs(x), abs(y)) < 0.01 }

  func hasDirection(of other: SVGStep) -> Bool { x * other.x + y * other.y > 0.9998 }
}
