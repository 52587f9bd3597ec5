/// Names of parts inside a package.
enum PartName {
  /// `name` without leading slash, with forward slashes, `.` and `..` resolved.
  ///
  /// A `..` never leaves the package: `../../etc/passwd` is the part `etc/passwd`, which does not exist.
  static func normalized(_ name: some StringProtocol) -> String {
    var path: [UInt8] = []
    // Some packages were zipped with the separators of another system.
    for component in name.utf8.split(whereSeparator: { $0 == slash || $0 == backslash }) {
      if component.elementsEqual(".".utf8) { continue }
      if component.elementsEqual("..".utf8) {
        path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
        continue
      }
      if !path.isEmpty { path.append(slash) }
      path += component
    }
    return String(decoding: path, as: UTF8.self)
  }

  private static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")

  /// The part that `target` names in the relationships of `source`: `styles.xml` of `word/document.xml` is
  /// `word/styles.xml`, `/word/styles.xml` is so from anywhere.
  static func resolved(_ target: String, from source: String) -> String {
    let path = target.utf8.prefix { $0 != UInt8(ascii: "#") }
    let decoded = percentDecoded(Substring(path))
    if path.first == slash || path.first == backslash { return normalized(decoded) }
    return normalized(folder(of: source) + decoded)
  }

  /// What stands before the last component of `part`, with its slash.
  static func folder(of part: String) -> Substring {
    part.utf8.lastIndex(of: slash).map { part[...$0] } ?? ""
  }

  /// Where the relationships of `part` are kept: `word/_rels/document.xml.rels`; `_rels/.rels` for the package, which
  /// is the empty name.
  static func relationships(of part: String) -> String {
    let folder = folder(of: part)
    return folder + "_rels/" + part[folder.endIndex...] + ".rels"
  }

  /// Whether both are names of one part.
  static func areEqual(_ one: String, _ other: String) -> Bool {
    one.utf8.lazy.map(lowercased).elementsEqual(other.utf8.lazy.map(lowercased))
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte + 32 : byte
  }

  /// The form under which names are compared: ASCII letters in lower case (OPC 6.2.2.3).
  static func key(_ name: String) -> String {
    String(decoding: name.utf8.map(lowercased), as: UTF8.self)
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
