package import CountedReports
package import DurableFiles
internal import Glibc
package import RecordReading
internal import RecordWriting

/// Writes the tables of a file of records into a folder, and what describes them.
package enum TableFiles {
  /// How it went.
  package struct Result: Hashable, Sendable {
    package var records = 0
    package var reports = 0
    /// Numbers of lines that are no record, the first 100 of them.
    package var badLines: [Int] = []
    package var badCount = 0
  }

  /// What describes records and tables: small files that every output folder has.
  ///
  /// - Parameters:
  ///   - tables: Those that are beside them.
  ///   - map: Of the agencies, if they were made with one.
  package static func describe(
    _ tables: [RecordTable], _ style: CSVStyle, map: AgencyMap?, in folder: Folder
  ) throws {
    let files: [(String, [UInt8])] = [
      ("schema.json", RecordSchema.json(asArray: false)),
      (ViewSQL.fileName, ViewSQL.views(map: map)),
      (ViewSQL.parquetFileName, ViewSQL.parquet()),
      (DataPackage.fileName, DataPackage.json(of: tables, style)),
    ]
    for (name, bytes) in files { try folder.replace(name) { try $0.write(bytes) } }
    try folder.replace(FormLabels.fileName) { try $0.write(FormLabels.csv(style)) }
  }

  /// Writes every table, each whole or not at all; goes over the lines twice.
  ///
  /// - Parameters:
  ///   - map: Of the agencies, nil to go by what the records say.
  ///   - check: Called now and then; throws to stop.
  package static func write(
    _ lines: inout RecordLines, _ style: CSVStyle, map: AgencyMap?, in folder: Folder,
    check: () throws -> Void
  ) throws -> Result {
    let tables = RecordTables.all
    var result = Result()
    var counted = try CountedReports(&lines, map: map, check: check)
    var writers: [FileWriter] = []
    do {
      for table in tables {
        let writer = try folder.create(temporary(table))
        try writer.write(style.beginning)
        try writer.write(CSVLine.bytes(table.columns.map { $0.name }))
        writers.append(writer)
      }
      while let line = try lines.next() {
        try check()
        guard let record = RecordView(line) else {
          result.badCount += 1
          if result.badLines.count < 100 { result.badLines.append(lines.number) }
          continue
        }
        result.records += 1
        guard let standing = counted.standing(of: record) else { continue }
        result.reports += 1
        let source = RecordSource(record, standing)
        for (table, writer) in zip(tables, writers) {
          for row in table.rows(source) {
            try writer.write(CSVLine.bytes(table.fields(row, style)))
          }
        }
      }
      for (table, writer) in zip(tables, writers) {
        try writer.close()
        try folder.rename(temporary(table), to: table.fileName)
      }
    } catch {
      for table in tables {
        // The cause counts; a name that is left is removed by the next run.
        do { try folder.remove(temporary(table)) } catch {}
      }
      throw error
    }
    return result
  }

  /// Whether an earlier run has left tables.
  package static func areThere(in folder: Folder) throws(FileError) -> Bool {
    for table in RecordTables.all where try folder.open(table.fileName) != nil { return true }
    return false
  }

  /// How the CSV files of an earlier run were written.
  package static func style(in folder: Folder) throws(FileError) -> CSVStyle {
    let style = CSVStyle.spreadsheet
    let beginning = try folder.open(FormLabels.fileName)?.read(at: 0, count: style.beginning.count)
    return beginning == style.beginning ? style : .plain
  }

  /// Removes the tables of an earlier run, which would no longer go with the records.
  package static func remove(from folder: Folder) throws(FileError) {
    for table in RecordTables.all { try folder.remove(table.fileName) }
  }

  private static func temporary(_ table: RecordTable) -> String { "\(table.fileName).tmp" }
}
