internal import Diagnostics
internal import DocumentModel
internal import NationalForm
internal import ReportRecords

/// An outline on its way: the frame (title, page, tail) first, then the body, then what both say together.
struct OutlineReading {
  private(set) var outline = Outline(
    isAnnualReport: false, reportYear: nil, agencyName: nil, title: nil, datedOn: nil,
    periodStart: nil, periodEnd: nil, region: Region(), contacts: Contacts(), signature: nil,
    compiledBy: nil, disclosureNote: nil, sections: [], tables: [], prose: [])
  private(set) var issues: [Issue] = []

  private let document: Document
  private let form: FormReading
  private var lines: [Line]
  private var noise: [Line]
  private var metadata = PageMetadata()
  /// Folded and without blanks; nil without a title.
  private var titleWords: [Unicode.Scalar]?
  private var bodyStart = 0
  /// Lines that are no running text.
  private var taken: Set<Int> = []
  private var partCount = 0
  private var announcedParts: (count: Int, location: Location)?

  init(_ document: Document, form: FormReading) {
    self.document = document
    self.form = form
    let list = LineList(document, form: form)
    lines = list.lines
    noise = list.noise
  }

  // MARK: Frame

  mutating func readFrame(name: String) {
    let title = TitleReader.read(lines)
    outline.isAnnualReport = title != nil || form.edition != nil
    if !outline.isAnnualReport {
      lines = LineList(document, form: form, keepsNoise: true).lines
      noise = []
    }
    if let title {
      take(title)
    } else if outline.isAnnualReport {
      takeTitle(fromFileName: name)
    } else if let range = DocumentTitle.lines(of: lines) {
      let raw = lines[range].flatMap { $0.text.scalars }
      outline.title = TightText.string(raw)
      taken.formUnion(range)
      bodyStart = range.upperBound
    }
    takePageFurniture()
    takeMetadataTables()
    readTail()
  }

  private mutating func take(_ title: TitleReading) {
    outline.title = title.text
    titleWords = TextFolding.folded(title.text).withoutBlanks
    taken.formUnion(title.lines)
    bodyStart = title.lines.upperBound
    for range in title.repeated {
      taken.formUnion(range)
      issues.append(
        Issue(
          .titleRepeated, "the title is printed once more: \(lines[range].map(\.text).joined())",
          at: lines[range.lowerBound].location))
    }
  }

  private mutating func takeTitle(fromFileName name: String) {
    let stem = FileTitle.title(in: name)
    guard let stem else {
      issues.append(Issue(.titleMissing, "neither text nor file name holds a title"))
      return
    }
    outline.title = stem
    titleWords = TextFolding.folded(stem)
    issues.append(Issue(.titleFromFileName, "the title comes from the file's name"))
  }

  /// Takes out the page's lines above the text, and up to the first paragraph below the title.
  private mutating func takePageFurniture() {
    guard outline.isAnnualReport else { return }
    var isLabelOpen = false
    for index in lines.indices.prefix(bodyStart + 12) where !taken.contains(index) {
      guard let compact = lines[index].compact(upTo: 120) else {
        if index > bodyStart { break }
        continue
      }
      let isMetadata = Furniture.isFurniture(compact)
      let isValue = isLabelOpen && index < bodyStart && compact.count <= 40
      if isMetadata || isValue {
        taken.insert(index)
        noise.append(lines[index])
        metadata.read(line: isValue ? lines[index - 1].text + lines[index].text : lines[index].text)
      } else if index >= bodyStart, let line = DateLine(lines[index].text), line.signature == nil,
        index <= bodyStart + 1, index + 1 < lines.count
      {
        // A date right below the title.
        outline.datedOn = line.date
        taken.insert(index)
      } else if index >= bodyStart {
        break
      }
      isLabelOpen = isMetadata && compact.last == ":"
    }
  }

  private mutating func takeMetadataTables() {
    guard outline.isAnnualReport else { return }
    for block in document.blocks.prefix(20) {
      if case .table(let table) = block, PageMetadata.isMetadata(table) { metadata.read(table) }
    }
  }

  private mutating func readTail() {
    let agency = titleWords.map { Array($0[AgencyTitle($0).agency]) } ?? []
    let tail = TailReader.read(lines, from: bodyStart, agency: agency)
    outline.signature = tail.signature
    outline.disclosureNote = tail.disclosureNote
    outline.datedOn = tail.date ?? outline.datedOn
    taken.formUnion(tail.lines)
    for index in tail.furniture.reversed() {
      taken.insert(index)
      noise.append(lines[index])
      metadata.read(line: lines[index].text)
    }
    if outline.datedOn == nil, let published = metadata.published {
      outline.datedOn = published
      issues.append(
        Issue(.dateFromMetadata, "the date is the page's date of publication, not the text's"))
    }
  }

  // MARK: Body

  mutating func readBody(prose: inout ProseReader) {
    let paragraphs = LineJoiner.paragraphs(
      of: lines, from: 0, skipping: taken, inDocument: !outline.isAnnualReport)
    var list = SectionBuilder.sections(of: paragraphs, inDocument: !outline.isAnnualReport)
    partCount = list.partCount
    addNotes(to: &list)
    outline.sections = list.sections
    outline.prose = list.prose
    issues += list.issues
    outline.tables = ContentTableReader.tables(of: document, form: form)
    readProse(into: &prose)
    reportNoise()
  }

  /// Footnotes and endnotes, as a last section without a heading.
  private func addNotes(to list: inout SectionList) {
    let notes = document.notes.filter { $0.kind == .footnote || $0.kind == .endnote }
    guard !notes.isEmpty else { return }
    let id = "s\(list.sections.count + 1)"
    list.sections.append(
      Section(
        id: id, level: 1, number: nil, heading: nil, topic: nil,
        text: notes.map(\.text).joined(separator: "\n")))
    list.prose += notes.map {
      ProseParagraph($0.text, sectionID: id, topic: nil, at: $0.location)
    }
  }

  /// Period, contacts and the parts announced, which may stand in any paragraph, and what ``ProseReader`` looks for.
  ///
  /// All of them in one go: each paragraph is decoded and folded once.
  private mutating func readProse(into prose: inout ProseReader) {
    var period = PeriodReader()
    var contacts = ContactsReader()
    for paragraph in outline.prose {
      let raw = paragraph.text.scalars
      let folded = TextFolding.folded(raw)
      let tight = CleanText.withoutLayoutSpaces(paragraph.text)
      let isTight = tight.utf8.count == paragraph.text.utf8.count
      prose.read(isTight ? ProseText(raw, folded: folded) : ProseText(tight), of: paragraph)
      guard outline.isAnnualReport else { continue }
      period.read(folded, at: paragraph.location)
      contacts.read(raw, folded)
      if announcedParts == nil, let count = AnnouncedParts.count(in: folded) {
        announcedParts = (count, paragraph.location)
      }
      if outline.compiledBy == nil, paragraph.sectionID == nil {
        outline.compiledBy = AgencyName.compiler(in: folded)
      }
    }
    guard outline.isAnnualReport else { return }
    outline.periodStart = period.start
    outline.periodEnd = period.end
    outline.contacts = contacts.contacts
    if let issue = period.issue { issues.append(issue) }
  }

  private mutating func reportNoise() {
    guard let first = noise.first else { return }
    let shown = noise.prefix(20).map(\.text).joined(separator: " | ")
    let more = noise.count > 20 ? " and \(noise.count - 20) more" : ""
    issues.append(
      Issue(.noiseRemoved, "lines of the page left out: \(shown)\(more)", at: first.location))
  }

  // MARK: Decisions

  mutating func decide() {
    guard outline.isAnnualReport else {
      outline.agencyName = outline.signature
      outline.region = outline.agencyName.map(RegionReader.region) ?? Region()
      return
    }
    decideAgency()
    decideYear()
    checkParts()
  }

  private mutating func decideAgency() {
    let fromTitle = titleWords.flatMap { words -> String? in
      let range = AgencyTitle(words).agency
      guard range.count >= 2 else { return nil }
      let raw = (outline.title ?? "").scalars.withoutBlanks
      return raw.string(range.lowerBound, range.upperBound)
    }
    let decided = AgencyName(
      title: fromTitle, signature: outline.signature, publisher: metadata.publisher)
    outline.agencyName = decided.name
    // Only a government's report is compiled by somebody else.
    let isGovernment = decided.name?.hasSuffix("政府") ?? false
    outline.compiledBy = isGovernment ? decided.compiledBy ?? outline.compiledBy : nil
    if let issue = decided.issue { issues.append(issue) }
    decideRegion()
  }

  /// The region in the agency's name, or a fuller form of it in the contact block.
  private mutating func decideRegion() {
    let own = outline.agencyName.map(RegionReader.region) ?? Region()
    outline.region = own
    guard own.province == nil, own.prefecture == nil, let county = own.county else { return }
    for name in [outline.compiledBy, outline.contacts.unit, outline.contacts.address] {
      let other = name.map(RegionReader.region) ?? Region()
      if other.county == county, other.prefecture != nil || other.province != nil {
        outline.region = other
        return
      }
    }
  }

  private mutating func decideYear() {
    let fromTitle = titleWords.flatMap { AgencyTitle($0).year }
    let fromPeriod = outline.periodStart?.year
    // Of a title whose year can't be read, another year of the text is none.
    let isLost = fromTitle == nil && titleWords.map(YearInText.hasUnreadableYear) ?? false
    outline.reportYear =
      fromTitle ?? fromPeriod ?? (isLost ? nil : YearInText.first(in: outline.prose))
    guard let year = outline.reportYear else {
      issues.append(Issue(.yearMissing, "no report year in title, period or text"))
      return
    }
    if let fromTitle, let fromPeriod, fromTitle != fromPeriod {
      issues.append(
        Issue(.yearConflict, "the title says \(fromTitle), the period \(fromPeriod)"))
    }
    if let date = outline.datedOn, date.year != year + 1 {
      issues.append(Issue(.dateUnusual, "dated \(date) for the report year \(year)"))
    }
  }

  private mutating func checkParts() {
    if let announcedParts, partCount > 0, announcedParts.count != partCount {
      issues.append(
        Issue(
          .partsAnnouncedDiffer,
          "\(announcedParts.count) parts are announced, \(partCount) headings found",
          at: announcedParts.location))
    }
    let found = Set(outline.sections.compactMap(\.topic))
    let missing = Section.Topic.allCases.filter { !found.contains($0) }
    guard !missing.isEmpty, form.edition != nil else { return }
    issues.append(
      Issue(
        .sectionsMissing,
        "no heading for: \(missing.map(\.rawValue).joined(separator: ", "))"))
  }
}
