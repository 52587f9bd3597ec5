package import Conversion
package import Diagnostics
package import DocumentModel
internal import Foundation
internal import InputFiles
internal import RecordWriting
internal import ReportParsing
package import ReportRecords

/// What has to hold for every document, whatever the bytes that it came from.
package enum RecordOracle {
  /// Traps unless the bytes of `source` give one record, the same each time, that holds against the document itself.
  package static func check(_ source: SourceFile, as format: InputFormat) {
    let converter = DocumentConverter()
    let record = Fuzzing.wait { await converter.record(of: source, path: source.name, as: format) }
    check(record) { () async throws(Failure) in try await converter.extract(source, as: format) }
  }

  /// Traps unless what `read` gives makes a record, the same each time, that holds against the document itself.
  package static func check(
    _ first: Record? = nil,
    read: @escaping @Sendable () async throws(Failure) -> Diagnosed<Document>
  ) {
    func outcome() -> Result<Diagnosed<Document>, Failure> {
      Fuzzing.wait {
        do throws(Failure) { return .success(try await read()) } catch { return .failure(error) }
      }
    }
    var header = first ?? blank
    switch outcome() {
    case .failure(let failure):
      header.failure = failure
      header.status = .failed
      let line = line(of: header)
      LineOracle.check(line)
      if let first, Self.line(of: first) != line { fatalError("oracle: another failure") }
    case .success(let document):
      let record = record(of: document, header)
      let line = line(of: record)
      LineOracle.check(line)
      if let first {
        if Self.line(of: first) != line { fatalError("oracle: another line the second time") }
      } else if case .success(let again) = outcome() {
        if Self.line(of: Self.record(of: again, header)) != line {
          fatalError("oracle: another line the second time")
        }
      } else {
        fatalError("oracle: a failure the second time")
      }
      ProofOracle.check(record.content, of: document.value)
      checkPrinted(document.value, record)
      Digests.note(line)
    }
  }

  /// The printed form reads back as itself, and the parser says the same of it.
  private static func checkPrinted(_ document: Document, _ record: Record) {
    let printed = document.printed()
    guard !printed.isEmpty else { return }
    let source = SourceFile(name: record.source.name, bytes: Array(printed.utf8))
    let outcome: Result<Diagnosed<Document>, Failure> = Fuzzing.wait {
      do throws(Failure) {
        return .success(try await DocumentConverter().extract(source, as: .text))
      } catch {
        return .failure(error)
      }
    }
    guard case .success(let back) = outcome else {
      fatalError("oracle: the printed form can't be read: \(outcome)")
    }
    guard back.value.printed() == printed else {
      show(printed, back.value.printed())
      fatalError("oracle: the printed form prints otherwise")
    }
    let (one, other) = (facts(record), facts(Self.record(of: back, record)))
    guard one == other else {
      show(one, other)
      fatalError("oracle: the printed form parses otherwise")
    }
  }

  /// Says where two texts part.
  private static func show(_ one: String, _ other: String) {
    let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    let place = zip(one, other).prefix { $0 == $1 }.count
    for text in [one, other] {
      let piece = text[max(0, place - 120)..<min(text.count, place + 120)]
      // Standard output is not written before a trap.
      let shown = String(String.UnicodeScalarView(piece)).debugDescription
      FileHandle.standardError.write(Data((shown + "\n").utf8))
    }
  }

  /// What a record says of the document and not of the file or format that it came from.
  private static func facts(_ record: Record) -> String {
    var record = record
    record.docID = ""
    record.source = blank.source
    record.extraction = blank.extraction
    record.status = .ok
    record.issues = record.issues.filter { issue in
      let code = issue.code.rawValue
      return !["docx_", "doc_", "html_", "pdf_", "text_"].contains { code.hasPrefix($0) }
        // The mark of a note that a page sets smaller is not in the printed form.
        && ![
          .encodingGuessed, .extensionMismatch, .noiseRemoved, .garbledText, .cellAnnotated,
        ].contains(issue.code)
    }.map { Issue($0.code, $0.message) }
    if let cells = record.content.annualReport?.cells.indices {
      for index in cells { record.content.annualReport?.cells[index].location = nil }
    }
    return String(decoding: line(of: record), as: UTF8.self)
  }

  /// As the converter makes it.
  private static func record(of document: Diagnosed<Document>, _ header: Record) -> Record {
    let parsed = DocumentParser.parse(document.value, name: header.source.name)
    var record = header
    record.failure = nil
    record.content = parsed.value
    record.issues = document.issues + parsed.issues
    if document.value.blocks.isEmpty {
      record.content.kind = nil
      record.issues.append(Issue(.noText, "No text in the document"))
    }
    record.status = record.issues.contains { $0.severity == .error } ? .partial : .ok
    return record
  }

  private static func line(of record: Record) -> [UInt8] {
    var writer = RecordWriter()
    return writer.line(record)
  }

  private static let blank = Record(
    docID: "0123456789abcdef", status: .ok,
    source: Record.Source(
      path: "a", name: "a", bytes: 0, sha256: String(repeating: "0", count: 64), mediaType: nil),
    extraction: Record.Extraction(
      extractor: nil, method: .native, pages: nil, chars: 0, tables: 0),
    content: Content(), issues: [], failure: nil)
}
