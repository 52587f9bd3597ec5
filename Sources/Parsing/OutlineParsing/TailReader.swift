internal import DocumentModel
internal import ReportRecords
internal import TextScanning

/// What stands below the text: who signs, when, and whether the document may be published.
struct Tail {
  var signature: String?
  var date: CalendarDate?
  /// The line of a date that is none: 2023年2月30日, 2O23年1月3日.
  var unreadableDate: Int?
  /// `（此件公开发布）`.
  var disclosureNote: String?
  /// The lines that these took up.
  var lines: Set<Int> = []
  /// Buttons of the page below.
  var furniture: [Int] = []

  fileprivate mutating func take(_ line: DateLine) {
    date = line.date
    disclosureNote = disclosureNote ?? line.note
    signature = line.signature
  }
}

/// Reads the tail upwards from the end of a document.
enum TailReader {
  /// - Parameters:
  ///   - start: The first line behind the title.
  ///   - agency: The agency of the title, folded, by which a signature without a date is known.
  static func read(_ lines: [Line], from start: Int, agency: [Unicode.Scalar]) -> Tail {
    var tail = Tail()
    let first = max(start, lines.count - 15)
    guard first < lines.count else { return tail }
    var dateLine: Int?
    /// The line that says when an office printed and sent it out, below the date of the report itself.
    var imprint: (index: Int, line: DateLine)?
    for index in (first..<lines.count).reversed() {
      guard let compact = lines[index].compact() else { break }
      if isDisclosureNote(compact) {
        guard tail.disclosureNote == nil else { break }
        tail.disclosureNote = TightText.string(lines[index].text.scalars)
        tail.lines.insert(index)
      } else if let line = DateLine(lines[index].text) {
        tail.lines.insert(index)
        if line.isImprint, imprint == nil {
          imprint = (index, line)
          continue
        }
        tail.take(line)
        dateLine = index
        break
      } else if index > lines.count - 5, let other = UnreadDate(compact),
        !other.isSpan || index > first && signature(lines[index - 1]) != nil
      {
        tail.unreadableDate = index
        tail.signature = other.signature.map { range in
          lines[index].text.scalars.withoutBlanks.string(range.lowerBound, range.upperBound)
        }
        tail.lines.insert(index)
        dateLine = index
        break
      } else if DateLine.isDamaged(compact) {
        tail.unreadableDate = index
        tail.lines.insert(index)
        dateLine = index
        break
      } else if Furniture.isFurniture(compact) {
        tail.furniture.append(index)
      } else if HeadingNumber(compact)?.level == 1 || SectionTopic.isHeadingWithoutNumber(compact) {
        break
      }
    }
    if dateLine == nil, let imprint {
      tail.take(imprint.line)
      dateLine = imprint.index
    }
    if let dateLine {
      if tail.signature == nil { readSignature(lines, around: dateLine, from: start, into: &tail) }
    } else {
      readUndatedSignature(lines, from: first, agency: agency, into: &tail)
    }
    return tail
  }

  /// The signature above a date, perhaps over two lines, or below it.
  private static func readSignature(
    _ lines: [Line], around dateLine: Int, from start: Int, into tail: inout Tail
  ) {
    if dateLine > start, !lines[dateLine].followsTable,
      let name = signature(lines[dateLine - 1])
    {
      tail.signature = name
      tail.lines.insert(dateLine - 1)
      // 济宁市兖州区 / 科学技术局
      let above = dateLine - 2
      if above >= start, !lines[dateLine - 1].followsTable,
        RegionReader.region(in: name).stated == nil, let upper = lines[above].compact(upTo: 20),
        let region = signature(lines[above]), RegionReader.region(in: region).stated == region,
        Organisation.endsAsRegion(upper)
      {
        tail.signature = region + name
        tail.lines.insert(above)
      }
    } else if dateLine + 1 < lines.count, !tail.lines.contains(dateLine + 1),
      !lines[dateLine + 1].followsTable, let name = signature(lines[dateLine + 1])
    {
      tail.signature = name
      tail.lines.insert(dateLine + 1)
    }
  }

  /// Without a date below it, a name counts as signature only if it is the agency's, longer or shorter.
  private static func readUndatedSignature(
    _ lines: [Line], from first: Int, agency: [Unicode.Scalar], into tail: inout Tail
  ) {
    let last = lines.indices.last { !tail.lines.contains($0) && !tail.furniture.contains($0) }
    guard let last, last > first, !agency.isEmpty, let name = signature(lines[last]) else { return }
    let folded = TextFolding.folded(name)
    guard folded.ends(with: agency.prefix(60)) || agency.ends(with: name.scalars)
    else { return }
    tail.signature = name
    tail.lines.insert(last)
  }

  /// The name on a line that holds nothing else; `（盖章）` and `（公章）` dropped.
  private static func signature(_ line: Line) -> String? {
    guard var compact = line.compact(upTo: 40) else { return nil }
    for seal: Phrase in ["(盖章)", "(公章)", "(印章)", "(章)"] where compact.ends(with: seal) {
      compact.removeLast(seal.count)
    }
    guard Organisation.isName(compact), HeadingNumber(compact) == nil else { return nil }
    let raw = line.text.scalars.withoutBlanks
    return raw.string(0, compact.count)
  }

  fileprivate static func isDisclosureNote(_ compact: [Unicode.Scalar]) -> Bool {
    compact.count <= 24 && compact.starts(withAny: ["(此件", "此件", "(公开属性", "[此件"])
      && compact.contains("公开")
  }
}

/// A line that holds a date and nothing else, or a signature and a date.
struct DateLine {
  var date: CalendarDate
  var signature: String?
  /// `（此件公开发布）` behind the date.
  var note: String?
  /// Whether it says when it was printed and sent out: `县教育局办公室 2024年1月18日印发`.
  var isImprint = false

  /// `2021年1月20日`, `（二〇二一年一月二十日）`, `中卫市科学技术局 2021年1月26日`.
  init?(_ text: String) {
    guard text.utf8.count <= 200 else { return nil }
    let raw = text.scalars.withoutBlanks
    let folded = TextFolding.folded(raw)
    if let (date, name) = Self.eightDigits(folded) {
      self.date = date
      signature = name > 0 ? raw.string(0, name) : nil
      return
    }
    guard let start = folded.indices.first(where: { DateScanner.date(in: folded, at: $0) != nil }),
      let match = DateScanner.date(in: folded, at: start)
    else { return nil }
    let note = folded[match.end...].firstIndex(of: "此").map { max(match.end, $0 - 1) }
    if let note, TailReader.isDisclosureNote(Array(folded[note...])),
      Self.isTail(Array(folded[match.end..<note]))
    {
      self.note = raw.string(note, raw.count)
    }
    guard self.note != nil || Self.isTail(Array(folded[match.end...])) else {
      // 2023年1月26日，某局
      let behind = folded[match.end...].drop { ",;/|·、:".unicodeScalars.contains($0) }
      guard start == 0, behind.startIndex > match.end, Organisation.isName(Array(behind)) else {
        return nil
      }
      signature = raw.string(behind.startIndex, raw.count)
      date = match.date
      return
    }
    var before = Array(folded[..<start].drop { $0 == "(" || $0 == "[" })
    if before.ends(with: "公元") { before.removeLast(2) }
    let first = folded[..<start].prefix { $0 == "(" || $0 == "[" }.count
    before = UnreadDate.withoutMarks(before[...])
    if before.isEmpty {
      signature = nil
    } else if Organisation.isName(before) {
      signature = raw.string(first, first + before.count)
    } else {
      return nil
    }
    date = match.date
    isImprint = folded.ends(with: "印发")
  }

  /// `20240125` on a line of its own or behind the name of a body, whose length is given too.
  private static func eightDigits(_ line: [Unicode.Scalar]) -> (CalendarDate, name: Int)? {
    guard let start = line.firstIndex(where: \.isDigit) else { return nil }
    let digits = line[start...].prefix(while: \.isDigit)
    guard digits.count == 8, isTail(Array(line[digits.endIndex...])) else { return nil }
    let name = UnreadDate.withoutMarks(line[..<start])
    guard name.isEmpty || Organisation.isName(name) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
    guard (2008...2099).contains(number / 10_000),
      let date = CalendarDate(
        year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { return nil }
    return (date, name.count)
  }

  /// What may stand behind a date: a bracket, the day of the week, 印发.
  private static func isTail(_ text: [Unicode.Scalar]) -> Bool {
    var rest = text.filter { !"()[]。.,".unicodeScalars.contains($0) }
    for week: Phrase in ["星期", "周", "礼拜"] where rest.has(week, at: 0) {
      guard rest.count > week.count, "一二三四五六日天".unicodeScalars.contains(rest[week.count]) else {
        return false
      }
      rest.removeFirst(week.count + 1)
    }
    return rest.isEmpty || rest.isAny(of: ["印发", "印", "发布", "制", "发", "公布", "盖章", "公章", "印章", "章"])
  }

  /// Whether a line (folded, without blanks) is a date that can't be one: no such day, or a letter for a digit.
  static func isDamaged(_ compact: [Unicode.Scalar]) -> Bool {
    let words = compact.filter { !"()".unicodeScalars.contains($0) }
    guard (6...18).contains(words.count), words.last == "日", words.contains("月"),
      let year = words.firstIndex(of: "年"), (2...6).contains(year)
    else { return false }
    return words.allSatisfy { scalar in
      scalar.isDigit || "年月日OoIl〇○零元一二两三四五六七八九十廿?*".unicodeScalars.contains(scalar)
    }
  }
}
