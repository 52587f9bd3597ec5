internal import TextDecoding

/// The name of a member as people read it, out of the bytes that an archive has.
struct MemberName: Hashable {
  /// `2023/信息公开年报.docx`: slashes between components, whatever the packer wrote.
  var path: String
  /// Why it may not be the name that the member was given; nil where there is no doubt.
  var doubt: String?

  /// - Parameters:
  ///   - unicode: The name that the archive itself gives in UTF-8 beside `bytes`.
  ///   - saysUTF8: Whether the archive says that `bytes` are UTF-8.
  ///
  /// Chinese packers write GBK without saying so, others UTF-8 without saying so, and some say UTF-8 of GBK: so the bytes
  /// decide.
  init(_ bytes: [UInt8], unicode: [UInt8]? = nil, saysUTF8: Bool = false) {
    var text: String
    if let name = unicode.flatMap({ String(validating: $0, as: UTF8.self) }), !name.isEmpty {
      text = name
    } else if let name = String(validating: bytes, as: UTF8.self),
      saysUTF8 || !Self.isRatherGBK(name)
    {
      text = name
    } else if let name = TextDecoder.strictGB18030(bytes) {
      text = name
    } else if let name = String(validating: bytes, as: UTF8.self) {
      text = name
    } else {
      text = Self.hexadecimal(bytes)
      doubt = "is in no known encoding"
    }
    // Only now: the second byte of a character of GBK may be a backslash.
    text = text.replacing("\\", with: "/")
    if doubt != nil { text = text.replacing(Self.escape, with: "\\x") }
    while text.hasPrefix("./") { text.removeFirst(2) }
    if text.utf8.count > Self.mostBytes {
      text = String(decoding: text.utf8.prefix(Self.mostBytes), as: UTF8.self) + "…"
      doubt = "is too long, and cut"
    }
    path = text
  }

  /// Whether all characters of a name in UTF-8 beyond ASCII are of two bytes, as no Chinese one is.
  ///
  /// 通知, 联通 and others are that in GBK: `֪ͨ`.
  private static func isRatherGBK(_ name: String) -> Bool {
    let others = name.unicodeScalars.filter { !$0.isASCII }
    return !others.isEmpty && others.allSatisfy { $0.value < 0x800 }
  }

  /// Every byte beyond ASCII as `\xB5`; the backslashes are set once those of the name are gone.
  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      byte < 0x80
        ? String(UnicodeScalar(byte)) : escape + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// A private-use character that stands for `\x` meanwhile.
  private static let escape = "\u{10FFFD}"
  /// As long as the path of a file may be.
  private static let mostBytes = 4_096

  /// The last component.
  var name: Substring { path.split(separator: "/").last ?? "" }
}
