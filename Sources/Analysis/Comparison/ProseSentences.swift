package import ReportRecords

/// The sentences of a report's prose in few bytes, to be set against those of another year.
///
/// ``TextSimilarity`` needs both texts at a time; of 100,000 reports only this much can be kept, some 8 bytes a sentence.
/// Letters and digits count as there, so that a sentence with this year's numbers in it is last year's.
package struct ProseSentences: Hashable, Sendable {
  /// For each sentence a hash in the upper 48 bits and its length in the others, in ascending order.
  private let sentences: [UInt64]

  /// Of all sentences that count.
  package var characters: Int { sentences.reduce(0) { $0 + Self.length($1) } }

  /// - Parameter sections: Sentences of less than ``TextSimilarity/runLength`` characters don't count: many reports share those.
  package init(_ sections: [Section]) {
    var sentences: [UInt64] = []
    var sentence = Sentence()
    for section in sections {
      for scalar in section.text.unicodeScalars {
        switch scalar {
        case "。", "；", "！", "？", "\n", ";", "!", "?": sentence.end(&sentences)
        default: sentence.add(scalar)
        }
      }
      sentence.end(&sentences)
    }
    self.sentences = sentences.sorted()
  }

  /// How many of the characters stand in sentences that `older` has too, word for word.
  package func similarity(to older: ProseSentences) -> TextSimilarity {
    var similarity = TextSimilarity()
    var rest = older.sentences[...]
    for sentence in sentences {
      let length = Self.length(sentence)
      similarity.characters += length
      while let first = rest.first, first < sentence { rest.removeFirst() }
      if rest.first == sentence { similarity.shared += length }
    }
    return similarity
  }

  private static func length(_ sentence: UInt64) -> Int { Int(sentence & 0xFFFF) }

  /// A sentence while its characters come.
  private struct Sentence {
    private var hash: UInt64 = 0
    private var length: UInt64 = 0
    private var last: UInt32 = 0

    mutating func add(_ scalar: Unicode.Scalar) {
      guard let mark = TextSimilarity.mark(scalar),
        mark != TextSimilarity.digits || last != TextSimilarity.digits
      else { return }
      last = mark
      length += 1
      hash = (hash ^ UInt64(mark)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }

    mutating func end(_ sentences: inout [UInt64]) {
      if length >= TextSimilarity.runLength {
        sentences.append(hash << 16 | min(length, 0xFFFF))
      }
      self = Sentence()
    }
  }
}
