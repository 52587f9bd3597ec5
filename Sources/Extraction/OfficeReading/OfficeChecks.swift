internal import CompoundFiles
internal import Diagnostics
internal import DocumentModel
internal import XMLEvents
internal import ZipArchives

/// Whether a file is whole and open, before LibreOffice makes of it what it can.
struct OfficeChecks {
  let limits: Limits

  /// What a docx of the file may show otherwise than the file does.
  func check(_ bytes: [UInt8], _ format: OfficeFormat) throws(Failure) -> [LossyContent.Kind] {
    switch format {
    case .rtf: try Self.checkRTF(bytes.span)
    case .openDocument: return try checkPackage(bytes)
    case .flatOpenDocument, .wordXML, .uniformOffice: return try checkXML(bytes, "the file")
    case .earlyWord: try Self.checkWord(bytes)
    case .wordPerfect, .works: break
    }
    return []
  }

  /// Throws where groups of an RTF file are still open at its end.
  private static func checkRTF(_ bytes: Span<UInt8>) throws(Failure) {
    var depth = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 1
        if let count = binaryCount(in: bytes, &index) { index += count }
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      // What follows is no part of the document (RTF 1.9, "Contents of an RTF file").
      if depth == 0 { return }
      index += 1
    }
    throw Failure(
      .docCorrupt, "The RTF file is cut off: \(depth) of its groups are open at its end")
  }

  /// How many bytes follow `\bin7 ` that are no text; nil for any other word.
  ///
  /// - Parameter index: Where the word begins; moved to its last byte.
  private static func binaryCount(in bytes: Span<UInt8>, _ index: inout Int) -> Int? {
    guard bytes.hasASCIIPrefix("bin", at: index) else { return nil }
    var place = index + 3
    var count = 0
    while place < bytes.count, (0x30...0x39).contains(bytes[place]), count < bytes.count {
      count = count * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard place > index + 3 else { return nil }
    // A blank ends the number and is a part of it.
    index = place < bytes.count && bytes[place] == 0x20 ? place : place - 1
    return min(count, bytes.count)
  }

  private func checkPackage(_ bytes: [UInt8]) throws(Failure) -> [LossyContent.Kind] {
    let zipLimits = ZipLimits(
      entries: limits.zipEntries, entryBytes: limits.partBytes, archiveBytes: limits.packageBytes,
      ratio: limits.inflationRatio, ratioFloor: limits.inflationFloorBytes)
    let content = try ZipArchive.open(bytes, limits: zipLimits, translate: Self.failure) {
      archive throws(Failure) -> [UInt8] in
      var archive = archive
      var content: [UInt8]?
      // All of them: LibreOffice mends a package in silence.
      for (index, name) in archive.names.enumerated() where !name.hasSuffix("/") {
        let part: [UInt8]
        do throws(ZipError) { part = try archive.bytes(of: index) } catch {
          throw Self.failure(error)
        }
        if name == "META-INF/manifest.xml",
          String(decoding: part, as: UTF8.self).contains("encryption-data")
        {
          throw Failure(.encrypted, "The document is protected by a password")
        }
        if name == "content.xml" { content = part }
      }
      guard let content else {
        throw Failure(.docCorrupt, "The OpenDocument text is damaged: it has no content.xml")
      }
      return content
    }
    return try checkXML(content, "content.xml")
  }

  private func checkXML(
    _ bytes: [UInt8], _ name: String
  ) throws(Failure) -> [LossyContent.Kind] {
    let xmlLimits = XMLLimits(
      depth: limits.xmlDepth, tagBytes: limits.xmlTagBytes, attributes: limits.xmlAttributes)
    do throws(XMLError) {
      var parser = try XMLEventParser(
        LossyContent(), vocabulary: LossyContent.vocabulary, limits: xmlLimits)
      try parser.feed(bytes.span)
      try parser.finish()
      return parser.handler.kinds
    } catch {
      switch error {
      case .documentType:
        throw Failure(.xmlDTD, "\(name) has a document type declaration")
      case .malformed(let line, _):
        throw Failure(.xmlMalformed, "\(name) is cut off or damaged (line \(line))")
      default:
        throw Failure(.xmlLimit, "\(name) is more than one of the limits xml_… allows")
      }
    }
  }

  /// Throws where the header of a Word document says that it is encrypted, in the words in which later versions say it too.
  private static func checkWord(_ bytes: [UInt8]) throws(Failure) {
    guard CompoundFile.isSigned(bytes) else { return }
    let text: [UInt8]
    do throws(CompoundFileError) {
      text = try CompoundFile(bytes).stream("WordDocument")
    } catch {
      throw Failure(.cfbCorrupt, "The Word document is damaged: its streams can't be read")
    }
    guard text.count > 32 else {
      throw Failure(.docCorrupt, "The Word document is damaged: its header is cut off")
    }
    guard text[11] & 1 == 0 else {
      throw Failure(.encrypted, "The document is protected by a password")
    }
  }

  private static func failure(_ error: ZipError) -> Failure {
    switch error {
    case .encrypted: Failure(.encrypted, "A part of the document is encrypted")
    case .tooManyEntries, .entryTooLarge, .archiveTooLarge, .inflatesTooMuch:
      Failure(.zipLimit, "The package unpacks to more than one of the limits of a package allows")
    case .notAnArchive, .damagedDirectory, .duplicateName, .noSuchEntry, .damagedEntry:
      Failure(.zipCorrupt, "The package of the document is cut off or damaged")
    }
  }
}
