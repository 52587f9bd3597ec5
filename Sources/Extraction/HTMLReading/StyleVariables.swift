internal import DocumentModel

/// Variables of style sheets, `--c: var(--d, #333)`, that an element sets and that name each other (CSS Custom Properties, 3).
struct StyleVariables {
  /// The value of a variable that a rule sets of which it isn't known whether it holds.
  static let unknown = "var(?)"
  /// Characters of a value: a few variables that name each other twice make any number of them.
  private static let longest = 4_096

  private let set: [String: String]
  private let around: [String: String]
  /// The values that were asked for; nil for one that has none.
  private var found: [String: String?] = [:]
  /// Those that are being looked up, each for the one before it.
  private var open: Set<String> = []
  private static let mostOpen = 64

  /// - Parameters:
  ///   - set: What the element sets.
  ///   - around: What holds in the element around it, without variables.
  init(_ set: [String: String], around: [String: String]) {
    self.set = set
    self.around = around
  }

  /// The value of a variable; nil for one that names itself in a circle, or one that nothing sets.
  mutating func value(of name: String) -> String? {
    if let known = found[name] { return known }
    guard let own = set[name] else { return around[name] }
    guard own.holds("var(") else { return own }
    guard open.count < Self.mostOpen, open.insert(name).inserted else { return nil }
    let made = Self.replaced(own) { value(of: $0) }
    open.remove(name)
    found[name] = .some(made)
    return made
  }

  /// `value` with the values of the variables that it names; unchanged where one isn't known and nothing stands in for it.
  static func resolved(_ value: String, _ variables: [String: String]) -> String {
    guard value.holds("var(") else { return value }
    return replaced(value) { variables[$0] } ?? value
  }

  /// `value` with what `find` has for each variable, or what stands in for it; nil where neither is there.
  private static func replaced(
    _ value: String, depth: Int = 0, _ find: (String) -> String?
  ) -> String? {
    var made = ""
    var rest = value[...]
    while let start = rest.firstPlace(of: "var(") {
      let call = rest[rest.utf8.index(start, offsetBy: 3)...]
      guard depth < 8, let close = StyleText.closing(call) else { return nil }
      let inside = call[call.index(after: call.startIndex)..<close]
      let name = inside.prefix { $0 != "," }
      var part = find(String(name.trimmed))
      if part == nil, name.endIndex < inside.endIndex {
        let instead = String(inside[inside.index(after: name.endIndex)...].trimmed)
        part = replaced(instead, depth: depth + 1, find)
      }
      guard let part else { return nil }
      if part.holds(unknown) { return unknown }
      made += rest[..<start] + part
      guard made.utf8.count < longest else { return nil }
      rest = rest[rest.index(after: close)...]
    }
    return made + rest
  }
}
