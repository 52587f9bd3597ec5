/// How strong a rule is in what may hide text: first `!important`, then what it names the element by, then its place.
///
/// What a rule doesn't speak of has 0.
struct StyleRank {
  var display = 0
  var visibility = 0
  var size = 0
  var opacity = 0
  var ink = 0
  var ground = 0

  init() {}

  /// The ranks of a rule with `rank`, of which `important` is what it says with `!important`.
  init(of important: StyleDeclarations, _ rank: Int) {
    func total(_ isImportant: Bool) -> Int { isImportant ? rank + Self.important : rank }
    display = total(important.display != nil)
    visibility = total(important.isInvisible != nil)
    size = total(important.size != nil)
    opacity = total(important.isClear != nil)
    ink = total(important.ink != nil)
    ground = total(important.ground != nil)
  }

  /// Those of the rule with `amount` more, whose own rank is 0.
  mutating func raise(by amount: Int) {
    display += amount
    visibility += amount
    size += amount
    opacity += amount
    ink += amount
    ground += amount
  }

  private static let orders = 1 << 20
  private static let unlayered = 1 << 45
  private static let important = 1 << 47

  /// Of the attribute `style`.
  static let inline = 1 << 46

  /// Of a rule by its selector and its place.
  static func of(_ selector: StyleSelector, order: Int, isLayered: Bool) -> Int {
    (isLayered ? 0 : unlayered) + min(selector.specificity, 0xFF_FFFF) * orders + order
  }
}
