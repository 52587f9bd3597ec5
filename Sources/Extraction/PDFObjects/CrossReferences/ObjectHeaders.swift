/// The `n g obj` of a file, found by looking at all its bytes.
enum ObjectHeaders {
  /// The objects that begin anywhere in `bytes`; streams may have some that aren't meant.
  static func all(in bytes: [UInt8], limit: Int) throws(PDFRefusal) -> Set<PDFReference> {
    var headers: Set<PDFReference> = []
    for index in bytes.indices.dropLast(2) where bytes[index] == 0x6F {
      guard bytes[index &+ 1] == 0x62, bytes[index &+ 2] == 0x6A,
        let header = header(in: bytes, before: index)
      else { continue }
      headers.insert(header.reference)
      guard headers.count <= limit else { throw .limit("objects") }
    }
    return headers
  }

  /// The `n g` that ends, with blanks behind it, before `index`, and where it begins.
  static func header(
    in bytes: [UInt8], before index: Int
  ) -> (reference: PDFReference, start: Int)? {
    guard let (generation, end) = number(in: bytes, before: index),
      let (number, start) = number(in: bytes, before: end)
    else { return nil }
    return (PDFReference(number, generation), start)
  }

  /// The number that ends, with blanks behind it, before `index`, and where it begins.
  private static func number(in bytes: [UInt8], before index: Int) -> (value: Int, start: Int)? {
    var end = index
    while end > 0, bytes[end &- 1].isPDFBlank { end &-= 1 }
    var start = end
    while start > 0, bytes[start &- 1].isDigit, end &- start < 10 { start &-= 1 }
    guard start < end else { return nil }
    return (bytes[start..<end].reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) }, start)
  }
}
