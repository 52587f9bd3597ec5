internal import DocumentModel

/// The settings of a run, and where each of them comes from.
package struct ResolvedSettings: Sendable {
  package let settings: RunSettings
  private let origins: [String: SettingOrigin]

  /// A configuration file that was read.
  package struct File: Sendable {
    /// As messages call it.
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    /// Bytes that a configuration file may have.
    package static let mostBytes = SettingsFile.mostBytes
  }

  /// Puts together what was said, in this precedence: flag, environment, file, default.
  ///
  /// A list of a stronger source takes the place of a weaker one's; `limits` are taken one by one.
  ///
  /// - Parameters:
  ///   - flags: Values by name, `["jobs": ["4"]]`; a flag's is `true`, of `limits` `["zip_entries=5"]`.
  ///   - environment: All variables; those that do not begin with `GONGKAI_` are passed over.
  ///   - jobs: The default.
  package init(
    flags: [String: [String]], environment: [String: String], file: File?, jobs: Int
  ) throws(SettingsError) {
    var settings = RunSettings(inputs: [], output: "", jobs: max(1, jobs))
    var origins: [String: SettingOrigin] = [:]
    let sources = [
      try file.map { file throws(SettingsError) in
        try SettingsFile.entries(file.bytes, name: file.name)
      } ?? [],
      try SettingsText.entries(environment: environment),
      try SettingsText.entries(flags: flags),
    ]
    for entries in sources {
      try Self.refuseContradictions(in: entries)
      for entry in entries { try entry.apply(to: &settings, origins: &origins) }
    }
    self.settings = settings
    self.origins = origins
  }

  /// The settings as a configuration file with the origin of each in a comment, for `--show-config`.
  package var yaml: String {
    var lines: [(text: String, origin: String)] = []
    for key in SettingKey.all where key.shape != .pairs {
      lines.append(("\(key.name): \(key.yaml(settings))", origin(key.originName)))
    }
    lines.append(("limits:", ""))
    for limit in Limits.all {
      let value = settings.limits[keyPath: limit.keyPath]
      lines.append(
        ("  \(limit.name): \(value)", origin(SettingKey.originName(of: limit))))
    }
    return lines.map { text, origin in
      if origin.isEmpty { return text + "\n" }
      return text + String(repeating: " ", count: max(1, 40 - text.count)) + "# \(origin)\n"
    }.joined()
  }

  private func origin(_ name: String) -> String {
    (origins[name] ?? .standard).description
  }

  /// One source must not say two things of one limit, or be quiet and verbose.
  private static func refuseContradictions(in entries: [SettingEntry]) throws(SettingsError) {
    var seen: [String: (name: String, value: String)] = [:]
    for entry in entries {
      for (name, subject, value, origin) in claims(of: entry) {
        if let other = seen[subject], other.value != value {
          throw SettingsError(origin, "\(name) contradicts \(other.name)")
        }
        seen[subject] = (name, value)
      }
    }
  }

  private static func claims(
    of entry: SettingEntry
  ) -> [(name: String, subject: String, value: String, origin: SettingOrigin)] {
    switch entry.value {
    case .pairs(let pairs):
      pairs.map { pair in
        let member = Limits.member(pair.name)
        let value = member?.unit.value(pair.value).map(String.init) ?? pair.value
        return ("limits.\(pair.name)", "limits.\(pair.name)", value, pair.origin)
      }
    case .text(let text) where entry.key.limit != nil:
      [
        (
          entry.key.name, entry.key.originName,
          entry.key.limit?.unit.value(text).map(String.init) ?? text, entry.origin
        )
      ]
    case .text("true") where ["quiet", "verbose"].contains(entry.key.name):
      [(entry.key.name, "verbosity", entry.key.name, entry.origin)]
    default: []
    }
  }
}
