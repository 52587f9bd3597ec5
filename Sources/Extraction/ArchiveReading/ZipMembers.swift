internal import Diagnostics
internal import DocumentModel
internal import ZipArchives

/// The members of a zip that is no package of one document.
struct ZipMembers: Sendable {
  let listing: ArchiveListing
  /// Without the flags that keep libzip from opening it.
  private let bytes: [UInt8]
  private let limits: ZipLimits

  init(_ bytes: [UInt8], limits: Limits) throws(Failure) {
    let entries = ZipDirectory.entries(of: bytes)
    self.bytes = Self.readable(bytes, entries ?? [])
    // Of the bytes of one batch; how many all have together the listing has looked at.
    self.limits = ZipLimits(
      entries: limits.zipEntries, entryBytes: limits.inputBytes, archiveBytes: .max,
      ratio: limits.inflationRatio, ratioFloor: limits.inflationFloorBytes)
    listing = try ZipArchive.open(
      self.bytes, limits: self.limits, mayRepeatNames: true, translate: Self.failure
    ) { archive throws(Failure) in
      try Self.listing(archive, entries, limits)
    }
  }

  /// libzip opens no archive that says UTF-8 of a name which isn't; these lose the flag, here and before their bytes.
  private static func readable(_ bytes: [UInt8], _ entries: [ZipDirectory.Entry]) -> [UInt8] {
    func isUTF8(_ name: [UInt8]) -> Bool { String(validating: name, as: UTF8.self) != nil }
    var bytes = bytes
    for entry in entries where entry.saysUTF8 && !(isUTF8(entry.name) && isUTF8(entry.localName)) {
      for place in entry.flagPlaces where bytes.indices.contains(place + 1) {
        bytes[place + 1] &= ~0x08
      }
    }
    return bytes
  }

  private static func listing(
    _ archive: borrowing ZipArchive, _ entries: [ZipDirectory.Entry]?, _ limits: Limits
  ) throws(Failure) -> ArchiveListing {
    let entries = entries?.count == archive.names.count ? entries : nil
    let overlapping = overlapping(entries ?? [])
    var listing = ArchiveListing()
    var packedSizes: [Int?] = []
    for index in archive.names.indices {
      guard let description = archive.description(of: index) else {
        throw Failure(
          .zipCorrupt, "the directory of the zip archive is damaged: an entry has no record")
      }
      let entry = entries?[index]
      let name = MemberName(
        description.name, unicode: entry?.unicodeName, saysUTF8: entry?.saysUTF8 ?? false)
      var issues: [Issue] = []
      if let entry, entry.name != entry.localName {
        let other = MemberName(entry.localName, saysUTF8: entry.saysUTF8)
        if other.path != name.path {
          issues.append(
            Issue(
              .memberNameUncertain,
              "The archive gives the member another name in front of its bytes: \(other.path)"))
        }
      }
      let before = listing.members.count
      listing.add(name, index: index, bytes: description.size, issues: issues)
      guard listing.members.count > before else { continue }
      packedSizes.append(description.packedSize)
      listing.members[before].problem =
        if description.isEncrypted {
          Failure(.encrypted, "the member needs a password")
        } else if entry?.isLink == true {
          Failure(.inputNotRegular, "The member is a symbolic link, not a file", stage: .input)
        } else if overlapping.contains(index) {
          Failure(.zipCorrupt, "the member lies on the bytes of another one")
        } else {
          nil
        }
      guard listing.members.count <= limits.archiveMembers else { break }
    }
    try listing.judge(limits, packedSizes: packedSizes)
    return listing
  }

  /// The entries whose bytes are another's too.
  private static func overlapping(_ entries: [ZipDirectory.Entry]) -> Set<Int> {
    var overlapping: Set<Int> = []
    var last: (index: Int, end: Int)?
    let order = entries.indices.sorted {
      (entries[$0].place.lowerBound, $0) < (entries[$1].place.lowerBound, $1)
    }
    for index in order {
      let place = entries[index].place
      if let last, place.lowerBound < last.end { overlapping.formUnion([index, last.index]) }
      if place.upperBound > last?.end ?? 0 { last = (index, place.upperBound) }
    }
    return overlapping
  }

  /// The bytes of members, from the one at `start` on, until there are `most` of them; for each its bytes, or why it has
  /// none.
  ///
  /// At least one member, and none twice: the archive is opened anew for each batch.
  func batch(from start: Int, most: Int) -> [Result<[UInt8], Failure>] {
    var batch: [Result<[UInt8], Failure>] = []
    do throws(Failure) {
      try ZipArchive.open(bytes, limits: limits, mayRepeatNames: true, translate: Self.failure) {
        opened throws(Failure) in
        var archive = opened
        var total = 0
        for member in listing.members.dropFirst(start) {
          // What its directory claims of the size of one that isn't unpacked may be anything.
          if let problem = member.problem {
            batch.append(.failure(problem))
            continue
          }
          guard batch.isEmpty || member.bytes <= most - total else { return }
          do throws(ZipError) {
            batch.append(.success(try archive.bytes(of: member.index)))
          } catch {
            batch.append(.failure(Self.failure(error)))
          }
          total += member.bytes
        }
      }
    } catch {
      // It was opened before, so that this is the system's doing; each member has an answer all the same.
      batch.append(.failure(error))
    }
    return batch
  }

  private static func failure(_ error: ZipError) -> Failure {
    switch error {
    case .notAnArchive: Failure(.zipCorrupt, "the zip archive is cut off or damaged")
    case .damagedDirectory(let reason):
      Failure(.zipCorrupt, "the directory of the zip archive is damaged: \(reason)")
    case .tooManyEntries(let count, let limit):
      Failure(.archiveLimit, "the archive has \(count) entries, \(Limits.over(.zipEntries, limit))")
    case .encrypted: Failure(.encrypted, "the member needs a password")
    case .damagedEntry(_, let reason):
      Failure(.zipCorrupt, "the member does not unpack: \(reason)")
    case .entryTooLarge(_, let limit):
      Failure(
        .inputTooLarge, "The member unpacks to \(Limits.over(.inputBytes, limit))", stage: .input)
    case .inflatesTooMuch(_, let limit):
      Failure(
        .archiveLimit,
        "the member grows in unpacking by a factor of \(Limits.over(.inflationRatio, limit))")
    case .duplicateName, .noSuchEntry, .archiveTooLarge:
      Failure(.zipCorrupt, "the directory of the zip archive is damaged")
    }
  }
}
