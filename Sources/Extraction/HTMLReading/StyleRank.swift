/// How strong a rule is in what may hide text: first `!important`, then what it names the element by, then its place.
///
/// What a rule doesn't speak of has 0.
struct StyleRank {
  var display = 0
  var visibility = 0
  var size = 0
  var opacity = 0
  var ink = 0

  init() {}

  /// The ranks of a rule with `rank`, of which `important` is what it says with `!important`.
  init(of important: StyleDeclarations, _ rank: Int) {
    func total(_ isImportant: Bool) -> Int { isImportant ? rank + Self.important : rank }
    display = total(important.display != nil)
    visibility = total(important.isInvisible != nil)
    size = total(important.size != nil)
    opacity = total(important.isClear != nil)
    ink = total(important.ink != nil)
  }

  mutating func raise(by amount: Int) {
    display += amount
    visibility += amount
    size += amount
    opacity += amount
    ink += amount
  }

  private static let step = 1 << 32
  private static let important = 16 * step

  /// Of the attribute `style`.
  static let inline = 8 * step

  /// What a rule has more than its place, by its selector.
  static func of(_ selector: StyleSelector.Simple) -> Int {
    switch selector {
    case .element: step
    case .class(let name): name.contains(".") ? 3 * step : 2 * step
    case .id: 4 * step
    }
  }
}
