package import PlainWords

extension RunSummary {
  /// The bytes of `summary.json`.
  package func json() throws -> [UInt8] { try SummaryJSON.bytes(self) }

  /// The bytes of `summary.txt`, a mail of at most 100 columns; its first line is a subject.
  ///
  /// - Parameter language: Nil for Chinese and English, for readers who are not known.
  package func text(in language: Language?) -> [UInt8] {
    Array(SummaryText(self, in: language).text.utf8)
  }

  /// The bytes of a file for the Prometheus textfile collector.
  ///
  /// - Parameter previous: Those of the file that it replaces, empty if there is none: the time of the last success is
  ///   taken over from there where this run was none.
  package func metrics(previous: [UInt8]) -> [UInt8] {
    Array(RunMetrics.text(self, previous: previous).utf8)
  }

  /// The outcome in one sentence, the first line of ``text(in:)``.
  package func headline(in language: Language?) -> String {
    Headline(self).text(Wording(language: language))
  }

  /// Why the run broke or stopped; what no template is for stays English.
  var causeInWords: Words { ErrorWords.words(cause) }
}
