package import Diagnostics
package import ReportRecords
package import TextScanning

/// What the running text says in documents and numbers.
package struct Prose: Sendable {
  package var cited: [Citation]
  package var figures: [Figure]
  /// The soft checks N and P, as failures of severity warning.
  package var softFailures: [CheckFailure]
}

/// Reads cited documents and narrative figures, paragraph by paragraph.
package struct ProseReader: ProseParagraphReader {
  private var cited = CitationList()
  private var prose = Diagnosed(Prose(cited: [], figures: [], softFailures: []))
  private let comparison: NarrativeComparison

  /// - Parameter cells: The readings of the three tables, for the soft check N.
  package init(cells: [CellReading]) {
    comparison = NarrativeComparison(cells)
  }

  package mutating func read(
    _ text: ProseText, of paragraph: ProseParagraph, reportYear: Int?
  ) {
    let citations = CitationReader(text)
    cited.add(citations)
    for number in citations.damaged {
      prose.issues.append(
        Issue(
          .documentNumberDamaged, "the document number \(number) is damaged", at: paragraph.location
        ))
    }
    let scanner = FigureScanner(text, skipping: citations.ranges, reportYear: reportYear)
    for number in scanner.unreadable {
      prose.issues.append(
        Issue(.figureUnreadable, "the number \(number) is unclear", at: paragraph.location))
    }
    add(scanner, of: text, in: paragraph, reportYear: reportYear)
  }

  /// What all paragraphs say.
  package func finished() -> Diagnosed<Prose> {
    var prose = prose
    prose.value.cited = cited.finished()
    return prose
  }

  private mutating func add(
    _ scanner: FigureScanner, of text: ProseText, in paragraph: ProseParagraph, reportYear: Int?
  ) {
    let tree = FigureTree(text, scanner)
    let base = prose.value.figures.count
    for (index, mention) in scanner.mentions.enumerated() {
      if mention.label.isEmpty {
        prose.issues.append(
          Issue(
            .figureUnclear, "it is unclear what \(mention.quote) counts", at: paragraph.location))
      }
      let figure = Figure(
        label: mention.label.isEmpty ? nil : mention.label, value: mention.value,
        unit: mention.unit,
        approximate: mention.isApproximate, sectionID: paragraph.sectionID, quote: mention.quote,
        parent: tree.parents[index].map { base + $0 })
      prose.value.figures.append(figure)
      let whole = tree.parents[index]
      let isNested = whole.map { tree.parents[$0] != nil } ?? false
      guard !isNested, !mention.isComparison, !mention.isApproximate, !mention.label.isEmpty else {
        continue
      }
      comparison.compare(
        mention, isPart: whole != nil, text, reportYear: reportYear, at: paragraph.location,
        into: &prose)
    }
    for (whole, sum) in tree.disagreements {
      let printed = scanner.mentions[whole].value
      prose.value.softFailures.append(
        CheckFailure(
          id: "P", scope: String(base + whole), severity: .warning, expected: sum, actual: printed,
          delta: printed - sum, blanksAsZero: false))
    }
  }
}
