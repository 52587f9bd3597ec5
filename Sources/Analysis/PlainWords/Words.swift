package import NationalForm

/// A label or sentence in both languages.
package struct Words: Hashable, Sendable {
  package var chinese: String
  package var english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// What is the same in both languages: a name, a path, a command, a text from elsewhere.
  package init(same text: String) { self.init(text, text) }

  /// `甲、乙`, `a, b`.
  package static func list(_ parts: [Words]) -> Words {
    Words(
      parts.map(\.chinese).joined(separator: "、"), parts.map(\.english).joined(separator: ", "))
  }

  /// Facts one behind the other, of which each may have marks of its own: `甲，乙`, `a, b`.
  package static func sequence(_ parts: [Words]) -> Words {
    Words(
      parts.map(\.chinese).joined(separator: "，"), parts.map(\.english).joined(separator: ", "))
  }

  /// Clauses of one sentence: `甲；乙`, `a; b`.
  package static func clauses(_ parts: [Words]) -> Words {
    Words(
      parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
  }

  /// `2023 年度`, `2023`.
  package init(year: Int) { self.init("\(year) 年度", "\(year)") }

  /// `甲、乙或丙`, `a, b or c`.
  package static func choice(_ parts: [Words]) -> Words {
    guard let last = parts.last, parts.count > 1 else { return list(parts) }
    let others = list(Array(parts.dropLast()))
    return Words("\(others.chinese)或\(last.chinese)", "\(others.english) or \(last.english)")
  }

  /// One text behind the other.
  package static func + (left: Words, right: Words) -> Words {
    Words(left.chinese + right.chinese, left.english + right.english)
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
