internal import DocumentModel

/// A `w:footnoteReference` or `w:endnoteReference`.
struct NoteReference: Hashable {
  var kind: Note.Kind
  var id: Int
}

/// A header or footer of a section, by the id of its relationship.
struct SectionReference: Hashable {
  var kind: Note.Kind
  var id: String
}
