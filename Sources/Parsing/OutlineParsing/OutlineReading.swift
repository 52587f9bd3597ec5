internal import Diagnostics
internal import DocumentModel
internal import FormParsing
internal import NationalForm
internal import ReportRecords
internal import TextScanning

/// An outline on its way: the frame (title, page, tail) first, then the body, then what both say together.
struct OutlineReading {
  var outline = Outline()
  var issues: [Issue] = []

  private let document: Document
  let form: FormReading
  private var lines: [Line]
  private var noise: [Line]
  var metadata = PageMetadata()
  /// Folded and without blanks; nil without a title.
  var titleWords: [Unicode.Scalar]?
  private var bodyStart = 0
  /// Lines that are no running text.
  private var taken: Set<Int> = []
  var partCount = 0
  var announcedParts: (count: Int, location: Location)?
  /// What a report without a title, or with one that names nobody, calls itself: 现公布某县2022年政府信息公开工作年度报告.
  var announcement: Announcement?
  /// Who the first sentences of such a report say reports.
  var agencyInText: String?

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
    let kind = ReportKind(lines, title: title, form: form)
    outline.isAnnualReport = kind.isReport
    if let doubt = kind.doubt { issues.append(Issue(.kindUncertain, doubt)) }
    if !outline.isAnnualReport {
      lines = LineList(document, form: form, keepsNoise: true).lines
      noise = []
    }
    let contents = takeContents()
    if outline.isAnnualReport {
      if let title { take(title) }
      takePageFurniture()
      takeMetadataTables()
      if title == nil { takeTitle(fromFileName: name) }
    } else {
      takeDocumentTitle(before: contents?.lowerBound)
    }
    readTail()
  }

  /// Takes out the table of contents, whose lines are no parts.
  private mutating func takeContents() -> Range<Int>? {
    guard let range = ContentsList.lines(of: lines) else { return nil }
    taken.formUnion(range)
    noise += lines[range]
    return range
  }

  private mutating func takeDocumentTitle(before contents: Int?) {
    if let range = DocumentTitle.lines(of: lines, before: contents) {
      outline.title = TightText.string(lines[range].flatMap { $0.text.scalars })
      taken.formUnion(range)
      bodyStart = range.upperBound
    }
    for line in lines.prefix(12) { metadata.read(line: line.text) }
    for block in document.blocks.prefix(20) {
      if case .table(let table) = block, PageMetadata.isMetadata(table) { metadata.read(table) }
    }
    outline.publishedOn = metadata.published
    guard outline.title == nil, let title = metadata.title else { return }
    takeMetadataTitle(title)
  }

  private mutating func takeMetadataTitle(_ title: String) {
    outline.title = TightText.string(title.scalars.trimmed)
    issues.append(Issue(.titleFromMetadata, "only the page's metadata have the title"))
  }

  private mutating func take(_ title: TitleReading) {
    outline.title = title.text
    titleWords = TextFolding.folded(title.text).withoutBlanks
    bodyStart = title.lines.upperBound
    if title.isFromMetadata {
      issues.append(Issue(.titleFromMetadata, "only the page's metadata have the title"))
    } else {
      taken.formUnion(title.lines)
    }
    for range in title.repeated {
      taken.formUnion(range)
      issues.append(
        Issue(
          .titleRepeated, "the title is printed once more: \(lines[range].map(\.text).joined())",
          at: lines[range.lowerBound].location))
    }
  }

  private mutating func takeTitle(fromFileName name: String) {
    if let title = metadata.title {
      takeMetadataTitle(title)
      titleWords = TextFolding.folded(title).withoutBlanks
      return
    }
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
      let isMetadata =
        Furniture.isFurniture(compact)
        || index < bodyStart + 3 && MetadataLine(lines[index].text) != nil
        || index < bodyStart && Navigation.isNavigation(lines[index].text)
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
    outline.publishedOn = metadata.published
    if let line = tail.unreadableDate {
      issues.append(
        Issue(
          .dateUnreadable, "no single day, or damaged: \(lines[line].text)",
          at: lines[line].location)
      )
    } else if outline.datedOn == nil, let dated = metadata.dated {
      outline.datedOn = dated
      issues.append(
        Issue(.dateFromMetadata, "the date is the page's date of publication, not the text's"))
    }
  }

  // MARK: Body

  mutating func readBody(prose: inout some ProseParagraphReader) {
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

  /// Period, contacts and the parts announced, which may stand in any paragraph, and what a reader of prose looks for.
  ///
  /// All of them in one go: each paragraph is decoded and folded once.
  private mutating func readProse(into prose: inout some ProseParagraphReader) {
    var period = PeriodReader()
    var contacts = ContactsReader()
    let printed = titleWords.flatMap { AgencyTitle($0).printedYear }
    let reportYear = printed.flatMap { $0.isUncertain ? nil : $0.value }
    let lacksAgency = outline.isAnnualReport && !namesAgency
    var searched = 0
    for paragraph in outline.prose {
      let raw = paragraph.text.scalars
      let folded = TextFolding.folded(raw)
      let tight = CleanText.withoutLayoutSpaces(paragraph.text)
      let isTight = tight.utf8.count == paragraph.text.utf8.count
      prose.read(
        isTight ? ProseText(raw, folded: folded) : ProseText(tight), of: paragraph,
        reportYear: reportYear)
      guard outline.isAnnualReport else { continue }
      period.read(folded, at: paragraph.location)
      contacts.read(raw, folded)
      if lacksAgency, searched < 6 {
        searched += 1
        readAgency(raw, folded)
      }
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
}
