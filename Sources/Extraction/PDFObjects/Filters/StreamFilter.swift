/// A filter of a stream with its parameters (7.4).
enum StreamFilter: Hashable {
  case asciiHex
  case ascii85
  case runLength
  case flate(Predictor?)
  case lzw(Predictor?, isEarly: Bool)
  /// The Crypt filter `Identity`, which leaves the bytes as they are, and unencrypted.
  case identity

  typealias Resolver = (PDFObject?) throws(PDFRefusal) -> PDFObject

  /// The filters of a stream, or of an inline image with its short keys, in the order in which they are undone.
  ///
  /// Throws `unsupported` for the filters of pictures and for unknown ones.
  static func filters(
    of dictionary: PDFDictionary, limit: Int, _ resolve: Resolver
  ) throws(PDFRefusal) -> [StreamFilter] {
    let long = try resolve(dictionary["Filter"])
    let names = long == .null ? try resolve(dictionary["F"]) : long
    if names == .null { return [] }
    let longParameters = try resolve(dictionary["DecodeParms"])
    let parameters =
      longParameters == .null ? try resolve(dictionary["DP"]) : longParameters
    if case .name(let name) = names {
      return [try filter(name, try alone(parameters), resolve)]
    }
    // In a stream's dictionary, `F` is a file outside.
    guard case .array(let items) = names else { throw .unsupported("external stream") }
    guard items.count <= limit else { throw .limit("filters") }
    var filters: [StreamFilter] = []
    for (index, item) in items.enumerated() {
      guard case .name(let name) = try resolve(item) else { throw .damaged("Filter") }
      let own = try parameter(parameters, at: index, resolve)
      filters.append(try filter(name, own, resolve))
    }
    return filters
  }

  /// The parameters of the only filter.
  ///
  /// poppler ignores an array here, other readers take its first element.
  private static func alone(_ parameters: PDFObject) throws(PDFRefusal) -> PDFDictionary {
    switch parameters {
    case .null: return PDFDictionary()
    case .dictionary(let dictionary): return dictionary
    case .array([]), .array([.null]): return PDFDictionary()
    default: throw .damaged("DecodeParms")
    }
  }

  /// The parameters of filter `index` of an array.
  ///
  /// poppler ignores a dictionary here, other readers take it for each filter.
  private static func parameter(
    _ parameters: PDFObject, at index: Int, _ resolve: Resolver
  ) throws(PDFRefusal) -> PDFDictionary {
    switch parameters {
    case .null: return PDFDictionary()
    case .dictionary(let dictionary) where dictionary.isEmpty: return PDFDictionary()
    case .array(let items):
      guard items.indices.contains(index) else { return PDFDictionary() }
      return try alone(try resolve(items[index]))
    default: throw .damaged("DecodeParms")
    }
  }

  private static func filter(
    _ name: PDFName, _ parameters: PDFDictionary, _ resolve: Resolver
  ) throws(PDFRefusal) -> StreamFilter {
    switch name.text {
    case "FlateDecode", "Fl": return .flate(try predictor(parameters, resolve))
    case "LZWDecode", "LZW":
      let early = try number("EarlyChange", parameters, or: 1, resolve)
      guard early == 0 || early == 1 else { throw .damaged("EarlyChange") }
      return .lzw(try predictor(parameters, resolve), isEarly: early == 1)
    case "ASCIIHexDecode", "AHx": return .asciiHex
    case "ASCII85Decode", "A85": return .ascii85
    case "RunLengthDecode", "RL": return .runLength
    case "Crypt":
      let name = try resolve(parameters["Name"])
      guard name == .null || name == .name("Identity") else { throw .unsupported("filter Crypt") }
      return .identity
    default: throw .unsupported("filter \(name.text)")
    }
  }

  /// Nil for no prediction.
  private static func predictor(
    _ parameters: PDFDictionary, _ resolve: Resolver
  ) throws(PDFRefusal) -> Predictor? {
    if parameters.isEmpty { return nil }
    let method: Predictor.Method
    switch try number("Predictor", parameters, or: 1, resolve) {
    case 1: return nil
    case 2: method = .tiff
    case 10...15: method = .png
    case let number: throw .unsupported("predictor \(number)")
    }
    guard
      let predictor = Predictor(
        method, colors: try number("Colors", parameters, or: 1, resolve),
        bitsPerComponent: try number("BitsPerComponent", parameters, or: 8, resolve),
        columns: try number("Columns", parameters, or: 1, resolve))
    else { throw .damaged("DecodeParms") }
    return predictor
  }

  private static func number(
    _ key: PDFName, _ parameters: PDFDictionary, or standard: Int, _ resolve: Resolver
  ) throws(PDFRefusal) -> Int {
    switch try resolve(parameters[key]) {
    case .null: return standard
    case .integer(let value): return value
    default: throw .damaged(key.text)
    }
  }
}
