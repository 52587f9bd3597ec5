/// What stands for a member of an archive where documents are told apart by their paths.
///
/// It is the archive's path, a NUL, which no path has, the member's place in the archive and its name: so members sort behind
/// their archive, in its order.
package enum MemberPath {
  private static let digits = 8

  /// - Parameter place: From 0 on; of 100,000,000 members and more none is told from the last.
  package static func bytes(_ archive: [UInt8], place: Int, name: String) -> [UInt8] {
    let number = String(min(max(0, place), 99_999_999))
    let padded = String(repeating: "0", count: digits - number.utf8.count) + number
    return archive + [0] + padded.utf8 + name.utf8
  }

  /// The archive's path and the member's name; nil for the path of a file.
  package static func parts(_ path: [UInt8]) -> (archive: [UInt8], name: String)? {
    guard let end = path.firstIndex(of: 0) else { return nil }
    return (
      Array(path[..<end]),
      String(decoding: path[(end + 1)...].dropFirst(digits), as: UTF8.self)
    )
  }

  /// What stands between the paths of all members of `archive`: the first is less, the second greater.
  package static func bounds(of archive: [UInt8]) -> (lower: [UInt8], upper: [UInt8]) {
    (archive + [0], archive + [1])
  }
}
