internal import Diagnostics
internal import DocumentModel
internal import PageLayout
internal import PagePaint

/// The pages of a document, with their words compared with what the pages show, as far as that is known.
struct CheckedPages {
  private(set) var pages: [BoxPage]
  /// For each page the lines drawn on it; nil where its paint isn't known.
  private(set) var rulings: [Rulings?]
  /// For each page what cells may hold besides words.
  private(set) var content: [CellContent]
  private(set) var findings: [PaintFinding] = []
  /// Pages whose text was recognised in pictures, from 1.
  private(set) var recognised: Set<Int> = []
  /// Pages that are upside down, by index: their words, paint and findings are turned.
  private(set) var turned: Set<Int> = []
  private var candidates: [[WatermarkCandidate]]
  private var watermarks = Watermarks()
  private var seenGlyphs = 0
  private var unknownGlyphs = 0

  init(_ pages: [BoxPage]) {
    self.pages = pages
    Watermarks.mark(&self.pages)
    rulings = pages.map { _ in nil }
    candidates = pages.map { _ in [] }
    content = pages.map { _ in CellContent() }
  }

  /// Pages whose paint isn't known yet, by index.
  var unknown: [Int] { rulings.indices.filter { rulings[$0] == nil } }

  /// Compares the words of the page at `index` with `paint`; false where they don't match.
  mutating func check(_ index: Int, against paint: PagePaint) -> Bool {
    guard !paint.isUpsideDown,
      let checked = CheckedPage(pages[index], number: index + 1, against: paint),
      let straight = StraightCharacters.boxes(in: paint, upTo: Self.mostComparisons)
    else { return hideUpsideDown(index, paint) }
    pages[index].words = checked.words
    rulings[index] = InnerFrames.rulings(of: paint)
    content[index] = CellContent(
      pictures: paint.contentBoxes + straight,
      blocks: paint.darkBlocks,
      struckWords: checked.findings.filter { $0.kind == .struck }.map(\.box))
    findings += checked.findings
    note(paint.annotations, of: index)
    watermarks.add(checked.watermarks, page: index)
    candidates[index] = checked.candidates
    if checked.isRecognised { recognised.insert(index + 1) }
    seenGlyphs += checked.seenGlyphs
    unknownGlyphs += checked.unknownGlyphs
    return true
  }

  /// Compares the words of a page that is upside down with what it shows, both turned.
  ///
  /// - Parameter paint: Of the page as it is seen with its head up.
  mutating func check(upsideDown index: Int, against paint: PagePaint) -> Bool {
    pages[index].turnUpsideDown()
    guard check(index, against: paint) else {
      pages[index].turnUpsideDown()
      return false
    }
    turned.insert(index)
    return true
  }

  /// Takes the digits of a page that is upside down for unreadable; false for any other.
  private mutating func hideUpsideDown(_ index: Int, _ paint: PagePaint) -> Bool {
    guard paint.isUpsideDown else { return false }
    for word in pages[index].words.indices {
      pages[index].words[word].text = Figure.unreadable(pages[index].words[word].text)
    }
    rulings[index] = InnerFrames.rulings(of: paint)
    let page = BoundingBox(left: 0, top: 0, right: paint.width, bottom: paint.height)
    findings.append(PaintFinding(kind: .upsideDown, text: "", page: index + 1, box: page))
    return true
  }

  /// Notes what readers put on a page.
  mutating func note(_ annotations: [PageAnnotation], of index: Int) {
    findings += annotations.compactMap { PaintFinding($0, page: index + 1) }
  }

  /// Keeps the lines of a page whose words couldn't be compared with its paint.
  mutating func keep(_ paint: PagePaint, of index: Int) {
    rulings[index] = InnerFrames.rulings(of: paint)
  }

  /// Leaves out watermarks, marks of notes and words painted twice.
  mutating func finish() -> [Issue] {
    let settled = WatermarkCandidates.settle(candidates, in: &pages, rulings)
    findings += settled.findings
    for (page, marks) in settled.marks.enumerated() { watermarks.add(marks, page: page) }
    // Now that the sizes of characters are known.
    Watermarks.mark(&pages)
    watermarks.markRest(in: &pages)
    for index in pages.indices {
      watermarks.add(pages[index].words.filter(\.isWatermark), page: index)
      pages[index].words.removeAll(where: \.isWatermark)
      if !recognised.contains(index + 1) {
        findings += FigurePictures.mark(
          &pages[index].words, content[index].pictures, rulings[index], page: index + 1,
          height: pages[index].height)
        findings += TurnedDigits.mark(&pages[index].words, page: index + 1)
        findings += RaisedMarks.removed(
          from: &pages[index].words, rulings[index], page: index + 1)
      }
      pages[index].dropOverprints()
      pages[index].trimTallWords()
    }
    return watermarks.issue.map { [$0] } ?? []
  }

  /// Whether more than three in ten glyphs have no character, so that the rest is no readable document.
  var isUndecodable: Bool { unknownGlyphs * 10 > seenGlyphs * 3 && unknownGlyphs > 30 }

  private static let mostComparisons = 50_000_000
}

extension PagePaint {
  /// Pictures and letter-like shapes that are seen.
  fileprivate var contentBoxes: [BoundingBox] {
    let shapes = outlines.lazy.filter {
      $0.paint.colour != .white && $0.paint.alpha > 0.1 && $0.box.height > 3
    }
    return pictures.map(\.box) + shapes.map(\.box)
  }

  /// Dark rectangles as small as characters.
  fileprivate var darkBlocks: [BoundingBox] {
    areas.lazy.filter {
      $0.shape == nil && $0.paint.alpha > 0.5 && ($0.paint.colour?.lightness ?? 255) < 100
        && $0.box.height > 3 && $0.box.height < 20 && $0.box.width < 60
        && $0.paint.order < annotationOrder
    }.map(\.box)
  }
}
