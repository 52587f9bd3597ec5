internal import ConsoleText
package import PlainWords
internal import ReportRecords

/// A check for a person: one screen a report.
struct DraftText {
  /// Columns of a line, and lines of a report.
  static let width = 80
  static let height = 40
  let check: DraftCheck
  let language: Language

  /// Each line with its end.
  func text() -> String {
    (heading() + body()).map { $0 + "\n" }.joined()
  }

  /// Fit for a terminal before it is measured.
  private func say(_ words: Words) -> String { TerminalText.line(language.text(words)) }

  /// File, agency, year and counts; on one line where they fit.
  private func heading() -> [String] {
    let year = check.reportYear.map { say(Words("\($0) 年度", "\($0)")) }
    let path = TerminalText.line(check.path)
    let rest = [check.agencyName.map(TerminalText.line), year, say(check.verdict)].compactMap(
      \.self
    )
    .joined(separator: "  ")
    let room = Self.width - 2 - DisplayWidth.of(rest)
    guard room >= 12 else {
      return [DisplayWidth.tail(path, width: Self.width)]
        + DisplayWidth.folded("  " + rest, indent: 2, width: Self.width)
    }
    return ["\(DisplayWidth.tail(path, width: room))  \(rest)"]
  }

  private func body() -> [String] {
    let widest = check.facts.map { DisplayWidth.of(say($0.name)) }.max() ?? 0
    let facts = check.facts.flatMap { fact in
      let name = DisplayWidth.padded(say(fact.name), to: widest)
      return DisplayWidth.folded(
        "  \(name)  \(DisplayWidth.shortened(say(fact.value), to: 200))", indent: widest + 4,
        width: Self.width)
    }
    return facts + list(room: Self.height - facts.count - 2)
  }

  /// The findings under their headings as far as there is room, the rest counted.
  private func list(room: Int) -> [String] {
    var lines: [String] = []
    var shown = 0
    var last: DraftFinding.Severity?
    for (index, finding) in check.findings.enumerated() {
      var block = finding.severity == last ? [] : [say(finding.severity.words)]
      block += self.lines(finding, number: index + 1)
      // The first one is shown, however long.
      guard index == 0 || lines.count + block.count <= room else { break }
      lines += block
      shown += 1
      last = finding.severity
    }
    let rest = check.findings.count - shown
    guard rest > 0 else { return lines }
    return lines + [
      say(Words("另有 \(rest) 处，见 --json 或 --html", "\(rest) more, see --json or --html"))
    ]
  }

  private func lines(_ finding: DraftFinding, number: Int) -> [String] {
    let label = DisplayWidth.padded("\(number).", to: 3)
    let headline = "  \(label) \(say(finding.words))\(place(finding))"
    return DisplayWidth.folded(headline, indent: 6, width: Self.width)
      + finding.details.prefix(4).flatMap { detail in
        DisplayWidth.folded(
          "      - " + DisplayWidth.shortened(say(detail), to: language == .chinese ? 140 : 280),
          indent: 8, width: Self.width)
      }
  }

  /// Where the one cell stands that it is about.
  private func place(_ finding: DraftFinding) -> String {
    guard finding.suggestions.count == 1 || finding.cells.count == 1,
      let place = finding.cells.first?.reading.location
    else { return "" }
    return say(Words("（\(place.words.chinese)）", " (\(place.words.english))"))
  }
}

extension DraftCheck {
  /// One screen for a person, each line with its end.
  package func text(in language: Language) -> String {
    DraftText(check: self, language: language).text()
  }
}
