package import PlainWords

/// The language in which a check is written.
package enum DraftLanguage: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  package func text(_ words: Words) -> String {
    self == .chinese ? words.chinese : words.english
  }
}
