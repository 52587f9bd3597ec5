internal import Diagnostics
internal import NationalForm
internal import RecordReading
internal import ReportRecords

extension RecordTables {
  private struct CellRow: Sendable {
    let source: RecordSource
    let cell: CellReading
    let isMoney: Bool
  }

  /// Printed cells, and those that the report's edition should print.
  static let cells = RecordTable(
    "cells", "单元格 Cells", "One row for each cell that a report prints or its form expects",
    key: ["doc_id", "table_id", "row_id", "col_id"],
    references: [
      TableReference(["doc_id"], in: "reports"),
      TableReference(["table_id", "row_id", "col_id"], in: "labels"),
    ], from: ViewSQL.cellsSource,
    columns: cellColumns, rows: cellRows)

  private static let cellColumns: [TableColumn<CellRow>] =
    ownerColumns(\.source) + [
      .init(
        "edition", "表式", .choice(Edition.allCases.map(\.rawValue)), "Revision of the form",
        sql: "edition"
      ) {
        $0.source.edition
      },
      .init(
        "table_id", "表", .choice(TableID.allCases.map(\.rawValue)), "Table of the form",
        isRequired: true,
        sql: "table_id"
      ) { $0.cell.id.table.rawValue },
      .init(
        "row_id", "行", .string, "Row of the form; labels.csv has its labels", isRequired: true,
        sql: "row_id"
      ) {
        $0.cell.id.row
      },
      .init("col_id", "列", .string, "Column of the form", isRequired: true, sql: "col_id") {
        $0.cell.id.column
      },
      .init("value", "数值", .money, "The number; empty where none can be read", sql: "value") {
        $0.cell.value?.description
      },
      .init("unit", "单位", .string, "Of value: 元 for money, empty for counts", sql: "unit") {
        $0.isMoney ? "元" : nil
      },
      .init(
        "state", "单元格状态", .choice(CellReading.State.allCases.map(\.rawValue)),
        "What the cell shows",
        isRequired: true,
        sql: "state"
      ) { $0.cell.state.rawValue },
      .init("raw", "原文", .string, "The printed string", sql: "raw") { $0.cell.raw },
      .init("location", "位置", .string, "Where a person can look", sql: "location") {
        $0.cell.location?.description
      },
    ]

  @Sendable private static func cellRows(_ source: RecordSource) -> [CellRow] {
    guard !source.isRepeated, let cells = source.cells else { return [] }
    let edition = source.record.edition
    return cells.enumerated().compactMap { index, cell in
      let isExpected = edition.map { NationalForm.editions[index].contains($0) } ?? false
      guard isExpected || cell.state != .absent else { return nil }
      return CellRow(source: source, cell: cell, isMoney: isMoney[index])
    }
  }

  /// For each of ``NationalForm/cells``.
  private static let isMoney = NationalForm.cells.map {
    NationalForm.cell($0)?.column.kind == .amount
  }
}
