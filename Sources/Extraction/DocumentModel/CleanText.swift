internal import Glibc

/// The rules for text on its way into a ``Document``.
package enum CleanText {
  /// U+FFFC OBJECT REPLACEMENT CHARACTER: a picture or an object in a cell, where it may stand for a number.
  package static let picture: Unicode.Scalar = "\u{FFFC}"

  /// `text` on one line: control characters dropped, every run of blanks one space, none at the ends.
  ///
  /// Blanks are tab, line breaks, no-break and other Unicode spaces and U+3000; what shows nothing (zero-width
  /// characters, marks of direction) vanishes; radicals become the ideographs they look like. U+202E, behind which digits
  /// are shown from the right, becomes U+FFFD, so that `123` isn't read where 321 is seen. Nothing else changes: full-width
  /// digits, brackets and punctuation stay as printed, and so does ``picture``. Cleaning twice gives the same text.
  ///
  ///     "　　0\u{A0}"  ->  "0"
  package static func line(_ text: String) -> String {
    // Nearly all text is clean already.
    let bytes = text.utf8Span.span
    return isClean(bytes) ? text : rewritten(bytes)
  }

  /// The line that `utf8` spells, cleaned; invalid sequences become U+FFFD.
  package static func line(_ utf8: Span<UInt8>) -> String {
    // What is clean is valid.
    isClean(utf8)
      ? unsafe String(copying: UTF8Span(unchecked: utf8)) : rewritten(utf8)
  }

  /// Whether ``picture`` stands in `text`.
  package static func holdsPicture(_ text: String) -> Bool {
    guard text.utf8.count > 2 else { return false }
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return false }
      var index = 0
      // One of thirty bytes of Chinese text begins a mark of full width with 0xEF.
      while index + 2 < bytes.count,
        let found = unsafe memchr(start + index, 0xEF, bytes.count - index - 2)
      {
        index = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
        if unsafe bytes[index + 1] == 0xBF, unsafe bytes[index + 2] == 0xBC { return true }
        index += 1
      }
      return false
    }
  }

  /// `text` without ``picture``; what stands on either side doesn't grow together: `12￼3` is `12 3`.
  package static func withoutPictures(_ text: String) -> String {
    line(
      joinLines(
        text.unicodeScalars.split(separator: picture).map { line(String($0)) }))
  }

  /// Whether `scalar` separates words and is printed as a space.
  package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    effect(of: scalar.value) == .blank
  }

  /// Whether `scalar` shows nothing: controls, zero-width and direction marks, byte order marks.
  package static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    effect(of: scalar.value) == .dropped
  }

  /// Whether nothing is seen of `scalar`: it is a blank, or dropped.
  package static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch effect(of: scalar.value) {
    case .blank, .dropped: true
    case .kept, .unified, .unknown: false
    }
  }

  private static let rightToLeftOverride: UInt32 = 0x202E
  private static let replacement: UInt32 = 0xFFFD

  /// What becomes of a character.
  private enum Effect {
    case kept, blank, dropped, unified, unknown
  }

  private static func effect(of scalar: UInt32) -> Effect {
    // Nearly all text: ASCII that is seen, and ideographs.
    if 0x21...0x7E ~= scalar || 0x4E00...0x9FFF ~= scalar { return .kept }
    return switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      .blank
    case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F,
      0x202A...0x202D, 0x2060...0x2064, 0x2066...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      .dropped
    case rightToLeftOverride: .unknown
    case 0x2E80...0x2EF3, 0x2F00...0x2FD5, 0xF900...0xFAD9:
      UnifiedIdeographs.unified(scalar) == scalar ? .kept : .unified
    default: .kept
    }
  }

  /// Whether `utf8` is valid and stays as it is; false for some text that does, such as Thai.
  private static func isClean(_ utf8: Span<UInt8>) -> Bool {
    var index = 0
    var afterBlank = true
    while index < utf8.count {
      let byte = utf8[index]
      // U+4000 to U+CFFF: nearly all unified ideographs are here, and nothing that changes.
      if byte >= 0xE4, byte <= 0xEC, continues(utf8, index + 1), continues(utf8, index + 2) {
        index += 3
        afterBlank = false
        continue
      }
      switch byte {
      case 0x21...0x7E:
        index += 1
      case 0x20:
        if afterBlank { return false }
        afterBlank = true
        index += 1
        continue
      case _ where isUsualMark(utf8, at: index):
        index += 3
      // Overlong forms, surrogates and what lies beyond U+10FFFF begin with these.
      case 0xE0, 0xED, 0xF0, 0xF4: return false
      default:
        let (scalar, length) = utf8.scalar(at: index)
        guard let scalar, effect(of: scalar) == .kept else { return false }
        index += length
      }
      afterBlank = false
    }
    return !afterBlank || utf8.isEmpty
  }

  private static func continues(_ utf8: Span<UInt8>, _ index: Int) -> Bool {
    index < utf8.count && utf8[index] & 0xC0 == 0x80
  }

  /// Whether one of the frequent marks begins at `index`: “ ” — … 、 。 《 》 （ ） ， ： ； and their neighbours.
  private static func isUsualMark(_ utf8: Span<UInt8>, at index: Int) -> Bool {
    guard index + 2 < utf8.count else { return false }
    let (second, third) = (utf8[index + 1], utf8[index + 2])
    return switch utf8[index] {
    case 0xE2: second == 0x80 && (0x90...0xA7).contains(third)
    case 0xE3: second == 0x80 && (0x81...0xBF).contains(third)
    case 0xEF: (second == 0xBC || second == 0xBD) && third & 0xC0 == 0x80
    default: false
    }
  }

  private static func rewritten(_ utf8: Span<UInt8>) -> String {
    var clean: [UInt8] = []
    clean.reserveCapacity(utf8.count)
    var index = 0
    var pendingBlank = false
    while index < utf8.count {
      let (decoded, length) = utf8.scalar(at: index)
      defer { index += length }
      let scalar = decoded ?? replacement
      switch effect(of: scalar) {
      case .blank:
        pendingBlank = true
        continue
      case .dropped:
        continue
      case .kept where decoded != nil:
        if pendingBlank, !clean.isEmpty { clean.append(0x20) }
        for offset in index..<index + length { clean.append(utf8[offset]) }
      case .kept, .unified, .unknown:
        if pendingBlank, !clean.isEmpty { clean.append(0x20) }
        clean.appendUTF8(
          scalar == rightToLeftOverride ? replacement : UnifiedIdeographs.unified(scalar))
      }
      pendingBlank = false
    }
    return String(decoding: clean, as: UTF8.self)
  }
}
