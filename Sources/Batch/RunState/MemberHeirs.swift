internal import InputFiles

/// Which of an archive's members of today has what was published of one of before.
///
/// A name may be that of several. What was published of a name goes first to the member with the same bytes, then in the
/// archive's order; what nobody of the name is left for stays with a member of before, so that it counts as removed.
struct MemberHeirs {
  /// Members whose published record is now another one.
  private(set) var changed: [Entry] = []
  /// Members of before that have nothing published any more.
  private(set) var unpublished: [[UInt8]] = []
  private var names: [String: (current: [Entry], former: [Entry])] = [:]

  mutating func add(_ member: Entry, isCurrent: Bool) {
    guard let name = MemberPath.parts(member.path)?.name else { return }
    if isCurrent {
      names[name, default: ([], [])].current.append(member)
    } else {
      names[name, default: ([], [])].former.append(member)
    }
  }

  mutating func decide() {
    for (current, former) in names.values { decide(current, former) }
  }

  private mutating func decide(_ current: [Entry], _ former: [Entry]) {
    var left: [Entry.Published?] = (current + former)
      .filter { $0.published != nil }
      .sorted { $0.path.lexicographicallyPrecedes($1.path) }
      .map(\.published)
    var heirs = [Entry.Published?](repeating: nil, count: current.count)
    var places: [String: [Int]] = [:]
    for (place, published) in left.enumerated().reversed() {
      if let sha256 = published?.sha256 { places[sha256, default: []].append(place) }
    }
    for (index, member) in current.enumerated() {
      guard let sha256 = member.sha256, let place = places[sha256]?.popLast() else { continue }
      heirs[index] = left[place]
      left[place] = nil
    }
    var rest = left.compactMap(\.self)[...]
    for index in heirs.indices where heirs[index] == nil { heirs[index] = rest.popFirst() }
    for (member, published) in zip(current, heirs) { note(member, published) }
    for member in former {
      guard let published = rest.popFirst() else {
        unpublished.append(member.path)
        continue
      }
      var gone = member
      gone.rules.program = Entry.Rules.removed
      gone.published = published
      changed.append(gone)
    }
  }

  private mutating func note(_ member: Entry, _ published: Entry.Published?) {
    guard member.published != published else { return }
    var member = member
    member.published = published
    changed.append(member)
  }
}
