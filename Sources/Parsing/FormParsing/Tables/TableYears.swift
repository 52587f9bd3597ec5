import DocumentModel
import NationalForm
internal import TextScanning

/// Which year the tables of a report are of, and whose, where a line above one says so: `2022年：`, `上年度情况`, `下属单位：`.
struct TableYears {
  private let document: Document
  /// The year that the title names; nil where none is found.
  private let own: Int?

  /// Paragraphs from the start among which the title is.
  private static let head = 12
  /// Lines above a table that may name its year.
  private static let reach = 2
  private static let longest = 40

  init(_ document: Document) {
    self.document = document
    own =
      document.blocks.prefix(Self.head).lazy.compactMap { block -> Int? in
        guard case .paragraph(let paragraph) = block, paragraph.text.utf8.count <= 300,
          FoldedLabel(paragraph.text).units.count <= 60, paragraph.text.scalars.contains("报告")
        else { return nil }
        return Self.yearOfReport(in: paragraph.text)
      }.first
  }

  /// What the lines above a table say of it, and the one below.
  struct Caption {
    /// The line that says that it is of an earlier year.
    var earlierYear: String?
    /// Whether it is another body's, a form to be filled in, or one that was corrected.
    var isOthers = false
    /// Whether it is the correction of one beside it.
    var isCorrected = false
    /// Whether it is said to be appended: 附：, 附表.
    var isAppended = false
    /// Whether it stands right below the form's heading, or below words of another year or body behind that.
    var isHeading = false
  }

  /// - Parameters:
  ///   - blocks: Those that the table is made of.
  ///   - isOneOfSeveral: Whether there are other copies; of one alone the line below says nothing of whose it is.
  func caption(
    of blocks: ClosedRange<Int>, in table: TableID, isOneOfSeveral: Bool
  ) -> Caption {
    var caption = Caption()
    var index = blocks.lowerBound - 1
    while index >= 0, blocks.lowerBound - index <= Self.reach {
      guard case .paragraph(let paragraph) = document.blocks[index] else { break }
      let text = Self.ofBelow(paragraph.text)
      guard !Self.isOfAbove(text) else {
        index -= 1
        continue
      }
      if let isEarlier = isEarlier(text) {
        // The names of tabs, 2023年, 2022年, stand together above the first of their tables.
        if isYearAlone(index), isYearAlone(index - 1) { break }
        caption.earlierYear = isEarlier ? paragraph.text : nil
        break
      }
      if !caption.isOthers, !caption.isHeading, text.utf8.count <= 3 * Self.longest {
        let scalars = text.scalars
        let isLine = !scalars.contains("。")
        if isLine, scalars.contains(anyOf: Self.corrected) { caption.isCorrected = true }
        if isLine, scalars.first(where: { $0 != " " }) == "附" { caption.isAppended = true }
        caption.isOthers =
          isLine && !caption.isCorrected && scalars.contains(anyOf: Self.others)
        caption.isHeading = isLine && scalars.contains(Self.heading(of: table))
      }
      index -= 1
    }
    if isOneOfSeveral { addLine(at: blocks.upperBound + 1, to: &caption) }
    return caption
  }

  /// What a line between two tables says of the one below: 下属单位数据如下 of 以上为本机关数据，下属单位数据如下.
  private static func ofBelow(_ text: String) -> String {
    guard text.utf8.count <= 300, let comma = text.lastIndex(where: { "，,；;".contains($0) }),
      text[comma...].unicodeScalars.map(\.self).contains(anyOf: below)
    else { return text }
    return String(text[text.index(after: comma)...])
  }

  /// Whether a line speaks of the table above it: （以上为2022年数据）, 注：上表含上年结转.
  private static func isOfAbove(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(300))
    guard !scalars.contains(anyOf: below) else { return false }
    let start = scalars.firstIndex { !openingsOfNotes.contains($0) } ?? 0
    return scalars.first(of: ofAbove, at: start) != nil
  }

  /// Takes in a line below a table that says whose it is: （以上为2022年数据）, 上表为更正前数据, 以上数据有误.
  private func addLine(at block: Int, to caption: inout Caption) {
    guard document.blocks.indices.contains(block),
      case .paragraph(let paragraph) = document.blocks[block]
    else { return }
    let line = paragraph.text.unicodeScalars.prefix(40).prefix {
      !"，,；;".unicodeScalars.contains($0)
    }
    let scalars = Array(
      line.drop(while: Self.openingsOfNotes.contains).filter {
        !"()）。 ".unicodeScalars.contains($0)
      })
    guard let word = scalars.first(of: Self.ofAbove, at: 0) else { return }
    let rest = Array(scalars[word.count...].drop { "各项数据表格情况均".unicodeScalars.contains($0) })
    guard let verb = rest.first(of: ["为", "是", "系", "有误", "作废"], at: 0) else { return }
    if verb.count > 1 || rest.contains(anyOf: Self.others) { caption.isOthers = true }
    if rest.contains(anyOf: Self.corrected) {
      (caption.isCorrected, caption.isOthers) = (true, false)
    }
    if let own,
      rest.contains(anyOf: Self.previous)
        || Self.years(in: String(scalars: rest)).first.map({ $0.year < own }) ?? false
    {
      caption.earlierYear = paragraph.text
    }
  }

  /// Whether the block is a line with a year and next to nothing else.
  private func isYearAlone(_ block: Int) -> Bool {
    guard block >= 0, case .paragraph(let paragraph) = document.blocks[block],
      let year = Self.years(in: paragraph.text).first
    else { return false }
    let count = paragraph.text.unicodeScalars.count { $0 != " " }
    return year.end == 4 && count <= 8
  }

  /// Whether a line names an earlier year than the report's; nil where it names none.
  private func isEarlier(_ text: String) -> Bool? {
    let scalars = text.scalars.filter { $0 != " " && $0 != "\u{3000}" }
    guard scalars.count <= Self.longest, !scalars.contains("。"), !scalars.contains("结转") else {
      return nil
    }
    if scalars.contains(anyOf: Self.previous) { return true }
    if scalars.contains(anyOf: Self.current) { return false }
    guard let own, let (year, end) = Self.years(in: text).first else { return nil }
    // 按2019年修订的条例 says nothing of the table's year.
    let begins = scalars[..<(end - 4)].allSatisfy(Self.openings.contains)
    let ends = scalars.last.map { "年度况表：:）)".unicodeScalars.contains($0) } ?? false
    return begins || ends ? year < own : nil
  }

  /// The last year before 报告: 2023年1月发布2022年年度报告 is of 2022.
  private static func yearOfReport(in text: String) -> Int? {
    let scalars = text.scalars.filter { $0 != " " }
    guard
      let report = scalars.indices.last(where: { scalars[$0...].starts(with: "报告".unicodeScalars) })
    else { return nil }
    return years(in: text).last { $0.end < report }?.year
  }

  /// What may stand before the year at the beginning of a line: numbers and brackets.
  private static let openings = Set("一二三四五六七八九十（）()【】[]、.．附表：:".unicodeScalars)
  private static let previous: [Phrase] = ["上年度", "上一年度", "上年同期", "去年"]
  private static let others: [Phrase] = [
    "下属", "直属单位", "所属单位", "二级单位", "格式", "样表", "样式", "模板", "填表说明", "更正前", "修改前",
    "有误", "作废",
  ]
  /// What may stand before the first word of a note.
  private static let openingsOfNotes = Set("（(注备说明：: 123、.".unicodeScalars)
  private static let below: [Phrase] = ["以下", "下表", "如下"]
  /// Of a line that speaks of the table above it.
  private static let ofAbove: [Phrase] = ["以上", "上表", "上述"]
  private static let corrected: [Phrase] = ["更正后", "修改后", "更正如下", "更正为"]

  /// What the heading above a table holds.
  private static func heading(of table: TableID) -> Phrase {
    switch table {
    case .activeDisclosure: "主动公开"
    case .applications: "申请"
    case .reviewLitigation: "复议"
    }
  }

  private static let current: [Phrase] = ["本年度", "今年"]

  /// Each year of four digits with 年 behind it, and where that stands among the scalars that are no blanks.
  private static func years(in text: String) -> [(year: Int, end: Int)] {
    let scalars = text.scalars.filter { $0 != " " }
    var years: [(year: Int, end: Int)] = []
    for index in scalars.indices where scalars[index] == "年" && index >= 4 {
      let digits = scalars[index - 4..<index].compactMap { scalar -> Int? in
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value) - 0x30
        case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
        default: nil
        }
      }
      guard digits.count == 4, index == 4 || !("0"..."9").contains(scalars[index - 5]) else {
        continue
      }
      let year = digits.reduce(0) { $0 * 10 + $1 }
      if (2008...2099).contains(year) { years.append((year, index)) }
    }
    return years
  }
}
