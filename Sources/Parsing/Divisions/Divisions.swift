/// The list of China's divisions, by code and by name.
///
/// Read from its one string at first use; a name is then found by its hash.
package struct Divisions: Sendable {
  package static let all = Divisions(DivisionList.text)

  /// A name that stands in a text, and what it may be a name of.
  package struct Match: Sendable {
    /// The index behind the name.
    package var end: Int
    package var spelling: DivisionSpelling
    package var divisions: [Division]
  }

  /// By code, and those of one code by year.
  private var divisions: [Division] = []
  private var names = NameIndex()
  /// Scalars of the longest name.
  private var longest = 0

  /// The years of the list; a division of the last one is taken to exist still.
  package static let years = 2008...2026

  private init(_ text: StaticString) {
    divisions.reserveCapacity(4_000)
    let bytes = Array(text.description.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      add(bytes[start..<end])
      start = end + 1
    }
  }

  /// Adds the division of a line such as 341822广德县20082019.
  private mutating func add(_ line: ArraySlice<UInt8>) {
    let tail = line.dropFirst(6)
    let bytes = tail.prefix { !Self.isDigit($0) }
    let span = tail.dropFirst(bytes.count)
    guard let code = Self.number(line.prefix(6)), !bytes.isEmpty else { return }
    let first = Self.number(span.prefix(4)) ?? Self.years.lowerBound
    let last = Self.number(span.dropFirst(4)) ?? Self.years.upperBound
    guard first <= last else { return }
    let name = String(decoding: bytes, as: UTF8.self)
    for (spelling, words) in DivisionNames.spellings(of: Array(name.unicodeScalars)) {
      longest = max(longest, words.count)
      names.add(NameIndex.Entry(division: divisions.count, spelling: spelling), Self.hash(words))
    }
    divisions.append(
      Division(
        code: code, name: name,
        years: (first == Self.years.lowerBound ? 0 : first)...(last == Self.years.upperBound
          ? Int.max : last)))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// Nil for no digits, and for anything else among them.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The division with `code` in `year`; the latest where none is of that year.
  package func division(code: Int, in year: Int?) -> Division? {
    var low = 0
    var high = divisions.count
    while low < high {
      let middle = (low + high) / 2
      if divisions[middle].code < code { low = middle + 1 } else { high = middle }
    }
    let found = divisions[low...].prefix { $0.code == code }
    return found.last { year.map($0.years.contains) ?? true } ?? found.last
  }

  /// The divisions that existed in `year`, by code.
  package func existing(in year: Int) -> [Division] {
    divisions.filter { $0.years.contains(year) }
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
    var matches: [Match] = []
    var hash = Self.seed
    var end = start
    while end < text.count, end - start < longest {
      hash = Self.step(hash, text[end])
      end += 1
      guard end - start >= 2 else { continue }
      let entries = names.entries(hash)
      for spelling in [DivisionSpelling.bare, .short, .full] {
        let named = entries.filter { $0.spelling == spelling }.map { divisions[$0.division] }
        let found = ever ? named : Self.of(year, named)
        guard !found.isEmpty else { continue }
        matches.append(Match(end: end, spelling: spelling, divisions: found))
      }
    }
    return matches.reversed()
  }

  /// Those that existed in `year`; else those of a year beside it, since a body may report under the name that it had or got.
  private static func of(_ year: Int?, _ divisions: [Division]) -> [Division] {
    guard let year else {
      let now = divisions.filter { $0.years.upperBound == .max }
      return now.isEmpty ? divisions : now
    }
    for reach in 0...1 {
      let found = divisions.filter { $0.years.overlaps(year - reach...year + reach) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func step(_ hash: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
    (hash ^ UInt64(scalar.value)) &* 0x9e37_79b9_7f4a_7c15
  }

  private static func hash(_ words: ArraySlice<Unicode.Scalar>) -> UInt64 {
    words.reduce(seed, step)
  }
}

/// What names mean, by their hashes, in chains: a dictionary of lists would make a list for each of 10,000 names.
private struct NameIndex {
  struct Entry {
    var division: Int
    var spelling: DivisionSpelling
  }

  private var heads = [Int](repeating: -1, count: 1 << 14)
  private var links: [(hash: UInt64, entry: Entry, next: Int)] = []

  init() { links.reserveCapacity(12_000) }

  mutating func add(_ entry: Entry, _ hash: UInt64) {
    let head = Self.head(hash)
    links.append((hash, entry, heads[head]))
    heads[head] = links.count - 1
  }

  /// The entries of a name, in the order in which they were added.
  func entries(_ hash: UInt64) -> [Entry] {
    var found: [Entry] = []
    var link = heads[Self.head(hash)]
    while link >= 0 {
      if links[link].hash == hash { found.append(links[link].entry) }
      link = links[link].next
    }
    return found.reversed()
  }

  /// The upper bits: a product's lower ones depend on few of its factors'.
  private static func head(_ hash: UInt64) -> Int { Int(hash >> 50) }
}
