internal import ConfinedPrograms
internal import Diagnostics
internal import DocumentModel
internal import HTMLReading
internal import OfficeReading
internal import PlainTextReading

/// Reads what a site's own converter makes of a file.
struct ConvertedReader: DocumentReader {
  /// In records.
  static let name = "converter"

  let converter: SiteConverter
  let limits: Limits
  let programs: ConversionPrograms

  func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    let bytes = try await output(of: source)
    let (what, made) = (converter.output, InputFormat.detect(bytes))
    let file = SourceFile(name: source.name, bytes: bytes)
    guard made == what.format else {
      throw Failure(.backendFailed, "\(converter.name) made something else than \(what.rawValue)")
    }
    var document: Diagnosed<Document>
    switch what {
    case .docx:
      return try await ConvertedDocx.read(
        bytes, by: converter.name, name: source.name, limits: limits)
    case .html: document = try await HTMLReader(limits: limits).read(file)
    case .text: document = try await PlainTextReader(limits: limits).read(file)
    }
    document.issues.insert(ConvertedDocx.note(of: converter.name, format: what.rawValue), at: 0)
    return document
  }

  private func output(of source: SourceFile) async throws(Failure) -> [UInt8] {
    var limits = limits
    limits.backendSeconds = min(converter.timeout, limits.backendSeconds)
    do throws(Failure) {
      return try await converter.conversion(ofFileNamed: Self.ending(of: source.name)).output(
        of: source.bytes, limits: limits, in: programs.scratch,
        searchPath: programs.searchPath ?? InstalledProgram.searchPath)
    } catch {
      guard error.code == .backendTimeout else { throw error }
      throw Failure(
        .backendTimeout,
        "\(converter.name) was not done after \(limits.backendSeconds) s, the least of its timeout and --timeout"
      )
    }
  }

  /// The extension of `name`, where it is letters and digits as programs know them; else empty.
  private static func ending(of name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    let ending = name[name.index(after: dot)...].lowercased()
    let isPlain = ending.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
    }
    return isPlain && ending.utf8.count <= 8 ? ending : ""
  }
}

extension SiteConverter.Output {
  fileprivate var format: InputFormat {
    switch self {
    case .docx: .docx
    case .html: .html
    case .text: .text
    }
  }
}
