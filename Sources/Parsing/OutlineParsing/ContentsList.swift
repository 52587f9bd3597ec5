internal import TextScanning

/// Finds the table of contents of a document: 目录 and the headings below it, which come again in the text.
enum ContentsList {
  /// Its lines, 目录 among them; nil where there is none.
  static func lines(of lines: [Line]) -> Range<Int>? {
    guard let start = lines.indices.prefix(80).first(where: { isHead(lines[$0]) }) else {
      return nil
    }
    var last: [String: Int] = [:]
    for index in lines.indices.dropFirst(start + 1) {
      if let key = entry(lines[index])?.key { last[key] = index }
    }
    var end = start + 1
    var first: String?
    var count = 0
    while end < min(lines.count, start + 300) {
      guard let entry = entry(lines[end]), entry.key != first else { break }
      let comesAgain = last[entry.key].map { $0 > end } ?? false
      if entry.hasPage || comesAgain {
        first = first ?? entry.key
        count += 1
      } else {
        // A long entry may go on in a second line.
        guard end + 1 < lines.count, self.entry(lines[end + 1])?.hasPage ?? false, count > 0 else {
          break
        }
      }
      end += 1
    }
    return count >= 2 ? start..<end : nil
  }

  private static func isHead(_ line: Line) -> Bool {
    guard line.width <= 12, let compact = line.compact(upTo: 4) else { return false }
    return compact.isAny(of: ["目录", "目次"])
  }

  /// The words of a line without the page number behind them: `一、总体情况 ........ 1`.
  private static func entry(_ line: Line) -> (key: String, hasPage: Bool)? {
    guard let compact = line.compact(upTo: 100) else { return nil }
    var end = compact.count
    while end > 0, compact[end - 1].isDigit || "-()".unicodeScalars.contains(compact[end - 1]) {
      end -= 1
    }
    let digits = compact.count - end
    var dots = 0
    while end > 0, ".…·_-。".unicodeScalars.contains(compact[end - 1]) {
      end -= 1
      dots += 1
    }
    let hasPage = digits > 0 && digits <= 5 && dots >= 2
    let kept = hasPage || dots >= 2 ? end : compact.count
    guard kept >= 2, compact[..<kept].contains(where: \.isIdeograph),
      compact[kept - 1] != "。", compact[kept - 1] != ";"
    else { return nil }
    return (compact.string(0, kept), hasPage)
  }
}
