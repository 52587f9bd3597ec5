package import DurableFiles

/// The tables as files of CSV in a folder.
package final class CSVTables: TableOutput {
  private let folder: Folder
  private let style: CSVStyle
  private var writers: [FileWriter] = []

  package init(in folder: Folder, _ style: CSVStyle) throws {
    self.folder = folder
    self.style = style
    do {
      for table in RecordTables.all {
        let writer = try folder.create(Self.temporary(table))
        try writer.write(style.beginning)
        try writer.write(CSVLine.bytes(table.columns.map { $0.name }))
        writers.append(writer)
      }
    } catch {
      abandon()
      throw error
    }
  }

  package func add(_ row: [String?], to table: Int) throws {
    try writers[table].write(CSVLine.bytes(RecordTables.all[table].fields(row, style)))
  }

  package func add(_ report: RecordSource) {}

  package func finish() throws {
    for (table, writer) in zip(RecordTables.all, writers) {
      try writer.close()
      try folder.rename(Self.temporary(table), to: table.fileName)
    }
  }

  package func abandon() {
    for table in RecordTables.all {
      // The cause counts; a name that is left is removed by the next run.
      do { try folder.remove(Self.temporary(table)) } catch {}
    }
  }

  private static func temporary(_ table: RecordTable) -> String { "\(table.fileName).tmp" }
}
