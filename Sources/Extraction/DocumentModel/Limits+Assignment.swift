extension Limits {
  /// The limit named `name`.
  package static func member(_ name: some StringProtocol) -> Member? {
    all.first { $0.name == name }
  }

  /// The members that differ from their defaults, as ``apply(_:)`` takes them: `["zip_entries=5"]`.
  package var differences: [String] {
    Self.all.compactMap { member in
      let value = self[keyPath: member.keyPath]
      return value == member.standard ? nil : "\(member.name)=\(value)"
    }
  }

  /// Sets a limit by name from `zip_entries=5`; bytes may have a suffix, `input_bytes=64M`.
  package mutating func apply(_ assignment: some StringProtocol) throws(LimitError) {
    let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .notAnAssignment(String(assignment)) }
    guard let member = Self.member(parts[0]) else { throw .unknown(String(parts[0])) }
    try set(member, to: parts[1])
  }

  package mutating func set(_ member: Member, to text: some StringProtocol) throws(LimitError) {
    guard let value = member.unit.value(text), member.range.contains(value) else {
      throw .refused(name: member.name, value: String(text))
    }
    self[keyPath: member.keyPath] = value
  }
}

/// Why a limit could not be set.
package enum LimitError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not of the form `name=value`.
  case notAnAssignment(String)
  case unknown(String)
  /// No number of the limit's unit, or outside its range.
  case refused(name: String, value: String)

  package var description: String {
    switch self {
    case .notAnAssignment(let text): "\"\(text)\" is not of the form name=value"
    case .unknown(let name): "there is no limit \"\(name)\""
    case .refused(let name, let value):
      "\(name) takes \(Limits.member(name)?.values ?? "a number"), not \"\(value)\""
    }
  }
}

extension Limits.Member {
  /// What it takes, in words: `a number from 1 to 1000000`.
  package var values: String {
    if range.count == 1 { return "only \(range.lowerBound), which cannot be changed" }
    let kind = unit == .bytes ? "bytes (as digits, or with K, M or G)" : "a number"
    return "\(kind) from \(range.lowerBound) to \(range.upperBound)"
  }
}
