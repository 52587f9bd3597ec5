/// A file that a page links to.
enum LinkedFile {
  /// Whether an address is that of a file, and not of a page.
  static func isFile(_ address: String) -> Bool {
    mediaType(of: address) != nil || address.lowercased().holds("/attachment/")
  }

  /// The media type that the end of an address promises; nil for a page and whatever isn't known.
  static func mediaType(of address: String) -> String? {
    var path = address.lowercased()[...]
    if let hash = path.firstIndex(of: "#") { path = path[..<hash] }
    let isQuery = path.contains("?")
    for part in path.split(separator: "?").prefix(2) {
      // `download.jsp?file=a.doc` and `a.doc?v=1`.
      let name = part.split(whereSeparator: { "/=&".contains($0) }).last ?? ""
      guard let dot = name.lastIndex(of: ".") else { continue }
      if let type = types[String(name[name.index(after: dot)...])] { return type }
      if !isQuery { return nil }
    }
    return nil
  }

  private static let types: [String: String] = {
    let office = "application/vnd.openxmlformats-officedocument."
    return [
      "doc": "application/msword", "wps": "application/vnd.ms-works",
      "docx": office + "wordprocessingml.document", "xls": "application/vnd.ms-excel",
      "et": "application/vnd.ms-excel", "xlsx": office + "spreadsheetml.sheet",
      "ppt": "application/vnd.ms-powerpoint", "pptx": office + "presentationml.presentation",
      "pdf": "application/pdf", "ofd": "application/ofd", "ceb": "application/x-ceb",
      "rtf": "application/rtf", "txt": "text/plain", "csv": "text/csv", "zip": "application/zip",
      "rar": "application/vnd.rar", "7z": "application/x-7z-compressed", "xml": "application/xml",
      "odt": "application/vnd.oasis.opendocument.text",
    ]
  }()
}

/// The address of a link, made whole by that of the page that it stands in (RFC 3986, 5.2).
enum LinkAddress {
  /// `reference` as it stands where there is no whole address to go from.
  static func resolved(_ reference: String, base: String?) -> String {
    let reference = String(reference.trimmed)
    guard scheme(of: reference) == nil, let base, let scheme = scheme(of: base),
      scheme == "http" || scheme == "https"
    else { return reference }
    if reference.hasPrefix("//") { return "\(scheme):\(reference)" }
    let rest = base.dropFirst(scheme.count + 3)
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    let host = path.prefix { $0 != "/" }
    let origin = "\(scheme)://\(host)"
    if reference.hasPrefix("/") { return origin + withoutDots(reference) }
    if reference.hasPrefix("?") || reference.hasPrefix("#") || reference.isEmpty {
      return "\(scheme)://\(path)\(reference)"
    }
    let folder = path.dropFirst(host.count)
    let end = folder.lastIndex(of: "/").map { folder[...$0] } ?? "/"
    return origin + withoutDots(end + reference)
  }

  /// `https` of `https://…`; nil where it doesn't begin like that.
  static func scheme(of address: String) -> String? {
    guard let colon = address.firstIndex(of: ":") else { return nil }
    let name = address[..<colon]
    guard let first = name.first, first.isLetter, name.allSatisfy({ $0.isLetter || $0.isNumber }),
      name.utf8.count < 16
    else { return nil }
    return name.lowercased()
  }

  /// Whether `address` is one that a person can open.
  static func isWeb(_ address: String) -> Bool {
    guard address.utf8.count < 2_048, let scheme = scheme(of: address) else { return false }
    return (scheme == "http" || scheme == "https")
      && address.dropFirst(scheme.count).hasPrefix("://")
      && !address.contains(where: \.isWhitespace)
  }

  private static func withoutDots(_ path: String) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    var parts: [Substring] = []
    for part in path[..<end].split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..": if parts.count > 1 { parts.removeLast() }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/") + path[end...]
  }
}
