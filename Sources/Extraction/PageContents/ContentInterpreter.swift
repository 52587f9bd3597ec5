internal import Diagnostics
internal import PDFObjects
internal import PagePaint

/// Follows the operators of a page and notes what they paint.
struct ContentInterpreter {
  let resources: ContentResources
  var paint: PagePaint
  var state: GraphicsState
  /// Of states saved by `q`.
  var saved: [GraphicsState] = []
  /// What names in the content stream being read mean.
  var named: PDFDictionary
  /// The fonts that were set by name in this content stream.
  var namedFonts: [ContentName: Int] = [:]
  var path = ContentPath()
  /// The first of the glyphs behind the path that was painted last.
  var boldFrom = 0
  /// The text object: where the next glyph goes, and where its line begins; nil outside of one.
  var textMatrix: AffineMatrix?
  var lineMatrix = AffineMatrix()
  /// How the next glyph gets to its place.
  var glyphSetting = PaintedGlyph.Setting.anew
  /// The glyphs of the text object that clip what is painted behind it; nil for none.
  var clippingGlyphs: Range<Int>?
  /// The first of the glyphs through which something was painted last.
  var glyphsPaintedThrough: Int?
  /// Pictures whose colours or masks may yet matter.
  var sources: [PictureSource] = []
  /// How deep patterns within patterns are being read.
  var patternDepth = 0
  /// For each open marked-content sequence whether it hides what is in it.
  var hidden: [Bool] = []
  var hiddenDepth = 0
  /// Whether unknown operators are passed over, between `BX` and `EX`.
  var compatibilityDepth = 0
  /// Counts everything painted.
  var order = 0
  var formDepth = 0
  var formCount = 0
  var operatorCount = 0

  init(_ page: PDFPage, _ resources: ContentResources) {
    self.resources = resources
    named = page.resources
    let box = page.cropBox
    let (width, height) = (box.right - box.left, box.top - box.bottom)
    let isTurned = page.rotation == 90 || page.rotation == 270
    paint = PagePaint(width: isTurned ? height : width, height: isTurned ? width : height)
    state = GraphicsState(
      matrix: Self.matrix(of: page),
      clip: BoundingBox(left: 0, top: 0, right: paint.width, bottom: paint.height))
  }

  /// From user space to the page as it is seen, y downwards.
  private static func matrix(of page: PDFPage) -> AffineMatrix {
    let box = page.cropBox
    return switch page.rotation {
    case 90: AffineMatrix(0, 1, 1, 0, -box.bottom, -box.left)
    case 180: AffineMatrix(-1, 0, 0, 1, box.right, -box.bottom)
    case 270: AffineMatrix(0, -1, -1, 0, box.top, box.right)
    default: AffineMatrix(1, 0, 0, -1, -box.left, box.top)
    }
  }

  /// Reads the content streams of `page`, which count as one with a line end between them (7.8.2).
  mutating func readContents(of page: PDFPage) throws(PDFRefusal) {
    guard page.contents.count != 1 else {
      try read(try resources.file.decoded(page.contents[0]))
      return
    }
    var content: [UInt8] = []
    for stream in page.contents {
      content += try resources.file.decoded(stream)
      content.append(0x0A)
    }
    try read(content)
  }

  /// Follows all operators of `content`; states that it saved and left are dropped at its end.
  mutating func read(_ content: [UInt8]) throws(PDFRefusal) {
    let (depth, sequences) = (saved.count, hidden.count)
    if paint.glyphs.isEmpty {
      // A producer that writes glyph by glyph takes some thirty bytes for one.
      paint.glyphs.reserveCapacity(min(content.count / 24, Self.mostReserved))
    }
    var scanner = ContentScanner(content)
    while let name = try scanner.next() {
      operatorCount += 1
      resources.operatorsLeft -= 1
      guard operatorCount <= Self.mostOperators, resources.operatorsLeft > 0 else {
        throw .limit("operators")
      }
      try execute(name, &scanner, depth: depth)
    }
    guard textMatrix == nil else { throw .damaged("ET behind BT") }
    if saved.count > depth {
      state = saved[depth]
      saved.removeSubrange(depth...)
    }
    while hidden.count > sequences { endMarkedContent() }
  }

  private mutating func execute(
    _ name: ContentOperator, _ scanner: inout ContentScanner, depth: Int
  ) throws(PDFRefusal) {
    guard !scanner.hasOddOperand else { throw .unsupported("an operand of \(name)") }
    if try executeText(name, scanner) { return }
    if try executePath(name, scanner) { return }
    switch name {
    case "q":
      guard saved.count < Self.mostSaved else { throw .limit("saved graphics states") }
      saved.append(state)
    case "Q":
      // Poppler passes over one too many.
      guard saved.count > depth, let last = saved.popLast() else { return }
      state = last
    case "cm":
      state.matrix = try scanner.matrix().followed(by: state.matrix)
    case "gs": try setExtendedState(try scanner.lastName())
    case "w": state.lineWidth = try scanner.lastNumber()
    case "J": state.hasLongCaps = try scanner.lastNumber() != 0
    case "d":
      // The dashes are in an array; without any the line is whole.
      state.isDashed = !scanner.pieces.isEmpty
    case "j", "M", "ri", "i", "d0": break
    case "d1":
      // A glyph of a Type 3 font; its content isn't read.
      throw .unsupported("d1 outside of a glyph")
    case "Do": try show(try scanner.lastName())
    case "BI":
      let dictionary = try scanner.inlineImageDictionary()
      try showInlineImage(dictionary, &scanner)
    case "sh": try paintShading(try scanner.lastName())
    case "BMC", "MP", "DP": if name == "BMC" { hidden.append(false) }
    case "BDC": try beginMarkedContent(scanner)
    case "EMC": endMarkedContent()
    case "BX": compatibilityDepth += 1
    case "EX": compatibilityDepth = max(0, compatibilityDepth - 1)
    default:
      if try setColour(name, scanner) { return }
      guard compatibilityDepth > 0 else { throw .unsupported("the operator \(name)") }
    }
  }

  // MARK: Marked content

  private mutating func beginMarkedContent(_ scanner: ContentScanner) throws(PDFRefusal) {
    guard hidden.count < Self.mostSaved else { throw .limit("marked content") }
    var isHidden = false
    if scanner.names.first == "OC", scanner.names.count == 2 {
      let properties = try resources.file.resolve(named["Properties"]).dictionary
      if let layer = properties?[scanner.names[1].name] {
        isHidden = !(try resources.layers.shows(layer, in: resources.file))
      }
    }
    hidden.append(isHidden)
    if isHidden { hiddenDepth += 1 }
  }

  private mutating func endMarkedContent() {
    if hidden.popLast() == true { hiddenDepth -= 1 }
  }

  // MARK: Extended graphics state

  /// Sets what the dictionary `name` of `/ExtGState` sets (8.4.5).
  private mutating func setExtendedState(_ name: PDFName) throws(PDFRefusal) {
    let file = resources.file
    guard let states = try file.resolve(named["ExtGState"]).dictionary,
      let values = try file.resolve(states[name]).dictionary
    else { throw .damaged("the graphics state \(name.text)") }
    if let alpha = try file.resolve(values["ca"]).number { state.fill.alpha = alpha }
    if let alpha = try file.resolve(values["CA"]).number { state.stroke.alpha = alpha }
    if let width = try file.resolve(values["LW"]).number { state.lineWidth = width }
    if values["BM"] != nil {
      var mode = try file.resolve(values["BM"])
      if let modes = mode.array { mode = try file.resolve(modes.first) }
      state.blend = BlendMode(name: mode.name?.text ?? "")
    }
    switch try file.resolve(values["SMask"]) {
    case .null: break
    case .name("None"): state.softMask = nil
    case .dictionary(let mask): state.softMask = try SoftMask(mask, in: file)
    default: state.softMask = .some
    }
    if let font = try file.resolve(values["Font"]).array, font.count == 2 {
      state.text.font = try resources.font(font[0])
      state.text.size = try file.resolve(font[1]).number ?? 0
    }
  }

  private static let mostOperators = 2_000_000
  private static let mostSaved = 2_000
  /// Glyphs: those of a page full of text.
  private static let mostReserved = 4_000
}

extension ContentScanner {
  /// Refuses an operator with less than `count` numbers; more are passed over, as by poppler.
  func require(_ count: Int) throws(PDFRefusal) {
    guard numbers.count >= count else { throw .damaged("\(count) numbers before an operator") }
  }

  /// The number `back` places before the operator, which has as many.
  func number(back: Int) -> Double { numbers[numbers.count - back] }

  /// The number before the operator.
  func lastNumber() throws(PDFRefusal) -> Double {
    try require(1)
    return number(back: 1)
  }

  func matrix() throws(PDFRefusal) -> AffineMatrix {
    try require(6)
    return AffineMatrix(
      number(back: 6), number(back: 5), number(back: 4), number(back: 3), number(back: 2),
      number(back: 1))
  }

  /// The last `count` numbers before the operator.
  func last(_ count: Int) throws(PDFRefusal) -> [Double] {
    try require(count)
    return (0..<count).map { number(back: count - $0) }
  }

  /// All numbers before the operator.
  var allNumbers: [Double] { (0..<numbers.count).map { numbers[$0] } }

  func lastName() throws(PDFRefusal) -> PDFName { try lastOperandName().name }

  func lastOperandName() throws(PDFRefusal) -> ContentName {
    guard let name = names.last else { throw .damaged("a name before an operator") }
    return name
  }
}
