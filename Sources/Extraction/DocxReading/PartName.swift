/// Names of parts inside a package.
enum PartName {
  /// `name` without leading slash, with forward slashes, `.` and `..` resolved.
  ///
  /// A `..` never leaves the package: `../../etc/passwd` is the part `etc/passwd`, which does not exist.
  static func normalized(_ name: some StringProtocol) -> String {
    var components: [Substring] = []
    for component in name.replacingBackslashes().split(separator: "/") {
      switch component {
      case ".": continue
      case "..": _ = components.popLast()
      default: components.append(component)
      }
    }
    return components.joined(separator: "/")
  }

  /// The part that `target` names in the relationships of `source`: `styles.xml` of `word/document.xml` is
  /// `word/styles.xml`, `/word/styles.xml` is so from anywhere.
  static func resolved(_ target: String, from source: String) -> String {
    let path = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
    if path.hasPrefix("/") || path.hasPrefix("\\") { return normalized(percentDecoded(path)) }
    let folder = source.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return normalized(folder.joined(separator: "/") + "/" + percentDecoded(path))
  }

  /// Where the relationships of `part` are kept: `word/_rels/document.xml.rels`; `_rels/.rels` for the package, which
  /// is the empty name.
  static func relationships(of part: String) -> String {
    var components = part.split(separator: "/", omittingEmptySubsequences: false)
    let name = components.popLast() ?? ""
    return (components + ["_rels", name + ".rels"]).joined(separator: "/")
  }

  /// The form under which names are compared: ASCII letters in lower case (OPC 6.2.2.3).
  static func key(_ name: String) -> String {
    String(
      decoding: name.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }

  private static func percentDecoded(_ path: Substring) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return String(path) }
    var decoded: [UInt8] = []
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}

extension StringProtocol {
  /// Some packages were zipped with the separators of another system.
  fileprivate func replacingBackslashes() -> String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
  }
}
