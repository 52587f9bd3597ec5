package import NationalForm

/// A label or sentence in both languages.
package struct Words: Hashable, Sendable {
  package var chinese: String
  package var english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// Chinese, then English in small.
  package var html: HTML { "\(chinese) <span class=\"en\" lang=\"en\">\(english)</span>" }
  /// For titles and names of pictures, which take no markup.
  package var plain: String { "\(chinese) \(english)" }

  /// A row or column of the form: `1.属于国家秘密`, `Refused: state secret` to `属于国家秘密`, `State secret`.
  package init(label: FormLabel?, definition: String) {
    let text = label?.text.drop { $0.isASCII && ($0.isNumber || $0 == ".") } ?? ""
    let about = definition.split(separator: ": ", maxSplits: 1).last ?? ""
    self.init(String(text), about.prefix(1).uppercased() + about.dropFirst())
  }
}
