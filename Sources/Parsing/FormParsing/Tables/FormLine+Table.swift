import NationalForm

extension FormCell {
  /// The only table whose label it is; nil for any other cell.
  fileprivate var owner: TableID? {
    var owner: TableID?
    for meaning in meanings where !meaning.isVague && meaning.role != .caption {
      if let owner, owner != meaning.table { return nil }
      owner = meaning.table
    }
    return owner
  }
}

// Cells are looked at by index: one in a variable of its own is a copy.
extension FormLine {
  var hasFigures: Bool { cells.indices.contains { cells[$0].kind == .figure } }

  /// The table whose labels the line shows; nil without labels, or where they are those of two.
  var table: TableID? {
    var (active, applications, reviews) = (0, 0, 0)
    for index in cells.indices where cells[index].kind == .label {
      switch cells[index].owner {
      case .activeDisclosure: active += 1
      case .applications: applications += 1
      case .reviewLitigation: reviews += 1
      case nil: break
      }
    }
    if active > max(applications, reviews) { return .activeDisclosure }
    if applications > max(active, reviews) { return .applications }
    return reviews > max(active, applications) ? .reviewLitigation : nil
  }

  func evidence(of table: TableID) -> TablePart.Evidence {
    var evidence = TablePart.Evidence()
    for index in cells.indices where cells[index].kind == .label {
      for meaning in cells[index].meanings where meaning.table == table {
        switch meaning.role {
        case .row(let row) where !meaning.isVague: evidence.rows.insert(row)
        case .column: evidence.columns += 1
        case .furniture: evidence.furniture += 1
        case .row, .group, .caption: break
        }
      }
    }
    return evidence
  }

  /// A table row whose cells came out as one: `四、结转下年度继续办理 0 0 0 0 0 0 0`.
  mutating func splitOnlyCell(book: LabelBook) {
    guard let index = cells.indices.first(where: { !cells[$0].isBlank }),
      cells[index].kind == .words, case let only = cells[index], only.text.utf8.count <= 400,
      cells[(index + 1)...].allSatisfy(\.isBlank),
      let fields = LooseFields(only.text, at: only.location, book: book), !fields.labels.isEmpty,
      !fields.figures.isEmpty
    else { return }
    cells = fields.labels + fields.figures
    isLoose = true
  }
}
