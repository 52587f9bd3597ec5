internal import DocumentModel

/// Searches bytes for a word: what the library's own search does for any collection costs many times as much.
extension Span<UInt8> {
  /// Where `word` begins first; nil where it doesn't.
  func firstIndex(of word: Span<UInt8>) -> Int? {
    guard !word.isEmpty, count >= word.count else { return nil }
    let first = word[0]
    for start in 0...(count - word.count) where self[start] == first {
      var length = 1
      while length < word.count, self[start + length] == word[length] { length += 1 }
      if length == word.count { return start }
    }
    return nil
  }

  /// Where the first tag called `name`, in lower case, begins; nil where there is none.
  ///
  /// Case doesn't count.
  func firstIndex(ofTag name: String) -> Int? {
    indices.first { self[$0] == UInt8(ascii: "<") && hasASCIIPrefix(name, at: $0 + 1) }
  }
}

extension ArraySlice<UInt8> {
  /// Where `word` begins first; nil where it doesn't.
  func firstIndex(of word: String) -> Int? {
    span.firstIndex(of: word.utf8.span).map { startIndex + $0 }
  }

  func holds(_ word: String) -> Bool { span.firstIndex(of: word.utf8.span) != nil }
}

extension String {
  func holds(_ word: String) -> Bool { utf8.span.firstIndex(of: word.utf8.span) != nil }
}

extension Substring {
  /// Where `word`, of ASCII, begins first; nil where it doesn't.
  func firstPlace(of word: String) -> Index? {
    utf8.span.firstIndex(of: word.utf8.span).map { utf8.index(startIndex, offsetBy: $0) }
  }

  func holds(_ word: String) -> Bool { utf8.span.firstIndex(of: word.utf8.span) != nil }
}
