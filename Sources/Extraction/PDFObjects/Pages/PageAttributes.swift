/// What a page inherits from the nodes above it (7.7.3.4); a node's own entries take the place of those above.
struct PageAttributes: Hashable {
  private(set) var resources = PDFDictionary()
  /// 0, 90, 180 or 270.
  private(set) var rotation = 0
  private var mediaBox: PDFRectangle?
  private var cropBox: PDFRectangle?

  func updated(by node: PDFDictionary, in file: PDFFile) throws(PDFRefusal) -> PageAttributes {
    var attributes = self
    attributes.mediaBox = try Self.box("MediaBox", of: node, in: file) ?? mediaBox
    attributes.cropBox = try Self.box("CropBox", of: node, in: file) ?? cropBox
    switch try file.resolve(node["Rotate"]) {
    case .null: break
    case .integer(let degrees) where degrees.isMultiple(of: 90):
      let rest = degrees % 360
      attributes.rotation = rest < 0 ? rest + 360 : rest
    default: throw .damaged("Rotate")
    }
    switch try file.resolve(node["Resources"]) {
    case .null: break
    case .dictionary(let resources): attributes.resources = resources
    default: throw .damaged("Resources")
    }
    return attributes
  }

  /// The boxes of a page; without a MediaBox it has the size of a letter, as in poppler.
  ///
  /// A CropBox that is wider or higher than the MediaBox counts as being as wide or high (poppler's `PageAttrs`).
  func boxes() throws(PDFRefusal) -> (media: PDFRectangle, crop: PDFRectangle) {
    let media = mediaBox ?? PDFRectangle(left: 0, bottom: 0, right: 612, top: 792)
    var crop = cropBox ?? media
    if crop.width > media.width {
      crop.left = media.left
      crop.right = media.right
    }
    if crop.height > media.height {
      crop.bottom = media.bottom
      crop.top = media.top
    }
    crop = crop.clipped(to: media)
    guard crop.width > 0, crop.height > 0 else { throw .damaged("CropBox") }
    return (media, crop)
  }

  private static func box(
    _ key: PDFName, of node: PDFDictionary, in file: PDFFile
  ) throws(PDFRefusal) -> PDFRectangle? {
    let value = try file.resolve(node[key])
    if value == .null { return nil }
    guard case .array(let items) = value, items.count == 4 else { throw .damaged(key.text) }
    var numbers: [Double] = []
    for item in items {
      guard let number = try file.resolve(item).number else { throw .damaged(key.text) }
      numbers.append(number)
    }
    let box = PDFRectangle(
      left: min(numbers[0], numbers[2]), bottom: min(numbers[1], numbers[3]),
      right: max(numbers[0], numbers[2]), top: max(numbers[1], numbers[3]))
    guard box.width > 0, box.height > 0, box.width.isFinite, box.height.isFinite else {
      throw .damaged(key.text)
    }
    return box
  }
}
