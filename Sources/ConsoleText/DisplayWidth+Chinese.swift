extension DisplayWidth {
  /// `text` in lines of at most `width` columns, those after the first with `indent` blanks.
  ///
  /// Broken between any two wide characters, else at a blank, and within a word only where that is longer than a line; what closes
  /// a bracket or a clause begins no line.
  package static func folded(_ text: String, indent: Int, width: Int) -> [String] {
    var lines: [String] = []
    var line: [Character] = []
    var used = 0
    for character in text {
      line.append(character)
      used += of(String(character))
      while used > width {
        // The first line has its own blanks.
        let blanks = lines.isEmpty ? 0 : indent
        guard line.count > blanks + 1 else { break }
        let place = breakPlace(line, indent: blanks)
        lines.append(trimmed(line[..<place]))
        line = Array(repeating: " ", count: indent) + line[place...].drop { $0 == " " }
        used = of(String(line))
      }
    }
    if line.contains(where: { $0 != " " }) || lines.isEmpty { lines.append(trimmed(line[...])) }
    return lines
  }

  /// Where the line, too long by its last character, is broken: never before the first character behind its blanks.
  private static func breakPlace(_ line: [Character], indent: Int) -> Int {
    let last = line.count - 1
    var place = last
    while place > indent + 1 {
      let (before, after) = (line[place - 1], line[place])
      let isFree = before == " " || after == " " || isWide(before) || isWide(after)
      if isFree, !closing.contains(after), !opening.contains(before) { return place }
      place -= 1
    }
    return max(last, 1)
  }

  private static func trimmed(_ line: ArraySlice<Character>) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  private static func isWide(_ character: Character) -> Bool { of(String(character)) > 1 }

  private static let closing = Set("，。；：、！？）》」』”’…·,.;:!?)%")
  private static let opening = Set("（《「『“‘(")
}
