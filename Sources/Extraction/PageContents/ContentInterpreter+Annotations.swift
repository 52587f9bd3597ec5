internal import Diagnostics
internal import PDFObjects
internal import PagePaint

/// Annotations and their appearance (ISO 32000-1, 12.5).
extension ContentInterpreter {
  /// Paints the annotations of `page`, which lie on top of its content.
  mutating func paintAnnotations(of page: PDFPage) throws(PDFRefusal) {
    state = ContentInterpreter(page, resources).state
    paint.annotationOrder = order + 1
    for annotation in try annotations(of: page) {
      let rectangle = try rectangle(of: annotation)
      if let form = try appearance(of: annotation) {
        try show(form, in: rectangle)
      } else if try isShownWithoutAppearance(annotation) {
        throw .unsupported("an annotation without an appearance")
      }
    }
  }

  /// Notes what readers said of `page`, whether it is painted or not.
  mutating func noteAnnotations(of page: PDFPage) throws(PDFRefusal) {
    let file = resources.file
    let matrix = ContentInterpreter(page, resources).state.matrix
    for annotation in try annotations(of: page) {
      guard let kind = Self.kind(of: try subtype(of: annotation)) else { continue }
      let corners = try rectangle(of: annotation)
      paint.annotations.append(
        PageAnnotation(
          kind: kind,
          box: matrix.box(corners.left, corners.bottom, corners.right, corners.top),
          text: try file.resolve(annotation["Contents"]).string.map(PDFText.decoded)))
    }
  }

  /// The annotations that are on the screen.
  private func annotations(of page: PDFPage) throws(PDFRefusal) -> [PDFDictionary] {
    let file = resources.file
    let items = try file.resolve(page.dictionary["Annots"]).array ?? []
    guard items.count <= Self.mostAnnotations else { throw .limit("annotations") }
    var annotations: [PDFDictionary] = []
    for item in items {
      guard let annotation = try file.resolve(item).dictionary else { continue }
      let flags = try file.resolve(annotation["F"]).integer ?? 0
      guard flags & (Self.hidden | Self.noView) == 0,
        try numbers(annotation["Rect"])?.count == 4, try subtype(of: annotation) != "Popup"
      else { continue }
      if let layer = annotation["OC"], !(try resources.layers.shows(layer, in: file)) { continue }
      annotations.append(annotation)
    }
    return annotations
  }

  private func subtype(of annotation: PDFDictionary) throws(PDFRefusal) -> String {
    try resources.file.resolve(annotation["Subtype"]).name?.text ?? ""
  }

  private func rectangle(of annotation: PDFDictionary) throws(PDFRefusal) -> PDFRectangle {
    let corners = try numbers(annotation["Rect"]) ?? []
    guard corners.count == 4 else { throw .damaged("the rectangle of an annotation") }
    return PDFRectangle(
      left: min(corners[0], corners[2]), bottom: min(corners[1], corners[3]),
      right: max(corners[0], corners[2]), top: max(corners[1], corners[3]))
  }

  /// The normal appearance, in the state that is set; nil for none.
  private func appearance(of annotation: PDFDictionary) throws(PDFRefusal) -> PDFStream? {
    let file = resources.file
    guard let appearances = try file.resolve(annotation["AP"]).dictionary else { return nil }
    switch try file.resolve(appearances["N"]) {
    case .stream(let stream): return stream
    case .dictionary(let states):
      guard let name = try file.resolve(annotation["AS"]).name else { return nil }
      return try file.resolve(states[name]).stream
    default: return nil
    }
  }

  /// Fits the box of `form` to the annotation's rectangle (12.5.5, algorithm 8.1).
  private mutating func show(_ form: PDFStream, in rectangle: PDFRectangle) throws(PDFRefusal) {
    let matrix = try numbers(form.dictionary["Matrix"]).flatMap(AffineMatrix.init) ?? AffineMatrix()
    let box = try numbers(form.dictionary["BBox"]) ?? []
    guard box.count == 4 else { throw .damaged("the box of an appearance") }
    let places = [
      matrix.apply(box[0], box[1]), matrix.apply(box[2], box[1]), matrix.apply(box[2], box[3]),
      matrix.apply(box[0], box[3]),
    ]
    let (xs, ys) = (places.map(\.x), places.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let bottom = ys.min(), let top = ys.max()
    else { return }
    let width = right > left ? (rectangle.right - rectangle.left) / (right - left) : 1
    let height = top > bottom ? (rectangle.top - rectangle.bottom) / (top - bottom) : 1
    try show(
      form,
      placement: AffineMatrix(
        width, 0, 0, height, rectangle.left - left * width, rectangle.bottom - bottom * height))
  }

  /// Whether poppler shows text, or covers some, for an annotation that brings no appearance.
  ///
  /// What else it draws then, such as a line through text, says nothing that the annotation itself doesn't.
  private func isShownWithoutAppearance(_ annotation: PDFDictionary) throws(PDFRefusal) -> Bool {
    let file = resources.file
    switch try subtype(of: annotation) {
    case "FreeText": return true
    case "Square", "Circle", "Polygon", "Line", "PolyLine": return annotation["IC"] != nil
    case "Widget":
      let form = try file.resolve(try file.catalog()["AcroForm"]).dictionary
      return try file.resolve(form?["NeedAppearances"]).boolean ?? false
    default: return false
    }
  }

  private static func kind(of subtype: String) -> PageAnnotation.Kind? {
    switch subtype {
    case "Link", "Widget", "Popup", "TrapNet", "PrinterMark", "": nil
    default: PageAnnotation.Kind(rawValue: subtype) ?? .drawing
    }
  }

  private static let hidden = 1 << 1
  private static let noView = 1 << 5
  private static let mostAnnotations = 10_000
}
