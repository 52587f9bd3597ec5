internal import TestSupport

/// The XML of the parts of a package: body, styles, numbering, footnotes, header.
struct Parts {
  private let contents: [[UInt8]]

  init(_ bytes: ArraySlice<UInt8>) {
    contents = bytes.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
  }

  func package(isComplete: Bool) -> [UInt8] {
    var builder = DocxBuilder(part(0) ?? "")
    builder.styles = part(1)
    builder.numbering = part(2)
    builder.footnotes = part(3)
    if let header = part(4) { builder.runningText = [("header1", header)] }
    var entries = builder.entries()
    if isComplete {
      let names = ["document", "styles", "numbering", "footnotes", "header1"]
      for (name, content) in zip(names, contents) where !content.isEmpty {
        for index in entries.indices where entries[index].name == "word/\(name).xml" {
          entries[index].content = content
        }
      }
    }
    return ZipBuilder(entries).archive()
  }

  private func part(_ index: Int) -> String? {
    contents.indices.contains(index) && !contents[index].isEmpty
      ? String(decoding: contents[index], as: UTF8.self) : nil
  }
}
