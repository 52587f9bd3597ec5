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

  /// Hands every table to each of `outputs`, which become whole one after the other; goes over the lines twice.
  ///
  /// - Parameters:
  ///   - map: Of the agencies, nil to go by what the records say.
  ///   - check: Called now and then; throws to stop.
  package static func write(
    _ lines: inout RecordLines, map: AgencyMap?, to outputs: [any TableOutput],
    check: () throws -> Void
  ) throws -> Result {
    do {
      let result = try fill(&lines, map: map, outputs, check: check)
      for output in outputs { try output.finish() }
      return result
    } catch {
      for output in outputs { output.abandon() }
      throw error
    }
  }

  private static func fill(
    _ lines: inout RecordLines, map: AgencyMap?, _ outputs: [any TableOutput],
    check: () throws -> Void
  ) throws -> Result {
    let tables = RecordTables.all
    var result = Result()
    var counted = try CountedReports(&lines, map: map, check: check)
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
      for (index, table) in tables.enumerated() {
        for row in table.rows(source) {
          for output in outputs { try output.add(row, to: index) }
        }
      }
      for output in outputs { try output.add(source) }
    }
    return result
  }

  /// The files of CSV that the tables are.
  package static var names: [String] { RecordTables.all.map(\.fileName) }

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
}
