internal import DocumentModel

/// One thing that a run can be told, by whatever way: flag, environment, configuration file.
package struct SettingKey: Sendable {
  /// As in the file: `retry_failed`.
  package let name: String
  /// What it takes, in words: `a number from 1 to 1024`.
  let takes: String
  /// False where the value is none of what it takes.
  let apply: @Sendable (SettingValue, inout RunSettings) -> Bool
  /// The value as YAML.
  let yaml: @Sendable (RunSettings) -> String
  /// Whether a file may say `null` for "not set".
  var isOptional = false
  var shape = Shape.text
  /// The limit that this is a handier name of.
  var limit: Limits.Member?

  enum Shape { case text, number, flag, list, pairs, converters }

  /// As on the command line: `--retry-failed`.
  package var flag: String { "--" + name.replacing("_", with: "-") }
  /// As in the environment: `GONGKAI_RETRY_FAILED`.
  package var variable: String { Self.variablePrefix + name.uppercased() }

  static let variablePrefix = "GONGKAI_"
}

extension SettingKey {
  static func number(
    _ name: String, _ path: any WritableKeyPath<RunSettings, Int> & Sendable,
    _ unit: Limits.Unit = .entries, in range: ClosedRange<Int>
  ) -> Self {
    Self(
      name: name,
      takes: (unit == .bytes ? "bytes (as digits, or with K, M or G)" : "a number")
        + " from \(range.lowerBound) to \(range.upperBound)",
      apply: { value, settings in
        guard case .text(let text) = value, let number = unit.value(text), range.contains(number)
        else { return false }
        settings[keyPath: path] = number
        return true
      }, yaml: { String($0[keyPath: path]) }, shape: .number)
  }

  /// A limit under a name of its own.
  static func limit(_ name: String, _ member: Limits.Member) -> Self {
    var key = Self(
      name: name, takes: member.values,
      apply: { value, settings in
        guard case .text(let text) = value, let number = member.unit.value(text),
          member.range.contains(number)
        else { return false }
        settings.limits[keyPath: member.keyPath] = number
        return true
      }, yaml: { String($0.limits[keyPath: member.keyPath]) }, shape: .number)
    key.limit = member
    return key
  }

  static func flag(_ name: String, _ path: any WritableKeyPath<RunSettings, Bool> & Sendable)
    -> Self
  {
    flag(name, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
  }

  /// A flag that may also be left open.
  static func openFlag(
    _ name: String, _ path: any WritableKeyPath<RunSettings, Bool?> & Sendable
  ) -> Self {
    var key = flag(name, get: { $0[keyPath: path] }) { $0[keyPath: path] = $1 }
    key.isOptional = true
    return key
  }

  static func flag(
    _ name: String, get: @escaping @Sendable (RunSettings) -> Bool?,
    set: @escaping @Sendable (inout RunSettings, Bool) -> Void
  ) -> Self {
    var key = Self(
      name: name, takes: "true or false",
      apply: { value, settings in
        switch value {
        case .text("true"): set(&settings, true)
        case .text("false"): set(&settings, false)
        default: return false
        }
        return true
      }, yaml: { get($0).map(String.init) ?? "null" })
    key.shape = .flag
    return key
  }

  static func text(
    _ name: String, _ path: any WritableKeyPath<RunSettings, String> & Sendable, takes: String
  ) -> Self {
    text(name, takes: takes, get: { $0[keyPath: path] }) { $0[keyPath: path] = $1 }
  }

  static func text(
    _ name: String, _ path: any WritableKeyPath<RunSettings, String?> & Sendable, takes: String
  ) -> Self {
    text(name, takes: takes, get: { $0[keyPath: path] ?? "" }) { $0[keyPath: path] = $1 }
  }

  /// A text that isn't empty; an empty one means that there is none.
  private static func text(
    _ name: String, takes: String, get: @escaping @Sendable (RunSettings) -> String,
    set: @escaping @Sendable (inout RunSettings, String) -> Void
  ) -> Self {
    Self(
      name: name, takes: takes,
      apply: { value, settings in
        guard case .text(let text) = value, !text.isEmpty else { return false }
        set(&settings, text)
        return true
      }, yaml: { get($0).isEmpty ? "null" : YAMLText.quoted(get($0)) }, isOptional: true)
  }

  static func list(
    _ name: String, _ path: any WritableKeyPath<RunSettings, [String]> & Sendable, takes: String
  ) -> Self {
    Self(
      name: name, takes: takes,
      apply: { value, settings in
        guard case .list(let items) = value, items.allSatisfy({ !$0.isEmpty }) else { return false }
        settings[keyPath: path] = items
        return true
      }, yaml: { YAMLText.list($0[keyPath: path]) }, shape: .list)
  }

  /// A choice that may also be left open.
  static func openChoice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<RunSettings, Choice?> & Sendable
  ) -> Self {
    var key = choice(
      name, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 as Choice })
    key.isOptional = true
    return key
  }

  static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<RunSettings, Choice> & Sendable
  ) -> Self {
    choice(name, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, get: @escaping @Sendable (RunSettings) -> Choice?,
    set: @escaping @Sendable (inout RunSettings, Choice) -> Void
  ) -> Self {
    Self(
      name: name, takes: "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "),
      apply: { value, settings in
        guard case .text(let text) = value, let choice = Choice(rawValue: text) else {
          return false
        }
        set(&settings, choice)
        return true
      }, yaml: { get($0)?.rawValue ?? "null" })
  }
}
