internal import ConfinedPrograms
package import Diagnostics
package import DocumentModel
internal import PageLayout
internal import PagePaint

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
    var pages = CheckedPages(listing.pages)
    let attachments = PaintReading.check(&pages, in: source.bytes)
    // The words are there: drawing leaves time to make a document of them.
    let end = deadline.halfway
    return try await document(of: pages, issues: listing.issues + attachments) { range in
      await drawing(of: range, in: source.bytes, until: end)
    }
  }

  /// The document of `pages`, whose words are known.
  ///
  /// - Parameter draw: Gives what is drawn on each page of a range; nil where it can't be had.
  func document(
    of pages: CheckedPages, issues: [Issue], draw: (Range<Int>) async -> [PagePaint]?
  ) async throws(Failure) -> Diagnosed<Document> {
    var issues = issues
    var checked = pages
    await checkDrawn(&checked, issues: &issues, draw)
    issues += checked.finish()
    guard !checked.isUndecodable else {
      throw Failure(.textUndecodable, "its fonts do not say which characters they show")
    }
    guard checked.pages.contains(where: { !$0.words.isEmpty || !$0.unplaced.isEmpty }) else {
      throw Failure(.pdfNoText, "no page has a text layer")
    }
    for (index, page) in checked.pages.enumerated()
    where page.words.isEmpty && page.unplaced.isEmpty {
      issues.append(
        Issue(.pdfPageWithoutText, "the page has no text layer", at: .page(index + 1, box: nil)))
    }
    let layout = try PageBlocks(
      checked.pages, rulings: checked.rulings, content: checked.content, limits: limits)
    issues += layout.issues
    issues += checked.findings.issues(in: layout.blocks)
    var document = Document(
      blocks: layout.blocks, notes: layout.notes, pageCount: checked.pages.count,
      recognisedPages: checked.recognised)
    if !checked.turned.isEmpty {
      document.moveLocations(checked.asSeen)
      issues = issues.map { $0.moved(checked.asSeen) }
    }
    return Diagnosed(document, issues: issues)
  }

  /// The words of all pages.
  private func words(
    in bytes: [UInt8], until deadline: Deadline
  ) async throws(Failure) -> (pages: [BoxPage], issues: [Issue]) {
    // Measured in the CropBox, as `pdftocairo` draws: it is what a reader sees of the page.
    let outcome = try await tools.text.run(
      [
        "-bbox", "-cropbox", "-raw", "-enc", "UTF-8", "-l", "\(limits.pdfPages &+ 1)",
        ConfinedProgram.input, "-",
      ],
      on: bytes, limits: limits, until: deadline)
    if let failure = outcome.popplerFailure(of: tools.text, limits: limits) { throw failure }
    return try words(in: outcome)
  }

  /// The words of all pages in what `pdftotext` wrote.
  func words(
    in outcome: ConfinedProgram.Outcome
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
    if listing.characters.isDoubtful || listing.hasInvalidText {
      issues.append(Issue(.garbledText, "some characters cannot be read"))
    }
    return (listing.pages, issues)
  }

  /// Draws the pages whose paint isn't known, and holds their words against it.
  ///
  /// A page whose drawing cannot be had is noted: its words are taken as they are, its tables read from their places.
  private func checkDrawn(
    _ pages: inout CheckedPages, issues: inout [Issue], _ draw: (Range<Int>) async -> [PagePaint]?
  ) async {
    for (count, range) in Self.ranges(of: pages.unknown, pages.pages).enumerated() {
      let what = "page\(range.count == 1 ? "" : "s") \(range.lowerBound + 1)"
      let which = range.count == 1 ? what : "\(what) to \(range.upperBound)"
      let place = Location.page(range.lowerBound + 1, box: nil)
      guard count < limits.pdfDrawings else {
        issues.append(
          Issue(
            .pdfPageNotChecked,
            "\(which) and what follows were not drawn: \(limits.over(.pdfDrawings))", at: place))
        return
      }
      guard let drawn = await draw(range), drawn.count == range.count else {
        issues.append(
          Issue(.pdfDrawingFailed, "\(which) could not be drawn to compare its text", at: place))
        continue
      }
      for (index, paint) in zip(range, drawn) {
        let isChecked = pages.check(index, against: paint)
        if !isChecked { pages.keep(paint, of: index) }
        // A drawing shows shapes, and no font that says what they are.
        let what =
          isChecked
          ? "the fonts of the page could not be looked into: its digits are those that its text names"
          : "the words of the page could not be compared with what it shows"
        issues.append(Issue(.pdfPageNotChecked, what, at: .page(index + 1, box: nil)))
      }
    }
  }

  /// Neighbours among `indices` of one size: a drawing of several pages shows what lies on a sheet of the first one's
  /// size, and no more.
  private static func ranges(of indices: [Int], _ pages: [BoxPage]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in indices {
      if let last = ranges.last, last.upperBound == index, last.count < mostPagesDrawnAtOnce,
        pages[index].hasSize(of: pages[index - 1])
      {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
    }
    return ranges
  }

  /// What is drawn on each page of `range`; nil where `pdftocairo` fails or is not there.
  private func drawing(
    of range: Range<Int>, in bytes: [UInt8], until deadline: Deadline
  ) async -> [PagePaint]? {
    // A page that is a hair larger than a sheet would be shrunk to it, and moved to its middle.
    let arguments = [
      "-svg", "-noshrink", "-nocenter", "-f", "\(range.lowerBound + 1)", "-l",
      "\(range.upperBound)",
    ]
    do {
      let outcome = try await tools.drawing.run(
        arguments + [ConfinedProgram.input, "-"], on: bytes, limits: limits, until: deadline)
      guard outcome.status == .exited(0), let listing = DrawingListing(outcome.output),
        listing.pages.count == range.count
      else { return nil }
      return listing.pages
    } catch {
      // The words alone will do, and the caller says so in an issue.
      return nil
    }
  }

  /// A page full of pictures makes megabytes of drawing.
  private static let mostPagesDrawnAtOnce = 4
}
