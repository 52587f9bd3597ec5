internal import DocumentModel

/// How the text of style sheets is taken apart.
enum StyleText {
  /// The parts of `text` between separators that stand in no brackets and no quotation marks.
  static func parts(
    _ text: Substring, separator isSeparator: (Character) -> Bool
  ) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var quote: Character?
    var start = text.startIndex
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      if character == "\"" || character == "'" { quote = character }
      if character == "(" || character == "[" { depth += 1 }
      if character == ")" || character == "]" { depth = max(0, depth - 1) }
      if depth == 0, isSeparator(character) {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    parts.append(text[start...])
    return parts
  }

  /// The bracket that closes the one with which `text` begins.
  static func closing(_ text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// `text` without comments.
  static func withoutComments(_ text: String) -> String {
    guard text.holds("/*") else { return text }
    var kept: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(of: "/*") {
      kept += rest[..<start]
      let inside = rest[(start + 2)...]
      rest = inside.firstIndex(of: "*/").map { inside[($0 + 2)...] } ?? []
    }
    return String(decoding: kept + rest, as: UTF8.self)
  }

  /// A style sheet without comments, those of HTML included; what stands in quotation marks and in `url(…)` is no comment.
  static func withoutComments(sheet: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(sheet.count)
    var index = 0
    /// The byte that ends the text which the place is in.
    var end: UInt8?
    while index < sheet.count {
      let byte = sheet[index]
      let next = index + 1 < sheet.count ? sheet[index + 1] : 0
      if let open = end {
        if byte == UInt8(ascii: "\\") {
          kept.append(byte)
          index += 1
          if index < sheet.count { kept.append(sheet[index]) }
        } else {
          // A line end ends a text too.
          if byte == open || byte == 0x0A { end = nil }
          kept.append(byte)
        }
        index += 1
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        index += 2
        while index < sheet.count, !sheet[index...].starts(with: "*/".utf8) { index += 1 }
        index += 2
      } else if byte == UInt8(ascii: "<"), sheet[index...].starts(with: "<!--".utf8) {
        index += 4
      } else if byte == UInt8(ascii: "-"), sheet[index...].starts(with: "-->".utf8) {
        index += 3
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): end = byte
        case UInt8(ascii: "("):
          if kept.suffix(3).elementsEqual("url".utf8), next != UInt8(ascii: "\""),
            next != UInt8(ascii: "'")
          {
            end = UInt8(ascii: ")")
          }
        default: break
        }
        kept.append(byte)
        index += 1
      }
    }
    return kept
  }
}

/// Backslashes of style sheets.
enum StyleEscapes {
  /// `text` with `\68 ` as `h` and `\:` as `:`, each such character as `change` has it.
  static func decoded(
    _ text: Substring, change: (Unicode.Scalar) -> Unicode.Scalar = { $0 }
  ) -> String {
    var decoded = ""
    var rest = text
    while let character = rest.popFirst() {
      guard character == "\\" else {
        decoded.append(character)
        continue
      }
      let digits = rest.prefix(6).prefix { $0.isHexDigit }
      if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
        decoded.unicodeScalars.append(change(scalar))
        rest = rest.dropFirst(digits.count)
        if rest.first == " " { rest = rest.dropFirst() }
      } else if let next = rest.popFirst() {
        for scalar in next.unicodeScalars { decoded.unicodeScalars.append(change(scalar)) }
      }
    }
    return decoded
  }

  /// Where characters with a meaning of their own are put that a backslash takes theirs from: U+F700 on, for private use.
  private static let room: UInt32 = 0xF700

  /// `text` with `\68 ` as `h`, and `\:` as a character that means nothing.
  static func masked(_ text: Substring) -> String {
    guard text.contains("\\") else { return String(text) }
    return decoded(text) { scalar in
      guard scalar.value < 0x80, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar)
      else { return scalar }
      return Unicode.Scalar(room + scalar.value) ?? scalar
    }
  }

  static func unmasked(_ name: Substring) -> String {
    guard name.unicodeScalars.contains(where: { $0.value >= room }) else { return String(name) }
    return String(
      scalars: name.unicodeScalars.map { scalar in
        guard (room..<room + 0x80).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - room) ?? scalar
      })
  }
}
