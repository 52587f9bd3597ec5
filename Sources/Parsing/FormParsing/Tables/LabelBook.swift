import NationalForm

/// What a label of the form may mean; indices are those of ``NationalForm``'s lists.
struct LabelMeaning: Hashable, Sendable {
  enum Role: Hashable, Sendable {
    /// A row with values of its own.
    case row(Int)
    /// A merged cell beside several rows: 三、本年度办理结果, （三）不予公开; 行政诉讼 above columns.
    case group(Int)
    case column(Int)
    /// ``NationalForm/furniture(_:)``.
    case furniture
    case caption
  }

  var table: TableID
  var role: Role
  /// Whether other labels of the form read the same without their number: 其他, 总计.
  var isVague = false
}

/// Every label of the form by its folded spelling, built once from ``NationalForm``.
///
/// A class, because it goes everywhere and a struct of dictionaries costs a count for each wherever it is handed on.
final class LabelBook: Sendable {
  static let shared = LabelBook(LabelIndex())

  /// A row of a form as its label cells name it.
  struct RowLabels: Sendable {
    /// The innermost group; nil for a row directly under the table.
    var group: Int?
    /// The group that the same label is in the other edition; nil where it is none.
    var opens: Int?
    /// Label cells in the official layout.
    var depth: Int
    var number: FoldedLabel?
    /// The official wording and its aliases without number.
    var bodies: [FoldedLabel]
  }

  /// Row labels of each table, in the order of its rows.
  let rows: PerTable<[RowLabels]>
  /// Column labels of each table, in the order of its columns.
  let columns: PerTable<[[FoldedLabel]]>

  /// What a line break may leave of a label, at least two characters.
  private let beginnings: PerTable<Set<FoldedLabel>>
  private let endings: PerTable<Set<FoldedLabel>>
  private let entries: [FoldedLabel: [LabelMeaning]]
  private let groupSpellings: [FoldedLabel]
  /// What labels begin with: one unit, and two in one number.
  private let heads: Set<UInt32>
  /// Characters of the longest label.
  private let longest: Int

  private init(_ index: LabelIndex) {
    rows = index.rows
    columns = index.columns
    entries = index.entries
    groupSpellings = index.groupSpellings
    heads = Set(index.entries.keys.flatMap { [Self.head($0.units, 1), Self.head($0.units, 2)] })
    longest = index.entries.keys.map(\.units.count).max() ?? 0
    var beginnings = PerTable<Set<FoldedLabel>> { _ in [] }
    var endings = beginnings
    for (label, meanings) in index.entries {
      for meaning in meanings where meaning.role != .caption {
        for cut in label.units.indices.dropFirst(2) {
          beginnings[meaning.table].insert(FoldedLabel(label.units[..<cut]))
        }
        for cut in label.units.indices.dropFirst().dropLast() {
          endings[meaning.table].insert(FoldedLabel(label.units[cut...]))
        }
      }
    }
    self.beginnings = beginnings
    self.endings = endings
  }

  /// Whether `text` may mean something: nearly all that is no label is told by its first two characters.
  func mayKnow(_ text: String) -> Bool {
    let head = FoldedLabel.head(of: text)
    if heads.contains(head.units) { return true }
    // A number, of two characters perhaps, and a label.
    guard head.count > 1, FoldedLabel.mayNumber(UInt16(head.units >> 16)) else { return false }
    let second = head.units & 0xFFFF
    return FoldedLabel.mayNumber(UInt16(second)) || heads.contains(second)
  }

  private static func head(_ units: [UInt16], _ count: Int) -> UInt32 {
    units.prefix(count).reduce(0) { $0 << 16 | UInt32($1) }
  }

  /// What `label` means where it is spelled as known, with or without its number, alone or after its group's label.
  ///
  ///     "三、本年度办理结果（一）予以公开"  ->  the row （一）予以公开
  func meanings(of label: FoldedLabel) -> [LabelMeaning] {
    guard !label.isEmpty, label.units.count <= 3 * longest else { return [] }
    if let known = entries[label] { return known }
    if let (number, body) = label.numbered, body.units.count > 2, let known = entries[body] {
      // A label with a wrong number is still its text; one that never had a number is another thing (1.规章).
      let rowsOnly = known.filter { meaning in
        switch meaning.role {
        case .row(let row):
          rows[meaning.table][row].number != nil || number.units.first ?? 0 < 0x3A
        case .group: true
        case .column, .furniture, .caption: false
        }
      }
      if !rowsOnly.isEmpty { return rowsOnly }
    }
    for group in groupSpellings {
      if let rest = label.remainder(after: group) {
        let inner = meanings(of: rest).filter { mayFollow(group, $0) }
        if !inner.isEmpty { return inner }
      }
    }
    return []
  }

  /// Whether a row of table 2 stands in the group whose label is before its own: 其他处理 and 总计 are two rows in one cell.
  private func mayFollow(_ group: FoldedLabel, _ meaning: LabelMeaning) -> Bool {
    guard meaning.table == .applications, case .row(let row) = meaning.role,
      let own = rows[.applications][row].group
    else { return true }
    return entries[group]?.contains { opened in
      guard opened.table == .applications, case .group(let number) = opened.role else {
        return false
      }
      return number == own || rows[.applications].contains { $0.depth == 2 && $0.group == number }
    } ?? false
  }

  /// What a label means that explains itself in brackets: `规章（设区的市、自治州人民政府提供数据）`; empty where the brackets
  /// may say that it is another thing: `行政处罚（简易程序）`.
  func meanings(ofExplained text: String) -> [LabelMeaning] {
    guard let last = text.unicodeScalars.last, "）)".unicodeScalars.contains(last),
      let start = text.firstIndex(where: { "（(".contains($0) }), start > text.startIndex
    else { return [] }
    let note = text[start...]
    guard MeaningWords.explains(FoldedLabel(String(note))) else { return [] }
    return meanings(of: FoldedLabel(String(text[..<start]))).filter { meaning in
      switch meaning.role {
      case .row, .column: !meaning.isVague
      case .group, .furniture, .caption: false
      }
    }
  }

  /// Whether `text` is one label of `table` after another, and nothing else; where a line break may have cut the first
  /// and the last, they need not be whole.
  func isMadeOfLabels(_ text: FoldedLabel, of table: TableID, mayBeCut: Bool = false) -> Bool {
    let units = text.units
    guard units.count <= 240 else { return false }
    /// Lengths of the beginning that are whole labels.
    var ends = [true] + [Bool](repeating: false, count: units.count)
    if mayBeCut {
      for end in units.indices.dropFirst(2).prefix(longest)
      where endings[table].contains(FoldedLabel(units[..<end])) {
        ends[end] = true
      }
    }
    for start in units.indices where ends[start] {
      for end in start + 1...min(start + longest, units.count) where !ends[end] {
        let label = FoldedLabel(units[start..<end])
        ends[end] = entries[label]?.contains { $0.table == table } ?? false
      }
      guard mayBeCut, units.count - start > 1, units.count - start < longest else { continue }
      if beginnings[table].contains(FoldedLabel(units[start...])) { return true }
    }
    return ends[units.count] || mayBeCut && endings[table].contains(text)
  }
}
