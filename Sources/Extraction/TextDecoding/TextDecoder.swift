package import Diagnostics
internal import DocumentModel

/// Finds out how a text is encoded and turns it into UTF-8.
///
/// In this order: a byte order mark; UTF-16 without one, known by its zero bytes; UTF-8, proven by its own rules; GB18030,
/// which holds GBK and GB2312 and is what Chinese programs wrote before UTF-8. HZ, which has seven bits, is known by its marks.
///
/// Big5 is read where the document says that it is Big5, or says GB18030 of bytes that can only be Big5; where it says nothing,
/// Big5 is refused with a message that names it, and so is UTF-32.
package enum TextDecoder {
  /// A text in valid UTF-8, without a byte order mark.
  package struct Text {
    package var utf8: [UInt8]
    package var counts: ByteCounts
  }

  /// The text that `bytes` are in GB18030, of which GBK is a part; nil where a single one belongs to no character.
  package static func strictGB18030(_ bytes: [UInt8]) -> String? {
    guard let (utf8, replaced) = GB18030Text.decoded(bytes), replaced == 0 else { return nil }
    return String(validating: utf8, as: UTF8.self)
  }

  /// The text, and what was guessed or lost.
  ///
  /// - Parameter declared: What the document or its envelope calls the encoding. It is believed only where the bytes themselves
  ///   leave a choice: pages are copied from one encoding into another with their old name.
  package static func decode(
    _ bytes: [UInt8], declared: DeclaredEncoding? = nil
  ) throws(Failure) -> Diagnosed<Text> {
    guard !bytes.isEmpty else { throw Failure(.inputEmpty, "The file has no bytes") }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw utf32
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try checked(UTF16Text.decoded(bytes[2...], order: .little), guessed: nil)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try checked(UTF16Text.decoded(bytes[2...], order: .big), guessed: nil)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try utf8(Array(bytes.dropFirst(3)), declared)
    }

    let counts = ByteCounts(bytes)
    let zeros = counts[0]
    if zeros > 0 {
      if let order = UTF16Text.likelyOrder(of: bytes) {
        return try checked(UTF16Text.decoded(bytes[...], order: order), guessed: "UTF-16")
      }
      if isUTF32(bytes) { throw utf32 }
      if zeros > bytes.count / 1000 {
        throw Failure(.textBinary, "\(zeros) of \(bytes.count) bytes are zero")
      }
    }
    return try utf8(bytes, declared, counts)
  }

  private static let utf32 = Failure(
    .textUndecodable, "The text is UTF-32, which is not read: save it as UTF-8")

  /// `bytes` as UTF-8, or as GB18030 where they are no UTF-8.
  ///
  /// - Parameter counts: Of `bytes`, where they are known.
  private static func utf8(
    _ bytes: [UInt8], _ declared: DeclaredEncoding?, _ counts: ByteCounts? = nil
  ) throws(Failure) -> Diagnosed<Text> {
    if let text = HZText.gb2312(bytes) {
      return try checked(try converted(text, from: .gb18030), guessed: "HZ")
    }
    if let lost = lostCharacters(bytes) {
      return try checked((bytes, 0), counts, lost, guessed: nil)
    }
    let count = UTF8Count(bytes)
    if count.invalid * 3 <= count.multibyte {
      // The end of a text that was cut off in a character counts as no error before.
      let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
      return try checked((repaired, max(1, count.invalid)), guessed: nil)
    }
    let pairs = GB18030Text.PairCount(bytes)
    if pairs.isBig5, declared == .big5 {
      return try checked(try converted(bytes, from: .big5), guessed: nil)
    }
    // Pages are copied into a frame of another encoding: as GB18030 the text would be rare characters throughout.
    if pairs.isSurelyBig5, declared == .gb18030 {
      return try checked(try converted(bytes, from: .big5), guessed: "Big5", isMisnamed: true)
    }
    if pairs.isBig5, declared != .gb18030 {
      throw Failure(
        .textUndecodable,
        "The text seems to be Big5, which is not read where nothing says so: save it as UTF-8")
    }
    guard pairs.isLikely || declared == .gb18030 && pairs.isMostlyValid else {
      throw Failure(
        .textUndecodable, "The text is neither UTF-8 nor UTF-16 nor GB18030: save it as UTF-8")
    }
    return try checked(
      try converted(bytes, from: .gb18030), guessed: declared == .gb18030 ? nil : "GB18030")
  }

  private static func converted(
    _ bytes: [UInt8], from encoding: DeclaredEncoding
  ) throws(Failure) -> (utf8: [UInt8], replaced: Int) {
    guard let decoded = GB18030Text.decoded(bytes, from: encoding) else {
      // A module of the C library that isn't there, or couldn't be loaded tonight: the text itself is sound.
      throw Failure(
        .backendMissing, "The system's converter for \(encoding.rawValue) cannot be loaded")
    }
    return decoded
  }

  /// The decoded text with its issues; throws where too much of it is lost or it is no text.
  private static func checked(
    _ decoded: (utf8: [UInt8], replaced: Int), _ counts: ByteCounts? = nil, _ lost: Int? = nil,
    guessed: String?, isMisnamed: Bool = false
  ) throws(Failure) -> Diagnosed<Text> {
    let (utf8, replaced) = decoded
    let counts = counts ?? ByteCounts(utf8)
    if replaced > 4, replaced * 20 > utf8.count / 3 {
      throw Failure(.textUndecodable, "\(replaced) sequences of bytes are no characters")
    }
    let controls = counts.total(where: isControl)
    if controls > 4, controls * 200 > utf8.count, !isMostlySound(counts) {
      throw Failure(.textBinary, "\(controls) of \(utf8.count) bytes are control characters")
    }
    var issues: [Issue] = []
    if let guessed {
      issues.append(
        Issue(
          .encodingGuessed,
          isMisnamed
            ? "The declared encoding is wrong; read as \(guessed): compare the names in the record with the page"
            : "The text does not name its encoding; read as \(guessed)"
        ))
    }
    if replaced > 0 {
      issues.append(Issue(.garbledText, "\(replaced) damaged characters were replaced by U+FFFD"))
    }
    let lost = (lost ?? lostCharacters(utf8) ?? 0) - replaced
    if lost > 0 {
      issues.append(
        Issue(.garbledText, "\(lost) characters were lost before the text was saved (U+FFFD, 锟斤拷)"))
    }
    if let wrong = WrongCharacters(utf8, counts).description {
      issues.append(Issue(.garbledText, wrong))
    }
    if controls > 0 {
      issues.append(Issue(.garbledText, "\(controls) control characters were left out"))
    }
    return Diagnosed(Text(utf8: utf8, counts: counts), issues: issues)
  }

  /// How often U+FFFD stands in a text, or 锟, which no text has but by decoding U+FFFD as GBK; nil where `bytes` are no
  /// valid UTF-8.
  private static func lostCharacters(_ bytes: [UInt8]) -> Int? {
    let span = bytes.span
    return unsafe span.withUnsafeBytes { bytes -> Int? in
      var lost = 0
      var index = 0
      while index < bytes.count {
        let first = unsafe bytes[index]
        if first < 0x80 {
          index += 1
          continue
        }
        let rest = bytes.count - index
        if first & 0xF0 == 0xE0, rest > 2 {
          let next = unsafe UInt16(
            littleEndian: bytes.loadUnaligned(fromByteOffset: index + 1, as: UInt16.self))
          guard next & 0xC0C0 == 0x8080 else { return nil }
          index += 3
          // Nearly all ideographs.
          if first >= 0xE4, first <= 0xE8 { continue }
          switch (first, next) {
          case (0xEF, 0xBDBF), (0xE9, 0x9F94): lost += 1
          // Overlong forms and surrogates.
          case (0xE0, _) where next & 0xFF < 0xA0, (0xED, _) where next & 0xFF >= 0xA0: return nil
          default: break
          }
        } else if first >= 0xC2, first < 0xE0, rest > 1 {
          guard unsafe bytes[index + 1] & 0xC0 == 0x80 else { return nil }
          index += 2
        } else if first >= 0xF0, first <= 0xF4, rest > 3 {
          let (scalar, length) = span.scalar(at: index)
          guard let scalar, (0x1_0000...0x10_FFFF).contains(scalar) else { return nil }
          index += length
        } else {
          return nil
        }
      }
      return lost
    }
  }

  /// Whether three in five characters that aren't blanks are letters, digits or ideographs: some nine in ten are in a report,
  /// half of them in bytes that are no text.
  private static func isMostlySound(_ counts: ByteCounts) -> Bool {
    let characters = counts.total { $0 & 0xC0 != 0x80 && $0 != 0x20 && !(0x09...0x0D).contains($0) }
    let sound = counts.total { byte in
      switch byte {
      // Nearly all ideographs begin with one of the last six.
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xE4...0xE9: true
      default: false
      }
    }
    return sound * 5 >= characters * 3
  }

  /// Controls other than line ends, tabs, and SUB, with which DOS ended texts.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1A
  }

  private static func isUTF32(_ bytes: [UInt8]) -> Bool {
    guard bytes.count % 4 == 0 else { return false }
    let heads = stride(from: 0, to: min(bytes.count, 4096), by: 4)
    let isLittle = heads.allSatisfy { bytes[$0 + 3] == 0 && bytes[$0 + 2] <= 0x10 }
    let isBig = heads.allSatisfy { bytes[$0] == 0 && bytes[$0 + 1] <= 0x10 }
    // Zeros alone fit both.
    return isLittle != isBig
  }
}

/// How much of some bytes follows the rules of UTF-8.
private struct UTF8Count {
  /// Characters of more than one byte.
  var multibyte = 0
  /// Bytes that belong to no character; those of a character cut off at the end don't count.
  var invalid = 0

  init(_ bytes: [UInt8]) {
    let span = bytes.span
    var index = 0
    while index < span.count {
      let (scalar, length) = span.scalar(at: index)
      if scalar == nil {
        let isCutOff =
          span[index] >= 0xC2 && index + 4 > span.count
          && bytes[(index + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
        if isCutOff { return }
        invalid += 1
      } else if length > 1 {
        multibyte += 1
      }
      index += length
    }
  }
}
