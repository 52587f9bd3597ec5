internal import DocumentModel

/// What a selector asks of an attribute: `[data-old]`, `[class*="icon-"]`.
struct StyleCondition {
  /// In lower case.
  let name: String
  /// `=`, or the character before it; nil where any value will do.
  private let sign: Character?
  /// In lower case, without quotation marks.
  private let value: String

  /// Reads what stands between the brackets; nil where it isn't one.
  init?(_ text: some StringProtocol) {
    let all = text.lowercased().filter { $0 != "\"" && $0 != "'" }
    guard let equals = all.firstIndex(of: "=") else {
      (name, sign, value) = (String(all.trimmed), nil, "")
      if name.isEmpty { return nil }
      return
    }
    let left = all[..<equals].trimmed
    let last = left.last.flatMap { "^$*~|".contains($0) ? $0 : nil }
    name = String((last == nil ? left : left.dropLast()).trimmed)
    sign = last ?? "="
    var right = all[all.index(after: equals)...].trimmed
    if right.hasSuffix(" i") || right.hasSuffix(" s") { right = right.dropLast(2).trimmed }
    value = String(right)
    if name.isEmpty { return nil }
  }

  /// The condition as a word that elements for which it holds have, beside their classes.
  var word: String {
    "[\(name)\(sign.map(String.init) ?? "")\(value.filter { !$0.isWhitespace })]"
  }

  /// Whether it holds for an attribute of that name.
  func holds(for other: some StringProtocol) -> Bool {
    // What a character reference stands for isn't known here.
    guard let sign, !other.contains("&") else { return true }
    let other = other.lowercased()
    guard !value.isEmpty else { return sign == "=" && other.isEmpty }
    switch sign {
    case "^": return other.hasPrefix(value)
    case "$": return other.hasSuffix(value)
    case "*": return other.holds(value)
    case "~": return other.split(whereSeparator: \.isWhitespace).contains { $0 == value }
    case "|": return other == value || other.hasPrefix(value + "-")
    default: return other == value
    }
  }
}
