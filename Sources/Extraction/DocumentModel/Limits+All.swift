extension Limits {
  /// All limits there are, in the order of the documentation: reading, docx, text, web pages, PDF, child programs.
  package static let all: [Member] = [
    .inputBytes, .zipEntries, .partBytes, .packageBytes, .inflationRatio, .inflationFloorBytes,
    .archiveMembers, .archiveBytes, .xmlDepth, .xmlTagBytes, .xmlAttributes, .xmlValueBytes,
    .paragraphBytes, .documentBytes,
    .textLines, .htmlTags, .htmlDepth, .mimeParts, .tableColumns, .tableCells, .pdfPages,
    .pdfDrawings, .backendSeconds,
    .backendMemoryBytes, .backendOutputBytes, .backendMessageBytes,
  ]
}

/// The defaults, with what was measured: 2,077 real docx, 6,573 real PDF, and hostile files of every family.
extension Limits.Member {
  package static let inputBytes: Self = Self(
    "input_bytes", .bytes, 256 << 20, in: 1...1 << 32, \.inputBytes,
    "Portals rarely hold a file over 50 MB, and a worker keeps one file in memory")
  package static let zipEntries: Self = Self(
    "zip_entries", .entries, 10_000, in: 1...1_000_000, \.zipEntries,
    "Of 2,077 real docx the median has 13 entries, the largest 291; Apache POI stops at 1,000")
  package static let partBytes: Self = Self(
    "part_bytes", .bytes, 256 << 20, in: 1...1 << 32, \.partBytes,
    "The largest part of 2,077 real docx has 12.6 MB, a bomb of 1 MB unpacks to 1 GiB")
  package static let packageBytes: Self = Self(
    "package_bytes", .bytes, 512 << 20, in: 1...1 << 32, \.packageBytes,
    "All parts of the largest of 2,077 real docx have 16.6 MB, at the 99th percentile 1.3 MB")
  package static let inflationRatio: Self = Self(
    "inflation_ratio", .times, 200, in: 1...1_000_000, \.inflationRatio,
    "The highest ratio of a real part over 100 kB is 94:1, so that POI's 100:1 leaves little room")
  package static let inflationFloorBytes: Self = Self(
    "inflation_floor_bytes", .bytes, 64 << 20, in: 0...1 << 32, \.inflationFloorBytes,
    "Below it no ratio is suspicious: empty table cells pack very well, and this much does no harm")
  package static let archiveMembers: Self = Self(
    "archive_members", .members, 1_000, in: 1...100_000, \.archiveMembers,
    "Documents in one archive; a portal packs the reports of a city's agencies, some dozens to hundreds"
  )
  package static let archiveBytes: Self = Self(
    "archive_bytes", .bytes, 1 << 30, in: 1...1 << 40, \.archiveBytes,
    "All members unpacked: 1,000 reports of 1 MB each; what comes after that is not unpacked")
  package static let xmlDepth: Self = Self(
    "xml_depth", .levels, 256, in: 1...100_000, \.xmlDepth,
    "The deepest of 2,077 real docx nests 29 elements; libxml2 itself lets 1,000,005 through")
  package static let xmlTagBytes: Self = Self(
    "xml_tag_bytes", .bytes, 256 << 10, in: 1...1 << 30, \.xmlTagBytes,
    "libxml2 compares attributes pairwise: one tag of 1.1 MB takes 4.2 s, one of 4.7 MB 52 s")
  package static let xmlAttributes: Self = Self(
    "xml_attributes", .attributes, 1_024, in: 1...100_000, \.xmlAttributes,
    "Real tags have up to 60; the work grows with the square of their number")
  package static let xmlValueBytes: Self = Self(
    "xml_value_bytes", .bytes, 10_000_000, in: 10_000_000...10_000_000, \.xmlValueBytes,
    "libxml2's own bound of a comment, name or value, which it lifts only together with all others")
  package static let paragraphBytes: Self = Self(
    "paragraph_bytes", .bytes, 16 << 20, in: 1...1 << 32, \.paragraphBytes,
    "Text of one paragraph or cell; Apache POI's bound of one text is 10 Mi characters")
  package static let documentBytes: Self = Self(
    "document_bytes", .bytes, 64 << 20, in: 1...1 << 32, \.documentBytes,
    "Text of one document; the largest of 2,077 real docx has 16.6 MB with all its markup")
  package static let textLines: Self = Self(
    "text_lines", .lines, 1_000_000, in: 1...1 << 30, \.textLines,
    "Each costs some 100 bytes of memory, so that 5 million in 20 MB are more than a worker may hold"
  )
  package static let htmlTags: Self = Self(
    "html_tags", .tags, 500_000, in: 1...10_000_000, \.htmlTags,
    "Each costs some 300 bytes of memory; the largest of 19 real pages has 3,000")
  package static let htmlDepth: Self = Self(
    "html_depth", .levels, 4_096, in: 1...10_000, \.htmlDepth,
    "Real pages nest 30 elements, those that never close a tag 1,000; work grows with the square")
  package static let mimeParts: Self = Self(
    "mime_parts", .parts, 2_000, in: 1...100_000, \.mimeParts,
    "A page that a browser saved has a part for each picture and style sheet, some hundreds at most"
  )
  package static let tableColumns: Self = Self(
    "table_columns", .columns, 1_024, in: 1...65_536, \.tableColumns,
    "Word allows 63 columns; a docx cell that spans more is cut to the width of the other rows")
  package static let tableCells: Self = Self(
    "table_cells", .cells, 4_000_000, in: 1...1 << 30, \.tableCells,
    "Grid positions of all tables of a document; the three of the national form have under 400")
  package static let pdfPages: Self = Self(
    "pdf_pages", .pages, 10_000, in: 1...1_000_000, \.pdfPages,
    "Each page costs memory for its words; Dangerzone, made for hostile files, stops here too")
  package static let pdfDrawings: Self = Self(
    "pdf_drawings", .drawings, 32, in: 0...10_000, \.pdfDrawings,
    "Each is a run of pdftocairo (135 to 210 ms for three pages); a report needs one to three")
  package static let backendSeconds: Self = Self(
    "backend_seconds", .seconds, 120, in: 1...86_400, \.backendSeconds,
    "Of 6,573 real PDF 99 % take under 0.4 s and the slowest honest one 14.5 s; two hang for ever")
  package static let backendMemoryBytes: Self = Self(
    "backend_memory_bytes", .bytes, 1 << 30, in: 64 << 20...1 << 36, \.backendMemoryBytes,
    "3 of 6,573 real PDF need over 512 MB; 1 GiB changes the answer of a bomb of 2.4 GB only"
  )
  package static let backendOutputBytes: Self = Self(
    "backend_output_bytes", .bytes, 128 << 20, in: 1...1 << 32, \.backendOutputBytes,
    "Words with their boxes take 18 to 27 bytes a character, so some 5 million of them fit")
  package static let backendMessageBytes: Self = Self(
    "backend_message_bytes", .bytes, 16 << 20, in: 1...1 << 30, \.backendMessageBytes,
    "495 of 6,573 real PDF cause messages, one over 256 MB of them; the first 64 KiB are kept")
}
