internal import DocumentModel
internal import Glibc

/// Texts in GB18030, of which GBK and GB2312 are parts.
enum GB18030Text {
  /// The UTF-8 form of `bytes`, and how many bytes were replaced by U+FFFD; nil where the system cannot convert them.
  static func decoded(
    _ bytes: [UInt8], from encoding: DeclaredEncoding = .gb18030
  ) -> (utf8: [UInt8], replaced: Int)? {
    guard let converter = unsafe iconv_open("UTF-8", encoding.rawValue),
      unsafe converter != UnsafeMutableRawPointer(bitPattern: -1)
    else { return nil }
    defer { unsafe _ = iconv_close(converter) }

    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 2)
    var replaced = 0
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 1 << 16)
    unsafe input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = source.count
      while left > 0 {
        var status = 0
        var code: CInt = 0
        let written = unsafe output.withUnsafeMutableBufferPointer { target in
          var end = target.baseAddress
          var room = target.count
          status = unsafe iconv(converter, &next, &left, &end, &room)
          code = errno
          return target.count - room
        }
        for byte in output[..<written] { utf8.append(UInt8(bitPattern: byte)) }
        guard status == -1, code != E2BIG, left > 0 else { continue }
        // EILSEQ: a byte that begins no character; EINVAL: a character cut off at the end.
        utf8.appendUTF8(0xFFFD)
        replaced += 1
        unsafe next = next?.advanced(by: 1)
        left -= 1
      }
    }
    return (utf8, replaced)
  }

  /// What some bytes would be if they were GB18030 or Big5: enough to tell the two from each other, Latin texts and noise.
  struct PairCount {
    /// Two- and four-byte characters.
    private var pairs = 0
    /// Among them marks and the 3,755 frequent characters of GB2312 (lead B0 to D7), over nine tenths of any text.
    private var frequent = 0
    /// Leads under A1, which Big5 doesn't have.
    private var lowLeads = 0
    /// Second bytes under 7F: two fifths of Big5, hardly any of a GB2312 text.
    private var lowTrails = 0
    private var invalid = 0
    /// Marks (lead A1 to A3) and the 5,401 frequent characters (A4 to C6) of Big5, over nine tenths of any text.
    private var frequentInBig5 = 0
    /// Characters that Big5 can't have: of four bytes, or by their second one.
    private var invalidInBig5 = 0

    init(_ bytes: [UInt8]) {
      let span = bytes.span
      var index = 0
      while index < span.count {
        let lead = span[index]
        guard lead >= 0x80 else {
          index += 1
          continue
        }
        guard lead > 0x80, lead < 0xFF, index + 1 < span.count else {
          invalid += 1
          index += 1
          continue
        }
        let trail = span[index + 1]
        switch trail {
        case 0x30...0x39:
          pairs += 1
          invalidInBig5 += 1
          index += 4
          continue
        case 0x40...0x7E: lowTrails += 1
        case 0x80...0xFE: if trail < 0xA1 { invalidInBig5 += 1 }
        default:
          invalid += 1
          index += 1
          continue
        }
        pairs += 1
        if lead < 0xA1 { lowLeads += 1 }
        if trail >= 0xA1, (0xA1...0xA9).contains(lead) || (0xB0...0xD7).contains(lead) {
          frequent += 1
        }
        if (0xA1...0xC6).contains(lead) { frequentInBig5 += 1 }
        index += 2
      }
    }

    var isBig5: Bool { pairs > 8 && lowTrails * 5 > pairs && lowLeads * 100 < pairs }
    /// Enough where the document says otherwise.
    var isSurelyBig5: Bool {
      isBig5 && (invalid + invalidInBig5) * 20 <= pairs && frequentInBig5 * 10 >= pairs * 8
    }
    var isLikely: Bool { isMostlyValid && frequent * 2 >= pairs }
    /// Enough where the document says that it is GB18030.
    var isMostlyValid: Bool { pairs > 0 && invalid * 20 <= pairs }
  }
}
