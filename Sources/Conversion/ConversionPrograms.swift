package import ConfinedPrograms
internal import DocumentModel
internal import InputFiles

/// The programs of others that make of a file one that we read, and where they may work.
package struct ConversionPrograms: Sendable {
  /// A folder in which the temporary folders of each are made; nil for the system's.
  package var scratch: String?
  /// Colon-separated, as in `PATH`; nil for that of this process.
  package var searchPath: String?
  private let converters: [(pattern: GlobPattern, converter: SiteConverter)]

  package init(
    scratch: String? = nil, searchPath: String? = nil, converters: [SiteConverter] = []
  ) {
    self.scratch = scratch
    self.searchPath = searchPath
    self.converters = converters.map { (GlobPattern($0.when), $0) }
  }

  /// The first converter for a file of this name; nil where none is.
  package func converter(forFileNamed name: [UInt8]) -> SiteConverter? {
    converters.first { $0.pattern.matches(name[...], isFolder: false) }?.converter
  }

  func converter(for file: SourceFile) -> SiteConverter? {
    converter(forFileNamed: FileName.bytes(file.name))
  }

  /// Whether nothing is read without the program that a document by this extractor lacks.
  ///
  /// Such a document is no different from the others: all of them would fail. One that takes an optional program fails alone.
  package static func isRequired(by extractor: String?) -> Bool {
    extractor.map { $0 != "libreoffice" && $0 != ConvertedReader.name } ?? false
  }
}
