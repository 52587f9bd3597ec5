internal import Diagnostics
internal import DocumentModel
internal import XMLEvents
internal import ZipArchives

/// An OPC package (ECMA-376 Part 2): its parts by name, read as XML.
struct DocxPackage: ~Copyable {
  private var archive: ZipArchive
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
    self.archive = archive
    self.limits = XMLLimits(
      depth: limits.xmlDepth, tagBytes: limits.xmlTagBytes, attributes: limits.xmlAttributes)
  }

  func has(_ part: String) -> Bool { entries[PartName.key(part)] != nil }

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
    let index = try entry(part)
    if let plain = try readPlain(index, with: handler, check: check) { return plain }
    var parser: XMLEventParser<Handler>
    do throws(XMLError) {
      parser = try XMLEventParser(handler, vocabulary: .word, limits: limits)
    } catch {
      throw .xml(error)
    }
    try archive.read(index, translate: { .zip($0) }) { bytes throws(PartError) in
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
      try archive.read(index, translate: { .part(.zip($0)) }) { bytes throws(PlainReadingError) in
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
    let index = try entry(part)
    do throws(ZipError) { return try archive.bytes(of: index) } catch { throw .zip(error) }
  }

  /// Sends `bytes`, which were those of `part`, through `handler`.
  func read<Handler: XMLEventHandler>(
    _ bytes: [UInt8], with handler: Handler
  ) throws(PartError) -> Handler {
    var plain = handler
    do throws(NotPlainXML) {
      var scanner = XMLScanner(vocabulary: .word, limits: limits)
      try scanner.feed(bytes.span, to: &plain)
      try scanner.finish()
      return plain
    } catch {
      // To be read as what it is, then.
    }
    do throws(XMLError) {
      var parser = try XMLEventParser(handler, vocabulary: .word, limits: limits)
      try parser.feed(bytes.span)
      try parser.finish()
      return parser.handler
    } catch {
      throw .xml(error)
    }
  }
}

/// Why a part cannot be read as plain XML.
private enum PlainReadingError: Error {
  case notPlain
  case part(PartError)
}
