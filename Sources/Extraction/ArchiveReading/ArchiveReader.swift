package import Diagnostics
package import DocumentModel

/// Unpacks the members of a zip one after the other, into memory and never to a disk.
package struct ArchiveReader: Sendable {
  package let listing: ArchiveListing
  private let members: ZipMembers
  /// Where in the listing the next member stands.
  private var position: Int
  private var unpacked: ArraySlice<Result<[UInt8], Failure>> = []

  /// - Parameter start: How many members are passed over.
  /// - Throws: Why nothing in the archive can be read.
  package init(zip bytes: [UInt8], limits: Limits, start: Int = 0) throws(Failure) {
    members = try ZipMembers(bytes, limits: limits)
    listing = members.listing
    position = start
  }

  /// The next member with its bytes, or why it has none; nil after the last.
  package mutating func next() -> (member: ArchiveMember, content: Result<[UInt8], Failure>)? {
    guard position < listing.members.count else { return nil }
    if unpacked.isEmpty { unpacked = members.batch(from: position, most: Self.batchBytes)[...] }
    guard let content = unpacked.popFirst() else { return nil }
    let member = listing.members[position]
    position += 1
    return (member, content)
  }

  /// Unpacked at a time, ahead of the conversion; one larger member comes alone.
  private static let batchBytes = 16 << 20
}
