internal import XMLEvents

/// Which branch of each open `mc:AlternateContent` is read: the first choice whose namespaces are understood, else the
/// fallback (ECMA-376 Part 3, 7.5).
struct AlternateChoices {
  /// Whether a branch has been taken, for each open element.
  private var taken: [Bool] = []

  /// Whether the content of the element counts.
  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> Bool {
    switch name.word {
    case .alternateContent:
      taken.append(false)
      return true
    case .choice: return take(understands(attributes))
    case .fallback: return take(true)
    default: return false
    }
  }

  mutating func end(_ name: XMLName) {
    if name.word == .alternateContent { _ = taken.popLast() }
  }

  private mutating func take(_ isWanted: Bool) -> Bool {
    guard isWanted, let last = taken.last, !last else { return false }
    taken[taken.count - 1] = true
    return true
  }

  private func understands(_ attributes: borrowing XMLAttributes) -> Bool {
    guard let requires = attributes.string(.requires) else { return false }
    let prefixes = requires.split(separator: " ")
    for prefix in prefixes {
      let namespace = WordNamespace(rawValue: attributes.namespace(ofPrefix: String(prefix)))
      guard let namespace, namespace.isUnderstood else { return false }
    }
    return !prefixes.isEmpty
  }
}
