internal import DocumentModel

/// A setting as one source gives it.
struct SettingEntry: Sendable {
  var key: SettingKey
  var value: SettingValue
  var origin: SettingOrigin

  /// Puts the value into `settings`, and where it comes from into `origins`, by ``originName``.
  func apply(
    to settings: inout RunSettings, origins: inout [String: SettingOrigin]
  ) throws(SettingsError) {
    if case .pairs(let pairs) = value, key.shape == .pairs {
      for pair in pairs { try apply(pair, to: &settings, origins: &origins) }
      return
    }
    guard key.apply(value, &settings) else {
      throw SettingsError(origin, "\(key.name) takes \(key.takes), not \(value.shown)")
    }
    origins[key.originName] = origin
  }

  private func apply(
    _ pair: SettingValue.Pair, to settings: inout RunSettings,
    origins: inout [String: SettingOrigin]
  ) throws(SettingsError) {
    guard let member = Limits.member(pair.name) else {
      let hint = NearestName.hint(for: pair.name, in: Limits.all.lazy.map(\.name))
      throw SettingsError(pair.origin, "\(LimitError.unknown(pair.name))\(hint)")
    }
    do throws(LimitError) {
      try settings.limits.set(member, to: pair.value)
    } catch {
      throw SettingsError(pair.origin, "\(error)")
    }
    origins[SettingKey.originName(of: member)] = pair.origin
  }
}

extension SettingKey {
  /// The name under which it is remembered where a value comes from; a limit has one, whatever it is called by.
  var originName: String { limit.map(Self.originName) ?? name }

  static func originName(of limit: Limits.Member) -> String { "limits.\(limit.name)" }
}
