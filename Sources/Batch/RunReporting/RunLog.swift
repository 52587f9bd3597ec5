package import Logging

/// The log of a run: to standard error from the level asked for, to `log.jsonl` from debug.
///
/// Make a logger with `Logger(label: "gongkai") { _ in RunLog(...) }`.
package struct RunLog: LogHandler {
  /// What standard error gets.
  package enum ConsoleFormat: String, Sendable { case text, json }

  package var logLevel: Logger.Level = .debug
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?
  private let console: RunConsole
  private let consoleLevel: Logger.Level
  private let format: ConsoleFormat
  private let file: LogFile?
  private let wallClock: @Sendable () -> WallTime

  /// - Parameters:
  ///   - file: Nil where the run has no folder (yet).
  ///   - wallClock: For the `time` of lines; it may jump.
  package init(
    console: RunConsole, consoleLevel: Logger.Level, format: ConsoleFormat, file: LogFile?,
    wallClock: @escaping @Sendable () -> WallTime
  ) {
    self.console = console
    self.consoleLevel = consoleLevel
    self.format = format
    self.file = file
    self.wallClock = wallClock
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var all = event.metadata ?? [:]
    if let provided = metadataProvider?.get() { all.merge(provided) { own, _ in own } }
    all.merge(metadata) { nearer, _ in nearer }
    let time = wallClock()
    let message = "\(event.message)"
    let isJSONWanted = file != nil || format == .json
    let json = isJSONWanted ? LogLine.json(event.level, message, all, at: time) : ""
    if let file {
      file.write(json)
      // There is one of these for each document: they are handed over together, by whoever keeps the time.
      if event.level > .debug { file.flush() }
    }
    guard event.level >= consoleLevel else { return }
    switch format {
    case .json: console.say(json)
    case .text:
      console.say(
        LogLine.text(
          event.level, message, all, hasColor: console.style.hasColor, in: console.style.language))
    }
  }
}
