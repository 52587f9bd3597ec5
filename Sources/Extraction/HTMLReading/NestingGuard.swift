internal import Diagnostics
internal import DocumentModel

/// Follows the tags that the parser is given, so that none of its work grows with the square of the page.
///
/// Some rules of HTML search the elements that are open, or open them all again: 100,000 `<font>` take seconds, a million
/// `<div>` minutes. Here the same searches are made, counted, and ended before they are many.
struct NestingGuard {
  private let limits: Limits
  private var open: [ElementName] = []
  private var tags = 0
  /// Elements looked at in searches.
  private var steps = 0
  /// Elements that the parser may have to open again.
  private var reopened = 0
  private var scopes = [FormattingScope()]

  init(_ limits: Limits) {
    self.limits = limits
    open.reserveCapacity(64)
  }

  /// Counts the start tag of an element.
  ///
  /// - Parameter alike: The same for tags that are the same.
  mutating func start(_ name: ElementName, alike: Int) throws(Failure) {
    tags += 1
    guard tags <= limits.htmlTags else { throw tooMuch(.htmlTags) }
    switch name {
    case .li: pop(to: [.li], within: [.ul, .ol, .table])
    case .dd, .dt: pop(to: [.dd, .dt], within: [.dl, .table])
    case .td, .th:
      pop(to: [.td, .th], within: [.tr, .table])
      leaveCell()
      enterCell()
    case .tr:
      pop(to: [.tr], within: [.tbody, .thead, .tfoot, .table])
      leaveCell()
    case .tbody, .thead, .tfoot:
      pop(to: [.tbody, .thead, .tfoot], within: [.table])
      leaveCell()
    case .table: scopes.append(FormattingScope())
    case _ where name.isBlock: pop(to: [.p], within: [.table, .td, .th])
    default: break
    }
    if name.isFormatting {
      let list = scopes[scopes.count - 1].entries
      steps += list.count
      if list.count(where: { $0.alike == alike }) < 3 {
        scopes[scopes.count - 1].entries.append((name, alike))
      }
    } else {
      reopened += scopes[scopes.count - 1].entries.count
    }
    if !name.isVoid { open.append(name) }
    guard open.count <= limits.htmlDepth else { throw tooMuch(.htmlDepth) }
    try checkWork()
  }

  mutating func end(_ name: ElementName) throws(Failure) {
    tags += 1
    guard tags <= limits.htmlTags else { throw tooMuch(.htmlTags) }
    if name.isFormatting {
      // The elements in it stay open.
      if let index = index(of: [name], within: [.table, .td, .th]) { open.remove(at: index) }
      let list = scopes.count - 1
      steps += scopes[list].entries.count
      if let index = scopes[list].entries.lastIndex(where: { $0.name == name }) {
        scopes[list].entries.remove(at: index)
      }
    } else {
      switch name {
      case .table:
        pop(to: [.table], within: [])
        leaveCell()
        if scopes.count > 1 { scopes.removeLast() }
      case .td, .th, .tr, .tbody, .thead, .tfoot:
        pop(to: [name], within: [.table])
        leaveCell()
      default: pop(to: [name], within: [.table, .td, .th])
      }
      reopened += scopes[scopes.count - 1].entries.count
    }
    try checkWork()
  }

  /// Closes the nearest of `names` with all in it, unless one of `bounds` is nearer.
  private mutating func pop(to names: [ElementName], within bounds: [ElementName]) {
    if let index = index(of: names, within: bounds) { open.removeSubrange(index...) }
  }

  private mutating func index(of names: [ElementName], within bounds: [ElementName]) -> Int? {
    var index = open.count
    while index > 0 {
      index -= 1
      steps += 1
      if names.contains(open[index]) { return index }
      if bounds.contains(open[index]) { return nil }
    }
    return nil
  }

  /// What stands in a table outside of its cells is moved before it, and counts there.
  private mutating func enterCell() {
    let last = scopes.count - 1
    if last > 0 { scopes[last - 1].entries += scopes[last].entries }
    scopes[last] = FormattingScope(isInCell: last > 0)
  }

  private mutating func leaveCell() {
    let last = scopes.count - 1
    if scopes[last].isInCell { scopes[last] = FormattingScope() }
  }

  private func checkWork() throws(Failure) {
    guard steps <= Self.mostSteps, reopened <= Self.mostReopened else {
      throw Failure(
        .htmlLimit,
        "Its tags are nested in a way that takes too long to follow: elements are never closed")
    }
  }

  private func tooMuch(_ limit: Limits.Member) -> Failure {
    Failure(.htmlLimit, "Its \(limit.unit.rawValue) of elements are \(limits.over(limit))")
  }

  private static let mostSteps = 50_000_000
  private static let mostReopened = 500_000
}

/// The formatting elements that are not closed, in one cell or outside of all; the parser keeps three alike.
private struct FormattingScope {
  var entries: [(name: ElementName, alike: Int)] = []
  var isInCell = false
}
