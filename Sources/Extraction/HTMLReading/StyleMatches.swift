internal import DocumentModel

/// What the rules of a page say of its elements, each within those around it.
///
/// Elements that are called alike and stand within elements called alike are looked up once.
struct StyleMatches {
  /// An element as rules see it, and what they say of it.
  struct Link {
    var parent: Int
    var element: String
    var classes: [Substring]
    var conditions: [Substring]
    var id: String?
    var isLink: Bool
    var isEmpty: Bool
    /// Its number among the elements beside it, from the first and from the last; 0 where that isn't followed.
    var places: (first: Int, last: Int)
    /// What rules say of it that are known to hold.
    var cascade = StyleCascade()
    /// What others say of it.
    var unsure: [Unsure] = []
    /// Whether a rule adds characters to it, or changes some.
    var isChanged = false
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

  /// What a rule says of which it isn't known whether it holds.
  struct Unsure {
    var list: [StyleProperty]
    var rank: StyleRank
    /// What tells it from others; nil where it may fit some cells and others not.
    var cause: String?
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
    var first = 0
    var last = 0
  }

  /// An element by its place and its attribute `style`.
  private struct Styled: Hashable {
    var place: Int
    var style: String?
    var isHidden: Bool
  }

  enum Fit: Int, Comparable {
    case no, unsure, sure

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  private let rules: StyleRules
  private(set) var links: [Link] = []
  private var known: [Key: Int] = [:]
  private var numbers: [(first: Int, last: Int)] = []
  private var declared: [Styled: StyleDeclarations] = [:]
  /// Steps of selectors that may still be looked at.
  var budget = 2_000_000
  /// Whether there are more rules than can be held against the elements of the page.
  var isIncomplete = false

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
    if rules.asksForPlaces {
      if numbers.isEmpty { numbers = tree.numbers() }
      (key.first, key.last) = numbers[index]
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
        isEmpty: key.isEmpty, places: (key.first, key.last)))
    links[place].variables = parent < 0 ? rules.variables : links[parent].variables
    for name in rules.ownVariables { links[place].variables[name] = rules.variables[name] }
    look(place, style: key.variables)
    return place
  }

  /// What the rules and its attributes say of the element at `place`; -1 for one that no rules are held against.
  ///
  /// - Parameter isHidden: Whether it has the attribute `hidden`, which is weaker than any rule.
  mutating func declared(at place: Int, style: String?, isHidden: Bool) -> StyleDeclarations {
    let key = Styled(place: place, style: style, isHidden: isHidden)
    if let known = declared[key] { return known }
    let link = place < 0 ? nil : links[place]
    var cascade = link?.cascade ?? StyleCascade()
    if isHidden { cascade.add([StyleProperty(name: "display", value: "none")], .attribute) }
    if let style {
      let list = StyleProperty.list(style)
      cascade.add(StyleProperty.resolved(list, link?.variables ?? [:]), .inline)
    }
    var made = StyleDeclarations(cascade.declarations)
    for other in link?.unsure ?? [] {
      budget -= 16
      guard budget > 0 else {
        isIncomplete = true
        made.doubt()
        break
      }
      let stronger = cascade.stronger(other.list, other.rank)
      guard !stronger.isEmpty else { continue }
      var changed = cascade
      changed.add(stronger, other.rank)
      made.note(StyleDeclarations(changed.declarations), cause: other.cause)
    }
    if link?.isChanged == true { made.doubt() }
    // A page made by an office program has a few hundred of them.
    if declared.count < 20_000 { declared[key] = made }
    return made
  }

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
      // A rule for anything that isn't known to hold is none for all cells.
      if fit == .unsure || rule.isUnsure, rule.selector.last.isAny,
        !GeneratedContent.inText.contains(link.element)
      {
        continue
      }
      found.append((rule, fit))
    }
    setVariables(found, at: place, style: style)
    let variables = links[place].variables
    var cascade = StyleCascade()
    var unsure: [Unsure] = []
    for (rule, fit) in found {
      if rule.isGenerated {
        links[place].isChanged = true
        continue
      }
      let list =
        rule.asksForVariables
        ? StyleProperty.resolved(rule.declarations, variables) : rule.declarations
      if fit == .unsure || rule.isUnsure {
        unsure.append(
          Unsure(
            list: list, rank: rule.rank, cause: fit == .sure ? "rule \(rule.rank.normal)" : nil))
      } else {
        cascade.add(list, rule.rank)
      }
    }
    links[place].cascade = cascade
    links[place].unsure = unsure
  }

  private mutating func setVariables(
    _ found: [(rule: StyleRules.Rule, fit: Fit)], at place: Int, style: String?
  ) {
    var cascade = StyleCascade()
    let setting = found.filter(\.rule.setsVariables)
    guard !setting.isEmpty || style != nil else { return }
    for (rule, fit) in setting where fit == .sure && !rule.isUnsure {
      cascade.add(rule.variables, rule.rank)
    }
    if let style {
      cascade.add(StyleProperty.list(style).filter(\.setsVariable), .inline)
    }
    let around = links[place].variables
    var set: [String: String] = [:]
    for declaration in cascade.declarations {
      let value = StyleVariables.resolved(declaration.value, around)
      if StyleValidity.ofAny.contains(value) {
        if value == "initial" { links[place].variables[declaration.name] = nil }
      } else {
        set[declaration.name] = declaration.value
      }
    }
    var names = StyleVariables(set, around: around)
    for name in set.keys {
      let value = names.value(of: name)
      // The same for all elements, as frameworks set them, it isn't kept for each.
      if links[place].variables[name] != value { links[place].variables[name] = value }
    }
    for (rule, fit) in setting where fit == .unsure || rule.isUnsure {
      for declaration in cascade.stronger(rule.variables, rule.rank) {
        links[place].variables[declaration.name] = StyleVariables.unknown
      }
    }
  }
}
