internal import DocumentModel

/// What the rules of a page say of its elements, each within those around it.
///
/// Elements that are called alike and stand within elements called alike are looked up once.
struct StyleMatches {
  /// An element as rules see it, and what they say of it.
  private struct Link {
    var parent: Int
    var element: String
    var classes: [Substring]
    var conditions: [Substring]
    var id: String?
    var isLink: Bool
    var isEmpty: Bool
    var declared = StyleDeclarations()
    /// The values of variables, `--c`, that hold in it.
    var variables: [String: String] = [:]

    /// Whether the element is what a step asks for, as far as its names go.
    func fit(_ step: StyleSelector.Step) -> Bool {
      if let element = step.element, element != self.element { return false }
      for name in step.classes where !classes.contains(where: { $0 == name }) { return false }
      for name in step.ids where name != id { return false }
      for word in step.conditions where !conditions.contains(where: { $0 == word }) { return false }
      return (!step.asksForLink || isLink) && (!step.asksForEmpty || isEmpty)
    }
  }

  private struct Key: Hashable {
    var parent: Int
    var element: String
    var classes: String?
    var conditions: String?
    var id: String?
    /// Of the attribute `style`, where that sets variables.
    var variables: String?
    var isLink: Bool
    var isEmpty: Bool
  }

  private enum Fit: Int, Comparable {
    case no, unsure, sure

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  private let rules: StyleRules
  private var links: [Link] = []
  private var known: [Key: Int] = [:]
  /// Steps of selectors that may still be looked at.
  private var budget = 2_000_000
  /// Whether there are more rules than can be held against the elements of the page.
  private(set) var isIncomplete = false

  init(_ rules: StyleRules) { self.rules = rules }

  /// The place of an element, whose parent has the place `parent`; -1 for none.
  mutating func place(of index: Int, in tree: ElementTree, parent: Int) -> Int {
    let node = tree.nodes[index]
    let element =
      index == 0 ? "html" : tree.attribute("name", of: index) ?? node.name?.rawValue ?? ""
    var key = Key(
      parent: parent, element: element, isLink: false, isEmpty: node.end == index + 1)
    if node.attributes >= 0 {
      key.classes = tree.attribute("class", of: index)
      key.conditions = tree.attribute(MarkupTag.conditions, of: index)
      key.id = tree.attribute("id", of: index)
      if let style = tree.attribute("style", of: index), style.holds("--") { key.variables = style }
      key.isLink = node.name == .a && tree.attribute("href", of: index) != nil
    }
    if let known = known[key] { return known }
    let place = links.count
    known[key] = place
    // Names that are lowered live as long as their slices.
    let classes = key.classes.map { rules.keepsCase ? $0 : $0.lowercased() }
    links.append(
      Link(
        parent: parent, element: element,
        classes: classes?.split(whereSeparator: \.isWhitespace) ?? [],
        conditions: key.conditions?.split(separator: " ") ?? [],
        id: key.id.map { rules.keepsCase ? $0 : $0.lowercased() }, isLink: key.isLink,
        isEmpty: key.isEmpty))
    if parent >= 0 { links[place].variables = links[parent].variables }
    look(place, style: key.variables)
    return place
  }

  /// What the rules say of the element at `place`.
  func declared(at place: Int) -> StyleDeclarations { links[place].declared }

  /// The values of variables in the element at `place`.
  func variables(at place: Int) -> [String: String] { links[place].variables }

  private mutating func look(_ place: Int, style: String?) {
    let link = links[place]
    var found: [(rule: StyleRules.Rule, fit: Fit)] = []
    for index in rules.candidates(
      link.element, classes: link.classes, conditions: link.conditions, id: link.id)
    {
      let rule = rules.rules[index]
      var fit = fits(rule.selector.steps[...], at: place)
      guard fit != .no else { continue }
      if rule.selector.isUnsure { fit = .unsure }
      found.append((rule, fit))
    }
    found.sort { $0.rule.rank < $1.rule.rank }
    for (rule, fit) in found where rule.setsVariables && fit == .sure && !rule.isUnsure {
      set(rule.declarations, at: place)
    }
    if let style { set(StyleDeclarations.list(style), at: place) }
    let variables = links[place].variables
    var declared = StyleDeclarations()
    for (rule, fit) in found {
      let said =
        rule.declared
        ?? StyleDeclarations(
          StyleVariables.resolved(rule.declarations, variables), rank: rule.rank)
      guard fit == .unsure || rule.isUnsure else {
        if !rule.isGenerated || !rule.selector.last.isAny
          || GeneratedContent.inText.contains(link.element)
        {
          declared.override(with: said)
        }
        continue
      }
      // A rule for anything that isn't known to hold is none for all cells.
      guard !rule.selector.last.isAny || GeneratedContent.inText.contains(link.element) else {
        continue
      }
      if rule.isGenerated {
        declared.override(with: said)
      } else if let doubted = said.doubted(fit == .sure ? "rule \(rule.rank)" : nil) {
        declared.override(with: doubted)
      }
    }
    links[place].declared = declared
  }

  private mutating func set(_ declarations: [StyleDeclarations.Declaration], at place: Int) {
    for declaration in declarations where declaration.name.hasPrefix("--") {
      let value = StyleVariables.resolved(declaration.value, links[place].variables)
      links[place].variables[declaration.name] = value == "initial" ? nil : value
    }
  }

  // MARK: Fitting

  private mutating func fits(_ steps: ArraySlice<StyleSelector.Step>, at place: Int) -> Fit {
    guard let step = steps.last else { return .sure }
    budget -= 1
    guard budget > 0 else {
      isIncomplete = true
      return .no
    }
    let own = fits(step, at: place)
    guard own != .no else { return .no }
    return min(own, around(place, steps.dropLast(), bond: step.bond))
  }

  /// How well what is around the element at `place` fits the steps before its own.
  private mutating func around(
    _ place: Int, _ steps: ArraySlice<StyleSelector.Step>, bond: StyleSelector.Bond
  ) -> Fit {
    guard let outer = steps.last else { return .sure }
    switch bond {
    case .childOf:
      return links[place].parent < 0 ? .no : fits(steps, at: links[place].parent)
    case .within:
      var best = Fit.no
      var next = links[place].parent
      while next >= 0, best != .sure {
        best = max(best, fits(steps, at: next))
        next = links[next].parent
      }
      return best
    case .beside:
      // What stands beside it isn't looked at.
      return min(.unsure, around(place, steps.dropLast(), bond: outer.bond))
    }
  }

  private mutating func fits(_ step: StyleSelector.Step, at place: Int) -> Fit {
    guard !step.isInteractive, links[place].fit(step) else { return .no }
    var fit = step.isUnsure ? Fit.unsure : .sure
    for choice in step.choices {
      fit = min(fit, best(of: choice, at: place))
      if fit == .no { return .no }
    }
    switch best(of: step.exclusions, at: place) {
    case .sure: return .no
    case .unsure: return .unsure
    case .no: return fit
    }
  }

  private mutating func best(of selectors: [StyleSelector], at place: Int) -> Fit {
    var best = Fit.no
    for selector in selectors where best != .sure {
      let fit = fits(selector.steps[...], at: place)
      best = max(best, selector.isUnsure ? min(fit, .unsure) : fit)
    }
    return best
  }
}

/// Variables of style sheets: `var(--c, #333)`.
enum StyleVariables {
  /// Characters of a value: a few variables that name each other twice make any number of them.
  private static let longest = 4_096
  private static let mostDepth = 8

  /// `declarations` without variables and with the values of those that are known.
  static func resolved(
    _ declarations: [StyleDeclarations.Declaration], _ variables: [String: String]
  ) -> [StyleDeclarations.Declaration] {
    declarations.compactMap { declaration in
      guard !declaration.name.hasPrefix("--") else { return nil }
      var resolved = declaration
      resolved.value = Self.resolved(declaration.value, variables)
      return resolved
    }
  }

  /// `value` with the values of the variables that it names; unchanged where one isn't known and nothing stands in for it.
  static func resolved(_ value: String, _ variables: [String: String], depth: Int = 0) -> String {
    guard value.holds("var("), depth < mostDepth else { return value }
    var made = ""
    var rest = value[...]
    while let start = rest.firstPlace(of: "var(") {
      let call = rest[rest.utf8.index(start, offsetBy: 3)...]
      guard let close = StyleText.closing(call) else { return value }
      let inside = call[call.index(after: call.startIndex)..<close]
      let name = inside.prefix { $0 != "," }
      let instead =
        name.endIndex < inside.endIndex ? inside[inside.index(after: name.endIndex)...] : nil
      guard let found = variables[String(name.trimmed)] ?? instead.map({ String($0.trimmed) })
      else {
        return value
      }
      made += rest[..<start] + resolved(found, variables, depth: depth + 1)
      guard made.utf8.count < longest else { return value }
      rest = rest[rest.index(after: close)...]
    }
    made += rest
    return made
  }
}
