internal import Diagnostics
internal import DocumentModel
internal import XMLEvents

/// One package on its way to a document.
struct DocxReading: ~Copyable {
  var package: DocxPackage
  let limits: Limits
  var issues: [Issue] = []
  private var findings = Findings()

  init(_ package: consuming DocxPackage, limits: Limits) {
    self.package = package
    self.limits = limits
  }

  mutating func document() throws(Failure) -> Diagnosed<Document> {
    noteContradictions()
    let main = try mainPart()
    return try document(main, try relationships(ofMain: main))
  }

  /// The document whose main part is `main`.
  mutating func document(
    _ main: String, _ relationships: RelationshipsHandler
  ) throws(Failure) -> Diagnosed<Document> {
    let styles = try styleSheet(relationships)
    let numbering = try optional("numbering", of: relationships, with: NumberingHandler())?
      .numbering
    var context = StoryContext(styles: styles ?? StyleSheet(), numbering: numbering ?? Numbering())

    var body = try story(ofMain: main, context)
    while try complete(&context, with: body.missing, relationships) {
      body = try story(ofMain: main, context)
    }
    guard body.hasStory else { throw Failure(.docxNoMainPart, "\(main) has no w:body") }
    findings.merge(body.outcome)

    var document = Document()
    var assembly = StoryAssembly(chunks: try chunks(of: body.blocks, relationships))
    assembly.append(body.blocks)
    document.blocks = assembly.blocks
    issues += assembly.issues
    document.notes =
      body.rubies.map { Note(.footnote, $0, at: .part(main)) }
      + (try notes(body, relationships, &context))
    return Diagnosed(document, issues: findings.issues + issues)
  }

  private mutating func story(
    ofMain part: String, _ context: StoryContext
  ) throws(Failure) -> StoryReader {
    do throws(PartError) {
      return try package.read(
        part, with: StoryReader(context, limits: limits), check: { $0.failure })
    } catch {
      throw error.failure(part: part)
    }
  }

  /// Reads the styles and the theme where a story can't be told without them; whether anything was added.
  ///
  /// Text that may be unseen is rare, and so is a second reading.
  private mutating func complete(
    _ context: inout StoryContext, with missing: MissingLooks, _ relationships: RelationshipsHandler
  ) throws(Failure) -> Bool {
    let needsStyles = missing.styles && !context.styles.isComplete
    let needsTheme = (missing.theme || missing.styles) && !context.isThemeRead
    if needsStyles {
      context.styles = try styleSheet(relationships, isNeeded: true) ?? StyleSheet()
    }
    if needsTheme {
      context.isThemeRead = true
      if relationships.all.contains(where: { $0.kind == "theme" }),
        let theme = try optional("theme", of: relationships, with: ThemeHandler())?.theme
      {
        context.theme = theme
      }
    }
    return needsStyles || needsTheme
  }

  // MARK: Finding the main part

  private mutating func mainPart() throws(Failure) -> String {
    let types = try contentTypes()
    let roots = try relationships(of: "").all
    if let target = roots.first(where: { $0.kind == "officeDocument" }) {
      guard let part = target.part, package.has(part) else {
        throw Failure(.docxNoMainPart, "the package names no part of its own as its document")
      }
      try refuseOtherKinds(part, types)
      return part
    }
    if let part = types?.mainPart ?? (package.has("word/document.xml") ? "word/document.xml" : nil),
      package.has(part)
    {
      issues.append(
        Issue(
          .docxPartMissing, "no relationship names the document; its content type does",
          at: .part("_rels/.rels")))
      return part
    }
    try refuseOtherPackages()
    throw Failure(
      types == nil ? .unsupportedFormat : .docxNoMainPart,
      types == nil ? "a zip archive, not a docx" : "the package names no document")
  }

  /// Throws if the office document of the package is not one of Word's.
  private func refuseOtherKinds(_ part: String, _ types: ContentTypesHandler?) throws(Failure) {
    let type =
      types?.overrides.first { PartName.areEqual($0.part, part) }?.type ?? ""
    guard !ContentTypesHandler.isWordDocument(type) else { return }
    for (mark, name) in [
      ("spreadsheetml", "a spreadsheet (xlsx)"), ("ms-excel", "a spreadsheet (xlsx)"),
      ("presentationml", "a presentation (pptx)"), ("ms-powerpoint", "a presentation (pptx)"),
      ("visio", "a drawing (vsdx)"),
    ] where type.contains(mark) {
      throw Failure(.unsupportedFormat, "\(name), not a docx")
    }
    if part.hasPrefix("xl/") {
      throw Failure(.unsupportedFormat, "a spreadsheet (xlsx), not a docx")
    }
    if part.hasPrefix("ppt/") {
      throw Failure(.unsupportedFormat, "a presentation (pptx), not a docx")
    }
  }

  /// What `mimetype` says (ODF 1.3, part 2, 3.3), for a message; `unknown` where it cannot be read.
  private mutating func typeName() -> String {
    do {
      let type = try package.bytes(of: "mimetype")
      return CleanText.line(String(decoding: type.prefix(128), as: UTF8.self))
    } catch {
      return "unknown"
    }
  }

  /// Throws if the archive is a document of another standard.
  private mutating func refuseOtherPackages() throws(Failure) {
    if package.has("mimetype") {
      throw Failure(.unsupportedFormat, "a zip archive of type \(typeName()), not a docx")
    }
    if package.has("OFD.xml") { throw Failure(.unsupportedFormat, "an OFD document, not a docx") }
    if package.hasFolder("xl") {
      throw Failure(.unsupportedFormat, "a spreadsheet (xlsx), not a docx")
    }
    if package.hasFolder("ppt") {
      throw Failure(.unsupportedFormat, "a presentation (pptx), not a docx")
    }
  }

  private mutating func contentTypes() throws(Failure) -> ContentTypesHandler? {
    let part = "[Content_Types].xml"
    guard package.has(part) else { return nil }
    return try damageable(part, with: ContentTypesHandler())
  }

  private mutating func relationships(of part: String) throws(Failure) -> RelationshipsHandler {
    let empty = RelationshipsHandler(source: part)
    let name = PartName.relationships(of: part)
    guard package.has(name) else { return empty }
    return try damageable(name, with: empty) ?? empty
  }

  // MARK: Parts that may be missing or damaged

  /// The styles, as far as they can matter: most sheets say nothing of hidden, numbered or raised text, and reading one
  /// as XML costs as much as half a report.
  private mutating func styleSheet(
    _ relationships: RelationshipsHandler, isNeeded: Bool = false
  ) throws(Failure) -> StyleSheet? {
    guard let part = try part("styles", of: relationships) else { return nil }
    do throws(PartError) {
      let bytes = try package.bytes(of: part)
      if !isNeeded {
        let hints = StyleHints(bytes)
        guard hints.matters else { return StyleSheet(unread: hints) }
      }
      return try package.read(bytes, with: StylesHandler()).sheet
    } catch {
      try forgive(error, part)
      return nil
    }
  }

  /// The part that the first relationship of `kind` leads to; nil where there is none to read.
  private mutating func part(
    _ kind: String, of relationships: RelationshipsHandler
  ) throws(Failure) -> String? {
    guard let part = relationships.all.first(where: { $0.kind == kind })?.part else { return nil }
    if package.has(part) { return part }
    issues.append(Issue(.docxPartMissing, "the part is not in the package", at: .part(part)))
    return nil
  }

  /// Reads the part that the first relationship of `kind` leads to; nil where there is none to read.
  private mutating func optional<Handler: XMLEventHandler>(
    _ kind: String, of relationships: RelationshipsHandler, with handler: Handler
  ) throws(Failure) -> Handler? {
    guard let part = try part(kind, of: relationships) else { return nil }
    return try damageable(part, with: handler)
  }

  /// Reads a part that the document can do without; nil and an issue where it is damaged.
  mutating func damageable<Handler: XMLEventHandler>(
    _ part: String, with handler: Handler, check: (Handler) -> Failure? = { _ in nil }
  ) throws(Failure) -> Handler? {
    do throws(PartError) {
      return try package.read(part, with: handler, check: check)
    } catch {
      try forgive(error, part)
      return nil
    }
  }

  /// Makes an issue of what is wrong with a part, unless it is more than damage.
  private mutating func forgive(_ error: PartError, _ part: String) throws(Failure) {
    let failure = error.failure(part: part)
    guard !error.isFatal else { throw failure }
    issues.append(Issue(.docxPartDamaged, failure.message, at: .part(part)))
  }

  // MARK: Notes, headers, footers

  private mutating func notes(
    _ body: StoryReader, _ relationships: RelationshipsHandler, _ context: inout StoryContext
  ) throws(Failure) -> [Note] {
    var notes: [Note] = []
    for (kind, relation) in [(Note.Kind.footnote, "footnotes"), (.endnote, "endnotes")] {
      var seen: Set<Int> = []
      let ids = body.noteReferences.filter { $0.kind == kind && seen.insert($0.id).inserted }
        .map(\.id)
      guard !ids.isEmpty, let part = part(ofNotes: relation, ids.count, relationships) else {
        continue
      }
      guard let story = try story(part, &context, relationships, wantedNotes: Set(ids)) else {
        continue
      }
      noteMissing(ids.count { story.notes[$0] == nil }, of: relation, in: part)
      for id in ids {
        for text in Self.texts(story.notes[id] ?? []) {
          notes.append(Note(kind, text, at: .part(part)))
        }
      }
      notes += story.rubies.map { Note(kind, $0, at: .part(part)) }
    }
    var read: Set<String> = []
    var texts: Set<Note> = []
    for (kind, part) in parts(of: body.sectionReferences, relationships) {
      guard read.insert(part).inserted,
        let story = try story(part, &context, relationships)
      else { continue }
      for text in Self.texts(story.blocks) + story.rubies {
        let note = Note(kind, text, at: .part(part))
        // Each section may have the same header in a part of its own.
        if texts.insert(Note(kind, text, at: .part(""))).inserted { notes.append(note) }
      }
    }
    return notes
  }

  private mutating func story(
    _ part: String, _ context: inout StoryContext, _ relationships: RelationshipsHandler,
    wantedNotes: Set<Int> = []
  ) throws(Failure) -> StoryReader? {
    guard package.has(part) else {
      issues.append(Issue(.docxPartMissing, "the part is not in the package", at: .part(part)))
      return nil
    }
    var read: StoryReader?
    repeat {
      let reader = StoryReader(context, limits: limits, wantedNotes: wantedNotes)
      read = try damageable(part, with: reader, check: { $0.failure })
    } while try complete(&context, with: read?.missing ?? MissingLooks(), relationships)
    guard let story = read else { return nil }
    var outcome = story.outcome
    outcome.place(in: part)
    findings.merge(outcome)
    return story
  }

  /// The text of `blocks` line by line, a table row being one line.
  private static func texts(_ blocks: [DraftBlock]) -> [String] {
    blocks.flatMap { block in
      switch block {
      case .line(let text): [text]
      case .table(let grid):
        grid.rows.map { row in
          row.map(\.text).filter { !$0.isEmpty && $0 != DraftCell.pictureText }
            .joined(separator: " ")
        }
        .filter { !$0.isEmpty }
      case .chunk: [String]()
      }
    }
  }
}
