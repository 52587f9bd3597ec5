/// How strong the declarations of a rule are against those of others (CSS Cascading and Inheritance 5, 6): by the attribute
/// `style`, by the layer, by what the rule names the element by, by its place.
struct StyleRank {
  /// Of what it says without `!important`.
  let normal: Int
  /// Of what it says with it, which turns the order of layers round.
  let important: Int

  /// Of an attribute for looks, `color`, or of what browsers say of their own accord.
  static let attribute = StyleRank(normal: 0, important: 0)
  /// Of the attribute `style`.
  static let inline = StyleRank(
    normal: ofStyle, important: ofImportance + ofStyle)

  /// Of a rule by its selector and its place.
  ///
  /// - Parameter layer: The number of its layer, of which the last is the strongest; nil where it stands in none.
  init(_ selector: StyleSelector, order: Int, layer: Int?) {
    let own = min(selector.specificity, 0xFF_FFFF) * Self.orders + order
    let layer = layer.map { $0 + 1 } ?? StyleLayers.most + 2
    normal = layer * Self.layers + own
    important = Self.ofImportance + (StyleLayers.most + 2 - layer) * Self.layers + own
  }

  private init(normal: Int, important: Int) {
    self.normal = normal
    self.important = important
  }

  private static let orders = 1 << 20
  private static let layers = 1 << 44
  private static let ofStyle = 1 << 53
  private static let ofImportance = 1 << 54
}

/// The layers of a page's style sheets: each is stronger than those that were named before it.
struct StyleLayers {
  private var names: [String] = []

  /// Layers that are told apart; further ones count as the last.
  static let most = 254

  /// The number of the layer called `name`, `base` or `base.reset`; one without a name is another each time.
  mutating func number(of name: String) -> Int {
    let name = String(name.prefix { $0 != "." })
    if !name.isEmpty, let known = names.firstIndex(of: name) { return known }
    guard names.count < Self.most else { return Self.most }
    names.append(name)
    return names.count - 1
  }
}
