internal import XMLEvents

/// Which branch of each open `mc:AlternateContent` is read: the first choice whose namespaces are understood, else the
/// fallback (ECMA-376 Part 3, 7.5).
struct AlternateChoices {
  /// What has become of each open element.
  private var states: [State] = []

  private enum State {
    case empty
    /// It has branches, and none is understood.
    case passedOver
    case taken
  }

  /// Whether the content of the element counts.
  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> Bool {
    switch name.word {
    case .alternateContent:
      states.append(.empty)
      return true
    case .choice: return take(understands(attributes))
    case .fallback: return take(true)
    default: return false
    }
  }

  /// Whether all branches of the element that ends were passed over.
  mutating func end(_ name: XMLName) -> Bool {
    name.word == .alternateContent && states.popLast() == .passedOver
  }

  private mutating func take(_ isWanted: Bool) -> Bool {
    guard let last = states.last, last != .taken else { return false }
    states[states.count - 1] = isWanted ? .taken : .passedOver
    return isWanted
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
