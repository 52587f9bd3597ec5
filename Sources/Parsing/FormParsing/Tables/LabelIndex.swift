import NationalForm

/// Enters every label of ``NationalForm`` by its spellings.
struct LabelIndex {
  private(set) var rows = PerTable<[LabelBook.RowLabels]> { _ in [] }
  private(set) var columns = PerTable<[[FoldedLabel]]> { _ in [] }
  private(set) var entries: [FoldedLabel: [LabelMeaning]] = [:]
  private(set) var groupSpellings: [FoldedLabel] = []

  init() {
    for table in NationalForm.tables {
      let groups = Self.groups(of: table)
      enter(table, groups)
      enterLabels(of: table, groups)
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
  }

  private mutating func enterLabels(of table: FormTable, _ groups: [FormLabel]) {
    for (index, row) in table.rows.enumerated() {
      guard let label = row.path.last else { continue }
      enter(label, LabelMeaning(table: table.id, role: .row(index)))
    }
    for (index, group) in groups.enumerated() {
      enter(group, LabelMeaning(table: table.id, role: .group(index)))
      groupSpellings += group.wordings.map { FoldedLabel($0) }
    }
    for (index, column) in table.columns.enumerated() {
      guard let label = column.path.last else { continue }
      enter(label, LabelMeaning(table: table.id, role: .column(index)))
    }
    for label in NationalForm.furniture(table.id) {
      enter(label, LabelMeaning(table: table.id, role: .furniture))
    }
  }

  private mutating func enter(_ label: FormLabel, _ meaning: LabelMeaning) {
    for text in label.wordings {
      let folded = FoldedLabel(text)
      var spellings = [folded]
      if Self.hasNumber(text), let body = folded.numbered?.body { spellings.append(body) }
      for spelling in spellings where entries[spelling]?.contains(meaning) != true {
        entries[spelling, default: []].append(meaning)
      }
    }
  }

  /// Labels of merged cells beside several rows, in the order of the form; ``LabelMeaning/Role/group(_:)`` counts them.
  static func groups(of table: FormTable) -> [FormLabel] {
    var known: [FormLabel] = []
    for row in table.rows {
      for label in row.path.dropLast() where !known.contains(label) { known.append(label) }
    }
    return known
  }

  private mutating func enter(_ table: FormTable, _ groups: [FormLabel]) {
    rows[table.id] = table.rows.map { row in
      let label = row.path.last ?? FormLabel("")
      return LabelBook.RowLabels(
        group: row.path.dropLast().last.flatMap { groups.firstIndex(of: $0) },
        opens: row.path.last.flatMap { groups.firstIndex(of: $0) },
        depth: row.path.count,
        number: Self.hasNumber(label.text) ? FoldedLabel(label.text).numbered?.number : nil,
        bodies: label.wordings.map { text in
          let folded = FoldedLabel(text)
          return Self.hasNumber(text) ? folded.numbered?.body ?? folded : folded
        })
    }
    columns[table.id] = table.columns.map { column in
      guard let label = column.path.last else { return [] }
      return label.wordings.map { FoldedLabel($0) }
    }
  }

  /// Whether a label of ours begins with `一、`, `（一）` or `1.`: 三 in 三类 is no number.
  private static func hasNumber(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(3))
    guard scalars.count == 3 else { return false }
    return scalars[0] == "（" && scalars[2] == "）" || scalars[1] == "、" || scalars[1] == "."
  }
}
