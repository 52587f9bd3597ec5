internal import ConsoleText
internal import Logging
internal import PlainWords

/// One entry of the log as a line, whatever its text holds.
enum LogLine {
  /// `gongkai: warning: a worker died (path=a.pdf, signal=9)`; an info has no word before it.
  ///
  /// In Chinese as far as there is a template for the message; names and values of metadata are those of `log.jsonl`.
  static func text(
    _ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata, hasColor: Bool,
    in language: Language
  ) -> String {
    let words: Words? =
      switch level {
      case .trace, .debug: LogMessages.debug
      case .info, .notice: nil
      case .warning: LogMessages.warning
      case .error, .critical: LogMessages.error
      }
    let word = words.map(language.text) ?? ""
    let message = language == .chinese ? ErrorWords.chinese(message) ?? message : message
    let color =
      switch level {
      case .trace, .debug: "\u{1B}[2m"
      case .info, .notice: ""
      case .warning: "\u{1B}[33m"
      case .error, .critical: "\u{1B}[31m"
      }
    let head = hasColor && !color.isEmpty ? "\(color)\(word)\u{1B}[0m" : word
    let pairs = metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let tail = pairs.isEmpty ? "" : " (\(pairs.joined(separator: ", ")))"
    return "gongkai: \(head)\(TerminalText.line(message + tail))"
  }

  /// `{"time":"2026-01-02T02:00:00.000Z","level":"warning","message":"…","path":"a.pdf"}`.
  ///
  /// Metadata come after, by name, numbers as numbers and all else as strings; one that is named as one of the three gets `metadata_` before its name.
  static func json(
    _ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata, at time: WallTime
  ) -> String {
    var line = "{\"time\":\"\(time.iso8601)\",\"level\":\"\(level.rawValue)\""
    line += ",\"message\":\(PrintedText.json(message))"
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      let name = ["time", "level", "message"].contains(key) ? "metadata_\(key)" : key
      line += ",\(PrintedText.json(name)):\(json(value))"
    }
    return line + "}"
  }

  private static func json(_ value: Logger.MetadataValue) -> String {
    if case .stringConvertible(let number) = value, number is any BinaryInteger {
      return "\(number)"
    }
    return PrintedText.json("\(value)")
  }
}
