/// Where the objects of a file are (7.5.4, 7.5.8).
///
/// A file has a section for each time that it was saved. The newest one is read first; an older one is read when an
/// object is in none that is newer, as poppler does, so that damage in a section that nothing needs is not met.
struct CrossReferences {
  enum Place: Hashable {
    /// In no section, or said to be free.
    case nowhere
    case offset(Int, generation: Int)
    /// The object `index` of the object stream `stream`; its generation is 0.
    case stream(Int, index: Int)
  }

  enum Kind: UInt8 {
    case unknown, free, offset, stream
    /// Free in a table, and in use in the stream that belongs to the table.
    case disputed
  }

  /// Sixteen bytes, since hostile files name a million.
  struct Entry {
    /// An offset or the number of an object stream; of a free object the number of its section.
    var location = 0
    /// A generation or an index in the object stream.
    var detail: UInt32 = 0
    var kind = Kind.unknown
  }

  /// By object number.
  private(set) var entries: [Entry] = []
  /// Dictionary of the newest section.
  private(set) var trailer = PDFDictionary()
  /// Whether the newest section is a table, which poppler rebuilds from the whole file where it misses an object.
  private(set) var isTable = false
  /// Objects of this number and above are not there, even if an older section has them.
  private var size = 0
  /// Offset of the section that is to be read next.
  private var next: Int?
  private var visited: Set<Int> = []
  private var entryCount = 0
  private let limits: PDFFileLimits

  init(
    at offset: Int, _ reader: inout ObjectReader, _ decoder: StreamDecoder
  ) throws(PDFRefusal) {
    limits = reader.limits
    next = offset
    try readSection(&reader, decoder)
    if case .integer(let count)? = trailer["Size"] { raise(size: count) }
    guard case .reference? = trailer["Root"] else { throw .damaged("Root") }
  }

  /// Takes the objects that `scan` found in a file whose own sections are damaged.
  ///
  /// Of several trailers with a root the last one counts, as in poppler.
  init(_ scan: FileScan, _ reader: inout ObjectReader) throws(PDFRefusal) {
    limits = reader.limits
    try reserve(first: 0, count: (scan.objects.keys.max() ?? 0) &+ 1)
    for (number, object) in scan.objects {
      guard let generation = UInt32(exactly: object.generation) else { continue }
      add(Entry(location: object.offset, detail: generation, kind: .offset), number)
    }
    guard let trailer = Self.trailer(scan, &reader) else { throw .damaged("trailer") }
    self.trailer = trailer
  }

  private static func trailer(_ scan: FileScan, _ reader: inout ObjectReader) -> PDFDictionary? {
    for offset in scan.trailers.reversed() {
      guard var lexer = reader.lexer(at: offset) else { continue }
      defer { reader.count(lexer) }
      do throws(PDFRefusal) {
        if case .dictionary(let trailer) = try lexer.object(allowsReferences: true),
          case .reference? = trailer["Root"]
        {
          return trailer
        }
      } catch {
        // Another one may be whole.
      }
    }
    return nil
  }

  mutating func place(
    of number: Int, _ reader: inout ObjectReader, _ decoder: StreamDecoder
  ) throws(PDFRefusal) -> Place {
    while number < size, kind(of: number) == .unknown, next != nil {
      try readSection(&reader, decoder)
    }
    guard number >= 0, number < entries.count else { return .nowhere }
    let entry = entries[number]
    switch entry.kind {
    case .unknown, .free: return .nowhere
    case .offset: return .offset(entry.location, generation: Int(entry.detail))
    case .stream: return .stream(entry.location, index: Int(entry.detail))
    // poppler takes the table's word, ISO 32000 (7.5.8.4) the stream's.
    case .disputed: throw .damaged("xref entry")
    }
  }

  private func kind(of number: Int) -> Kind {
    entries.indices.contains(number) ? entries[number].kind : .unknown
  }

  /// Reads the section at `next`, which is then the one before it or nil.
  private mutating func readSection(
    _ reader: inout ObjectReader, _ decoder: StreamDecoder
  ) throws(PDFRefusal) {
    guard let offset = next else { return }
    let isNewest = visited.isEmpty
    let dictionary: PDFDictionary
    try visit(offset)
    guard var lexer = reader.lexer(at: offset) else { throw .damaged("xref") }
    lexer.skipBlanks()
    if lexer.skip("xref") {
      isTable = isTable || isNewest
      dictionary = try readTable(&lexer)
      reader.count(lexer)
      if let hybrid = dictionary["XRefStm"] {
        guard case .integer(let offset) = hybrid else { throw .damaged("XRefStm") }
        let table = visited.count
        try visit(offset)
        _ = try readStream(at: offset, of: table, &reader, decoder)
      }
    } else {
      guard case .integer = try lexer.next() else { throw .damaged("xref") }
      dictionary = try readStream(at: offset, &reader, decoder)
    }
    if isNewest { trailer = dictionary }
    switch dictionary["Prev"] {
    case nil, .integer(0): next = nil
    case .integer(let offset): next = offset
    // Some producers write `/Prev 1234 0 R`; poppler takes the number as the offset.
    case .reference(let reference): next = reference.number
    default: throw .damaged("Prev")
    }
  }

  private mutating func visit(_ offset: Int) throws(PDFRefusal) {
    guard visited.insert(offset).inserted else { throw .damaged("Prev") }
    guard visited.count <= limits.sections else { throw .limit("sections") }
  }

  /// Makes room for the entries of the numbers `first..<(first + count)`.
  mutating func reserve(first: Int, count: Int) throws(PDFRefusal) {
    guard first >= 0, count >= 0 else { throw .damaged("xref") }
    let (end, overflows) = first.addingReportingOverflow(count)
    guard !overflows, end <= limits.objects, count <= limits.objects &- entryCount else {
      throw .limit("objects")
    }
    entryCount &+= count
    size = max(size, end)
    guard end > entries.count, count > 0 else { return }
    entries.append(contentsOf: repeatElement(Entry(), count: end &- entries.count))
  }

  /// Keeps `entry` unless a newer section has one of that number.
  ///
  /// - Parameter table: Number of the section that `entry` belongs to, beside the table that is read just before.
  mutating func add(_ entry: Entry, _ number: Int, of table: Int? = nil) {
    let known = entries[number]
    if known.kind == .unknown {
      entries[number] = entry
      if entry.kind == .free { entries[number].location = visited.count }
    } else if known.kind == .free, known.location == table, entry.kind != .free {
      entries[number].kind = .disputed
    }
  }

  mutating func raise(size count: Int) { size = max(size, count) }
}
