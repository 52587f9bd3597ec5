internal import DocumentModel
internal import ReportRecords

/// The title of a report and where it stands.
struct TitleReading {
  /// Lines joined without blanks: `威海市科学技术局2019年政府信息公开工作年度报告`.
  var text: String
  var lines: Range<Int>
  /// Where the same title is printed once more, wholly or in part.
  var repeated: [Range<Int>] = []
}

/// Finds the title of an annual report on information disclosure.
///
/// A title ends in 报告 or 年报 and speaks of 信息公开 or 政务公开; it may be broken anywhere, so lines above are taken in
/// until a topic and an agency stand in it.
enum TitleReader {
  static func read(_ lines: [Line]) -> TitleReading? {
    let window = lines.prefix(80)
    var candidates: [Candidate] = []
    for (index, line) in window.enumerated() {
      guard let compact = line.compact() else { continue }
      if isBodyStart(line.text, compact) { break }
      if let candidate = candidate(in: lines, endingAt: index, compact) {
        candidates.append(candidate)
      }
    }
    guard let rank = candidates.map(\.rank).max(),
      let best = candidates.first(where: { $0.rank == rank })
    else { return nil }
    let raw = lines[best.lines].flatMap { $0.text.scalars }
    var reading = TitleReading(text: TightText.string(raw.trimmed), lines: best.lines)
    reading.repeated = candidates.filter {
      !$0.lines.overlaps(best.lines) && ($0.compact == best.compact || isPart($0, of: best))
    }.map(\.lines)
    return reading
  }

  private struct Candidate {
    var lines: Range<Int>
    var compact: [Unicode.Scalar]
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

  private static func candidate(
    in lines: [Line], endingAt end: Int, _ compact: [Unicode.Scalar]
  ) -> Candidate? {
    guard isTitleEnd(compact), isPlain(compact), !Furniture.isFurniture(compact) else { return nil }
    var joined = compact
    var start = end
    while start > 0, end - start < 4, let missing = missingPart(of: joined),
      !lines[start].followsTable,
      let above = lines[start - 1].compact(upTo: 40), isPart(above, missing: missing)
    {
      joined = above + joined
      start -= 1
    }
    guard joined.count <= 90, joined.contains(anyOf: topics) else { return nil }
    let title = AgencyTitle(joined)
    return Candidate(
      lines: start..<end + 1, compact: joined,
      rank: (title.year == nil ? 0 : 2) + (title.agency.isEmpty ? 0 : 1))
  }

  private enum Missing { case topic, agency, region }

  private static func missingPart(of joined: [Unicode.Scalar]) -> Missing? {
    guard joined.contains(anyOf: topics) else { return .topic }
    let agency = joined[AgencyTitle(joined).agency]
    if agency.isEmpty { return .agency }
    return RegionReader.region(in: Array(agency).string(0, 60)).stated == nil ? .region : nil
  }

  private static func isPart(_ line: [Unicode.Scalar], missing: Missing) -> Bool {
    guard isPlain(line), !Furniture.isFurniture(line), !isTitleEnd(line), line.count >= 2 else {
      return false
    }
    switch missing {
    case .topic: return line.contains(anyOf: ["公开", "信息", "政府", "政务", "年"])
    case .agency: return Organisation.isName(line) || line.contains(anyOf: ["年"])
    case .region:
      return !line.contains(where: \.isDigit) && Organisation.endsAsRegion(line)
        || (!Organisation.endsAsBody(line) || line.ends(with: "社会")) && !line.contains("公开")
          && RegionReader.region(in: line.string(0, 40)).stated != nil
    }
  }

  static let topics: [Phrase] = ["信息公开", "政务公开", "信息与政务公开"]

  private static func isTitleEnd(_ compact: [Unicode.Scalar]) -> Bool {
    var title = withoutFinalBracket(compact)
    for ending: Phrase in ["模板", "模版", "样式", "格式"] where title.ends(with: ending) {
      title.removeLast(2)
    }
    return title.ends(withAny: ["报告", "年报"])
  }

  /// Without `(2020年度)`, `(公示稿)` at the end.
  private static func withoutFinalBracket(_ compact: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard compact.last == ")", let open = compact.lastIndex(of: "("), compact.count - open <= 12
    else { return compact }
    return Array(compact[..<open])
  }

  /// Whether the line holds no mark of a sentence, a path or a list.
  private static func isPlain(_ compact: [Unicode.Scalar]) -> Bool {
    !compact.contains { ",;:。!?>|/《》“”_@=".unicodeScalars.contains($0) }
      && !compact.starts(withAny: ["根据", "按照", "现将", "依据", "附件", "关于做好", "关于报送", "关于印发"])
  }
}
