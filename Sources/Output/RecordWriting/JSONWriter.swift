/// Appends JSON to a byte buffer that is reused from line to line.
///
/// Keys come in the order in which they are written: that, and being six times faster, is why records don't go through
/// `JSONEncoder`, whose key order changes from run to run.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  /// Whether the next element of the open object or array needs a comma before it.
  private var needsComma = false

  package init() {}

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
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// `text` quoted; non-ASCII raw, `/` as it is.
  ///
  /// U+2028 and U+2029 are escaped although JSON doesn't ask for it: many readers split lines at them.
  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let utf8 = text.utf8
    if utf8.contains(where: Self.mayNeedEscape) {
      for scalar in text.unicodeScalars { append(scalar) }
    } else {
      bytes.append(contentsOf: utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// 0xE2 begins U+2028 and U+2029, and many marks that need nothing.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\":
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case "\n": token("\\n")
    case "\r": token("\\r")
    case "\t": token("\\t")
    case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
      let hex = String(scalar.value, radix: 16)
      token("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
