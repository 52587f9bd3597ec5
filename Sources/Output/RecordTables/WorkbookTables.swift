package import DurableFiles
internal import RecordWriting
internal import Workbooks

/// The tables as one workbook: sums in the layout of the printed form, a sheet for each table with heads in Chinese, and
/// what is behind them.
///
/// A table that has more rows than a sheet is left out as a whole, and said: sums over a part of it would be wrong.
package final class WorkbookTables: TableOutput {
  private let workbook: WorkbookWriter
  private let form, missing: SheetWriter
  /// For each of ``RecordTables/all``.
  private var sheets: [SheetWriter] = []
  /// Rows of each, those that its sheet can't hold included.
  private var rows: [Int]
  private var totals = FormTotals()

  private let rowLimit: Int

  /// - Parameters:
  ///   - name: Of the workbook in `folder`: `tables.xlsx`.
  ///   - rowLimit: Rows of a sheet, its heads included; nil for as many as Excel has.
  package init(in folder: Folder, name: String, rowLimit: Int? = nil) throws {
    self.rowLimit = rowLimit ?? SheetLimits.rows
    workbook = WorkbookWriter(in: folder, name: name)
    rows = [Int](repeating: 0, count: RecordTables.all.count)
    do {
      form = try workbook.sheet(
        Self.formTitle, widths: FormSheet.widths, isSelected: true, fitsPage: true)
      missing = try workbook.sheet(Self.missingTitle, widths: FormSheet.widths, fitsPage: true)
      sheets = try RecordTables.all.map { try Self.sheet($0.title, $0.columns, workbook) }
    } catch {
      workbook.abandon()
      throw error
    }
  }

  package func add(_ row: [String?], to table: Int) throws {
    rows[table] += 1
    guard !isLeftOut(table) else { return }
    try sheets[table].add(
      zip(row, RecordTables.all[table].columns).map { (Self.cell($0, $1.type), .plain) })
  }

  package func add(_ report: RecordSource) { totals.add(report) }

  package func finish() throws {
    try FormSheet(totals: totals, shows: .sums).write(to: form)
    try FormSheet(totals: totals, shows: .reportsWithout).write(to: missing)
    let labels = try Self.sheet("表式名称 Labels", FormLabels.columns, workbook)
    for row in FormLabels.rows {
      try labels.add(zip(row, FormLabels.columns).map { (Self.cell($0, $1.type), .plain) })
    }
    let columns = try writeColumns()
    let about = try writeAbout()
    let kept = sheets.indices.filter { !isLeftOut($0) }.map { sheets[$0] }
    try workbook.finish([form, missing] + kept + [labels, columns, about])
  }

  package func abandon() { workbook.abandon() }

  /// What the workbook doesn't hold as the records do, in words for a person; call it after ``finish()``.
  package var warnings: [String] {
    var lines = sheets.indices.filter(isLeftOut).map { index in
      "\(RecordTables.all[index].name) is left out: it has \(rows[index]) rows and a sheet \(rowLimit) with its heads; --output and --sqlite have all of them"
    }
    let cut = losses(\.cutTexts)
    if cut > 0 {
      lines.append("\(cut) texts are cut to the \(SheetLimits.characters) characters of a cell")
    }
    let numbers = losses(\.textNumbers)
    if numbers > 0 {
      lines.append("\(numbers) numbers of more than \(SheetLimits.digits) digits stand as text")
    }
    return lines
  }

  private static let formTitle = "表式合计 Form"
  private static let missingTitle = "缺数 Without a number"

  private func losses(_ count: KeyPath<SheetLosses, Int>) -> Int {
    sheets.indices.filter { !isLeftOut($0) }.reduce(0) { $0 + sheets[$1].losses[keyPath: count] }
  }

  /// Whether a table has more rows than fit below the heads of a sheet.
  private func isLeftOut(_ table: Int) -> Bool { rows[table] >= rowLimit }

  private static func sheet(
    _ title: String, _ columns: [ColumnDescription], _ workbook: WorkbookWriter
  ) throws -> SheetWriter {
    let sheet = try workbook.sheet(
      title, widths: columns.map(width), frozenRows: 1, filteredColumns: columns.count)
    try sheet.add(columns.map { (.text($0.title), .head) }, height: 45)
    return sheet
  }

  private static func width(_ column: ColumnDescription) -> Double {
    switch column.type {
    case .string: 22
    case .choice, .date: 14
    case .integer, .money, .decimal, .boolean: 11
    }
  }

  private static func cell(_ field: String?, _ type: ColumnType) -> SheetCell {
    guard let field, !field.isEmpty else { return .empty }
    switch type {
    case .integer, .money, .decimal: return .number(field)
    case .boolean: return .boolean(field == "true")
    case .date: return .day(field)
    case .string, .choice: return .text(field)
    }
  }

  /// What each head means, and the name of its column in the other outputs.
  private func writeColumns() throws -> SheetWriter {
    let sheet = try workbook.sheet(
      "列 Columns", widths: [26, 34, 40, 60], frozenRows: 1, filteredColumns: 4)
    try sheet.add(
      ["工作表 Sheet", "列标题 Head", "列名 Name in CSV and SQL", "说明 Meaning"].map { (.text($0), .head) })
    let tables =
      RecordTables.all.map { ($0.title, $0.columns) } + [("表式名称 Labels", FormLabels.columns)]
    for (title, columns) in tables {
      for column in columns {
        try sheet.add(
          [title, column.title, column.name, column.about].map { (.text($0), .plain) })
      }
    }
    return sheet
  }

  private func writeAbout() throws -> SheetWriter {
    let sheet = try workbook.sheet("说明 About", widths: [110])
    let lines =
      [
        DataPackage.title, DataPackage.about + " \(Version.tool)", "",
        "\(Self.formTitle)：按年度和表式列出计数报告的合计；黄色的格子有报告没有数，“\(Self.missingTitle)”列出有几份。",
        "Sums over the reports that count, by year and edition of the form; yellow where some have no number: the next sheet says how many.",
        "是否计数为 TRUE 的行才应合计：同一机关同一年度的报告只计一份。空格：没有印数或无法识别，不是 0。",
        "Sum only rows that count: of an agency's reports on one year one does. An empty cell is no 0: nothing is printed, or nothing can be read for certain.",
        "金额单位为元，只有“\(Self.formTitle)”按表式用万元。 Money is in 元, only the form's sheet has 万元 where the form does.",
      ] + warnings
    for (index, line) in lines.enumerated() {
      try sheet.add([(.text(line), index == 0 ? .title : .note)])
    }
    return sheet
  }
}
