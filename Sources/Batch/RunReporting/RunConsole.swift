package import PlainWords
internal import Synchronization

/// Standard error of a run: a progress bar at the bottom of a terminal and messages above it, or plain lines.
///
/// Writes only through the closure it was given. May be called from any thread; each call is written at once.
package final class RunConsole: Sendable {
  /// What is known about standard error, and what was asked for.
  package struct Style: Hashable, Sendable {
    /// Whether a bar can be drawn; it is not with `--quiet` and `--log-format json`.
    package var hasBar: Bool
    package var hasColor: Bool
    /// Whether a plain line a minute says how far the run is, where there is no bar.
    package var hasPlainProgress: Bool
    package var language: Language

    package init(
      hasBar: Bool, hasColor: Bool, hasPlainProgress: Bool, language: Language = .english
    ) {
      self.hasBar = hasBar
      self.hasColor = hasColor
      self.hasPlainProgress = hasPlainProgress
      self.language = language
    }
  }

  package let style: Style
  private let width: @Sendable () -> Int
  private let now: @Sendable () -> Double
  private let write: @Sendable ([UInt8]) -> Void
  private let state = Mutex(State())

  private struct State {
    var estimate = RemainingTime()
    /// The bar on the screen; empty where there is none.
    var bar = ""
    var drawnAt: Double?
    var saidAt: Double?
  }

  /// - Parameters:
  ///   - width: Columns of the terminal, asked for at every drawing; 0 where it does not say.
  ///   - now: Seconds of a clock that does not jump.
  ///   - write: Gets whole pieces; what becomes of them is its business.
  package init(
    style: Style, width: @escaping @Sendable () -> Int, now: @escaping @Sendable () -> Double,
    write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.style = style
    self.width = width
    self.now = now
    self.write = write
  }

  /// Draws the bar if the last drawing is 100 ms ago, or says the plain line if the last is a minute ago.
  ///
  /// Call as often as something changes, and at least once a second: a hanging document must not look like a hanging run.
  package func show(_ progress: RunProgress) {
    let time = now()
    let piece = state.withLock { state -> String in
      state.estimate.add(progress, at: time)
      if style.hasBar {
        guard time - (state.drawnAt ?? -.infinity) >= 0.1 else { return "" }
        state.drawnAt = time
        let bar = ProgressLine.bar(
          progress, remaining: state.estimate.seconds, width: width(), hasColor: style.hasColor,
          in: style.language)
        guard bar != state.bar else { return "" }
        defer { state.bar = bar }
        return "\r" + bar + Self.clearToEnd
      }
      guard style.hasPlainProgress else { return "" }
      guard let saidAt = state.saidAt else {
        state.saidAt = time
        return ""
      }
      guard time - saidAt >= 60 else { return "" }
      state.saidAt = time
      let line = ProgressLine.plain(
        progress, remaining: state.estimate.seconds, in: style.language)
      return "gongkai: \(line)\n"
    }
    send(piece)
  }

  /// Writes one or more lines, above the bar where there is one.
  ///
  /// - Parameter text: Without the last line's end.
  package func say(_ text: String) {
    send(
      state.withLock { state in
        let lines = text + "\n"
        return state.bar.isEmpty ? lines : "\r" + Self.clearToEnd + lines + state.bar
      })
  }

  /// Takes the bar away; the next call of ``show(_:)`` draws it again.
  package func clear() {
    send(
      state.withLock { state in
        defer { state.bar = "" }
        return state.bar.isEmpty ? "" : "\r" + Self.clearToEnd
      })
  }

  private func send(_ text: String) {
    if !text.isEmpty { write(Array(text.utf8)) }
  }

  private static let clearToEnd = "\u{1B}[K"
}
