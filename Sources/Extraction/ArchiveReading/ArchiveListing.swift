internal import Diagnostics
internal import DocumentModel
package import InputFiles

/// What an archive holds, in its order, by what its directory says.
package struct ArchiveListing: Sendable {
  /// The documents; folders and what is ``passedOver`` are none.
  package internal(set) var members: [ArchiveMember] = []
  /// What no folder's walk would take for an input either.
  package private(set) var passedOver = PassedMembers()
  private var passedFolders: Set<Substring> = []

  /// Adds the member at `index`, unless its name says that it is no document.
  mutating func add(_ name: MemberName, index: Int, bytes: Int, issues: [Issue] = []) {
    if let (reason, folder) = Self.folderPassedOver(name.path) {
      // As for a walk, it is one, whatever is in it.
      if passedFolders.insert(folder).inserted { passedOver.add(reason, "\(folder)/") }
      return
    }
    // A folder's own entry; one that has bytes is a file with an odd name.
    guard !name.path.hasSuffix("/") || bytes > 0 else { return }
    if let reason = PassedOver.Reason(name: name.name.utf8, isFolder: false) {
      return passedOver.add(reason, name.path)
    }
    var issues = issues
    if let doubt = name.doubt {
      issues.append(Issue(.memberNameUncertain, "The member's name \(doubt)"))
    }
    members.append(ArchiveMember(path: name.path, bytes: bytes, issues: issues, index: index))
  }

  /// The uppermost folder of a member that no walk would enter; nil where there is none.
  private static func folderPassedOver(
    _ path: String
  ) -> (reason: PassedOver.Reason, folder: Substring)? {
    let parts = path.split(separator: "/")
    let folders = path.hasSuffix("/") ? parts[...] : parts.dropLast()
    // What macOS keeps beside each file.
    if let first = folders.first, first == "__MACOSX" {
      return (.system, path[..<first.endIndex])
    }
    guard let hidden = folders.first(where: { $0.hasPrefix(".") && $0 != "." && $0 != ".." }) else {
      return nil
    }
    return (.hidden, path[..<hidden.endIndex])
  }

  /// Says of each member what keeps it from being unpacked, and throws where there is nothing to unpack at all.
  ///
  /// - Parameter packedSizes: Bytes of each member as it lies in the archive, where that is known.
  mutating func judge(_ limits: Limits, packedSizes: [Int?]) throws(Failure) {
    guard !members.isEmpty else {
      let rest = passedOver.counts.total
      throw Failure(
        .archiveNoDocument,
        rest == 0
          ? "the archive holds no file"
          : "the archive holds no document, only \(rest) hidden, temporary or system files or folders"
      )
    }
    guard members.count <= limits.archiveMembers else {
      throw Failure(
        .archiveLimit, "the members of the archive are \(limits.over(.archiveMembers))")
    }
    if members.allSatisfy({ $0.problem?.code == .encrypted }) {
      throw Failure(.encrypted, "all \(members.count) members of the archive need a password")
    }
    var total = 0
    for index in members.indices where members[index].problem == nil {
      let size = members[index].bytes
      if let problem = Self.problem(size, packed: packedSizes[index], after: total, limits) {
        members[index].problem = problem
      } else {
        total += size
      }
    }
    tellApartRepeatedNames()
  }

  /// Why a member of `size` bytes isn't unpacked, after `total` bytes of others.
  private static func problem(
    _ size: Int, packed: Int?, after total: Int, _ limits: Limits
  ) -> Failure? {
    if size > limits.inputBytes {
      return Failure(
        .inputTooLarge, "The member has \(size) bytes, \(limits.over(.inputBytes))", stage: .input)
    }
    if let packed, size > limits.inflationFloorBytes, size / max(packed, 1) > limits.inflationRatio
    {
      return Failure(
        .archiveLimit,
        "the member grows in unpacking by a factor of \(limits.over(.inflationRatio))")
    }
    if size > limits.archiveBytes - total {
      return Failure(
        .archiveLimit,
        "the members up to this one unpack to \(limits.over(.archiveBytes))")
    }
    return nil
  }

  /// Gives members of one name a number each, in the archive's order: a path is the key of a document's records.
  private mutating func tellApartRepeatedNames() {
    // By their bytes: two names that only look alike are two.
    var counts: [[UInt8]: Int] = [:]
    for member in members { counts[Array(member.path.utf8), default: 0] += 1 }
    guard counts.count < members.count else { return }
    var taken = Set(counts.keys)
    var last: [[UInt8]: Int] = [:]
    for index in members.indices {
      let path = members[index].path
      let name = Array(path.utf8)
      guard let count = counts[name], count > 1 else { continue }
      var number = (last[name] ?? 0) + 1
      if number > 1 {
        while !taken.insert(Array(Self.numbered(path, number).utf8)).inserted { number += 1 }
        members[index].path = Self.numbered(path, number)
      }
      last[name] = number
      members[index].issues.append(
        Issue(
          .memberNameUncertain,
          number == 1
            ? "The archive has \(count) members of this name"
            : "The archive has \(count) members named \(path)"))
    }
  }

  /// `县/报告 (2).docx` for `县/报告.docx`: what it is by its name stays the same.
  private static func numbered(_ path: String, _ number: Int) -> String {
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[name...].lastIndex(of: "."), dot > name else {
      return "\(path) (\(number))"
    }
    return "\(path[..<dot]) (\(number))\(path[dot...])"
  }
}
