internal import ArchiveReading
package import Diagnostics
package import DocumentModel
internal import InputFiles
internal import NationalForm
internal import ReportParsing
package import ReportRecords

/// One input, end to end: detect, read, parse.
///
/// Holds no state, so any number may run at once.
package struct DocumentConverter: Sendable {
  let limits: Limits
  private let programs: ConversionPrograms

  package init(limits: Limits = Limits(), programs: ConversionPrograms = ConversionPrograms()) {
    self.limits = limits
    self.programs = programs
  }

  /// The record of an input that could be read from disk; whatever is wrong with it becomes a failed record.
  ///
  /// - Parameter format: Nil to let the content decide.
  package func record(
    of file: SourceFile, path: String, as format: InputFormat? = nil
  ) async -> Record {
    let format = format ?? (file.bytes.isEmpty ? nil : .detect(file))
    var record = blankRecord(file, path: path, format: format)
    do throws(Failure) {
      let document = try await extract(file, as: format)
      let parsed = DocumentParser.parse(document.value, name: file.name)
      record.content = parsed.value
      record.source.publishedOn = parsed.value.publishedOn
      record.issues += document.issues + parsed.issues
      record.extraction.pages = document.value.pageCount
      record.source.note(document.value.origin)
      record.attachments = document.value.attachments.map(Record.Attachment.init)
      record.extraction.chars = document.value.characterCount
      record.extraction.tables = document.value.tableCount
      if document.value.blocks.isEmpty {
        record.content.kind = nil
        record.issues.append(Issue(.noText, "No text in the document"))
      } else {
        record.extraction.method = document.value.recognisedPages.isEmpty ? .native : .ocr
      }
      record.status = Self.status(of: record)
    } catch {
      record.failure = error
      record.status = .failed
    }
    return record
  }

  /// The record of an input that could not even be read.
  package func record(of failure: Failure, name: String, path: String) -> Record {
    var record = blankRecord(SourceFile(name: name, bytes: []), path: path, format: nil)
    // Nothing is known of the bytes; the path keeps the ids of two such files apart.
    record.docID = String(Digest.sha256(Array(path.utf8)).prefix(16))
    record.source.sha256 = nil
    record.failure = failure
    record.status = .failed
    return record
  }

  /// The record of a file that was read, and fails before its content is looked at.
  func record(of file: SourceFile, path: String, failure: Failure) -> Record {
    var record = blankRecord(
      file, path: path, format: file.bytes.isEmpty ? nil : .detect(file))
    record.failure = failure
    record.status = .failed
    return record
  }

  /// The document in `file`, for `extract`.
  package func extract(
    _ file: SourceFile, as format: InputFormat? = nil
  ) async throws(Failure) -> Diagnosed<Document> {
    guard !file.bytes.isEmpty else {
      throw Failure(.inputEmpty, "The file has no bytes", stage: .input)
    }
    let format = format ?? .detect(file)
    if let converter = programs.converter(for: file) {
      let reader = ConvertedReader(converter: converter, limits: limits, programs: programs)
      let read = try await reader.read(file)
      let clean = DocumentNoise.removed(from: read.value)
      return Diagnosed(clean.value, issues: read.issues + clean.issues)
    }
    let limits = DocumentTime.limits(limits, bytes: file.bytes.count)
    guard let (_, reader) = DocumentReaders(limits: limits, programs: programs).reader(of: format)
    else {
      throw Self.refusal(of: format)
    }
    let read: Diagnosed<Document>
    do throws(Failure) { read = try await reader.read(file) } catch {
      throw explained(error, limits)
    }
    let clean = DocumentNoise.removed(from: read.value)
    return Diagnosed(clean.value, issues: read.issues + clean.issues)
  }

  /// The failure of a document, of which a limit of time says where it comes from.
  private func explained(_ failure: Failure, _ limits: Limits) -> Failure {
    guard failure.code == .backendTimeout else { return failure }
    var failure = failure
    failure.message += DocumentTime.note(limits.backendSeconds, most: self.limits.backendSeconds)
    return failure
  }

  private static func refusal(of format: InputFormat) -> Failure {
    switch format {
    case .encryptedOffice: Failure(.encrypted, "The document is protected by a password")
    case .archive(let format):
      Failure(
        .unsupportedFormat,
        "The file is a \(format.rawValue) archive, not a document; convert and run read its members, "
          + "or unpack the one that is meant")
    case .unsupported(let foreign): Failure(.unsupportedFormat, "The file is \(foreign.rawValue)")
    case .docx, .pdf, .text, .wordBinary, .damagedCompoundFile, .html, .mhtml, .office:
      Failure(.internal, "No reader for a supported format")
    }
  }

  private func blankRecord(_ file: SourceFile, path: String, format: InputFormat?) -> Record {
    let sha256 = Digest.sha256(file.bytes)
    var issues: [Issue] = []
    let isConverted = programs.converter(for: file) != nil
    if let format, !isConverted, !format.agrees(withName: file.name) {
      issues.append(Issue(.extensionMismatch, "The content is not what the extension says"))
    }
    return Record(
      docID: String(sha256.prefix(16)), status: .ok,
      source: Record.Source(
        path: path, name: file.name, bytes: file.bytes.count, sha256: sha256,
        // What nothing is known of counts as text elsewhere; here it may be anything.
        mediaType: isConverted && format == .text ? nil : format?.mediaType),
      extraction: Record.Extraction(
        extractor: isConverted
          ? ConvertedReader.name
          : format.flatMap {
            DocumentReaders(limits: limits, programs: programs).reader(of: $0)?.name
          },
        method: .none, pages: nil, chars: 0, tables: 0),
      content: Content(), issues: issues, failure: nil)
  }

  /// Partial where something required is missing: an issue of severity error says what.
  private static func status(of record: Record) -> Record.Status {
    record.issues.contains { $0.severity == .error } ? .partial : .ok
  }
}

extension Record.Source {
  /// Takes over what a page says of itself.
  fileprivate mutating func note(_ origin: PageOrigin?) {
    guard let origin else { return }
    url = origin.url ?? url
    site = origin.site
    publishedOn = origin.publishedOn.flatMap(CalendarDate.init(iso:)) ?? publishedOn
  }
}

extension Record.Attachment {
  fileprivate init(_ attachment: Attachment) {
    self.init(name: attachment.name, url: attachment.url, mediaType: attachment.mediaType)
  }
}

extension CalendarDate {
  /// The day that `2021-04-19` names.
  fileprivate init?(iso text: String) {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}

extension Document {
  /// Characters (Unicode scalars) of all text.
  fileprivate var characterCount: Int {
    blocks.reduce(notes.reduce(0) { $0 + $1.text.scalarCount }) { sum, block in
      switch block {
      case .paragraph(let paragraph): sum + paragraph.text.scalarCount
      case .table(let table): table.rows.reduce(sum) { $1.reduce($0) { $0 + $1.text.scalarCount } }
      }
    }
  }

  fileprivate var tableCount: Int {
    blocks.count { if case .table = $0 { true } else { false } }
  }
}
