internal import Diagnostics
internal import DocumentModel

/// What a document refers to and its package doesn't have, or has under another name.
extension DocxReading {
  /// Notes entries that two places of the archive call differently; they are found by either name.
  mutating func noteContradictions() {
    guard let first = package.contradictions.first else { return }
    let count = package.contradictions.count
    issues.append(
      Issue(
        .docxPartDamaged,
        "\(Self.counted(count, "entry has", "entries have")) two names in the archive, the first: \(first.name) and \(first.other)",
        at: .part(first.name)))
  }

  /// The relationships of the document; where they are missing or damaged, what the names of its neighbours tell.
  mutating func relationships(ofMain main: String) throws(Failure) -> RelationshipsHandler {
    let name = PartName.relationships(of: main)
    let isThere = package.has(name)
    if isThere, let found = try damageable(name, with: RelationshipsHandler(source: main)) {
      return found
    }
    let guessed = RelationshipsHandler(source: main, guessedFrom: package.parts)
    // A document may have no other parts, and then needs no relationships.
    if !isThere, !guessed.all.isEmpty {
      issues.append(
        Issue(
          .docxPartMissing, "the part is not in the package; related parts are found by name",
          at: .part(name)))
    }
    return guessed
  }

  /// The part that has the `footnotes` or `endnotes`, `count` of which are referred to; nil and an issue where none has.
  mutating func part(
    ofNotes kind: String, _ count: Int, _ relationships: RelationshipsHandler
  ) -> String? {
    if let part = relationships.all.first(where: { $0.kind == kind })?.part { return part }
    let main = relationships.source
    let usual = "\(PartName.folder(of: main))\(kind).xml"
    let counted = Self.counted(count, "\(kind.dropLast()) is", "\(kind) are")
    guard package.has(usual) else {
      let message = "\(counted) referred to, and the package has none"
      issues.append(Issue(.docxPartMissing, message, at: .part(main)))
      return nil
    }
    issues.append(
      Issue(
        .docxPartMissing, "no relationship leads to the \(kind); they are found by name",
        at: .part(PartName.relationships(of: main))))
    return usual
  }

  /// Notes `count` references to `kind` that `part` lacks.
  mutating func noteMissing(_ count: Int, of kind: String, in part: String) {
    guard count > 0 else { return }
    let message =
      "\(Self.counted(count, "\(kind.dropLast()) is", "\(kind) are")) missing that the text refers to"
    issues.append(Issue(.docxPartMissing, message, at: .part(part)))
  }

  /// The headers and footers that sections refer to, in order.
  mutating func parts(
    of references: [SectionReference], _ relationships: RelationshipsHandler
  ) -> [(kind: Note.Kind, part: String)] {
    if relationships.isGuessed {
      // Which one is meant can't be told; a document has all for some page.
      let kinds = references.isEmpty ? [:] : ["header": Note.Kind.header, "footer": .footer]
      return relationships.all.compactMap { relationship in
        guard let kind = kinds[relationship.kind], let part = relationship.part else { return nil }
        return (kind, part)
      }
    }
    let found = references.map { ($0.kind, relationships.byID[$0.id]?.part) }
    let missing = found.count { $0.1 == nil }
    if missing > 0 {
      issues.append(
        Issue(
          .docxPartMissing,
          "\(Self.counted(missing, "header or footer is", "headers or footers are")) missing that sections refer to",
          at: .part(PartName.relationships(of: relationships.source))))
    }
    return found.compactMap { kind, part in part.map { (kind, $0) } }
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
