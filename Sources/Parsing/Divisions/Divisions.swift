/// The list of China's divisions, by code and by name.
///
/// Read from its one string at first use, only as far as lines are told apart; a line is read when it is asked for. All
/// spellings of a name begin with its first two scalars, so lines are found by these.
package struct Divisions: Sendable {
  package static let all = Divisions(DivisionList.text)

  /// A name that stands in a text, and what it may be a name of.
  package struct Match: Sendable {
    /// The index behind the name.
    package var end: Int
    package var spelling: DivisionSpelling
    package var divisions: [Division]
  }

  private let text: [UInt8]
  /// Where each line begins in `text`; sorted by code, and those of one code by year.
  private var lines: [Int] = []
  /// The first line of each chain of names, and the next line of the same chain; -1 where there is none.
  private var chains = [Int](repeating: -1, count: 1 << 12)
  private var next: [Int] = []

  /// The years of the list; a division of the last one is taken to exist still.
  package static let years = 2008...2026

  private static let codeLength = 6
  /// Bytes of the first two scalars of a name, and of a code before them.
  private static let beginning = 12

  private init(_ list: StaticString) {
    text = Array(list.description.utf8)
    lines.reserveCapacity(4_000)
    var start = 0
    while start + Self.beginning <= text.count {
      lines.append(start)
      start += Self.beginning
      while start < text.count, text[start] != UInt8(ascii: "\n") { start += 1 }
      start += 1
    }
    next = [Int](repeating: -1, count: lines.count)
    // From the last on, so that a chain is in the list's order.
    for line in lines.indices.reversed() {
      let chain = Self.chain(scalar(at: lines[line] + 6), scalar(at: lines[line] + 9))
      next[line] = chains[chain]
      chains[chain] = line
    }
  }

  /// The scalar of the three bytes of UTF-8 at `place`, as all Chinese characters of the list have.
  private func scalar(at place: Int) -> UInt32 {
    UInt32(text[place] & 0x0F) << 12 | UInt32(text[place + 1] & 0x3F) << 6
      | UInt32(text[place + 2] & 0x3F)
  }

  private static func chain(_ first: UInt32, _ second: UInt32) -> Int {
    Int(((first << 16 ^ second) &* 0x9E37_79B1) >> 20)
  }

  /// The division of a line such as 341822广德县20082019; nil for a line that isn't one.
  private func division(line: Int) -> Division? {
    let end = line + 1 < lines.count ? lines[line + 1] - 1 : text.count
    let tail = text[lines[line]..<end].dropFirst(Self.codeLength)
    let name = tail.prefix { !Self.isDigit($0) }
    let span = tail.dropFirst(name.count).filter(Self.isDigit)
    let first = Self.number(span.prefix(4)) ?? Self.years.lowerBound
    let last = Self.number(span.dropFirst(4)) ?? Self.years.upperBound
    guard first <= last else { return nil }
    return Division(
      code: code(line: line), name: String(decoding: name, as: UTF8.self),
      years: (first == Self.years.lowerBound ? 0 : first)...(last == Self.years.upperBound
        ? Int.max : last))
  }

  private func code(line: Int) -> Int {
    text[lines[line]..<lines[line] + Self.codeLength].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// Nil for no digits.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The division with `code` in `year`; the latest where none is of that year.
  package func division(code: Int, in year: Int?) -> Division? {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if self.code(line: middle) < code { low = middle + 1 } else { high = middle }
    }
    let found = lines.indices[low...].prefix { self.code(line: $0) == code }
      .compactMap { division(line: $0) }
    return found.last { year.map($0.years.contains) ?? true } ?? found.last
  }

  /// The divisions that existed in `year`, by code.
  package func existing(in year: Int) -> [Division] {
    lines.indices.compactMap { division(line: $0) }.filter { $0.years.contains(year) }
  }

  /// What `division` lies in, from the province down.
  package func above(_ division: Division, in year: Int?) -> [Division] {
    var above: [Division] = []
    if division.level > .province,
      let province = self.division(code: division.code / 10_000 * 10_000, in: year)
    {
      above.append(province)
    }
    if division.level > .prefecture,
      let prefecture = self.division(code: division.code / 100 * 100, in: year)
    {
      above.append(prefecture)
    }
    return above
  }

  /// The names that begin at `start`, the longest first, each with the divisions that it may mean in `year`.
  ///
  /// - Parameters:
  ///   - text: Folded.
  ///   - ever: Whether divisions of all years count.
  package func matches(
    in text: [Unicode.Scalar], at start: Int, year: Int? = nil, ever: Bool = false
  ) -> [Match] {
    guard start + 1 < text.count else { return [] }
    var matches: [Match] = []
    var line = chains[Self.chain(text[start].value, text[start + 1].value)]
    while line >= 0 {
      let found = line
      line = next[line]
      guard scalar(at: lines[found] + 6) == text[start].value,
        scalar(at: lines[found] + 9) == text[start + 1].value, let division = division(line: found)
      else { continue }
      for (spelling, words) in DivisionNames.spellings(of: Array(division.name.unicodeScalars))
      where text[start...].starts(with: words) {
        let end = start + words.count
        let same = matches.firstIndex { $0.end == end && $0.spelling == spelling }
        if let same {
          matches[same].divisions.append(division)
        } else {
          matches.append(Match(end: end, spelling: spelling, divisions: [division]))
        }
      }
    }
    if !ever {
      for index in matches.indices {
        matches[index].divisions = Self.of(year, matches[index].divisions)
      }
      matches.removeAll { $0.divisions.isEmpty }
    }
    return matches.sorted { ($0.end, $0.spelling) > ($1.end, $1.spelling) }
  }

  /// Those that existed in `year`; else those of the next, in which the report was written.
  private static func of(_ year: Int?, _ divisions: [Division]) -> [Division] {
    guard let year else {
      let now = divisions.filter { $0.years.upperBound == .max }
      return now.isEmpty ? divisions : now
    }
    for reach in 0...1 {
      let found = divisions.filter { $0.years.overlaps(year...year + reach) }
      if !found.isEmpty { return found }
    }
    return []
  }
}
