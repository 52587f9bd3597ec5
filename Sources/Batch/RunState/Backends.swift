internal import InputFiles

/// The programs that read files for us as they are tonight, told from those of other nights.
package struct Backends: Sendable {
  /// Of those that read PDF files; nil where they aren't there: then what they once read stands.
  package var pdf: String?
  /// Of LibreOffice, as `pdf`.
  package var office: String?
  /// Of the site's own converter for files of this name; nil where there is none.
  private let converter: @Sendable (_ name: [UInt8]) -> Converter?
  /// Of all of these, in their order; nil where there are none.
  package let converters: String?

  package init(
    pdf: String? = nil, office: String? = nil, converters: String? = nil,
    converter: @escaping @Sendable (_ name: [UInt8]) -> Converter? = { _ in nil }
  ) {
    self.pdf = pdf
    self.office = office
    self.converters = converters
    self.converter = converter
  }

  /// Seconds that the converter for the file at `path` may take; 0 where there is none.
  package func seconds(forFileAt path: [UInt8]) -> Int { converter(Self.name(path))?.seconds ?? 0 }

  /// What is noted of a document at `path`, a member of an archive or not, that this reader was for.
  package func noted(of extractor: String?, path: [UInt8]) -> String? {
    if let converter = converter(Self.name(path)) {
      return Self.converterMark + converter.identity
    }
    return switch extractor {
    case "pdf": pdf
    case "libreoffice": Self.officeMark + (office ?? Self.missing)
    default: nil
    }
  }

  /// A site's own converter.
  package struct Converter: Hashable, Sendable {
    /// Tells it from others, and its program as it is installed.
    let identity: String
    /// What it may take.
    let seconds: Int

    package init(identity: String, seconds: Int) {
      self.identity = identity
      self.seconds = seconds
    }
  }

  /// What is noted of an archive whose members have these notes.
  package func noted(of members: Set<String>) -> String? {
    // Which of its members a converter is for, only the archive says.
    var notes = members.filter { !$0.hasPrefix(Self.converterMark) }.sorted()
    if let converters { notes.append(Self.converterMark + converters) }
    return notes.isEmpty ? nil : notes.joined(separator: "\n")
  }

  /// Whether tonight's programs are those of which `entry` has notes.
  func areThose(of entry: Entry) -> Bool {
    let notes = (entry.rules.backend ?? "").split(separator: "\n").map(String.init)
    let expected = entry.isArchive ? converters : converter(Self.name(entry.path))?.identity
    let made = notes.first { $0.hasPrefix(Self.converterMark) }
    guard made == expected.map({ Self.converterMark + $0 }) else { return false }
    return notes.allSatisfy { note in
      if note.hasPrefix(Self.converterMark) { return true }
      if note.hasPrefix(Self.officeMark) {
        return office.map { note == Self.officeMark + $0 } ?? true
      }
      return pdf.map { note == $0 } ?? true
    }
  }

  /// Whether files at both paths are read by the same, if their bytes are the same.
  package func readAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    converter(Self.name(one)) == converter(Self.name(other))
  }

  private static let officeMark = "office "
  private static let converterMark = "converter "
  private static let missing = "-"

  /// The last component of a path; of a member's, its own.
  private static func name(_ path: [UInt8]) -> [UInt8] {
    let path = MemberPath.parts(path).map { Array($0.name.utf8) } ?? path
    return Array(path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...])
  }
}
