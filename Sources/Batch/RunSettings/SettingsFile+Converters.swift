internal import ConfinedPrograms
internal import DocumentModel
internal import Yams

extension SettingsFile {
  /// The converter that `node` describes.
  ///
  ///     {when: "*.hwp", command: [hwp2docx, "{input}", "{output}"], output: docx, timeout: 60}
  ///
  /// - Parameters:
  ///   - wrong: An error that says what was found in the place of what.
  ///   - error: An error at a node.
  static func converter(
    _ node: Node, wrong: (String, Node) -> SettingsError, error: (Node, String) -> SettingsError
  ) throws(SettingsError) -> SiteConverter {
    guard case .mapping(let mapping) = node else {
      throw wrong("a list that holds something else", node)
    }
    var converter = SiteConverter(when: "", command: [], output: .docx)
    var hasOutput = false
    for (key, value) in mapping {
      switch (key.string ?? "", value) {
      case ("when", .scalar(let text)): converter.when = text.string
      case ("command", .sequence): converter.command = try texts(value, wrong)
      case ("reads", .sequence): converter.reads = try texts(value, wrong)
      case ("output", .scalar(let text)):
        guard let output = SiteConverter.Output(rawValue: text.string) else {
          throw error(value, "a converter's output is one of docx, html, text")
        }
        converter.output = output
        hasOutput = true
      case ("timeout", .scalar(let text)):
        guard text.style == .plain, let seconds = Limits.Unit.seconds.value(text.string) else {
          throw error(value, "a converter's timeout is a number of seconds")
        }
        converter.timeout = seconds
      case (let name, _):
        guard ["when", "command", "output", "timeout", "reads"].contains(name) else {
          throw error(key, "a converter has no \"\(name)\"")
        }
        throw error(value, "a converter's \(name) is something else")
      }
    }
    guard hasOutput else { throw error(node, "a converter needs an \"output\"") }
    if let objection = converter.objection { throw error(node, "a converter \(objection)") }
    return converter
  }

  private static func texts(
    _ node: Node, _ wrong: (String, Node) -> SettingsError
  ) throws(SettingsError) -> [String] {
    guard case .sequence(let sequence) = node else { throw wrong("something else", node) }
    var texts: [String] = []
    for item in sequence {
      guard case .scalar(let scalar) = item else {
        throw wrong("a list that holds something else", item)
      }
      texts.append(scalar.string)
    }
    return texts
  }
}
