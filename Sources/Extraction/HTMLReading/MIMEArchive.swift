internal import Diagnostics
internal import DocumentModel

/// The parts of a message with many of them (RFC 2046, 5.1), as far as they are pages.
struct MIMEArchive {
  struct Part {
    /// Transfer encoding undone.
    var content: [UInt8]
    var charset: String?
    var location: String?
    var id: String?
  }

  /// Where the page was when it was saved.
  private(set) var location: String?
  /// The pages among the parts, the one first that the archive is about.
  private(set) var pages: [Part] = []
  /// The style sheets among the parts.
  private(set) var sheets: [[UInt8]] = []
  private var parts = 0
  private let limits: Limits

  init(_ bytes: [UInt8], limits: Limits) throws(Failure) {
    self.limits = limits
    let (header, body) = MIMEHeader.read(bytes[...])
    location = header["snapshot-content-location"] ?? header["content-location"]
    let start = header.parameter("start", of: "content-type").map(Self.withoutBrackets)
    try read(header, body, depth: 0)
    let root = pages.firstIndex { page in
      if let start, page.id == start { return true }
      if let location, page.location == location { return true }
      return false
    }
    if let root, root > 0 { pages.insert(pages.remove(at: root), at: 0) }
    if location == nil { location = pages.first?.location }
  }

  private static let mostDepth = 3

  private mutating func read(
    _ header: MIMEHeader, _ body: ArraySlice<UInt8>, depth: Int
  ) throws(Failure) {
    let type = header.type
    if type.hasPrefix("multipart/"),
      let boundary = header.parameter("boundary", of: "content-type"),
      !boundary.isEmpty
    {
      guard depth < Self.mostDepth else {
        throw Failure(.htmlLimit, "Its parts are nested more than \(Self.mostDepth) deep")
      }
      for part in Self.split(body, at: boundary) {
        parts += 1
        guard parts <= limits.mimeParts else {
          throw Failure(.htmlLimit, "The parts of the archive are \(limits.over(.mimeParts))")
        }
        let (header, body) = MIMEHeader.read(part)
        try read(header, body, depth: depth + 1)
      }
      return
    }
    if type == "text/css" {
      sheets.append(TransferEncoding.decoded(body, header["content-transfer-encoding"] ?? ""))
    }
    guard type == "text/html" || type == "application/xhtml+xml" || type.isEmpty && depth == 0
    else {
      return
    }
    let content = TransferEncoding.decoded(body, header["content-transfer-encoding"] ?? "")
    // Word writes headers and footers as pages of their own.
    let location = header["content-location"]
    let name = location?.split { "/\\".contains($0) }.last?.lowercased() ?? ""
    guard !name.hasPrefix("header.htm"), !content.isEmpty else { return }
    pages.append(
      Part(
        content: content, charset: header.parameter("charset", of: "content-type"),
        location: location, id: header["content-id"].map(Self.withoutBrackets)))
  }

  private static func withoutBrackets(_ id: String) -> String {
    String(id.trimmed.filter { $0 != "<" && $0 != ">" })
  }

  /// The pieces between lines that are `--boundary`; the last ends with the body where its end is missing.
  private static func split(_ body: ArraySlice<UInt8>, at boundary: String) -> [ArraySlice<UInt8>] {
    let delimiter = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex {
      let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[line..<end].starts(with: delimiter) {
        let rest = body[line..<end].dropFirst(delimiter.count)
        let isLast = rest.starts(with: "--".utf8)
        if isLast || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
          if let start { parts.append(body[start..<line]) }
          start = isLast ? nil : min(end + 1, body.endIndex)
          if isLast { break }
        }
      }
      line = end < body.endIndex ? end + 1 : body.endIndex
    }
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }
}

/// The fields before the body of a message or a part.
struct MIMEHeader {
  private var fields: [String: String] = [:]

  subscript(_ name: String) -> String? { fields[name] }

  /// In lower case, without parameters: `text/html`.
  var type: String {
    let value = fields["content-type"] ?? ""
    return value.prefix { $0 != ";" }.trimmed.lowercased()
  }

  /// Reads the fields up to a blank line, and gives what comes behind it.
  static func read(_ bytes: ArraySlice<UInt8>) -> (MIMEHeader, ArraySlice<UInt8>) {
    var header = MIMEHeader()
    var line = bytes.startIndex
    while line < bytes.endIndex, [0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF].contains(bytes[line]) {
      line += 1
    }
    var name: String?
    var count = 0
    while line < bytes.endIndex, count < mostLines {
      count += 1
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var content = bytes[line..<end]
      if content.last == 0x0D { content = content.dropLast() }
      let next = end < bytes.endIndex ? end + 1 : bytes.endIndex
      guard let first = content.first else { return (header, bytes[next...]) }
      let text = String(decoding: content.prefix(8_192), as: UTF8.self)
      if first == 0x20 || first == 0x09, let name {
        header.fields[name, default: ""] += " " + text.trimmed
      } else if let colon = text.firstIndex(of: ":") {
        let key = text[..<colon].trimmed.lowercased()
        name = key
        if header.fields[key] == nil {
          header.fields[key] = String(text[text.index(after: colon)...].trimmed)
        }
      } else {
        // No field: the blank line is missing.
        return (header, bytes[line...])
      }
      line = next
    }
    return (header, bytes[min(line, bytes.endIndex)...])
  }

  private static let mostLines = 1_000

  /// A parameter of a field: `boundary` of `multipart/related; boundary="…"`.
  func parameter(_ name: String, of field: String) -> String? {
    guard let value = fields[field] else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      guard let equals = part.firstIndex(of: "="),
        part[..<equals].trimmed.lowercased() == name
      else { continue }
      let text = part[part.index(after: equals)...].trimmed
      if text.hasPrefix("\"") { return String(text.dropFirst().prefix { $0 != "\"" }) }
      return String(text.prefix { !$0.isWhitespace })
    }
    return nil
  }
}
