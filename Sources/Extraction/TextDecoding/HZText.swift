/// Texts in HZ (RFC 1843), which writes GB2312 in seven bits: `~{VPND~}` is 中文.
enum HZText {
  /// The same text in GB2312; nil where `bytes` are no text in HZ.
  ///
  /// It has no other bytes than those of ASCII, and each `~{` has a `~}` behind it with pairs of GB2312 between.
  static func gb2312(_ bytes: [UInt8]) -> [UInt8]? {
    guard isLikely(bytes) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var pairs = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == tilde, index + 1 < bytes.count else {
        text.append(bytes[index])
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "{"):
        index += 2
        while index + 1 < bytes.count, isPair(bytes[index], bytes[index + 1]) {
          text += [bytes[index] | 0x80, bytes[index + 1] | 0x80]
          pairs += 1
          index += 2
        }
        guard index + 1 < bytes.count, bytes[index] == tilde, bytes[index + 1] == UInt8(ascii: "}")
        else { return nil }
        index += 2
      case tilde:
        text.append(tilde)
        index += 2
      // A line of the source that goes on.
      case 0x0A: index += 2
      default:
        text.append(tilde)
        index += 1
      }
    }
    return pairs > 1 ? text : nil
  }

  /// Whether `~{` stands in `bytes`, and no byte beyond ASCII.
  private static func isLikely(_ bytes: [UInt8]) -> Bool {
    var isOpened = false
    var last: UInt8 = 0
    for byte in bytes {
      guard byte < 0x80 else { return false }
      if last == tilde, byte == UInt8(ascii: "{") { isOpened = true }
      last = byte
    }
    return isOpened
  }

  private static let tilde = UInt8(ascii: "~")

  private static func isPair(_ lead: UInt8, _ trail: UInt8) -> Bool {
    (0x21...0x77).contains(lead) && (0x21...0x7E).contains(trail)
  }
}
