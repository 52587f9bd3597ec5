/// Settings as the environment and the command line give them: text.
enum SettingsText {
  /// Variables that begin like a setting and are none.
  private static let otherVariables: Set = ["GONGKAI_CONFIG", "GONGKAI_RECORD_GOLDEN"]

  /// The settings in `environment`, in the order of ``SettingKey/all``.
  ///
  /// Lists and limits are separated by commas: `GONGKAI_LIMITS=zip_entries=5,xml_depth=99`.
  static func entries(environment: [String: String]) throws(SettingsError) -> [SettingEntry] {
    let known = Set(SettingKey.all.lazy.map(\.variable)).union(otherVariables)
    let unknown = environment.keys.filter {
      $0.hasPrefix(SettingKey.variablePrefix) && !known.contains($0)
    }
    if let name = unknown.min() {
      let hint = NearestName.hint(for: name, in: known.sorted())
      throw SettingsError(.environment(name), "there is no such setting\(hint)")
    }
    var entries: [SettingEntry] = []
    for key in SettingKey.all {
      guard let text = environment[key.variable] else { continue }
      guard key.shape != .converters else { throw inFileOnly(key, .environment(key.variable)) }
      let texts =
        switch key.shape {
        case .list, .pairs: text.isEmpty ? [] : text.split(separator: ",").map(String.init)
        case .flag: [["1": "true", "0": "false"][text] ?? text]
        case .text, .number, .converters: [text]
        }
      entries.append(try entry(key, texts, .environment(key.variable)))
    }
    return entries
  }

  /// The settings that flags give, in the order of ``SettingKey/all``.
  static func entries(flags: [String: [String]]) throws(SettingsError) -> [SettingEntry] {
    var entries: [SettingEntry] = []
    for key in SettingKey.all {
      guard let texts = flags[key.name] else { continue }
      entries.append(try entry(key, texts, .flag(key.spelling)))
    }
    return entries
  }

  private static func inFileOnly(_ key: SettingKey, _ origin: SettingOrigin) -> SettingsError {
    SettingsError(origin, "\(key.name) can be set in the configuration file only")
  }

  private static func entry(
    _ key: SettingKey, _ texts: [String], _ origin: SettingOrigin
  ) throws(SettingsError) -> SettingEntry {
    let value: SettingValue
    switch key.shape {
    case .list: value = .list(texts)
    case .text, .number, .flag: value = .text(texts.last ?? "")
    case .converters: throw inFileOnly(key, origin)
    case .pairs:
      var pairs: [SettingValue.Pair] = []
      for text in texts {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
          throw SettingsError(origin, "\"\(text)\" is not of the form name=value")
        }
        pairs.append(.init(name: String(parts[0]), value: String(parts[1]), origin: origin))
      }
      value = .pairs(pairs)
    }
    return SettingEntry(key: key, value: value, origin: origin)
  }
}

extension SettingKey {
  /// As the command line calls it in its help.
  fileprivate var spelling: String {
    switch name {
    case "inputs": "<input>"
    case "limits": "--limit"
    default: flag
    }
  }
}
