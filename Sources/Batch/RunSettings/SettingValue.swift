internal import ConfinedPrograms

/// A setting's value as it was written, before anything is made of it.
enum SettingValue: Hashable, Sendable {
  /// One word or text. A flag that is given is `true`.
  case text(String)
  case list([String])
  /// Pairs of `limits`, each with the place where it stands.
  case pairs([Pair])
  case converters([SiteConverter])

  struct Pair: Hashable, Sendable {
    var name: String
    var value: String
    var origin: SettingOrigin
  }

  /// The value in words, for a message about it.
  var shown: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .list, .converters: "a list"
    case .pairs: "a mapping"
    }
  }
}

/// Where a setting comes from.
package enum SettingOrigin: Hashable, Sendable, CustomStringConvertible {
  case standard
  case file(name: String, line: Int, column: Int)
  /// The file as a whole.
  case wholeFile(name: String)
  case environment(String)
  case flag(String)

  /// As it begins a message: `gongkai.yaml:3:7`, `GONGKAI_JOBS`, `--jobs`.
  package var description: String {
    switch self {
    case .standard: "default"
    case .file(let name, let line, let column): "\(name):\(line):\(column)"
    case .wholeFile(let name), .environment(let name): name
    case .flag(let name): name
    }
  }
}

/// Why the settings cannot be used; the first thing found.
package struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  package let origin: SettingOrigin
  /// One sentence without a final stop.
  package let message: String

  package init(_ origin: SettingOrigin, _ message: String) {
    self.origin = origin
    self.message = message
  }

  /// Whether the command line is at fault (exit 64), and not file or environment (exit 78).
  package var isUsage: Bool {
    switch origin {
    case .flag, .standard: true
    case .file, .wholeFile, .environment: false
    }
  }

  /// One line.
  ///
  ///     gongkai.yaml:3:1: there is no setting "job"; did you mean "jobs"?
  package var description: String { "\(origin): \(message)" }
}
