internal import ConsoleText
internal import PlainWords

/// How far a run is, in one line.
enum ProgressLine {
  /// For a terminal of `width` columns, in at most `width - 1` of them, so that nothing wraps.
  ///
  ///     ━━━━━━━━━━━━────────  61%  61,204/100,000  62.1/s  ETA 10:24  118 failed
  ///
  /// A narrow terminal loses the drawing first, then the rate, then the rest from the right. Zero columns count as 80.
  static func bar(
    _ progress: RunProgress, remaining: Double?, width: Int, hasColor: Bool, in language: Language
  ) -> String {
    let room = (width > 0 ? min(width, 200) : 80) - 1
    let failed =
      progress.failed > 0
      ? language.text(HeadlineMessages.failed(Number.grouped(progress.failed))) : ""
    let done = "\(Number.grouped(progress.doneDocuments))/\(Number.grouped(progress.documents))"
    let percent = Number.padded("\(Int(share(progress) * 100))%", to: 4)
    let rate = language.text(RunMessages.rate(rate(progress)))
    let remaining = language.text(RunMessages.remaining(duration(remaining)))
    let choices = [
      [percent, done, rate, remaining, failed], [percent, done, remaining, failed],
      [percent, done, failed], [percent, failed], [percent],
    ].map { $0.filter { !$0.isEmpty } }
    for words in choices {
      let text = words.joined(separator: "  ")
      let width = DisplayWidth.of(text)
      guard width <= room else { continue }
      let colored =
        hasColor && !failed.isEmpty && words.last == failed
        ? text.dropLast(failed.count) + "\u{1B}[31m\(failed)\u{1B}[0m" : text
      let cells = min(40, room - width - 2)
      guard words.count == choices[0].count, cells >= 10 else { return String(colored) }
      return drawing(share(progress), cells: cells, hasColor: hasColor) + "  " + colored
    }
    return ""
  }

  /// For a log: `61204 of 100000 documents (61 %), 62.1/s, 118 failed, about 10:24 to go`.
  static func plain(
    _ progress: RunProgress, remaining: Double?, in language: Language
  ) -> String {
    let words = RunMessages.progress(
      Number.grouped(progress.doneDocuments), of: Number.grouped(progress.documents),
      percent: Int(share(progress) * 100), RunMessages.rate(rate(progress)),
      failed: HeadlineMessages.failed(Number.grouped(progress.failed)))
    return language.text(
      remaining == nil ? words : RunMessages.toGo(words, duration(remaining)))
  }

  /// `m:ss` or `h:mm:ss`; `--:--` where it is not known.
  static func duration(_ seconds: Double?) -> String {
    guard let seconds, seconds.isFinite, seconds >= 0, seconds < 360_000_000 else { return "--:--" }
    let whole = Int(seconds.rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    return hours > 0
      ? "\(hours):\(twoDigits(minutes)):\(twoDigits(rest))" : "\(minutes):\(twoDigits(rest))"
  }

  /// Of the documents, since every one of them has a record in the end; 1 where there is nothing to do.
  private static func share(_ progress: RunProgress) -> Double {
    guard progress.documents > 0 else { return 1 }
    return min(1, max(0, Double(progress.doneDocuments) / Double(progress.documents)))
  }

  private static func rate(_ progress: RunProgress) -> String {
    guard progress.elapsedSeconds > 0 else { return "0.0" }
    return Number.decimal(Double(progress.doneDocuments) / progress.elapsedSeconds, places: 1)
  }

  private static func drawing(_ share: Double, cells: Int, hasColor: Bool) -> String {
    let full = Int(share * Double(cells))
    let done = String(repeating: "━", count: full)
    let rest = String(repeating: "─", count: cells - full)
    return hasColor ? "\u{1B}[32m\(done)\u{1B}[0m\u{1B}[2m\(rest)\u{1B}[0m" : done + rest
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
