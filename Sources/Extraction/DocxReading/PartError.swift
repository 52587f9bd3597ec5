internal import Diagnostics
internal import DocumentModel
internal import XMLEvents
internal import ZipArchives

/// Why a part could not be read.
enum PartError: Error {
  case zip(ZipError)
  case xml(XMLError)
  /// The handler gave up, because a limit of the document was met.
  case handler(Failure)

  /// What this means where the part is the document itself.
  func failure(part: String) -> Failure {
    switch self {
    case .zip(let error): error.failure
    case .xml(let error): error.failure(part: part)
    case .handler(let failure): failure
    }
  }

  /// Whether the document as a whole must fail, whichever part it is: hostile input, not a damaged corner.
  var isFatal: Bool {
    switch self {
    case .handler, .xml(.documentType), .zip(.archiveTooLarge), .zip(.entryTooLarge),
      .zip(.inflatesTooMuch), .zip(.encrypted):
      true
    default: false
    }
  }
}

extension ZipError {
  var failure: Failure {
    switch self {
    case .notAnArchive: Failure(.zipCorrupt, "the zip archive is cut off or damaged")
    case .damagedDirectory(let reason):
      Failure(.zipCorrupt, "the directory of the zip archive is damaged: \(reason)")
    case .tooManyEntries(let count, let limit):
      Failure(.zipLimit, "the archive has \(count) entries, \(Limits.over(.zipEntries, limit))")
    case .duplicateName(let name): Failure(.zipCorrupt, "two entries are named \(name)")
    case .noSuchEntry(let name): Failure(.zipCorrupt, "no entry \(name)")
    case .encrypted(let name): Failure(.encrypted, "\(name) is encrypted")
    case .damagedEntry(let name, let reason):
      Failure(.zipCorrupt, "\(name) does not unpack: \(reason)")
    case .entryTooLarge(let name, let limit):
      Failure(.zipLimit, "\(name) unpacks to \(Limits.over(.partBytes, limit))")
    case .archiveTooLarge(let limit):
      Failure(.zipLimit, "the parts together unpack to \(Limits.over(.packageBytes, limit))")
    case .inflatesTooMuch(let name, let limit):
      Failure(
        .zipLimit,
        "\(name) grows in unpacking by a factor of \(Limits.over(.inflationRatio, limit))")
    }
  }
}

extension XMLError {
  func failure(part: String) -> Failure {
    switch self {
    case .malformed(let line, let code):
      Failure(.xmlMalformed, "\(part) is not well-formed XML (line \(line), libxml2 code \(code))")
    case .documentType: Failure(.xmlDTD, "\(part) has a document type declaration")
    case .tooDeep(let limit):
      Failure(.xmlLimit, "\(part) nests elements to a depth of \(Limits.over(.xmlDepth, limit))")
    case .tagTooLong(let limit):
      Failure(.xmlLimit, "\(part) has a start tag of \(Limits.over(.xmlTagBytes, limit))")
    case .tooManyAttributes(let limit):
      Failure(
        .xmlLimit,
        "the attributes of a start tag in \(part) are \(Limits.over(.xmlAttributes, limit))")
    case .huge:
      Failure(
        .xmlLimit,
        "\(part) has a comment, name or value of \(Limits().over(.xmlValueBytes))"
      )
    case .noContext: Failure(.xmlLimit, "no memory for an XML parser")
    }
  }
}
