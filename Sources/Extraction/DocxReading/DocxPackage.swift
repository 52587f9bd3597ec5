internal import Diagnostics
internal import DocumentModel
internal import XMLEvents
internal import ZipArchives

/// An OPC package (ECMA-376 Part 2): its parts by name, read as XML.
struct DocxPackage: ~Copyable {
  /// Nil where the parts are ``held``.
  private var archive: ZipArchive?
  /// Parts that never were in an archive, by ``PartName/key(_:)``.
  private let held: [String: [UInt8]]
  private let limits: XMLLimits
  /// Entries of the archive by ``PartName/key(_:)``.
  private let entries: [String: Int]
  /// Keys that more than one entry has: which of them is meant depends on the reader.
  private let ambiguous: Set<String>
  /// The names of all entries that are files, in the order of the directory.
  let parts: [String]
  /// Entries that the directory calls otherwise than their own headers do.
  let contradictions: [(name: String, other: String)]

  init(_ archive: consuming ZipArchive, limits: Limits) {
    var entries: [String: Int] = [:]
    var ambiguous: Set<String> = []
    for (index, name) in archive.names.enumerated() where !name.hasSuffix("/") {
      let key = PartName.key(PartName.normalized(name))
      if entries.updateValue(index, forKey: key) != nil { ambiguous.insert(key) }
    }
    parts = archive.names.lazy.map(PartName.normalized).filter { !$0.hasSuffix("/") }
    var contradictions: [(name: String, other: String)] = []
    for (index, other) in archive.otherNames.sorted(by: { $0.key < $1.key })
    where archive.names.indices.contains(index) {
      let name = PartName.normalized(archive.names[index])
      let other = PartName.normalized(other)
      guard !PartName.areEqual(name, other) else { continue }
      contradictions.append((name, other))
      // A byte of one of the two may be damaged.
      if entries[PartName.key(other)] == nil { entries[PartName.key(other)] = index }
    }
    self.contradictions = contradictions
    self.entries = entries
    self.ambiguous = ambiguous
    self.archive = consume archive
    held = [:]
    self.limits = limits.xml
  }

  /// A package of `parts` that lie in memory.
  init(_ parts: [(name: String, bytes: [UInt8])], limits: Limits) {
    archive = nil
    var held: [String: [UInt8]] = [:]
    for part in parts { held[PartName.key(part.name)] = part.bytes }
    self.held = held
    entries = [:]
    ambiguous = []
    self.parts = parts.map(\.name)
    contradictions = []
    self.limits = limits.xml
  }

  func has(_ part: String) -> Bool {
    let key = PartName.key(part)
    return entries[key] != nil || held[key] != nil
  }

  /// Whether any part lies in `folder`, such as `xl`.
  func hasFolder(_ folder: String) -> Bool {
    entries.keys.contains { $0.hasPrefix(folder + "/") }
  }

  /// Sends `part` through `handler` as it is unpacked.
  ///
  /// - Parameter check: Looks at the handler after every piece, and may give up.
  mutating func read<Handler: XMLEventHandler>(
    _ part: String, with handler: Handler, check: (Handler) -> Failure? = { _ in nil }
  ) throws(PartError) -> Handler {
    if let bytes = held[PartName.key(part)] { return try read(bytes, with: handler, check: check) }
    let index = try entry(part)
    if let plain = try readPlain(index, with: handler, check: check) { return plain }
    var parser: XMLEventParser<Handler>
    do throws(XMLError) {
      parser = try XMLEventParser(handler, vocabulary: .word, limits: limits)
    } catch {
      throw .xml(error)
    }
    try archive?.read(index, translate: { .zip($0) }) { bytes throws(PartError) in
      do throws(XMLError) { try parser.feed(bytes) } catch { throw .xml(error) }
      if let failure = check(parser.handler) { throw .handler(failure) }
    }
    do throws(XMLError) { try parser.finish() } catch { throw .xml(error) }
    let handler = parser.handler
    if let failure = check(handler) { throw .handler(failure) }
    return handler
  }

  /// Sends entry `index` through `handler` if it is plain XML; nil where that is not so.
  private mutating func readPlain<Handler: XMLEventHandler>(
    _ index: Int, with handler: Handler, check: (Handler) -> Failure?
  ) throws(PartError) -> Handler? {
    var handler = handler
    var scanner = XMLScanner(vocabulary: .word, limits: limits)
    do throws(PlainReadingError) {
      try archive?.read(index, translate: { .part(.zip($0)) }) { bytes throws(PlainReadingError) in
        do throws(NotPlainXML) { try scanner.feed(bytes, to: &handler) } catch { throw .notPlain }
        if let failure = check(handler) { throw .part(.handler(failure)) }
      }
      do throws(NotPlainXML) { try scanner.finish() } catch { throw .notPlain }
      return handler
    } catch {
      switch error {
      case .notPlain: return nil
      case .part(let error): throw error
      }
    }
  }

  private func entry(_ part: String) throws(PartError) -> Int {
    let key = PartName.key(part)
    guard let index = entries[key] else { throw .zip(.noSuchEntry(part)) }
    guard !ambiguous.contains(key) else { throw .zip(.duplicateName(part)) }
    return index
  }

  /// All bytes of `part`.
  mutating func bytes(of part: String) throws(PartError) -> [UInt8] {
    if let bytes = held[PartName.key(part)] { return bytes }
    let index = try entry(part)
    do throws(ZipError) { return try archive?.bytes(of: index) ?? [] } catch { throw .zip(error) }
  }

  /// Sends `bytes`, which were those of `part`, through `handler`.
  ///
  /// - Parameter check: Looks at the handler after every piece, and may give up.
  func read<Handler: XMLEventHandler>(
    _ bytes: [UInt8], with handler: Handler, check: (Handler) -> Failure? = { _ in nil }
  ) throws(PartError) -> Handler {
    if let plain = try readPlain(bytes, with: handler, check: check) { return plain }
    let parsed: (handler: Handler, failure: Failure?)
    do throws(XMLError) {
      parsed = try self.parsed(bytes, with: handler, check: check)
    } catch {
      throw .xml(error)
    }
    if let failure = parsed.failure { throw .handler(failure) }
    return parsed.handler
  }

  /// `handler` after all of `bytes`, or after the piece over which it gave up.
  private func parsed<Handler: XMLEventHandler>(
    _ bytes: [UInt8], with handler: Handler, check: (Handler) -> Failure?
  ) throws(XMLError) -> (handler: Handler, failure: Failure?) {
    var parser = try XMLEventParser(handler, vocabulary: .word, limits: limits)
    for piece in Self.pieces(of: bytes) {
      try parser.feed(bytes.span.extracting(piece))
      if let failure = check(parser.handler) { return (parser.handler, failure) }
    }
    try parser.finish()
    return (parser.handler, check(parser.handler))
  }

  /// Sends `bytes` through `handler` if they are plain XML; nil where that is not so.
  private func readPlain<Handler: XMLEventHandler>(
    _ bytes: [UInt8], with handler: Handler, check: (Handler) -> Failure?
  ) throws(PartError) -> Handler? {
    var handler = handler
    var scanner = XMLScanner(vocabulary: .word, limits: limits)
    for piece in Self.pieces(of: bytes) {
      do throws(NotPlainXML) {
        try scanner.feed(bytes.span.extracting(piece), to: &handler)
      } catch {
        return nil
      }
      if let failure = check(handler) { throw .handler(failure) }
    }
    do throws(NotPlainXML) { try scanner.finish() } catch { return nil }
    return handler
  }

  /// Ranges of at most 64 KiB, as an archive hands its bytes on.
  private static func pieces(of bytes: [UInt8]) -> [Range<Int>] {
    stride(from: 0, to: bytes.count, by: 64 << 10).map { $0..<min($0 + (64 << 10), bytes.count) }
  }
}

/// Why a part cannot be read as plain XML.
private enum PlainReadingError: Error {
  case notPlain
  case part(PartError)
}

extension Limits {
  fileprivate var xml: XMLLimits {
    XMLLimits(depth: xmlDepth, tagBytes: xmlTagBytes, attributes: xmlAttributes)
  }
}
