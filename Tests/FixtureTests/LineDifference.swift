/// What changed between two lists of lines, for the message of a failed test.
struct LineDifference: CustomStringConvertible {
  private let changes: [String]
  private static let limit = 40

  init(from old: [String], to new: [String]) {
    // An edit script costs lines times edits; contents that share nothing aren't worth it.
    guard old.count + new.count < 20_000 else {
      changes = ["\(old.count) lines became \(new.count)"]
      return
    }
    changes = new.difference(from: old).map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, 0, "- \(line)")
      case .insert(let offset, let line, _): (offset, 1, "+ \(line)")
      }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { "\($0.0 + 1): \($0.2)" }
  }

  var isEmpty: Bool { changes.isEmpty }

  var description: String {
    let shown = changes.prefix(Self.limit).map { $0.count > 300 ? $0.prefix(300) + "…" : $0[...] }
    let rest = changes.count - shown.count
    return shown.joined(separator: "\n") + (rest > 0 ? "\n… and \(rest) more" : "")
  }
}
