package import Diagnostics

/// The blocks of one input in reading order: what every reader makes, and all that parsing sees.
///
/// Its strings are clean (``CleanText``): no control character, tab or line break, no blank at either end. So
/// printing it as plain text (``Document/printed()``) and reading that back gives the same document again, up to the
/// locations and the way covered cells are marked. The parser may use nothing that the printed text does not show.
package struct Document: Hashable, Sendable {
  package var blocks: [Block]
  /// Notes and running text, kept apart from the body.
  package var notes: [Note]
  /// Nil for formats without pages.
  package var pageCount: Int?
  /// Pages, from 1, whose text a program recognised in a picture of the page.
  ///
  /// Not printed, as locations are not.
  package var recognisedPages: Set<Int>
  /// Files that it links to; not printed either.
  package var attachments: [Attachment] = []
  /// Nil for what is no page of a site.
  package var origin: PageOrigin?

  package init(
    blocks: [Block] = [], notes: [Note] = [], pageCount: Int? = nil,
    recognisedPages: Set<Int> = []
  ) {
    self.blocks = blocks
    self.notes = notes
    self.pageCount = pageCount
    self.recognisedPages = recognisedPages
  }
}

/// A paragraph or a table; closed, so that the compiler names every place where a new kind matters.
package enum Block: Hashable, Sendable {
  case paragraph(Paragraph)
  case table(Table)
}

/// A paragraph on one line, its automatic number rendered: `（一）主动公开情况`.
package struct Paragraph: Hashable, Sendable {
  /// Never empty.
  package var text: String
  package var location: Location

  package init(_ text: String, at location: Location) {
    self.text = text
    self.location = location
  }
}

/// A rectangle of grid positions, at least two columns wide (a table of one column is printed as paragraphs).
package struct Table: Hashable, Sendable {
  package var columnCount: Int
  /// Each as long as `columnCount`.
  package var rows: [[TableCell]]

  package init(columnCount: Int, rows: [[TableCell]]) {
    self.columnCount = columnCount
    self.rows = rows
  }
}

/// One grid position of a table.
package struct TableCell: Hashable, Sendable {
  /// Whether the position holds a cell of its own or is covered by a merged one.
  package enum Coverage: String, Sendable {
    case own
    case coveredFromLeft
    case coveredFromAbove
  }

  /// Empty for a blank cell and for every covered position.
  package var text: String
  package var coverage: Coverage
  package var location: Location

  package init(_ text: String, _ coverage: Coverage = .own, at location: Location) {
    self.text = text
    self.coverage = coverage
    self.location = location
  }
}

/// Text that stands outside the body.
package struct Note: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case footnote, endnote, header, footer
  }

  package var kind: Kind
  package var text: String
  package var location: Location

  package init(_ kind: Kind, _ text: String, at location: Location) {
    self.kind = kind
    self.text = text
    self.location = location
  }
}

/// What a page says of itself beside its text: when and where it was posted.
///
/// Never a date or an agency of the document in it.
package struct PageOrigin: Hashable, Sendable {
  package var url: String?
  /// The name of the site, or its domain.
  package var site: String?
  /// `2021-04-19`; may be a day that doesn't exist.
  package var publishedOn: String?

  package init(url: String? = nil, site: String? = nil, publishedOn: String? = nil) {
    self.url = url
    self.site = site
    self.publishedOn = publishedOn
  }
}

/// A file that a document links to or embeds, and that isn't read with it.
package struct Attachment: Hashable, Sendable {
  package var name: String
  package var url: String?
  package var mediaType: String?

  package init(name: String, url: String?, mediaType: String?) {
    self.name = name
    self.url = url
    self.mediaType = mediaType
  }
}
