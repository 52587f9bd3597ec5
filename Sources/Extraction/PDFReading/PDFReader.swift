package import Diagnostics
package import DocumentModel

/// Reads PDF files with a text layer, through `pdftotext` of poppler-utils.
package struct PDFReader: DocumentReader {
  private let limits: Limits
  private let tools: PopplerTools

  /// Takes the `pdftotext` that `PATH` has; without it every reading fails with `backend_missing`.
  package init(limits: Limits) {
    self.init(limits: limits, tools: .installed)
  }

  init(limits: Limits, tools: PopplerTools) {
    self.limits = limits
    self.tools = tools
  }

  package func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    let deadline = Deadline(after: limits.backendSeconds)
    let listing = try await words(in: source.bytes, until: deadline)
    // The words are there: drawing leaves time to make a document of them.
    let end = deadline.halfway
    return try await document(of: listing.pages, issues: listing.issues) { range in
      await drawing(of: range, in: source.bytes, until: end)
    }
  }

  /// The document of `pages`, whose words are known.
  ///
  /// - Parameter draw: Gives the lines drawn on each page of a range; nil where they can't be had.
  func document(
    of pages: [BoxPage], issues: [Issue], draw: (Range<Int>) async -> [Rulings]?
  ) async throws(Failure) -> Diagnosed<Document> {
    var issues = issues
    guard pages.contains(where: { !$0.words.isEmpty || !$0.unplaced.isEmpty }) else {
      throw Failure(.pdfNoText, "no page has a text layer")
    }
    for (index, page) in pages.enumerated() where page.words.isEmpty && page.unplaced.isEmpty {
      issues.append(
        Issue(.pdfPageWithoutText, "the page has no text layer", at: .page(index + 1, box: nil)))
    }
    let plain = WordTables(pages)
    let drawn = await drawings(of: plain.doubtful, issues: &issues, draw)
    let grids = PageGrids.tables(
      pageCount: pages.count, drawn: drawn, cellLimit: limits.tableCells)
    var contents: [PageContent] = []
    for (index, page) in pages.enumerated() {
      let ruled = RuledTables.tables(
        grids[index], words: plain.rest[index], page: index + 1, pageWidth: page.width)
      issues += ruled.issues
      contents.append(
        PageContent(
          number: index + 1, width: page.width,
          lines: grids[index].isEmpty ? plain.lines[index] : LineAssembly.lines(of: ruled.rest),
          tables: ruled.tables + plain.tables[index], unplaced: page.unplaced))
    }
    let running =
      grids.allSatisfy(\.isEmpty)
      ? plain.running : RunningText(contents.map(\.lines), heights: pages.map(\.height))
    for index in contents.indices {
      contents[index].lines = running.pages[index]
      // In two columns of text, lines look like rows of two cells.
      guard contents[index].tables.isEmpty, !plain.pages.contains(index),
        Gutter(running.pages[index]) == nil
      else { continue }
      let unruled = UnruledTables.tables(in: running.pages[index], page: index + 1)
      contents[index].lines = unruled.rest
      contents[index].tables = unruled.tables
      issues += unruled.issues
    }
    issues += running.issues
    let cells = contents.reduce(0) {
      $0 + $1.tables.reduce(0) { $0 + $1.columnCount * $1.rows.count }
    }
    guard cells <= limits.tableCells else {
      throw Failure(.documentLimit, "the cells of its tables are \(limits.over(.tableCells))")
    }
    let assembly = DocumentAssembly(contents)
    issues += assembly.issues
    return Diagnosed(
      Document(blocks: assembly.blocks, notes: running.notes, pageCount: pages.count),
      issues: issues)
  }

  /// The words of all pages.
  private func words(
    in bytes: [UInt8], until deadline: Deadline
  ) async throws(Failure) -> (pages: [BoxPage], issues: [Issue]) {
    // Measured in the CropBox, as `pdftocairo` draws: it is what a reader sees of the page.
    let outcome = try await tools.text.run(
      [
        "-bbox", "-cropbox", "-raw", "-enc", "UTF-8", "-l", "\(limits.pdfPages &+ 1)",
        PopplerTool.input, "-",
      ],
      on: bytes, limits: limits, until: deadline)
    if let failure = outcome.failure(of: tools.text.name, limits: limits) { throw failure }
    return try words(in: outcome)
  }

  /// The words of all pages in what `pdftotext` wrote.
  func words(
    in outcome: PopplerTool.Outcome
  ) throws(Failure) -> (pages: [BoxPage], issues: [Issue]) {
    guard let listing = BoxListing(outcome.output) else {
      throw outcome.isOutOfMemory
        ? Failure(.backendMemory, "\(tools.text.name) ran out of memory")
        : Failure(.backendFailed, "\(tools.text.name) wrote something else than words and boxes")
    }
    guard listing.pages.count <= limits.pdfPages else {
      throw Failure(.pdfLimit, "the pages of the PDF are \(limits.over(.pdfPages))")
    }
    guard !listing.pages.isEmpty else { throw Failure(.pdfNoPages, "the PDF has no pages") }
    guard listing.textBytes <= limits.documentBytes else {
      throw Failure(
        .documentLimit,
        "the text has \(listing.textBytes) bytes, \(limits.over(.documentBytes))")
    }
    if listing.characters.isUndecodable || outcome.lacksLanguagePack {
      throw Failure(.textUndecodable, "its fonts do not say which characters they show")
    }
    var issues: [Issue] = []
    if outcome.hasFaults {
      issues.append(Issue(.pdfDamaged, "\(tools.text.name) found faults and read on"))
    }
    if listing.characters.isDoubtful {
      issues.append(Issue(.garbledText, "some characters cannot be read"))
    }
    return (listing.pages, issues)
  }

  /// The lines drawn on the pages of `ranges`, by index.
  ///
  /// A page whose drawing cannot be had is left out and noted: its tables are read from the places of words alone.
  private func drawings(
    of ranges: [Range<Int>], issues: inout [Issue], _ draw: (Range<Int>) async -> [Rulings]?
  ) async -> [Int: Rulings] {
    var drawn: [Int: Rulings] = [:]
    for (count, range) in ranges.enumerated() {
      let what = "the lines drawn on \(range.count) page\(range.count == 1 ? "" : "s")"
      let place = Location.page(range.lowerBound + 1, box: nil)
      if count >= limits.pdfDrawings {
        issues.append(
          Issue(
            .pdfColumnUncertain, "\(what) were not looked at: \(limits.over(.pdfDrawings))",
            at: place))
      } else if let rulings = await draw(range) {
        for (index, rulings) in zip(range, rulings) { drawn[index] = rulings }
      } else {
        issues.append(Issue(.pdfDrawingFailed, "\(what) could not be read", at: place))
      }
    }
    return drawn
  }

  /// The lines drawn on each page of `range`; nil where `pdftocairo` fails or is not there.
  private func drawing(
    of range: Range<Int>, in bytes: [UInt8], until deadline: Deadline
  ) async -> [Rulings]? {
    let arguments = ["-svg", "-f", "\(range.lowerBound + 1)", "-l", "\(range.upperBound)"]
    do {
      let outcome = try await tools.drawing.run(
        arguments + [PopplerTool.input, "-"], on: bytes, limits: limits, until: deadline)
      guard outcome.status == .exited(0), let listing = DrawingListing(outcome.output),
        listing.pages.count == range.count
      else { return nil }
      return listing.pages
    } catch {
      // The words alone will do, and the caller says so in an issue.
      return nil
    }
  }
}
