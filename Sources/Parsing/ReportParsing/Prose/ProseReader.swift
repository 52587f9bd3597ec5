package import Diagnostics
package import ReportRecords

/// What the running text says in documents and numbers.
package struct Prose: Sendable {
  package var cited: [Citation]
  package var figures: [Figure]
  /// The soft checks N and P, as failures of severity warning.
  package var softFailures: [CheckFailure]
}

/// Reads cited documents and narrative figures.
package enum ProseReader {
  /// - Parameter cells: The readings of the three tables, for the soft check N.
  package static func read(
    _ paragraphs: [ProseParagraph], cells: [CellReading]
  ) -> Diagnosed<Prose> {
    var cited = CitationList()
    var prose = Diagnosed(Prose(cited: [], figures: [], softFailures: []))
    let comparison = NarrativeComparison(cells)
    for paragraph in paragraphs {
      let text = ProseText(paragraph.text)
      let citations = CitationReader(text)
      cited.add(citations)
      for number in citations.damaged {
        prose.issues.append(
          Issue(
            .documentNumberDamaged, "Document number \(number) is damaged", at: paragraph.location))
      }
      let scanner = FigureScanner(text, skipping: citations.ranges)
      for number in scanner.unreadable {
        prose.issues.append(
          Issue(.figureUnreadable, "Number \(number) can't be told", at: paragraph.location))
      }
      add(scanner, of: text, in: paragraph, comparison, to: &prose)
    }
    prose.value.cited = cited.finished()
    return prose
  }

  private static func add(
    _ scanner: FigureScanner, of text: ProseText, in paragraph: ProseParagraph,
    _ comparison: NarrativeComparison, to prose: inout Diagnosed<Prose>
  ) {
    let tree = FigureTree(text, scanner)
    let base = prose.value.figures.count
    for (index, mention) in scanner.mentions.enumerated() {
      let figure = Figure(
        label: mention.label, value: mention.value, unit: mention.unit,
        approximate: mention.isApproximate, sectionID: paragraph.sectionID, quote: mention.quote,
        parent: tree.parents[index].map { base + $0 })
      prose.value.figures.append(figure)
      let whole = tree.parents[index]
      let isNested = whole.map { tree.parents[$0] != nil } ?? false
      guard !isNested, !mention.isComparison, !mention.isApproximate else { continue }
      comparison.compare(
        mention, isPart: whole != nil, text, at: paragraph.location, into: &prose)
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
