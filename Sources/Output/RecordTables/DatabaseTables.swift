internal import CountedReports
package import DurableFiles
internal import Glibc
internal import NationalForm
internal import RecordReading
internal import RecordWriting
internal import SQLiteFiles

/// The tables as one database of SQLite, with keys and indexes, and beside it what Datasette shows them with.
///
/// Numbers are numbers where that keeps every digit, `counted` and the like 1 or 0, days text as in the records.
package final class DatabaseTables: TableOutput {
  private let folder: Folder
  private let name: String
  private let temporary: String
  private let database: SQLiteFile
  /// For each of ``RecordTables/all``.
  private var insertions: [SQLiteStatement] = []
  private var documents: SQLiteStatement?

  /// - Parameter name: Of the database in `folder`: `tables.sqlite`.
  package init(in folder: Folder, name: String) throws {
    self.folder = folder
    self.name = name
    // Of this process: another one may write a database of the same name.
    temporary = "\(name).\(getpid()).tmp"
    try folder.create(temporary).close()
    database = try SQLiteFile(
      path: "\(folder.descriptorPath)/\(temporary)", shown: folder.shown(name))
    do {
      try database.run("BEGIN")
      try database.run(DatabaseSchema.tables)
      insertions = try RecordTables.all.map { table in
        try database.statement(Self.insertion(table.name, table.columns.count))
      }
      documents = try database.statement(Self.insertion(DatabaseSchema.documents, 6))
      try addDescriptions()
    } catch {
      abandon()
      throw error
    }
  }

  package func add(_ row: [String?], to table: Int) throws {
    let columns = RecordTables.all[table].columns
    let values = zip(row, columns).map { Self.value($0, $1.type) }
    if try database.isRepeated(insertions[table], values) {
      throw RepeatedPath(path: row[0] ?? "")
    }
  }

  package func add(_ report: RecordSource) throws {
    guard !report.isRepeated, let documents else { return }
    let standing = report.standing
    try database.run(
      documents,
      [
        .text(report.docID), .text(report.record.documentPath),
        .integer(standing.isCounted ? 1 : 0), SQLiteValue(standing.agencyKey),
        SQLiteValue(report.agencyName), Self.value(report.reportYear, .integer),
      ])
  }

  package func finish() throws {
    try database.run(DatabaseSchema.indexes)
    try database.run("COMMIT")
    try database.run("ANALYZE")
    try folder.synchronize(temporary)
    // A journal of the database of before would be played back into this one.
    for ending in ["-wal", "-shm", "-journal"] { try folder.remove(name + ending) }
    try folder.rename(temporary, to: name)
    try folder.replace(DatabaseMetadata.fileName(of: name)) {
      try $0.write(DatabaseMetadata.json(of: name))
    }
  }

  package func abandon() {
    // The cause counts; a name that is left is emptied by the next run.
    do { try folder.remove(temporary) } catch {}
  }

  /// The form's labels, and what each column is called and holds.
  private func addDescriptions() throws {
    let labels = try database.statement(
      Self.insertion(DatabaseSchema.labels, FormLabels.columns.count))
    for row in FormLabels.rows { try database.run(labels, row.map { SQLiteValue($0) }) }
    let columns = try database.statement(Self.insertion(DatabaseSchema.columns, 6))
    let tables = RecordTables.all.map { ($0.name, $0.columns) } + [("labels", FormLabels.columns)]
    for (table, descriptions) in tables {
      for (place, column) in descriptions.enumerated() {
        try database.run(
          columns,
          [
            .text(table), .integer(place), .text(column.name), .text(column.type.frictionless),
            .text(column.title), .text(column.about),
          ])
      }
    }
  }

  private static func insertion(_ table: String, _ columns: Int) -> String {
    "INSERT INTO \"\(table)\" VALUES (\(repeatElement("?", count: columns).joined(separator: ", ")))"
  }

  private static func value(_ field: String?, _ type: ColumnType) -> SQLiteValue {
    // Null and an empty text are one field of CSV, and so they are one here.
    guard let field, !field.isEmpty else { return .null }
    switch type {
    case .integer, .money, .decimal: return SQLiteValue(decimal: field)
    case .boolean: return .integer(field == "true" ? 1 : 0)
    case .string, .choice, .date: return .text(field)
    }
  }
}
