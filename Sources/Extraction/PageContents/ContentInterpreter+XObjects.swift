internal import Diagnostics
internal import PDFObjects
internal import PagePaint

/// Pictures, forms and shadings (ISO 32000-1, 8.7 to 8.10).
extension ContentInterpreter {
  /// Shows the external object `name`.
  mutating func show(_ name: PDFName) throws(PDFRefusal) {
    let objects = try resources.file.resolve(named["XObject"]).dictionary
    // Poppler, too, passes over a name that means nothing.
    guard let stream = try resources.file.resolve(objects?[name]).stream else { return }
    var isHidden = false
    if let layer = stream.dictionary["OC"] {
      isHidden = !(try resources.layers.shows(layer, in: resources.file))
    }
    if isHidden { hiddenDepth += 1 }
    defer { if isHidden { hiddenDepth -= 1 } }
    switch try resources.file.resolve(stream.dictionary["Subtype"]).name?.text {
    case "Image": try showImage(stream.dictionary, .stream(stream))
    case "Form": try show(stream)
    case "PS": break
    default: throw .damaged("the kind of an external object")
    }
  }

  /// Shows a form: a content stream of its own (8.10).
  ///
  /// - Parameter placement: Between the form's matrix and the page, for the appearance of an annotation.
  mutating func show(
    _ form: PDFStream, placement: AffineMatrix = AffineMatrix()
  ) throws(PDFRefusal) {
    let file = resources.file
    formCount += 1
    guard formDepth < Self.deepest, formCount < Self.mostForms else { throw .limit("forms") }
    formDepth += 1
    defer { formDepth -= 1 }
    let outer = (state, named, namedFonts, textMatrix, lineMatrix, path)
    if let numbers = try numbers(form.dictionary["Matrix"]), let matrix = AffineMatrix(numbers) {
      state.matrix = matrix.followed(by: placement).followed(by: state.matrix)
    } else {
      state.matrix = placement.followed(by: state.matrix)
    }
    if let box = try numbers(form.dictionary["BBox"]), box.count == 4 {
      state.clip(to: boxOnPage(box[0], box[1], box[2], box[3]))
    }
    try enterGroup(form.dictionary["Group"])
    if let own = try file.resolve(form.dictionary["Resources"]).dictionary {
      named = own
      namedFonts = [:]
    }
    textMatrix = nil
    path = ContentPath(cornersSoFar: path.cornerCount)
    try read(try resources.content(of: form))
    let corners = path.cornerCount
    (state, named, namedFonts, textMatrix, lineMatrix, path) = outer
    path.cornerCount = corners
  }

  /// In a transparency group the constants of the outer state hold for all of it together (11.6.6).
  private mutating func enterGroup(_ group: PDFObject?) throws(PDFRefusal) {
    guard let group = try resources.file.resolve(group).dictionary,
      try resources.file.resolve(group["S"]).name == "Transparency"
    else { return }
    state.groupAlpha *= state.fill.alpha
    if state.blend != .normal {
      state.groupBlend = state.groupBlend == .normal ? state.blend : .other
    }
    state.fill.alpha = 1
    state.stroke.alpha = 1
    state.blend = .normal
  }

  private mutating func showImage(
    _ dictionary: PDFDictionary, _ data: PictureSource.Data
  ) throws(PDFRefusal) {
    let file = resources.file
    let isStencil =
      try file.resolve(dictionary["ImageMask"] ?? dictionary["IM"]).boolean ?? false
    let smaskInData = try file.resolve(dictionary["SMaskInData"]).integer ?? 0
    let isMasked =
      isStencil || dictionary["SMask"] != nil || dictionary["Mask"] != nil || smaskInData != 0
    var paint = nextPaint()
    if !isStencil {
      paint.colour = nil
      paint.bounds = nil
      paint.isUncertain = state.softMask != nil || state.textClip != nil
      if state.fill.isNothing { paint.alpha = state.fill.alpha * state.groupAlpha }
    }
    let box = boxOnPage(0, 0, 1, 1)
    guard hiddenDepth == 0, paint.alpha > 0, box.isOnPage,
      let seen = box.intersection(state.clip)
    else { return }
    let matrix = state.matrix
    var picture = PaintedPicture(box: seen, paint: paint, isMasked: isMasked)
    let isUpright =
      abs(matrix.b) + abs(matrix.c) < 0.01 || abs(matrix.a) + abs(matrix.d) < 0.01
    if !isUpright {
      picture.shape = PaintedShape([
        [matrix.apply(0, 0), matrix.apply(1, 0), matrix.apply(1, 1), matrix.apply(0, 1)]
      ])
    }
    if sources.count < Self.mostSources {
      sources.append(
        PictureSource(
          picture: self.paint.pictures.count, dictionary: dictionary, data: data, matrix: matrix,
          isStencil: isStencil, isMaskedWithin: smaskInData != 0, named: named))
    }
    self.paint.pictures.append(picture)
  }

  mutating func showInlineImage(
    _ dictionary: PDFDictionary, _ scanner: inout ContentScanner
  ) throws(PDFRefusal) {
    let start = scanner.position + 1
    try scanner.skipInlineImage(length: try inlineLength(of: dictionary))
    let end = scanner.position - 2
    try showImage(dictionary, .inline(start < end ? Array(scanner.bytes[start..<end]) : []))
  }

  /// How many bytes an inline image has; nil where a filter or a colour space leaves that open.
  private func inlineLength(of dictionary: PDFDictionary) throws(PDFRefusal) -> Int? {
    let file = resources.file
    guard dictionary["F"] == nil, dictionary["Filter"] == nil,
      let width = try file.resolve(dictionary["W"] ?? dictionary["Width"]).integer,
      let height = try file.resolve(dictionary["H"] ?? dictionary["Height"]).integer,
      (1...1 << 15).contains(width), (1...1 << 15).contains(height)
    else { return nil }
    if try file.resolve(dictionary["IM"] ?? dictionary["ImageMask"]).boolean ?? false {
      return (width + 7) / 8 * height
    }
    guard let name = dictionary["CS"] ?? dictionary["ColorSpace"],
      let bits = try file.resolve(dictionary["BPC"] ?? dictionary["BitsPerComponent"]).integer,
      (1...16).contains(bits)
    else { return nil }
    let space = try ColourSpace(name, resources: named, in: file)
    return (width * bits * space.count + 7) / 8 * height
  }

  /// The box around a rectangle of user space.
  func boxOnPage(_ x: Double, _ y: Double, _ endX: Double, _ endY: Double) -> BoundingBox {
    state.matrix.box(x, y, endX, endY)
  }

  /// Numbers of an array; nil where there is no array of nothing but numbers.
  func numbers(_ object: PDFObject?) throws(PDFRefusal) -> [Double]? {
    guard let items = try resources.file.resolve(object).array, items.count <= 64 else {
      return nil
    }
    var numbers: [Double] = []
    for item in items {
      guard let number = try resources.file.resolve(item).number else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private static let deepest = 28
  private static let mostForms = 20_000
  private static let mostSources = 500
}
