internal import Yams

/// The configuration file: YAML, a mapping of the names of ``SettingKey/all``.
enum SettingsFile {
  /// Far more than all settings with a comment on each; YAML in bulk is not what this reads.
  static let mostBytes = 64 << 10

  /// The settings in `bytes`, in the file's order.
  ///
  /// - Parameter name: How messages call the file.
  static func entries(_ bytes: [UInt8], name: String) throws(SettingsError) -> [SettingEntry] {
    func place(_ mark: Mark?) -> SettingOrigin {
      .file(name: name, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
    guard bytes.count <= mostBytes else {
      throw SettingsError(.wholeFile(name: name), "the file has more than \(mostBytes) bytes")
    }
    if let line = lineOfAnchor(in: bytes) {
      throw SettingsError(
        .file(name: name, line: line, column: 1), "anchors and aliases (&name, *name) are not taken"
      )
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsError(.wholeFile(name: name), "the file is no valid UTF-8")
    }
    let root: Node?
    do {
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      throw problem(error, name: name)
    }
    guard let root else { return [] }
    guard case .mapping(let mapping) = root else {
      // A file of nothing but comments is one empty scalar.
      if case .scalar(let scalar) = root, scalar.string.isEmpty { return [] }
      throw SettingsError(place(root.mark), "the file must be a mapping, lines of key: value")
    }
    var entries: [SettingEntry] = []
    for (key, node) in mapping {
      guard case .scalar(let scalar) = key, let known = SettingKey.named(scalar.string) else {
        let wrong = key.scalar?.string ?? "?"
        let hint = NearestName.hint(for: wrong, in: SettingKey.all.lazy.map(\.name))
        throw SettingsError(place(key.mark), "there is no setting \"\(wrong)\"\(hint)")
      }
      guard let value = try Self.value(node, of: known, place: place) else { continue }
      entries.append(
        SettingEntry(key: known, value: value, origin: place(node.mark)))
    }
    return entries
  }

  /// What `node` says; nil for "not set".
  private static func value(
    _ node: Node, of key: SettingKey, place: (Mark?) -> SettingOrigin
  ) throws(SettingsError) -> SettingValue? {
    func wrong(_ found: String, at node: Node) -> SettingsError {
      SettingsError(place(node.mark), "\(key.name) takes \(key.takes), not \(found)")
    }
    switch (node, key.shape) {
    case (.scalar(let scalar), .text), (.scalar(let scalar), .number), (.scalar(let scalar), .flag):
      if scalar.isNull, key.isOptional { return nil }
      if scalar.isNull { throw wrong("nothing", at: node) }
      // What takes text takes 2024 too, but a number in quotes is text.
      if scalar.style != .plain, key.shape != .text { throw wrong("text in quotes", at: node) }
      return .text(scalar.string)
    case (.sequence(let sequence), .list):
      var items: [String] = []
      for item in sequence {
        guard case .scalar(let scalar) = item, !scalar.isNull else {
          throw wrong("a list that holds something else", at: item)
        }
        items.append(scalar.string)
      }
      return .list(items)
    case (.mapping(let mapping), .pairs):
      var pairs: [SettingValue.Pair] = []
      for (name, value) in mapping {
        guard case .scalar(let name) = name, case .scalar(let number) = value,
          number.style == .plain
        else { throw wrong("a mapping that holds something else", at: value) }
        pairs.append(.init(name: name.string, value: number.string, origin: place(value.mark)))
      }
      return .pairs(pairs)
    case (.sequence(let sequence), .converters):
      return .converters(
        try sequence.map { node throws(SettingsError) in
          try converter(node, wrong: { wrong($0, at: $1) }) { SettingsError(place($0.mark), $1) }
        })
    case (.scalar(let scalar), _): throw wrong("\"\(scalar.string)\"", at: node)
    case (.sequence, _): throw wrong("a list", at: node)
    case (.mapping, _), (.alias, _): throw wrong("a mapping", at: node)
    }
  }

  /// The line of the first anchor: without one there is no alias either.
  ///
  /// Looked for before parsing, since the parser copies what an alias names, and copies of copies need no large file.
  private static func lineOfAnchor(in bytes: [UInt8]) -> Int? {
    var line = 1
    var before = UInt8(ascii: "\n")
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "&"), index + 1 < bytes.count, isWord(bytes[index + 1]),
        !isWord(before), before < 0x80, before != UInt8(ascii: "\""), before != UInt8(ascii: "'")
      {
        return line
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      before = byte
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func problem(_ error: any Error, name: String) -> SettingsError {
    func at(_ mark: Mark, _ message: String) -> SettingsError {
      SettingsError(.file(name: name, line: mark.line, column: mark.column), message)
    }
    return switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      at(mark, "no YAML: \(problem)\(hint(problem))")
    case .duplicatedKeysInMapping(let keys, let context):
      at(context.mark, "\(keys.map { "\"\($0)\"" }.joined(separator: ", ")) is there twice")
    case .reader(let problem, _, _, _): SettingsError(.wholeFile(name: name), "no YAML: \(problem)")
    default: SettingsError(.wholeFile(name: name), "the file cannot be read as YAML")
    }
  }
}

extension SettingsFile {
  /// What libyaml does not say.
  private static func hint(_ problem: String) -> String {
    // These two are about a * that was meant as one.
    let isAlias = problem.contains("undefined alias") || problem.contains("alphabetic or numeric")
    return isAlias ? "; text that begins with * needs quotes" : ""
  }
}

extension Node.Scalar {
  /// Nothing, or YAML's words for it.
  fileprivate var isNull: Bool { style == .plain && ["", "~", "null"].contains(string) }
}
