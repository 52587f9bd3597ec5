/// Appends JSON to a byte buffer that is reused from line to line.
///
/// Keys come in the order in which they are written: that, and being six times faster, is why records don't go through
/// `JSONEncoder`, whose key order changes from run to run.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  /// Whether the next element of the open object or array needs a comma before it.
  private var needsComma = false

  package init() {}

  /// - Parameter room: Bytes to be written before the buffer has to grow.
  package init(room: Int) { bytes.reserveCapacity(room) }

  /// Forgets what was written and keeps the buffer.
  package mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Begins the next array element, or the line.
  package mutating func element() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Begins the next member of an object; `quotedKey` is the escaped key with its quotes and colon.
  package mutating func member(_ quotedKey: [UInt8]) {
    element()
    bytes.append(contentsOf: quotedKey)
  }

  /// Begins the next member, under a key that may need escapes.
  package mutating func key(_ name: String) {
    element()
    string(name)
    token(":")
  }

  package mutating func pair(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func strings(_ name: String, _ values: [String]) {
    key(name)
    array { json in
      for value in values {
        json.element()
        json.string(value)
      }
    }
  }

  package mutating func object(_ content: (inout JSONWriter) -> Void) {
    enclosed(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
  }

  package mutating func array(_ content: (inout JSONWriter) -> Void) {
    enclosed(UInt8(ascii: "["), UInt8(ascii: "]"), content)
  }

  private mutating func enclosed(
    _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void
  ) {
    bytes.append(open)
    needsComma = false
    content(&self)
    bytes.append(close)
    needsComma = true
  }

  /// A token that needs no escaping: a number, `true`, `null`.
  package mutating func token(_ text: String) {
    var text = text
    text.withUTF8 { unsafe bytes.append(contentsOf: $0) }
  }

  package mutating func integer(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(number.magnitude)
  }

  private mutating func digits(_ number: UInt) {
    if number > 9 { digits(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// A string of what `content` appends, none of which needs an escape.
  package mutating func quoted(_ content: (inout [UInt8]) -> Void) {
    bytes.append(UInt8(ascii: "\""))
    content(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// `text` quoted; non-ASCII raw, `/` as it is.
  ///
  /// U+2028 and U+2029 are escaped although JSON doesn't ask for it: many readers split lines at them.
  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var index = unsafe Self.nextToEscape(in: utf8, from: 0)
      guard index < utf8.count else { return unsafe quoted(utf8) }
      bytes.append(UInt8(ascii: "\""))
      while index < utf8.count {
        if let escape = unsafe Self.escape(at: index, in: utf8) {
          unsafe bytes.append(contentsOf: utf8[start..<index])
          bytes.append(contentsOf: escape.text.utf8)
          start = index + escape.length
        }
        index = unsafe Self.nextToEscape(in: utf8, from: max(start, index + 1))
      }
      unsafe bytes.append(contentsOf: utf8[start...])
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func quoted(_ utf8: UnsafeBufferPointer<UInt8>) {
    let size = utf8.count + 2
    bytes.append(addingCapacity: size) { rest in
      unsafe rest.withUnsafeMutableBufferPointer { buffer, count in
        unsafe buffer[0] = UInt8(ascii: "\"")
        _ = unsafe buffer[1...].update(fromContentsOf: utf8)
        unsafe buffer[size - 1] = UInt8(ascii: "\"")
        count = size
      }
    }
  }

  /// Where the next byte stands that may need an escape; the end where none does.
  private static func nextToEscape(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(utf8)
    var index = start
    while index + 8 <= raw.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if mayNeedEscape(word) { break }
      index += 8
    }
    while index < raw.count, unsafe !mayNeedEscape(utf8[index]) { index += 1 }
    return index
  }

  /// 0xE2 begins U+2028 and U+2029, and many marks that need nothing.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
  }

  /// The same of eight bytes at once; true for some that hold none, too.
  private static func mayNeedEscape(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // What is taken away borrows from the high bit of a byte that is less.
    let controls = bytes &- ones &* 0x20
    let quotes = (bytes ^ ones &* 0x22) &- ones
    let backslashes = (bytes ^ ones &* 0x5C) &- ones
    let marks = (bytes ^ ones &* 0xE2) &- ones
    return ((controls | quotes | backslashes) & ~bytes | marks & bytes) & (ones << 7) != 0
  }

  /// What stands in JSON for the character at `index`, and its bytes in UTF-8; nil where it stands as it is.
  private static func escape(
    at index: Int, in utf8: UnsafeBufferPointer<UInt8>
  ) -> (text: String, length: Int)? {
    let byte = unsafe utf8[index]
    switch byte {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "\n"): return ("\\n", 1)
    case UInt8(ascii: "\r"): return ("\\r", 1)
    case UInt8(ascii: "\t"): return ("\\t", 1)
    case 0x00...0x1F:
      let hex = String(byte, radix: 16)
      return ("\\u00" + (hex.utf8.count == 1 ? "0" : "") + hex, 1)
    default:
      guard index + 2 < utf8.count, unsafe utf8[index + 1] == 0x80 else { return nil }
      switch unsafe utf8[index + 2] {
      case 0xA8: return ("\\u2028", 3)
      case 0xA9: return ("\\u2029", 3)
      default: return nil
      }
    }
  }
}
