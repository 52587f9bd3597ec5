internal import Diagnostics
package import DurableFiles
internal import GRDB
internal import InputFiles
internal import RecordReading
internal import RecordWriting

extension State {
  /// Where nothing is known, as in a state that is new or was damaged: takes what `output` last published as that.
  ///
  /// No record stands by it: the documents are all converted again. But what goes with its file, or fails now, is told.
  ///
  /// - Returns: How many records that are.
  package func adopt(from output: Folder) throws -> Int {
    guard try count() == 0 else { return 0 }
    do {
      guard let file = try output.open(Self.recordsName) else { return 0 }
      // Lines below a folder that can't be read tonight are published again. Without hard links they are not.
      let number = try nextSegmentNumber()
      do throws(FileError) {
        try output.link(Self.recordsName, as: Self.segmentName(number), in: folder)
      } catch {
        guard error.operation == "link" else { throw error }
      }
      return try index.write { db in
        let upsert = try RowStatement(Entry.upsert, db)
        // As they stand: what is known of a line is where its bytes are.
        var lines = RecordLines(file, isVerbatim: true)
        var (offset, records) = (0, 0)
        // Members of an archive stand together, in its order.
        var archive: (path: [UInt8], members: Int) = ([], 0)
        while let line = try lines.next() {
          if var entry = Entry(
            line, Entry.LinePlace(segment: number, offset: offset, length: line.count + 1))
          {
            if let name = RecordView(line)?["source"]?["container_path"]?.string {
              archive = (entry.path, archive.path == entry.path ? archive.members + 1 : 1)
              if archive.members == 1 { try upsert.run(Entry(adopted: entry.path, number).bind) }
              entry.path = MemberPath.bytes(archive.path, place: archive.members - 1, name: name)
            }
            try upsert.run(entry.bind)
            records += 1
          }
          offset += line.count + 1
        }
        return records
      }
    } catch let error as FileError {
      throw StateError.file(error)
    } catch is RecordLines.TooLong {
      // It is no file of records.
      return 0
    }
  }
}

extension Entry {
  /// The entry of an archive of which members were published.
  fileprivate init(adopted archive: [UInt8], _ segment: Int) {
    self.init(
      archive: archive, size: 0, modified: nil, sha256: nil, url: nil,
      rules: Rules(program: "", backend: nil), mayPass: false)
    place = LinePlace(segment: segment, offset: 0, length: 0)
    published = Published(fingerprint: fingerprint, code: nil, standing: nil)
  }

  /// The entry of a published line, which has no LF; nil for what is no record.
  fileprivate init?(_ line: [UInt8], _ place: LinePlace) {
    guard let record = RecordView(line), !record.path.isEmpty else { return nil }
    let facts = RecordFacts(record)
    let isRepaired = facts.issues.contains(IssueCode.pathNotUTF8.rawValue)
    self.init(
      path: isRepaired ? FileName.rawBytes(printed: record.path) : Array(record.path.utf8),
      size: record["source"]?["bytes"]?.integer ?? 0, modified: nil,
      fingerprint: Digest.fingerprint(line + [UInt8(ascii: "\n")]), facts: facts,
      // Of no program: nothing stands by them.
      rules: Rules(program: "", backend: nil), isPortable: false, mayPass: false)
    self.place = place
    published = Published(
      fingerprint: fingerprint, code: failure?.code, standing: standing, holding: holding,
      sha256: failure == nil ? sha256 : nil)
  }
}
