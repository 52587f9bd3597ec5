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
struct LabelBook: Sendable {
  static let shared = LabelBook()

  /// A row of a form as its label cells name it.
  struct RowLabels: Sendable {
    /// The innermost group; nil for a row directly under the table.
    var group: Int?
    /// Label cells in the official layout.
    var depth: Int
    var number: FoldedLabel?
    /// The official wording and its aliases without number.
    var bodies: [FoldedLabel]
  }

  /// Row labels of each table, in the order of its rows.
  private(set) var rows: [TableID: [RowLabels]] = [:]
  /// Column labels of each table, in the order of its columns.
  private(set) var columns: [TableID: [[FoldedLabel]]] = [:]
  /// The groups of each table: their rows, and every spelling with its number.
  private(set) var groups: [TableID: [FormLabel]] = [:]

  private var entries: [FoldedLabel: [LabelMeaning]] = [:]
  private var groupSpellings: [FoldedLabel] = []
  /// Characters of the longest label.
  private var longest = 0

  private init() {
    for table in NationalForm.tables { Self.enter(table, into: &rows, &columns, &groups) }
    for table in NationalForm.tables {
      for (index, row) in table.rows.enumerated() {
        guard let label = row.path.last else { continue }
        enter(label, LabelMeaning(table: table.id, role: .row(index)))
      }
      for (index, group) in (groups[table.id] ?? []).enumerated() {
        enter(group, LabelMeaning(table: table.id, role: .group(index)))
        groupSpellings += ([group.text] + group.aliases).map { FoldedLabel($0) }
      }
      for (index, column) in table.columns.enumerated() {
        guard let label = column.path.last else { continue }
        enter(label, LabelMeaning(table: table.id, role: .column(index)))
      }
      for label in NationalForm.furniture(table.id) {
        enter(label, LabelMeaning(table: table.id, role: .furniture))
      }
    }
    for (table, caption) in zip(TableID.allCases, NationalForm.captions) {
      enter(caption, LabelMeaning(table: table, role: .caption))
    }
    for (key, meanings) in entries {
      // 其他 is a column and, without its number, a row.
      let isVague = Set(meanings.map(\.role)).count > 1 && key.units.count <= 2
      if isVague {
        entries[key] = meanings.map { LabelMeaning(table: $0.table, role: $0.role, isVague: true) }
      }
    }
    longest = entries.keys.map(\.units.count).max() ?? 0
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
          rows[meaning.table]?[row].number != nil || number.units.first ?? 0 < 0x3A
        case .group: true
        case .column, .furniture, .caption: false
        }
      }
      if !rowsOnly.isEmpty { return rowsOnly }
    }
    for group in groupSpellings {
      if let rest = label.remainder(after: group) {
        let inner = meanings(of: rest)
        if !inner.isEmpty { return inner }
      }
    }
    return []
  }

  private mutating func enter(_ label: FormLabel, _ meaning: LabelMeaning) {
    for text in [label.text] + label.aliases {
      let folded = FoldedLabel(text)
      var spellings = [folded]
      if Self.hasNumber(text), let body = folded.numbered?.body { spellings.append(body) }
      for spelling in spellings where entries[spelling]?.contains(meaning) != true {
        entries[spelling, default: []].append(meaning)
      }
    }
  }

  private static func enter(
    _ table: FormTable, into rows: inout [TableID: [RowLabels]],
    _ columns: inout [TableID: [[FoldedLabel]]], _ groups: inout [TableID: [FormLabel]]
  ) {
    var known: [FormLabel] = []
    for row in table.rows {
      for label in row.path.dropLast() where !known.contains(label) { known.append(label) }
    }
    groups[table.id] = known
    rows[table.id] = table.rows.map { row in
      let label = row.path.last ?? FormLabel("")
      return RowLabels(
        group: row.path.dropLast().last.flatMap { known.firstIndex(of: $0) },
        depth: row.path.count,
        number: hasNumber(label.text) ? FoldedLabel(label.text).numbered?.number : nil,
        bodies: ([label.text] + label.aliases).map { text in
          let folded = FoldedLabel(text)
          return hasNumber(text) ? folded.numbered?.body ?? folded : folded
        })
    }
    columns[table.id] = table.columns.map { column in
      guard let label = column.path.last else { return [] }
      return ([label.text] + label.aliases).map { FoldedLabel($0) }
    }
  }

  /// Whether a label of ours begins with `一、`, `（一）` or `1.`: 三 in 三类 is no number.
  private static func hasNumber(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(3))
    guard scalars.count == 3 else { return false }
    return scalars[0] == "（" && scalars[2] == "）" || scalars[1] == "、" || scalars[1] == "."
  }
}
