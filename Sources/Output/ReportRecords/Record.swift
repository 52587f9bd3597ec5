package import Diagnostics
package import NationalForm

/// One line of the output: what one input gave, or why it gave nothing.
package struct Record: Sendable {
  /// First 16 hexadecimal digits of the SHA-256 of the bytes.
  package var docID: String
  package var status: Status
  package var source: Source
  /// Files that the document links to or embeds, and that this record does not hold.
  package var attachments: [Attachment] = []
  package var extraction: Extraction
  /// Empty for a failed input.
  package var content: Content
  package var issues: [Issue]
  /// Set exactly when `status` is failed.
  package var failure: Failure?

  package init(
    docID: String, status: Status, source: Source, extraction: Extraction, content: Content,
    issues: [Issue], failure: Failure?
  ) {
    self.docID = docID
    self.status = status
    self.source = source
    self.extraction = extraction
    self.content = content
    self.issues = issues
    self.failure = failure
  }

  package enum Status: String, Sendable, CaseIterable {
    case ok
    /// Text came out, but a required table is missing or unreadable.
    case partial
    case failed
  }

  /// The input file.
  package struct Source: Sendable {
    /// Relative to the input root.
    package var path: String
    package var name: String
    package var bytes: Int
    /// 64 hexadecimal digits; nil where the bytes could not be read.
    package var sha256: String?
    package var mediaType: String?
    package var url: String?
    package var containerPath: String?
    /// The day on which the page says that it was posted.
    package var publishedOn: CalendarDate?
    /// The name of the page's site, or its domain.
    package var site: String?

    /// Where a person finds it: `a/b.docx`, and `a/b.zip!/c.docx` for a member of an archive.
    package var shownName: String { containerPath.map { "\(path)!/\($0)" } ?? path }

    package init(
      path: String, name: String, bytes: Int, sha256: String?, mediaType: String?,
      url: String? = nil, containerPath: String? = nil
    ) {
      self.path = path
      self.name = name
      self.bytes = bytes
      self.sha256 = sha256
      self.mediaType = mediaType
      self.url = url
      self.containerPath = containerPath
    }
  }

  /// A file beside the document.
  package struct Attachment: Sendable {
    package var name: String
    package var url: String?
    package var mediaType: String?

    package init(name: String, url: String?, mediaType: String?) {
      self.name = name
      self.url = url
      self.mediaType = mediaType
    }
  }

  /// How the text was got out of the file.
  package struct Extraction: Sendable {
    /// The reader: `docx`, `pdf`, `text`; nil where no reader was chosen.
    package var extractor: String?
    package var method: Method
    package var pages: Int?
    /// Characters of text in blocks and notes.
    package var chars: Int
    package var tables: Int

    package init(extractor: String?, method: Method, pages: Int?, chars: Int, tables: Int) {
      self.extractor = extractor
      self.method = method
      self.pages = pages
      self.chars = chars
      self.tables = tables
    }

    package enum Method: String, Sendable, CaseIterable {
      case native, ocr, none
    }
  }
}

/// What parsing read in a document.
package struct Content: Sendable {
  package var kind: Kind?
  package var reportYear: Int?
  package var agencyName: String?
  /// Nil for a document that is no report.
  package var edition: Edition?
  package var title: String?
  package var datedOn: CalendarDate?
  package var periodStart: CalendarDate?
  package var periodEnd: CalendarDate?
  package var region = Region()
  /// ``Region/code`` and the body's name without its region: `320813/人民政府`.
  package var agencyID: String?
  /// The day on which a page says that it was posted.
  package var publishedOn: CalendarDate?
  package var contacts = Contacts()
  package var sections: [Section] = []
  package var annualReport: AnnualReport?
  package var tables: [ContentTable] = []
  package var checks = Checks()

  package init() {}

  package enum Kind: String, Sendable, CaseIterable {
    case annualReport = "annual_report"
    case document
  }
}

/// A day, written `2021-01-20`.
package struct CalendarDate: Hashable, Sendable, CustomStringConvertible {
  package var year, month, day: Int

  /// Nil for a day that doesn't exist: 30 February, month 13.
  package init?(year: Int, month: Int, day: Int) {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1000...9999).contains(year), (1...12).contains(month),
      (1...lengths[month - 1]).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  package var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

/// The issuing body's region: as it is written, and what the list of divisions says of that.
package struct Region: Hashable, Sendable {
  /// `济宁市兖州区`.
  package var stated: String?
  /// As the list has them, or as written where it doesn't.
  package var province, prefecture, county: String?
  /// Six digits of GB/T 2260; nil where the place isn't certain.
  package var code: String?
  package init() {}
}

/// The contact block.
package struct Contacts: Hashable, Sendable {
  /// Phone and fax have an ASCII hyphen.
  package var unit, address, postcode, phone, fax, email, website: String?
  package init() {}
}

/// A heading and the text up to the next one; the list is flat and in order.
package struct Section: Hashable, Sendable {
  /// `s1`, `s2` and so on, in order; figures refer to it.
  package var id: String
  /// 1 for 一、, 2 for （一）, and so on; captions of the three tables are 1.
  package var level: Int
  /// As printed, with brackets and without 、 or a stop: `一`, `（一）`, `1`.
  package var number: String?
  /// Without number and trailing mark: `总体情况`.
  package var heading: String?
  package var topic: Topic?
  /// Paragraphs, each on a line.
  package var text: String

  package init(
    id: String, level: Int, number: String?, heading: String?, topic: Topic?, text: String
  ) {
    self.id = id
    self.level = level
    self.number = number
    self.heading = heading
    self.topic = topic
    self.text = text
  }

  /// The six parts that the format prescribes.
  package enum Topic: String, Sendable, CaseIterable {
    case overview
    case activeDisclosure = "active_disclosure"
    case applications
    case reviewLitigation = "review_litigation"
    case problems
    case otherMatters = "other_matters"
  }
}

/// A table of a document, or one of a report that is none of the three.
package struct ContentTable: Hashable, Sendable {
  /// `t1`, `t2` and so on, in order.
  package var id: String
  package var caption: String?
  /// As printed; a covered position is empty.
  package var rows: [[String]]

  package init(id: String, caption: String?, rows: [[String]]) {
    self.id = id
    self.caption = caption
    self.rows = rows
  }
}
