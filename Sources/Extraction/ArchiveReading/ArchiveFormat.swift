internal import ZipArchives

/// A kind of archive whose members are documents.
package enum ArchiveFormat: String, Hashable, Sendable, CaseIterable {
  case zip
  case rar
  case sevenZip = "7z"

  /// The format of a file of `bytes`; nil for what is no archive, such as a docx, which is a zip too.
  package init?(_ bytes: [UInt8]) {
    if bytes.starts(with: Array("Rar!\u{1A}\u{7}".utf8)) {
      self = .rar
    } else if bytes.starts(with: Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if Self.zipStarts.contains(where: { bytes.starts(with: $0) }),
      !ZipPackage.isPackage(bytes)
    {
      self = .zip
    } else {
      return nil
    }
  }

  /// A file, and an archive without a member.
  private static let zipStarts = [Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8)]

  /// The IANA media type.
  package var mediaType: String {
    switch self {
    case .zip: "application/zip"
    case .rar: "application/vnd.rar"
    case .sevenZip: "application/x-7z-compressed"
    }
  }
}

/// Tells a zip that is one document from one that holds documents.
private enum ZipPackage {
  /// Whether a file at the root is one that every package of some kind has: of Office (ECMA-376-2), of OpenDocument and EPUB,
  /// of OFD.
  ///
  /// Where the directory can't be read, the first entry's name tells; a damaged docx is to be called a docx.
  static func isPackage(_ bytes: [UInt8]) -> Bool {
    let first = ZipDirectory.firstName(of: bytes).map(folded)
    if let first, marks.contains(first) { return true }
    guard let entries = ZipDirectory.entries(of: bytes) else {
      guard let first else { return true }
      return folders.contains { first.hasPrefix($0) }
    }
    return entries.contains {
      marks.contains(folded($0.name)) || marks.contains(folded($0.localName))
    }
  }

  private static let marks: Set = [
    "[content_types].xml", "_rels/.rels", "word/document.xml", "xl/workbook.xml",
    "ppt/presentation.xml", "mimetype", "content.xml", "meta-inf/manifest.xml",
    "meta-inf/container.xml", "ofd.xml",
  ]
  private static let folders = [
    "_rels/", "docprops/", "word/", "xl/", "ppt/", "meta-inf/", "doc_0/",
  ]

  private static func folded(_ name: [UInt8]) -> String {
    let name = String(decoding: name.prefix(64), as: UTF8.self).lowercased()
    return String(name.drop { $0 == "/" || $0 == "\\" }).replacing("\\", with: "/")
  }
}
