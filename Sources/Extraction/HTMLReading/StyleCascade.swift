/// Of the declarations for an element the strongest of each property (CSS Cascading and Inheritance 5, 6).
struct StyleCascade {
  private struct Entry {
    var declaration: StyleProperty
    var rank: Int
  }

  private var entries: [Entry] = []
  /// The places of entries by their names; empty for few of them.
  private var places: [String: Int] = [:]
  /// The rank of the strongest `all`; 0 for none.
  private var all = 0

  var isEmpty: Bool { entries.isEmpty }
  /// What holds, each property once.
  var declarations: some Sequence<StyleProperty> { entries.lazy.map(\.declaration) }

  /// Adds the declarations of a rule, of which the later ones are the stronger.
  mutating func add(_ list: [StyleProperty], _ rank: StyleRank) {
    for declaration in list {
      let rank = declaration.isImportant ? rank.important : rank.normal
      let entry = Entry(declaration: declaration, rank: rank)
      guard rank >= all else { continue }
      if declaration.name == "all" {
        // It takes the place of whatever is weaker, but for variables.
        entries.removeAll { $0.rank <= rank }
        places = [:]
        all = rank
      }
      if let place = place(of: declaration) {
        if rank >= entries[place].rank { entries[place] = entry }
      } else {
        append(entry)
      }
    }
  }

  /// Those of `list` that would hold, were the rule known to.
  func stronger(_ list: [StyleProperty], _ rank: StyleRank) -> [StyleProperty] {
    list.filter { declaration in
      let rank = declaration.isImportant ? rank.important : rank.normal
      return place(of: declaration).map { rank >= entries[$0].rank } ?? (rank >= all)
    }
  }

  private func place(of declaration: StyleProperty) -> Int? {
    if places.isEmpty { return entries.firstIndex { $0.declaration.name == declaration.name } }
    return places[declaration.name]
  }

  /// Where there are many, as frameworks set variables, each is found by its name.
  private mutating func append(_ entry: Entry) {
    entries.append(entry)
    if !places.isEmpty {
      places[entry.declaration.name] = entries.count - 1
    } else if entries.count > Self.few {
      for (index, entry) in entries.enumerated() { places[entry.declaration.name] = index }
    }
  }

  private static let few = 32
}
