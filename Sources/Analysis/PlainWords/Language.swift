/// The language of what people read, such as help, messages and findings; what programs read is English.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  package func text(_ words: Words) -> String {
    self == .chinese ? words.chinese : words.english
  }

  /// That of a locale such as `zh_CN.UTF-8`; English where it is no Chinese one.
  ///
  /// - Parameter value: What a variable of the environment holds; nil where it isn't set. As in the C library, the first
  ///   of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty decides.
  package init(ofLocale value: (_ variable: String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(value).first { !$0.isEmpty }
    self = locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }
}
