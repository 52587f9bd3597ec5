/// Tells tables that only lay text out from tables of data, in every format.
///
/// A table whose cells hold headings, sentences or who signs, and no figures in a grid, is read as paragraphs. So are the rows
/// across all columns of a table into which a whole report was put.
package struct LayoutTable {
  package struct Cell {
    /// What it holds beside tables, as far as it is looked at.
    package var text: String
    /// Columns that it spans.
    package var columns: Int
    /// Whether it goes on in the row below or goes on with the one above.
    package var isMerged: Bool
    package var holdsTable: Bool

    /// A span may be any number.
    private static let mostColumns = 10_000

    package init(_ text: String, columns: Int, isMerged: Bool, holdsTable: Bool) {
      self.text = text
      self.columns = min(max(1, columns), Self.mostColumns)
      self.isMerged = isMerged
      self.holdsTable = holdsTable
    }
  }

  package enum Reading: Equatable {
    case data
    /// All of its cells are paragraphs, in their order.
    case text
    /// These rows are tables, and the cells of all others paragraphs.
    case parts([Range<Int>])
  }

  private static let mostTextColumns = 4
  /// Sentences that a table holds across all of its columns which is a report; one with fewer has notes.
  private static let leastProse = 2

  package static func reading(_ rows: [[Cell]]) -> Reading {
    isText(rows) ? .text : parts(rows).map { .parts($0) } ?? .data
  }

  // MARK: Text alone

  private static func isText(_ rows: [[Cell]]) -> Bool {
    var hasText = false
    /// Rows of a heading and what stands under it.
    var sections = 0
    var pairs = 0
    for row in rows {
      guard row.count <= mostTextColumns, !row.contains(where: \.isMerged) else { return false }
      var kinds = row.map { $0.holdsTable && $0.text.isEmpty ? CellText.other : CellText($0.text) }
        .filter { !$0.isNothing }
      if case .ordinal(_, let isChinese)? = kinds.first {
        guard kinds.count == 2 else { return false }
        kinds.removeFirst()
        // `一 | 总体情况`
        if kinds[0] == .other {
          guard rows.count == 1, isChinese else { return false }
          kinds[0] = .heading(isMain: true)
        }
      }
      guard kinds.allSatisfy({ $0 != .figure && !$0.isOrdinal }) else { return false }
      if kinds.contains(where: \.isText) { hasText = true }
      guard kinds.count > 1, rows.count > 1 else { continue }
      guard kinds.count == 2, kinds[0] == .heading(isMain: true) else { return false }
      pairs += 1
      if kinds[1] == .prose || row.contains(where: \.holdsTable) { sections += 1 }
    }
    return hasText && (pairs == 0 || pairs > 1 && sections > 0)
  }

  // MARK: A report in a table

  private static func parts(_ rows: [[Cell]]) -> [Range<Int>]? {
    let width = rows.lazy.map { $0.reduce(0) { $0 + $1.columns } }.max() ?? 0
    guard width > 1 else { return nil }
    // A table may be wider than the text above it, where its own cells count more columns.
    let across =
      rows.lazy.filter { $0.count == 1 && !$0[0].isMerged }.map { $0[0].columns }.max() ?? 0
    guard across * 2 >= width else { return nil }
    /// What each row is that has one cell across all columns; nil for any other.
    let kinds = rows.map { row in
      row.count == 1 && row[0].columns >= across ? CellText(row[0].text) : nil
    }
    guard kinds.count(where: { $0 == .prose }) >= leastProse,
      kinds.contains(.heading(isMain: true))
    else { return nil }
    var isText = kinds.enumerated().map { index, kind in
      kind?.isText ?? isSignature(rows[index])
    }
    // What else stands between text is text: who signs, a title's second line; above a table it is of that.
    for index in rows.indices where kinds[index] == .other || kinds[index]?.isNothing == true {
      let next = rows.indices.dropFirst(index + 1).first { kinds[$0] != .other } ?? rows.endIndex
      isText[index] =
        (index == 0 || isText[index - 1]) && (next == rows.endIndex || isText[next])
    }
    var parts: [Range<Int>] = []
    for index in rows.indices where !isText[index] {
      if let last = parts.last, last.upperBound == index {
        parts[parts.count - 1] = last.lowerBound..<index + 1
      } else {
        parts.append(index..<index + 1)
      }
    }
    return parts
  }

  /// Whether a row holds a date in one of its cells and nothing in the others.
  private static func isSignature(_ row: [Cell]) -> Bool {
    row.allSatisfy { !$0.isMerged }
      && row.map { CellText($0.text) }.filter { !$0.isNothing } == [.date]
  }

  /// What stands for a cell in front of the text of the next one in its row: `一、` for one that holds 一, nothing for ■; nil for a
  /// cell that is text itself.
  package static func label(_ text: String) -> String? {
    switch CellText(text) {
    case .ordinal(let label, _): label
    case .mark: ""
    default: nil
    }
  }
}

/// What the text of a cell is.
private enum CellText: Equatable {
  case blank
  /// A bullet.
  case mark
  /// A number and nothing else, as it stands in front of what it numbers: `一、`, `2.`
  case ordinal(String, isChinese: Bool)
  case figure
  case heading(isMain: Bool)
  case prose, date, title, other

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    if scalars.isEmpty || scalars.allSatisfy({ $0.value == CleanText.picture.value }) {
      self = .blank
    } else if scalars.count <= 2, scalars.allSatisfy(Self.isMark) {
      self = .mark
    } else if let ordinal = Self.ordinal(scalars) {
      self = ordinal
    } else if CleanText.isFigure(text) {
      self = .figure
    } else if let heading = Self.heading(scalars) {
      self = heading
    } else if scalars.count >= 60 || scalars.count >= 15 && scalars.contains("。") {
      self = .prose
    } else if Self.endsInDate(scalars) {
      self = .date
    } else if (10...60).contains(scalars.count), scalars.contains("年"),
      text.hasSuffix("报告") || text.hasSuffix("年报")
    {
      self = .title
    } else {
      self = .other
    }
  }

  var isNothing: Bool { self == .blank || self == .mark }
  var isOrdinal: Bool { if case .ordinal = self { true } else { false } }

  /// Whether it is what stands in a report beside its tables.
  var isText: Bool {
    switch self {
    case .heading, .prose, .date, .title: true
    case .blank, .mark, .ordinal, .figure, .other: false
    }
  }

  /// Geometric shapes and the like; a tick, a cross or a dash says something.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x25A0...0x25FF).contains(scalar.value) || (0x2605...0x2606).contains(scalar.value)
      || scalar == "•" || scalar == "·" || scalar == "➢" || scalar == "◇"
  }

  private static func ordinal(_ scalars: [Unicode.Scalar]) -> CellText? {
    guard scalars.count <= 5 else { return nil }
    let text = String(scalars: scalars)
    let inner = scalars.filter { !"、.．（）() ".unicodeScalars.contains($0) }
    let hasMark = inner.count < scalars.count
    if (1...3).contains(inner.count), inner.allSatisfy(numerals.contains) {
      return .ordinal(hasMark ? text : text + "、", isChinese: true)
    }
    guard (1...2).contains(inner.count), inner.allSatisfy({ ("0"..."9").contains($0) }),
      inner.first != "0"
    else { return nil }
    return .ordinal(hasMark ? text : text + ".", isChinese: false)
  }

  /// `一、总体情况`, `（一）主动公开情况`.
  private static func heading(_ scalars: [Unicode.Scalar]) -> CellText? {
    guard scalars.count <= 40, !scalars.contains("。") else { return nil }
    let isOpen = scalars[0] == "（" || scalars[0] == "("
    let number = scalars.dropFirst(isOpen ? 1 : 0).prefix { numerals.contains($0) }
    guard (1...3).contains(number.count), number.endIndex + 1 < scalars.count else { return nil }
    let next = scalars[number.endIndex]
    if isOpen { return next == "）" || next == ")" ? .heading(isMain: false) : nil }
    return next == "、" ? .heading(isMain: true) : nil
  }

  /// `2024年1月16日`, perhaps behind who signs.
  private static func endsInDate(_ scalars: [Unicode.Scalar]) -> Bool {
    let text = scalars.filter { !CleanText.isBlank($0) && $0 != "）" && $0 != ")" }
    guard text.last == "日", text.count <= 60, let month = text.lastIndex(of: "月"),
      let year = text[..<month].lastIndex(of: "年")
    else { return false }
    let parts = [
      text[..<year].suffix(4), text[(year + 1)..<month], text[(month + 1)...].dropLast(),
    ]
    return parts[0].count == 4
      && parts.allSatisfy { part in
        (1...4).contains(part.count)
          && part.allSatisfy {
            ("0"..."9").contains($0) || numerals.contains($0) || $0 == "〇" || $0 == "○" || $0 == "零"
          }
      }
  }
}
