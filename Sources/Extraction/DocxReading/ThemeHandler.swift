internal import XMLEvents

/// Reads the colours of `theme1.xml` (20.1.6.2); the rest of it is passed over.
struct ThemeHandler: XMLEventHandler {
  private(set) var theme = Theme()
  private var slot: Theme.Slot?

  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    guard name.isIn(.drawing), let word = name.word else { return .passedOver }
    switch word {
    case .theme, .themeElements, .clrScheme: break
    case .srgbClr: set(attributes.string(.val))
    case .sysClr: set(attributes.string(.lastClr))
    case .dk1, .lt1, .dk2, .lt2, .accent1, .accent2, .accent3, .accent4, .accent5, .accent6, .hlink,
      .folHlink:
      slot = Theme.Slot(word.spelling)
    default: return .passedOver
    }
    return .wanted
  }

  private mutating func set(_ hex: String?) {
    guard let slot, theme[slot] == nil else { return }
    theme[slot] = hex.flatMap { RGB(hex: $0.utf8) }
  }

  mutating func end(_ name: XMLName) {}

  mutating func text(_ text: borrowing XMLText) {}
}
