internal import CompoundFiles

/// A format of documents that LibreOffice reads and we don't.
package enum OfficeFormat: String, Sendable, CaseIterable {
  case rtf = "an RTF document"
  case openDocument = "an OpenDocument text (odt)"
  case flatOpenDocument = "an OpenDocument text in one XML file (fodt)"
  case earlyWord = "a document of Word 95 or earlier"
  case wordXML = "a Word 2003 XML document"
  case uniformOffice = "a UOF text (uot)"
  case wordPerfect = "a WordPerfect document"
  case works = "a document of Microsoft Works"

  /// The format that bytes have which begin like one of these; compound files and packages are told apart elsewhere.
  package init?(startOf bytes: [UInt8]) {
    if let (_, format) = Self.signatures.first(where: { bytes.starts(with: $0.0) }) {
      self = format
      return
    }
    let start = bytes.prefix(4_096)
    guard start.contains(UInt8(ascii: "<")) else { return nil }
    let head = String(decoding: start, as: UTF8.self)
    guard head.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).hasPrefix("<?xml") else {
      return nil
    }
    if head.contains("<w:wordDocument") {
      self = .wordXML
    } else if head.contains("<office:document"), head.contains(Self.openDocumentType) {
      self = .flatOpenDocument
    } else if head.contains("<uof:UOF"), !head.contains("<uof:电子表格") {
      self = .uniformOffice
    } else {
      return nil
    }
  }

  private static let signatures: [([UInt8], OfficeFormat)] = [
    (Array("{\\rtf".utf8), .rtf),
    ([0xFF, 0x57, 0x50, 0x43], .wordPerfect),
    // Word 2 for Windows, a file of its own.
    ([0xDB, 0xA5, 0x2D, 0x00], .earlyWord),
  ]

  /// What the file `mimetype` of a package says, and a flat file in `office:mimetype` (ODF 1.3, part 2, 3.3).
  package static let openDocumentType = "application/vnd.oasis.opendocument.text"

  /// Whether the zip in `bytes` begins as OpenDocument demands: with its type, stored, in front of all else.
  ///
  /// The type of a template or of a global document begins alike.
  package static func isOpenDocumentText(zip bytes: [UInt8]) -> Bool {
    let name = Array("mimetype".utf8)
    guard bytes.count > 30, Array(bytes[30..<min(38, bytes.count)]) == name else { return false }
    let start = 38 + Int(bytes[28]) + Int(bytes[29]) << 8
    return bytes.dropFirst(start).starts(with: openDocumentType.utf8)
  }

  /// The IANA media type.
  package var mediaType: String {
    switch self {
    case .rtf: "application/rtf"
    case .openDocument, .flatOpenDocument: Self.openDocumentType
    case .earlyWord: "application/msword"
    case .wordXML, .uniformOffice: "application/xml"
    case .wordPerfect: "application/vnd.wordperfect"
    case .works: "application/vnd.ms-works"
    }
  }

  /// LibreOffice's name of the filter that reads `bytes`.
  ///
  /// Left to choose, it takes what its filters refuse for text in some encoding, and random bytes become a document of ideographs.
  func filter(for bytes: [UInt8]) -> String {
    switch self {
    case .rtf: "Rich Text Format"
    case .openDocument: "writer8"
    case .flatOpenDocument: "OpenDocument Text Flat XML"
    // The first reads Word 95, too.
    case .earlyWord: CompoundFile.isSigned(bytes) ? "MS WinWord 6.0" : "MS WinWord 5"
    case .wordXML: "MS Word 2003 XML"
    case .uniformOffice: "UOF text"
    case .wordPerfect: "WordPerfect"
    case .works: "MS_Works"
    }
  }

  /// Of the copy that it is given.
  var fileExtension: String {
    switch self {
    case .rtf: "rtf"
    case .openDocument: "odt"
    case .flatOpenDocument: "fodt"
    case .earlyWord: "doc"
    case .wordXML: "xml"
    case .uniformOffice: "uot"
    case .wordPerfect: "wpd"
    case .works: "wps"
    }
  }
}
