package import ArchiveReading
internal import CompoundFiles
package import DocumentModel
internal import HTMLReading
internal import InputFiles
package import OfficeReading
internal import WordBinaryReading

/// What the bytes of a file are, whatever its name says.
package enum InputFormat: Hashable, Sendable {
  case docx
  case pdf
  case text
  /// A document of Word 97 to 2003.
  case wordBinary
  /// A compound file whose directory can't be read, so that nobody knows what it holds.
  case damagedCompoundFile
  /// A web page, or a text with a table of one in it.
  case html
  /// A web page that was saved as one file.
  case mhtml
  /// An Office file behind a password.
  case encryptedOffice
  /// Its members are documents, each of its own.
  case archive(ArchiveFormat)
  /// What LibreOffice reads for us.
  case office(OfficeFormat)
  /// Something else, named for a person: `an image`.
  case unsupported(Foreign)

  /// A format that is recognised and not read.
  package enum Foreign: String, Sendable, CaseIterable {
    case oldOffice = "an old binary Office or WPS file"
    case oldWorkbook = "an old binary workbook (xls, et)"
    case oldPresentation = "an old binary presentation (ppt, dps)"
    case message = "a message of Outlook (msg)"
    case mail = "a mail"
    case xml = "an XML file"
    case json = "a JSON file"
    case postScript = "a PostScript file"
    case image = "an image"
    case archive = "a compressed archive"
    case tar = "a tar archive, whose members are not read: pack its files as zip"
    case program = "a program"
    case partOfPage = "a script or style sheet of a web page"
  }

  /// The format of `bytes`, which are not empty.
  ///
  /// A zip that is a package of any kind is a docx candidate here: its reader says what else it is.
  package static func detect(_ bytes: [UInt8]) -> InputFormat {
    if let header = MailHeader(startOf: bytes) {
      return header.isWebPage ? .mhtml : .unsupported(.mail)
    }
    if let format = ArchiveFormat(bytes) { return .archive(format) }
    // Before its first member's signature, which may stand within the first 1,024 bytes.
    if isTar(bytes) { return .unsupported(.tar) }
    if OfficeFormat.isOpenDocumentText(zip: bytes) { return .office(.openDocument) }
    for (magic, format) in signatures where bytes.starts(with: magic) { return format }
    if CompoundFile.isSigned(bytes) { return compoundFormat(bytes) }
    // ISO 32000-1, annex H: readers accept a header within the first 1,024 bytes.
    if contains(bytes.prefix(1_024), Array("%PDF-".utf8)) { return .pdf }
    if let format = OfficeFormat(startOf: bytes) { return .office(format) }
    if let foreign = unsupportedMarkup(bytes.prefix(1_024)) { return .unsupported(foreign) }
    if MHTMLReader.isArchive(bytes) { return .mhtml }
    return PageDetection.isPage(bytes) ? .html : .text
  }

  /// The format of a file, whose name tells the scripts and style sheets of a saved page from other texts.
  package static func detect(_ file: SourceFile) -> InputFormat {
    let format = detect(file.bytes)
    let isPart = PassedOver.Reason(name: file.name.utf8, isFolder: false) == .system
    return format == .text && isPart ? .unsupported(.partOfPage) : format
  }

  /// Whether `bytes` begin with a header of tar: of POSIX, or of GNU.
  private static func isTar(_ bytes: [UInt8]) -> Bool {
    let magic = bytes.dropFirst(257).prefix(8)
    return magic.starts(with: Array("ustar\u{0}".utf8))
      || magic.elementsEqual(Array("ustar  \u{0}".utf8))
  }

  private static let signatures: [([UInt8], InputFormat)] = [
    (Array("PK\u{3}\u{4}".utf8), .docx),
    (Array("PK\u{5}\u{6}".utf8), .docx),
    (Array("%PDF-".utf8), .pdf),
    (Array("%!PS".utf8), .unsupported(.postScript)),
    ([0x89, 0x50, 0x4E, 0x47], .unsupported(.image)),
    ([0xFF, 0xD8, 0xFF], .unsupported(.image)),
    (Array("GIF8".utf8), .unsupported(.image)),
    ([0x49, 0x49, 0x2A, 0x00], .unsupported(.image)),
    ([0x4D, 0x4D, 0x00, 0x2A], .unsupported(.image)),
    ([0x1F, 0x8B], .unsupported(.archive)),
    (Array("BZh".utf8), .unsupported(.archive)),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .unsupported(.archive)),
    ([0x7F, 0x45, 0x4C, 0x46], .unsupported(.program)),
    (Array("MIME-Version:".utf8), .mhtml),
  ]

  /// The stream that holds an encrypted docx (MS-OFFCRYPTO 2.3.4.4), in UTF-16.
  private static let encryptedPackage: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }

  /// What a compound file is by the names of its streams; embedded documents lie deeper.
  private static func compoundFormat(_ bytes: [UInt8]) -> InputFormat {
    let file: CompoundFile
    do throws(CompoundFileError) {
      file = try CompoundFile(bytes)
    } catch {
      return contains(bytes, encryptedPackage) ? .encryptedOffice : .damagedCompoundFile
    }
    if file.holds("EncryptedPackage") { return .encryptedOffice }
    if file.holds("WordDocument") {
      return WordBinaryReader.isOfEarlierWord(file) ? .office(.earlyWord) : .wordBinary
    }
    if file.holds("Workbook") || file.holds("Book") { return .unsupported(.oldWorkbook) }
    if file.holds("PowerPoint Document") { return .unsupported(.oldPresentation) }
    if file.holds("MatOST") { return .office(.works) }
    if file.names.contains(where: { $0.hasPrefix("__substg1.0_") }) {
      return .unsupported(.message)
    }
    return .unsupported(.oldOffice)
  }

  /// What a text that begins like markup is; nil for plain text.
  private static func unsupportedMarkup(_ start: ArraySlice<UInt8>) -> Foreign? {
    let text = String(decoding: start, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let first = text.utf8.first, "<{[".utf8.contains(first) else { return nil }
    let head = text.lowercased()
    return if head.hasPrefix("<?xml"), !head.contains("<html") {
      .xml
    } else if isJSON(head) {
      .json
    } else {
      nil
    }
  }

  /// Whether `head` opens a JSON object or a list of them, whatever blanks stand between.
  private static func isJSON(_ head: String) -> Bool {
    let dense = head.prefix(256).filter { !$0.isWhitespace }
    return ["{\"", "{}", "[{\"", "[{}", "[]"].contains { dense.hasPrefix($0) }
  }

  private static func contains(_ bytes: some Collection<UInt8>, _ needle: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let start = rest.firstIndex(where: { $0 == needle[0] }) {
      rest = rest[start...]
      if rest.starts(with: needle) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// The IANA media type.
  package var mediaType: String? {
    switch self {
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .pdf: "application/pdf"
    case .text: "text/plain"
    case .wordBinary: "application/msword"
    case .html: "text/html"
    case .mhtml: "multipart/related"
    case .archive(let format): format.mediaType
    case .office(let format): format.mediaType
    case .encryptedOffice, .damagedCompoundFile: "application/x-ole-storage"
    case .unsupported(let foreign):
      switch foreign {
      case .oldOffice: "application/x-ole-storage"
      case .oldWorkbook: "application/vnd.ms-excel"
      case .oldPresentation: "application/vnd.ms-powerpoint"
      case .message: "application/vnd.ms-outlook"
      case .mail: "message/rfc822"
      case .xml: "application/xml"
      case .json: "application/json"
      case .postScript: "application/postscript"
      case .tar: "application/x-tar"
      case .image, .archive, .program, .partOfPage: nil
      }
    }
  }

  /// Whether a file of this format may be called `name` without surprise.
  ///
  /// Only the extensions that promise one of our formats are held to it: `报告.2020` promises nothing.
  package func agrees(withName name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return true }
    switch name[name.index(after: dot)...].lowercased() {
    case "docx", "docm", "dotx", "dotm": return self == .docx
    case "pdf": return self == .pdf
    case "txt", "text", "md", "csv", "tsv": return self == .text
    case "html", "htm", "shtml", "xhtml": return self == .html
    case "mht", "mhtml": return self == .mhtml
    case "doc", "wps", "rtf":
      return self != .docx && self != .pdf && self != .text && self != .html && self != .mhtml
    case "ofd", "xlsx", "pptx", "odt", "zip":
      return self != .pdf && self != .text && self != .html && self != .mhtml
    case "rar", "7z": if case .archive = self { return true } else { return false }
    default: return true
    }
  }
}
