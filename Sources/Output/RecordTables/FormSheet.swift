internal import NationalForm
internal import ReportRecords
internal import Workbooks

/// A sheet that shows the three tables as the form prints them, once for each year and edition.
struct FormSheet {
  enum Numbers {
    case sums
    /// How many of the reports have no number in a cell.
    case reportsWithout
  }

  let totals: FormTotals
  let shows: Numbers

  static let widths: [Double] = [22, 18, 34] + Array(repeating: 15, count: 13)

  func write(to sheet: SheetWriter) throws {
    for (group, sums) in totals.sorted {
      try sheet.add([(.text(heading(group, sums.reports)), .title)], height: 24)
      let edition = group.edition.flatMap { $0 == .legacy ? nil : $0 }
      // Without an edition that has tables, in the latest form whatever the reports print.
      for table in NationalForm.tables {
        try sheet.add([])
        try sheet.add([(.text(Self.heading(of: table.id)), .note)])
        let block = FormBlock(edition: edition ?? .latest)
        let grid =
          switch table.id {
          case .activeDisclosure: block.byArticle(table)
          case .applications: block.byRow(table)
          case .reviewLitigation: block.inOneRow(table)
          }
        try write(grid, sums, edition: edition ?? .latest, to: sheet)
        try writeOthers(table.id, sums, edition: edition ?? .latest, to: sheet)
      }
      try sheet.add([])
    }
    if totals.groups.isEmpty {
      try sheet.add([(.text("没有计数的报告 No report that counts"), .title)])
    }
    if totals.others > 0 {
      try sheet.add([
        (.text("另有 \(totals.others) 份报告未列入 \(totals.others) more reports are left out"), .note)
      ])
    }
  }

  private func write(
    _ grid: FormGrid, _ sums: FormTotals.Sums, edition: Edition, to sheet: SheetWriter
  ) throws {
    let first = sheet.rows
    for row in grid.rows {
      try sheet.add(
        row.map { place in
          switch place {
          case .label(let text): (.text(text), .label)
          case .covered: (.empty, .label)
          case .none: (.empty, .plain)
          case .cell(let id): number(id, sums, edition: edition)
          }
        }, height: 30)
    }
    for merged in grid.merged {
      sheet.merge(
        MergedCells(
          rows: (first + merged.rows.lowerBound)...(first + merged.rows.upperBound),
          columns: merged.columns))
    }
  }

  /// Numbers that reports print although the form of their edition has no such cell.
  private func writeOthers(
    _ table: TableID, _ sums: FormTotals.Sums, edition: Edition, to sheet: SheetWriter
  ) throws {
    for (id, editions) in zip(NationalForm.cells, NationalForm.editions)
    where id.table == table && !editions.contains(edition) && sums.counts[id.place] > 0 {
      guard let (row, column) = NationalForm.cell(id) else { continue }
      let label = "表式外 outside the form：\(FormLabels.title(row, column))"
      try sheet.add([
        (.text(label), .label), (.empty, .label), (.empty, .label),
        number(id, sums, edition: edition),
      ])
      sheet.merge(MergedCells(rows: (sheet.rows - 1)...(sheet.rows - 1), columns: 0...2))
    }
  }

  private func number(
    _ id: CellID, _ sums: FormTotals.Sums, edition: Edition
  ) -> (SheetCell, SheetStyle) {
    let isIncomplete = sums.counts[id.place] < sums.reports
    let style = isIncomplete ? SheetStyle.incompleteFigure : .figure
    switch shows {
    case .reportsWithout:
      return (.number(String(sums.reports - sums.counts[id.place])), style)
    case .sums:
      if sums.overflown.contains(id.place) { return (.text("数过大 too large"), .incompleteFigure) }
      guard let sum = sums.sums[id.place] else { return (.empty, style) }
      let isPer10000 = FormBlock.isPer10000(id, edition)
      let shown = isPer10000 ? ExactDecimal(sum.digits, scale: sum.scale + 4) : sum
      return (.number(shown.description), style)
    }
  }

  private func heading(_ group: FormTotals.Group, _ reports: Int) -> String {
    let year = group.year.map { "\($0) 年度 " } ?? "年度不明 year unknown "
    let edition =
      switch group.edition {
      case nil: "表式不明 edition unknown"
      case .legacy: "2019 年以前的格式 before the tables"
      case .some(let edition): "\(edition.name) 年表式 form of \(edition.name)"
      }
    return switch shows {
    case .sums:
      "\(year)\(edition)：\(reports) 份报告合计 sums of \(reports) \(reports == 1 ? "report" : "reports")"
    case .reportsWithout:
      "\(year)\(edition)：\(reports) 份报告中无数的份数 of \(reports) \(reports == 1 ? "report" : "reports") without a number"
    }
  }

  private static func heading(of table: TableID) -> String {
    switch table {
    case .activeDisclosure: "二、主动公开政府信息情况"
    case .applications: "三、收到和处理政府信息公开申请情况"
    case .reviewLitigation: "四、政府信息公开行政复议、行政诉讼情况"
    }
  }
}
