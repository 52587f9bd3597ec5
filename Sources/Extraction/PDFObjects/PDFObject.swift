/// A value of a PDF file (ISO 32000-1, 7.3).
package enum PDFObject: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case real(Double)
  /// Decoded and, in an encrypted file, decrypted.
  case string([UInt8])
  case name(PDFName)
  case array([PDFObject])
  case dictionary(PDFDictionary)
  indirect case stream(PDFStream)
  /// Of an object elsewhere in the file: ``PDFFile/resolve(_:)`` follows it.
  case reference(PDFReference)

  /// Of an integer or real; nil for everything else, references included.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// Of an integer, or of a real without a fraction, as some producers write counts.
  package var integer: Int? {
    switch self {
    case .integer(let value): value
    case .real(let value): Int(exactly: value)
    default: nil
    }
  }

  package var name: PDFName? {
    if case .name(let name) = self { name } else { nil }
  }

  package var string: [UInt8]? {
    if case .string(let bytes) = self { bytes } else { nil }
  }

  package var array: [PDFObject]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// Of a dictionary, or the one in front of a stream.
  package var dictionary: PDFDictionary? {
    switch self {
    case .dictionary(let dictionary): dictionary
    case .stream(let stream): stream.dictionary
    default: nil
    }
  }

  package var stream: PDFStream? {
    if case .stream(let stream) = self { stream } else { nil }
  }

  package var reference: PDFReference? {
    if case .reference(let reference) = self { reference } else { nil }
  }

  package var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }
}

/// A name without its slash, `#20` and the like decoded (7.3.5).
///
/// Two names are equal if their bytes are, as in poppler: `é` in one code point is another name than `é` in two.
package struct PDFName: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A character for each byte, so that equal text means equal bytes.
  private let latin: String

  package init(_ text: String) {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    latin = isASCII ? text : Self.latin(Array(text.utf8)[...])
  }

  package init(stringLiteral text: String) { self.init(text) }
  package init(bytes: ArraySlice<UInt8>) { latin = Self.latin(bytes) }

  private static func latin(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
    return String(scalars)
  }

  /// The name as UTF-8 or, where its bytes are none, a character for each byte (Latin-1).
  package var text: String {
    if latin.utf8.count == latin.unicodeScalars.count { return latin }
    return String(validating: bytes, as: UTF8.self) ?? latin
  }

  package var bytes: [UInt8] { latin.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}

/// Keys and values (7.3.7); of a key that stands twice the last value counts, as in poppler.
package struct PDFDictionary: Hashable, Sendable {
  private var values: [PDFName: PDFObject]

  package init(_ values: [PDFName: PDFObject] = [:]) { self.values = values }

  /// Nil where the key is missing or its value is `null`, which says the same (7.3.7); a reference is not followed.
  package subscript(_ key: PDFName) -> PDFObject? {
    get {
      guard let value = values[key], value != .null else { return nil }
      return value
    }
    set { values[key] = newValue }
  }

  package var keys: [PDFName] { values.keys.sorted { $0.text < $1.text } }
  package var isEmpty: Bool { values.isEmpty }

  /// With every value replaced by what `transform` makes of it.
  func mapped(
    _ transform: (PDFName, PDFObject) throws(PDFRefusal) -> PDFObject
  ) throws(PDFRefusal) -> PDFDictionary {
    var mapped: [PDFName: PDFObject] = [:]
    mapped.reserveCapacity(values.count)
    for (key, value) in values { mapped[key] = try transform(key, value) }
    return PDFDictionary(mapped)
  }
}

/// A dictionary and the bytes behind it (7.3.8), which stay where they are until they are asked for.
package struct PDFStream: Hashable, Sendable {
  package var dictionary: PDFDictionary
  /// Where its bytes, as encoded, lie in the file.
  package var range: Range<Int>
  /// The object that it is, which decryption needs; nil for none.
  package var reference: PDFReference?

  package init(_ dictionary: PDFDictionary, range: Range<Int>, reference: PDFReference? = nil) {
    self.dictionary = dictionary
    self.range = range
    self.reference = reference
  }
}

/// `12 0 R` (7.3.10).
package struct PDFReference: Hashable, Sendable {
  package var number: Int
  package var generation: Int

  package init(_ number: Int, _ generation: Int = 0) {
    self.number = number
    self.generation = generation
  }
}

/// Why a file, or a page of it, is not read by this code; the page is then drawn by poppler.
///
/// Nothing is guessed: what is read is read whole and right.
package enum PDFRefusal: Error, Hashable, Sendable {
  /// The bytes are not what ISO 32000 says at that place; what was expected, `xref`.
  case damaged(String)
  /// A password is needed, or a method of encryption that isn't known.
  case encrypted
  /// A feature that this code doesn't read: `filter JBIG2Decode`.
  case unsupported(String)
  /// More of something than one document may have: `objects`.
  case limit(String)
}
