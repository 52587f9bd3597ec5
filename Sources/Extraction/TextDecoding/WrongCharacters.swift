/// Counts what a program leaves that read a Chinese text in a western encoding, or wrote it in one.
struct WrongCharacters {
  /// Characters, by the bytes that begin one.
  private let total: Int
  private let questionMarks: Int
  /// Accented letters, U+00C0 to U+00FF.
  private let accented: Int
  /// The three bytes of an ideograph in UTF-8 as three characters: `å®\u{81}` for 宁.
  private var split = 0

  /// - Parameter counts: Of the bytes in `utf8`.
  init(_ utf8: [UInt8], _ counts: ByteCounts) {
    total = counts.total { $0 & 0xC0 != 0x80 }
    questionMarks = counts[UInt8(ascii: "?")]
    accented = counts[0xC3]
    guard accented > 0 else { return }
    let span = utf8.span
    for index in span.indices where span[index] == 0xC3 {
      if index + 5 < span.count, (0xA4...0xA9).contains(span[index + 1]),
        span[index + 2] == 0xC2, span[index + 4] == 0xC2
      {
        split += 1
      }
    }
  }

  /// What is wrong; nil where nothing seems to be.
  ///
  /// A French text has one accented letter in twenty, a questionnaire one question mark in as many.
  var description: String? {
    if split > 2 || accented > 4 && accented * 5 > total {
      return "The text was read in a western encoding before it was saved"
    }
    if questionMarks > 20, questionMarks * 4 > total {
      return "\(questionMarks) question marks seem to stand for characters that were lost"
    }
    return nil
  }
}
