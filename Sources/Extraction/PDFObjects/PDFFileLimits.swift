/// What reading one PDF file may cost; above any of these, ``PDFRefusal/limit(_:)`` is thrown.
package struct PDFFileLimits: Hashable, Sendable {
  /// Highest object number, and entries of all cross-reference sections together; a report has some hundreds.
  package var objects: Int
  /// Sections of the cross-reference table: one or two for each time that the file was saved.
  package var sections: Int
  /// Numbers, strings, names, arrays and so on in all objects that were asked for; each takes 24 bytes and more.
  package var values: Int
  /// Bytes that all filters gave, in sum; a stream that is decoded twice counts twice.
  package var decodedBytes: Int
  /// Bytes that one filter of one stream may give.
  package var streamBytes: Int
  /// How many bytes a filter may give for each that it takes; deflate reaches 1,032.
  package var ratio: Int
  /// Bytes that a filter may give whatever the ratio is.
  package var ratioFloor: Int
  /// Arrays and dictionaries inside one another, references to references, levels of a tree.
  package var depth: Int
  package var pages: Int
  /// Nodes of one page tree or name tree.
  package var treeNodes: Int
  /// Filters of one stream.
  package var filters: Int

  package init(
    objects: Int = 1_000_000, sections: Int = 1_000, values: Int = 4_000_000,
    decodedBytes: Int = 512 << 20, streamBytes: Int = 128 << 20, ratio: Int = 300,
    ratioFloor: Int = 16 << 20, depth: Int = 64, pages: Int = 10_000, treeNodes: Int = 100_000,
    filters: Int = 8
  ) {
    self.objects = objects
    self.sections = sections
    self.values = values
    self.decodedBytes = decodedBytes
    self.streamBytes = streamBytes
    self.ratio = ratio
    self.ratioFloor = ratioFloor
    self.depth = depth
    self.pages = pages
    self.treeNodes = treeNodes
    self.filters = filters
  }
}
