internal import ConfinedPrograms
package import Diagnostics
package import DocumentModel
internal import DocxReading

/// Reads what LibreOffice makes a docx of.
///
/// LibreOffice takes whatever it is given, and leaves out in silence what it can't read. So what can be known of a file
/// beforehand, whether it is whole and whether it is locked, is looked at here.
package struct OfficeReader: DocumentReader {
  private let format: OfficeFormat
  private let limits: Limits
  private let scratch: String?
  private let searchPath: String?

  /// - Parameter scratch: Where temporary folders are made; nil for the system's.
  package init(
    _ format: OfficeFormat, limits: Limits, scratch: String?, searchPath: String? = nil
  ) {
    self.format = format
    self.limits = limits
    self.scratch = scratch
    self.searchPath = searchPath ?? InstalledProgram.searchPath
  }

  package func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    let lossy = try OfficeChecks(limits: limits).check(source.bytes, format)
    let conversion = OfficeProgram.conversion(
      ofFileNamed: format.fileExtension, filter: format.filter(for: source.bytes),
      searchPath: searchPath)
    let docx: [UInt8]
    do throws(Failure) {
      docx = try await conversion.output(
        of: source.bytes, limits: limits, in: scratch, searchPath: searchPath)
    } catch {
      guard error.code == .backendMissing else { throw error }
      throw Failure(
        .backendMissing,
        "The file is \(format.rawValue), which LibreOffice reads for us, and that is not installed: apt install \(OfficeProgram.package)"
      )
    }
    var document = try await ConvertedDocx.read(
      docx, by: "LibreOffice", name: source.name, limits: limits)
    if !lossy.isEmpty {
      let list = lossy.map(\.rawValue).joined(separator: ", ")
      document.issues.insert(
        Issue(
          .docxUnknownElement,
          "the file has \(list), which the docx may show otherwise: compare it with the original"),
        at: 1)
    }
    return document
  }
}

/// A docx that another program made of a document.
package enum ConvertedDocx {
  /// The document in `bytes`, with an issue that says who made them.
  ///
  /// - Parameters:
  ///   - program: Its name.
  ///   - name: Of the original.
  package static func read(
    _ bytes: [UInt8], by program: String, name: String, limits: Limits
  ) async throws(Failure) -> Diagnosed<Document> {
    var document: Diagnosed<Document>
    do throws(Failure) {
      document = try await DocxReader(limits: limits).read(SourceFile(name: name, bytes: bytes))
    } catch {
      guard ![.zipLimit, .xmlLimit, .documentLimit].contains(error.code) else { throw error }
      throw Failure(
        .backendFailed, "\(program) made a docx that can't be read (\(error.message))")
    }
    document.issues.insert(note(of: program, format: "docx"), at: 0)
    return document
  }

  /// Says that a program made what was read.
  package static func note(of program: String, format: String) -> Issue {
    Issue(
      .convertedByProgram,
      "\(program) made a \(format) of the file, and that was read; places are places in the \(format)"
    )
  }
}
