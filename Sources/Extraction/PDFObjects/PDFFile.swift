/// A PDF file in memory: its objects, streams and pages, each read when it is asked for.
///
/// What is read is what poppler reads of a file that it doesn't need to repair. A file that poppler would repair (a
/// wrong offset, a wrong length of a stream, a cross-reference table that must be built anew) is refused unless
/// repairing is asked for. Used on one thread.
///
///     let file = try PDFFile(bytes)
///     let page = try file.pages()[0]
///     let content = try page.contents.map { try file.decoded($0) }
package final class PDFFile {
  package let bytes: [UInt8]
  package let limits: PDFFileLimits
  let decoder: StreamDecoder
  var reader: ObjectReader
  private var references: CrossReferences
  /// Nil for a file that isn't encrypted.
  private var security: SecurityHandler?
  private var objects: [Int: PDFObject] = [:]
  private var objectStreams: [Int: ObjectStream] = [:]
  /// Numbers of the objects that are being read: each waits for the one behind it.
  private var waiting: [Int] = []
  /// Made when a reference leads nowhere.
  private var objectHeaders: Set<PDFReference>?
  var cachedPages: [PDFPage]?
  /// Whether poppler reads the file as a linearized one, and how many pages that says it has.
  var isLinearized = false
  var linearizedPageCount: Int?

  /// Reads the header and the newest section of the cross-reference table.
  ///
  /// Throws `damaged` for a file without them, `encrypted` for one that asks for a password or is encrypted by a method
  /// that this code doesn't know.
  ///
  /// - Parameter isRepaired: Whether objects are looked for in all bytes, and streams end at `endstream` where their
  ///   length is wrong, as poppler repairs a damaged file. Objects in object streams are not found then.
  package init(
    _ bytes: [UInt8], limits: PDFFileLimits = PDFFileLimits(), isRepaired: Bool = false
  ) throws(PDFRefusal) {
    self.bytes = bytes
    self.limits = limits
    decoder = StreamDecoder(limits)
    if isRepaired {
      reader = ObjectReader(bytes, origin: FileEnds.header(bytes) ?? 0, limits: limits)
      let scan = try FileScan(bytes, origin: reader.origin, limits: limits)
      reader.streamEnds = scan.streamEnds
      references = try CrossReferences(scan, &reader)
      try checkLinearization(nil)
    } else {
      let ends = try FileEnds(bytes)
      reader = ObjectReader(bytes, origin: ends.header, limits: limits)
      references = try CrossReferences(at: ends.startXref, &reader, decoder)
      try checkLinearization(ends.startXref)
    }
    security = try securityHandler()
    if security != nil {
      // Whatever else was read for it was not decrypted.
      let encryption = trailer["Encrypt"]?.reference?.number
      objects = objects.filter { $0.key == encryption }
      objectStreams = [:]
    }
  }

  /// Dictionary of the newest section of the cross-reference table (7.5.5).
  package var trailer: PDFDictionary { references.trailer }

  /// The root of the document (7.7.2).
  package func catalog() throws(PDFRefusal) -> PDFDictionary {
    guard case .dictionary(let catalog) = try resolve(trailer["Root"]) else {
      throw .damaged("catalog")
    }
    return catalog
  }

  /// What `object` is or, of a reference, what it refers to; `.null` for nil and for a reference to nothing (7.3.10).
  ///
  /// An object is read once. A reference to a reference is followed, ``PDFFileLimits/depth`` times at most.
  package func resolve(_ object: PDFObject?) throws(PDFRefusal) -> PDFObject {
    guard let object else { return .null }
    guard case .reference(var reference) = object else { return object }
    for _ in 0..<limits.depth {
      let value = try self.object(reference)
      guard case .reference(let next) = value else { return value }
      reference = next
    }
    throw .limit("depth")
  }

  /// The bytes of a stream, decrypted and all its filters undone.
  ///
  /// Throws `unsupported` for DCTDecode, JPXDecode, JBIG2Decode, CCITTFaxDecode, filters that nobody knows, a Crypt
  /// filter other than `Identity`, and a stream whose bytes are in another file. Nothing is kept: what is decoded twice
  /// counts twice against ``PDFFileLimits/decodedBytes``.
  package func decoded(_ stream: PDFStream) throws(PDFRefusal) -> [UInt8] {
    guard stream.range.lowerBound >= 0, stream.range.upperBound <= bytes.count else {
      throw .damaged("stream")
    }
    let filters = try filters(of: stream.dictionary)
    // Before decryption, since only the first filter, Crypt, can say that there is none.
    guard filters.first != .identity, let security, let reference = stream.reference,
      security.encrypts(stream.dictionary)
    else { return try decoder.decoded(bytes, in: stream.range, filters) }
    let plain = try security.decryptedStream(bytes[stream.range], reference)
    return try decoder.decoded(plain, in: plain.indices, filters)
  }

  /// The bytes of an inline image (8.9.7), all its filters undone.
  ///
  /// - Parameter data: Encoded; what stands behind the end that a filter finds is ignored.
  /// - Parameter dictionary: Its entries, with long or short keys and names.
  package func decoded(
    inline data: [UInt8], _ dictionary: PDFDictionary
  ) throws(PDFRefusal) -> [UInt8] {
    try decoder.decoded(data, in: data.indices, try filters(of: dictionary))
  }

  private func filters(of dictionary: PDFDictionary) throws(PDFRefusal) -> [StreamFilter] {
    let filters = try StreamFilter.filters(of: dictionary, limit: limits.filters, resolve)
    guard !filters.dropFirst().contains(.identity) else { throw .unsupported("filter Crypt") }
    return filters
  }
}

// MARK: - Objects by number

extension PDFFile {
  private func object(_ reference: PDFReference) throws(PDFRefusal) -> PDFObject {
    let number = reference.number
    switch try references.place(of: number, &reader, decoder) {
    case .nowhere:
      return try nothing(reference)
    case .offset(let offset, let generation):
      guard generation == reference.generation else { return try nothing(reference) }
      if let object = objects[number] { return object }
      return try waiting(for: number) { () throws(PDFRefusal) in
        try self.object(reference, at: offset)
      }
    case .stream(let stream, let index):
      // poppler takes any generation here, ISO 32000 none but 0.
      guard reference.generation == 0 else { throw .damaged("generation") }
      if let object = objects[number] { return object }
      return try waiting(for: number) { () throws(PDFRefusal) in
        try self.object(number, in: stream, index: index)
      }
    }
  }

  /// Keeps what `read` returns as object `number`, which must not need itself.
  private func waiting(
    for number: Int, _ read: () throws(PDFRefusal) -> PDFObject
  ) throws(PDFRefusal) -> PDFObject {
    guard !waiting.contains(number) else { throw .damaged("reference") }
    guard waiting.count < limits.depth else { throw .limit("depth") }
    waiting.append(number)
    defer { waiting.removeLast() }
    let object = try read()
    objects[number] = object
    return object
  }

  private func object(
    _ reference: PDFReference, at offset: Int
  ) throws(PDFRefusal) -> PDFObject {
    let found = try reader.object(at: offset)
    guard found.reference == reference else { throw .damaged("\(reference.number) 0 obj") }
    let value = try security?.decrypted(found.value, reference, depth: limits.depth) ?? found.value
    guard let start = found.streamStart, case .dictionary(let dictionary) = value else {
      return value
    }
    let length: Int? =
      if case .integer(let length) = try resolve(dictionary["Length"]) { length } else { nil }
    return .stream(try reader.stream(dictionary, from: start, length: length, reference))
  }

  private func object(
    _ number: Int, in stream: Int, index: Int
  ) throws(PDFRefusal) -> PDFObject {
    let objects = try objectStream(stream)
    let range = try objects.range(of: number, index: index)
    var lexer = reader.lexer(objects.bytes, at: range.lowerBound, end: range.upperBound)
    let value = try lexer.object(allowsReferences: true)
    reader.count(lexer)
    lexer.skipBlanks()
    guard !lexer.skip("stream") else { throw .damaged("object stream") }
    return value
  }

  private func objectStream(_ number: Int) throws(PDFRefusal) -> ObjectStream {
    if let stream = objectStreams[number] { return stream }
    // An object stream stands in the file itself.
    guard case .offset(_, let generation) = try references.place(of: number, &reader, decoder),
      case .stream(let stream) = try object(PDFReference(number, generation)),
      case .integer(let count) = try resolve(stream.dictionary["N"]),
      case .integer(let first) = try resolve(stream.dictionary["First"])
    else { throw .damaged("object stream") }
    let bytes = try decoded(stream)
    let objects = try ObjectStream(
      PDFLexer(bytes), count: count, first: first)
    objectStreams[number] = objects
    return objects
  }

  /// What a reference to an object that isn't there gives: null (7.3.10).
  ///
  /// Where the newest section is a table, poppler looks for the object in the whole file then; if it would find it,
  /// `damaged` is thrown.
  private func nothing(_ reference: PDFReference) throws(PDFRefusal) -> PDFObject {
    guard references.isTable else { return .null }
    let headers: Set<PDFReference>
    if let known = objectHeaders {
      headers = known
    } else {
      headers = try ObjectHeaders.all(in: bytes, limit: limits.objects)
      objectHeaders = headers
    }
    guard !headers.contains(reference) else { throw .damaged("xref entry") }
    return .null
  }
}
