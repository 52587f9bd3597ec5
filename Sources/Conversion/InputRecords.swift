internal import ArchiveReading
internal import Diagnostics
package import DocumentModel
package import InputFiles
package import ReportRecords

/// The records of one input, one after the other: its own, or one for each member of an archive.
///
/// An archive has a record of its own only where nothing in it can be unpacked.
package struct InputRecords {
  /// The members of an archive, of which each has a record; nil where the input has one of its own.
  package var members: [ContainedFile]? {
    archive?.listing.members.map { ContainedFile(path: $0.path, bytes: $0.bytes) }
  }
  /// The members of an archive that have none.
  package var passedOver: PassedMembers { archive?.listing.passedOver ?? PassedMembers() }
  private let converter: DocumentConverter
  private let path: String
  private var archive: ArchiveReader?
  /// What has one record, until that is given.
  private var only: Only?

  private enum Only {
    case document(SourceFile)
    case failed(SourceFile, Failure)
  }

  /// - Parameters:
  ///   - path: What the records call the file.
  ///   - start: How many members are passed over.
  package init(
    of file: SourceFile, path: String, start: Int = 0, _ converter: DocumentConverter
  ) async {
    self.converter = converter
    self.path = path
    guard !file.bytes.isEmpty, let format = ArchiveFormat(file.bytes) else {
      only = .document(file)
      return
    }
    do throws(Failure) {
      archive = try await Self.reader(file.bytes, format, converter.limits, start: start)
    } catch {
      only = .failed(file, error)
    }
  }

  /// The next record; nil after the last.
  package mutating func next() async -> Record? {
    if let only {
      self.only = nil
      switch only {
      case .document(let file): return await converter.record(of: file, path: path)
      case .failed(let file, let failure):
        return converter.record(of: file, path: path, failure: failure)
      }
    }
    guard let (member, content) = archive?.next() else { return nil }
    return await record(of: member, content)
  }

  private func record(
    of member: ArchiveMember, _ content: Result<[UInt8], Failure>
  ) async -> Record {
    var record: Record
    switch content {
    case .success(let bytes):
      let file = SourceFile(name: member.name, bytes: bytes)
      if let format = bytes.isEmpty ? nil : ArchiveFormat(bytes) {
        record = converter.record(
          of: file, path: path, failure: await Self.refusal(of: bytes, format, converter.limits))
      } else {
        record = await converter.record(of: file, path: path)
      }
    case .failure(let failure):
      record = converter.record(
        of: failure, ContainedFile(path: member.path, bytes: member.bytes), path: path)
    }
    record.source.containerPath = member.path
    record.issues += member.issues
    return record
  }

  private static func reader(
    _ bytes: [UInt8], _ format: ArchiveFormat, _ limits: Limits, start: Int = 0
  ) async throws(Failure) -> ArchiveReader {
    guard format != .zip else {
      return try ArchiveReader(zip: bytes, limits: limits, start: start)
    }
    let blocks = format == .rar ? try RarBlocks(bytes) : nil
    let zip = try await ArchiveTool().zip(
      of: bytes, limits: DocumentTime.limits(limits, bytes: bytes.count))
    try blocks?.prove(zip)
    return try ArchiveReader(zip: zip, limits: limits, start: start)
  }

  /// Why an archive in an archive isn't opened; it says how much that leaves unread.
  private static func refusal(
    of bytes: [UInt8], _ format: ArchiveFormat, _ limits: Limits
  ) async -> Failure {
    let name = format.rawValue
    do throws(Failure) {
      let count = try await reader(bytes, format, limits).listing.members.count
      return Failure(
        .unsupportedFormat,
        count == 1
          ? "the member is a \(name) archive itself with 1 member; unpack it"
          : "the member is a \(name) archive itself with \(count) members; unpack it")
    } catch {
      return Failure(
        .unsupportedFormat,
        "the member is a \(name) archive itself (\(error.message)); unpack it")
    }
  }
}
