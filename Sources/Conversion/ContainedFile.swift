package import Diagnostics
package import ReportRecords

/// A member of an archive, as its directory tells of it.
package struct ContainedFile: Hashable, Sendable {
  /// Its name in the archive.
  package var path: String
  /// Bytes when unpacked.
  package var bytes: Int

  package init(path: String, bytes: Int) {
    self.path = path
    self.bytes = bytes
  }

  /// The last component of its name.
  package var name: String { String(path.split(separator: "/").last ?? "") }
}

extension DocumentConverter {
  /// The record of a member that could not be unpacked or converted, of the archive at `path`.
  package func record(of failure: Failure, _ member: ContainedFile, path: String) -> Record {
    // The id is made of both: no file has a NUL in its path.
    var record = record(of: failure, name: member.name, path: "\(path)\0\(member.path)")
    record.source.path = path
    record.source.containerPath = member.path
    record.source.bytes = member.bytes
    return record
  }
}
