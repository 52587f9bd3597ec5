internal import PDFFonts
internal import PDFObjects

/// What the pages of a document share: fonts read once, layers.
final class ContentResources {
  let file: PDFFile
  let layers: LayerVisibility
  private(set) var fonts: [PDFFont] = []
  private var dictionaries: [PDFDictionary] = []
  /// By font; nil for one that showed no digit yet.
  private var inks: [FontInk?] = []
  private var fontIndices: [PDFReference: Int] = [:]
  /// Decoded content of form XObjects that were shown, as long as it is short: heads and seals stand on every page.
  private var contents: [PDFReference: [UInt8]] = [:]
  /// How many operators may still be read in the document.
  var operatorsLeft = 20_000_000
  var patternLooks: [PDFReference: ContentInterpreter.PatternLook] = [:]
  /// How many bytes of pictures may still be decoded in the document.
  var pictureBytesLeft = 64_000_000

  init(_ file: PDFFile) throws(PDFRefusal) {
    self.file = file
    layers = try LayerVisibility(file)
  }

  /// The index in ``fonts`` of the font that `object` is.
  func font(_ object: PDFObject) throws(PDFRefusal) -> Int {
    if let reference = object.reference, let index = fontIndices[reference] { return index }
    guard let dictionary = try file.resolve(object).dictionary else { throw .damaged("a font") }
    guard fonts.count < 10_000 else { throw .limit("fonts") }
    fonts.append(try PDFFont(dictionary, in: file))
    dictionaries.append(dictionary)
    inks.append(nil)
    if let reference = object.reference { fontIndices[reference] = fonts.count - 1 }
    return fonts.count - 1
  }

  /// What the font at an index paints for `code`.
  func ink(of code: Int, font: Int) throws(PDFRefusal) -> FontInk.Ink {
    if let ink = inks[font]?[code] { return ink }
    let ink = try FontInk(dictionaries[font], in: file)
    inks[font] = ink
    return ink[code]
  }

  func content(of form: PDFStream) throws(PDFRefusal) -> [UInt8] {
    guard let reference = form.reference else { return try file.decoded(form) }
    if let content = contents[reference] { return content }
    let content = try file.decoded(form)
    if content.count < 1 << 16, contents.count < 256 { contents[reference] = content }
    return content
  }
}
