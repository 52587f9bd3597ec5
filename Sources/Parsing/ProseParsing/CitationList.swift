internal import ReportRecords

/// The documents that a report cites, each once, in the order of their first mention.
struct CitationList {
  private(set) var citations: [Citation] = []
  /// Indices in ``citations``: under a title and number, and under the title alone the first of that title.
  private var entries: [Key: Int] = [:]
  /// The full title that a short one stands for.
  private var fullTitles: [String: String] = [:]
  /// The title mentioned last that is no alias: what an alias is short for.
  private var lastFullTitle: String?

  /// Told by its bytes: hashing a string goes by Unicode's normal form, which costs much for Chinese.
  private struct Key: Hashable {
    private let bytes: [UInt8]

    func hash(into hasher: inout Hasher) {
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }

    init(title: String, number: String?) {
      bytes = Array(title.utf8) + (number.map { [0] + Array($0.utf8) } ?? [])
    }
  }

  mutating func add(_ reader: CitationReader) {
    for (index, mention) in reader.mentions.enumerated() {
      if mention.isAlias, let full = lastFullTitle, full != mention.title {
        fullTitles[mention.title] = fullTitles[mention.title] ?? full
      }
      count(mention)
      if !mention.isAlias { lastFullTitle = mention.title }
      for alias in reader.plainAliases where alias.mention == index && alias.name != mention.title {
        fullTitles[alias.name] = fullTitles[alias.name] ?? mention.title
      }
    }
  }

  /// The list, with every alias resolved.
  func finished() -> [Citation] {
    guard !fullTitles.isEmpty else { return citations }
    return citations.map { citation in
      var citation = citation
      citation.aliasOf = fullTitles[citation.title]
      return citation
    }
  }

  /// A mention without a number is of the first document under its title; one with a number gives it to that document
  /// if it has none yet, and is another document if it has a different one.
  private mutating func count(_ mention: CitationReader.Mention) {
    let title = Key(title: mention.title, number: nil)
    let key = mention.number == nil ? title : Key(title: mention.title, number: mention.number)
    let first = entries[title]
    if let index = mention.number == nil ? first : entries[key] {
      citations[index].count += 1
    } else if let index = first, citations[index].number == nil {
      citations[index].count += 1
      citations[index].number = mention.number
      entries[key] = index
    } else {
      let index = citations.count
      entries[key] = index
      if first == nil { entries[title] = index }
      citations.append(
        Citation(title: mention.title, number: mention.number, count: 1, aliasOf: nil))
    }
  }
}
