/// The programs of others that make of a file one that we read, and where they may work.
package struct ConversionPrograms: Sendable {
  /// A folder in which the temporary folders of each are made; nil for the system's.
  package var scratch: String?
  /// Colon-separated, as in `PATH`; nil for that of this process.
  package var searchPath: String?

  package init(scratch: String? = nil, searchPath: String? = nil) {
    self.scratch = scratch
    self.searchPath = searchPath
  }

  /// Whether nothing is read without the program that a document by this extractor lacks.
  ///
  /// Such a document is no different from the others: all of them would fail. One that takes an optional program fails alone.
  package static func isRequired(by extractor: String?) -> Bool {
    extractor.map { $0 != "libreoffice" } ?? false
  }
}
