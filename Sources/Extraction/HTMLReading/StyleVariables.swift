internal import DocumentModel

/// Variables of style sheets: `var(--c, #333)`.
enum StyleVariables {
  /// The value of a variable that a rule sets of which it isn't known whether it holds.
  static let unknown = "var(?)"
  /// Characters of a value: a few variables that name each other twice make any number of them.
  private static let longest = 4_096
  private static let mostDepth = 8

  /// `value` with the values of the variables that it names; unchanged where one isn't known and nothing stands in for it.
  static func resolved(_ value: String, _ variables: [String: String], depth: Int = 0) -> String {
    guard value.holds("var("), depth < mostDepth else { return value }
    var made = ""
    var rest = value[...]
    while let start = rest.firstPlace(of: "var(") {
      let call = rest[rest.utf8.index(start, offsetBy: 3)...]
      guard let close = StyleText.closing(call) else { return value }
      let inside = call[call.index(after: call.startIndex)..<close]
      let name = inside.prefix { $0 != "," }
      let instead =
        name.endIndex < inside.endIndex ? inside[inside.index(after: name.endIndex)...] : nil
      guard let found = variables[String(name.trimmed)] ?? instead.map({ String($0.trimmed) })
      else {
        return value
      }
      let part = resolved(found, variables, depth: depth + 1)
      if part.holds(unknown) { return unknown }
      made += rest[..<start] + part
      guard made.utf8.count < longest else { return value }
      rest = rest[rest.index(after: close)...]
    }
    made += rest
    return made
  }
}
