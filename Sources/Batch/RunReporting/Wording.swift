internal import PlainWords

/// Texts of a summary in its language, or in both, Chinese first.
struct Wording {
  /// Nil for both.
  let language: Language?

  /// One text, or one in each language where they differ.
  func texts(_ words: Words) -> [String] {
    if let language { return [language.text(words)] }
    return words.chinese == words.english ? [words.chinese] : [words.chinese, words.english]
  }

  /// On one line: `新增 / new` in both.
  func line(_ words: Words) -> String { Self.line(texts(words)) }

  static func line(_ texts: [String]) -> String { texts.joined(separator: " / ") }
}
