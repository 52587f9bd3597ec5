internal import DocumentModel
internal import TextScanning

/// Marks of lightweight markup around a line.
enum Markup {
  /// `# 某局2023年…报告` and `**某局2023年…报告**` without their marks; nil where there are none.
  static func withoutMarks(_ text: String) -> String? {
    guard text.utf8.count <= 400 else { return nil }
    if text.utf8.last == UInt8(ascii: "|") { return withoutFrame(text) }
    guard let first = text.utf8.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "*")
    else { return nil }
    var scalars = text.scalars[...]
    let hashes = scalars.prefix { $0 == "#" }.count
    if (1...6).contains(hashes) {
      scalars = scalars.dropFirst(hashes)
      while scalars.last == "#" || scalars.last == " " { scalars.removeLast() }
      scalars = scalars.drop { $0 == " " }
    }
    if scalars.count > 4, scalars.starts(with: "**".unicodeScalars),
      scalars.suffix(2).elementsEqual("**".unicodeScalars),
      !scalars.dropFirst(2).dropLast(2).contains("*")
    {
      scalars = scalars.dropFirst(2).dropLast(2)
    }
    return scalars.count < text.unicodeScalars.count && !scalars.isEmpty
      ? CleanText.line(String(scalars: scalars)) : nil
  }

  /// `某局2023年…报告 | ||||`, a cell that fills a page's row, without its pipes; nil where there is more than one cell.
  private static func withoutFrame(_ text: String) -> String? {
    let isMark = { (scalar: Unicode.Scalar) in scalar == "|" || scalar == " " }
    let inner = text.scalars.drop(while: isMark)
    let end = inner.lastIndex { !isMark($0) } ?? inner.startIndex - 1
    let cell = inner[..<(end + 1)]
    guard !cell.isEmpty, !cell.contains("|") else { return nil }
    return CleanText.line(String(scalars: cell))
  }
}
