internal import DocumentModel
internal import ReportRecords
internal import TextScanning

/// The title of a report and where it stands.
struct TitleReading {
  /// Lines joined without blanks: `威海市科学技术局2019年政府信息公开工作年度报告`.
  var text: String
  var lines: Range<Int>
  /// Where the same title is printed once more, wholly or in part.
  var repeated: [Range<Int>] = []
  /// Titles of other reports near it: a page that lists them has some.
  var others = 0
  /// Whether it names a year or an agency: 政府信息公开年度报告 may be the head of a list.
  var names: Bool
  /// Whether it may be the headline of a text about a report: 某局发布2023年…报告.
  var isHeadline: Bool
  /// Whether only the page's metadata have it.
  var isFromMetadata = false
}

/// Finds the title of an annual report on information disclosure.
///
/// A title ends in 报告 or 年报 and speaks of 信息公开 or 政务公开; it may be broken anywhere, so lines above are taken in
/// until a topic and an agency stand in it.
enum TitleReader {
  static func read(_ lines: [Line]) -> TitleReading? {
    let window = lines.prefix(80)
    var candidates: [Candidate] = []
    var metadata: TitleReading?
    for (index, line) in window.enumerated() {
      guard let compact = line.compact() else { continue }
      if isBodyStart(line.text, compact) { break }
      if metadata == nil, let title = MetadataLine(line.text)?.title {
        metadata = reading(metadata: title, at: index)
      } else if let candidate = TitleLines(
        lines, endingAt: index, TitleWords.beforeSuffix(compact) ?? compact
      ).candidate {
        candidates.append(candidate)
      }
    }
    guard let rank = candidates.map(\.rank).max(),
      let best = candidates.first(where: { $0.rank == rank })
    else { return metadata }
    let printed = lines[best.lines].flatMap { $0.text.scalars }
    let raw = Self.withoutDate(Self.prefix(of: printed, best.compact.count))
    var reading = TitleReading(
      text: TightText.string(raw.trimmed), lines: best.lines, names: rank > 0,
      isHeadline: TitleWords.isHeadline(best.compact))
    for candidate in candidates where !candidate.lines.overlaps(best.lines) {
      if candidate.compact == best.compact || isPart(candidate, of: best) {
        reading.repeated.append(candidate.lines)
      } else if candidate.rank >= 2 {
        reading.others += 1
      }
    }
    return reading
  }

  /// The first `count` scalars that are no blanks: what follows a title in its line is none of it.
  private static func prefix(of raw: [Unicode.Scalar], _ count: Int) -> [Unicode.Scalar] {
    var left = count
    return Array(
      raw.prefix { scalar in
        guard left > 0 else { return false }
        if ![scalar].withoutBlanks.isEmpty { left -= 1 }
        return true
      })
  }

  /// Without a date before the title.
  private static func withoutDate(_ raw: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var left = AgencyTitle.dateEnd(TextFolding.folded(raw).withoutBlanks)
    return Array(
      raw.drop { scalar in
        guard left > 0 else { return false }
        if ![scalar].withoutBlanks.isEmpty { left -= 1 }
        return true
      })
  }

  private static func reading(metadata title: String, at index: Int) -> TitleReading? {
    let compact = TextFolding.folded(title).withoutBlanks
    guard TitleWords.isTitleEnd(compact), TitleWords.isPlain(compact),
      TitleWords.namesTopic(compact)
    else { return nil }
    return TitleReading(
      text: TightText.string(title.scalars.trimmed), lines: index..<index + 1, names: true,
      isHeadline: TitleWords.isHeadline(compact), isFromMetadata: true)
  }

  struct Candidate {
    var lines: Range<Int>
    var compact: [Unicode.Scalar]
    /// 3 with year and agency, 2 with a year, 1 with an agency.
    var rank: Int
  }

  /// 2021年政府信息公开工作年度报告, printed again without its agency.
  private static func isPart(_ candidate: Candidate, of title: Candidate) -> Bool {
    candidate.compact.count >= 8
      && title.compact.ends(with: candidate.compact.prefix(60))
  }

  /// Whether the numbered parts begin here; titles are looked for no further.
  private static func isBodyStart(_ text: String, _ compact: [Unicode.Scalar]) -> Bool {
    guard let number = HeadingNumber(compact), number.level == 1, number.style == .chinese else {
      return SectionTopic.isHeadingWithoutNumber(compact)
    }
    return true
  }
}
