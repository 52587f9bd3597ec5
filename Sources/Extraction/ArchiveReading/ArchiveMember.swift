package import Diagnostics

/// A document in an archive, before it is unpacked.
package struct ArchiveMember: Hashable, Sendable {
  /// Its name in the archive, as ``MemberName`` gives it; never a place on a disk.
  package var path: String
  /// Bytes when unpacked, as the archive says.
  package var bytes: Int
  /// What is odd about it.
  package var issues: [Issue] = []
  /// Why it isn't unpacked; nil where it may be.
  package var problem: Failure?
  /// Its place in the archive's directory.
  var index: Int

  /// The last component of its name.
  package var name: String { String(path.split(separator: "/").last ?? "") }
}
