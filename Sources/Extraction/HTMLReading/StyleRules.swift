/// The rules of a page's own style sheets that name an element, a class or an id alone.
///
/// What selectors of several steps say is not known here, so where one sets a ground, grounds are not known.
struct StyleRules {
  private var byElement: [String: StyleDeclarations] = [:]
  private var byClass: [String: StyleDeclarations] = [:]
  private var byID: [String: StyleDeclarations] = [:]
  /// Whether something may have a ground that isn't known.
  private(set) var hasUnknownGrounds: Bool

  init(_ head: PageHead) {
    hasUnknownGrounds = head.hasOtherStyles
    read(head.styles)
  }

  var isEmpty: Bool { byElement.isEmpty && byClass.isEmpty && byID.isEmpty }

  /// What the rules say of an element.
  func declarations(_ element: ElementName, classes: String?, id: String?) -> StyleDeclarations {
    var found = byElement[element.rawValue] ?? StyleDeclarations()
    if let classes, !byClass.isEmpty {
      for name in classes.split(whereSeparator: \.isWhitespace).prefix(16) {
        let name = name.lowercased()
        if let rule = byClass[name] { found.override(with: rule) }
        if let rule = byClass["\(element.rawValue).\(name)"] { found.override(with: rule) }
      }
    }
    if let id, let rule = byID[id.lowercased()] { found.override(with: rule) }
    return found
  }

  private static let mostRules = 5_000

  private mutating func read(_ sheet: [UInt8]) {
    var rest = Self.withoutComments(sheet)[...]
    var rules = 0
    while let open = rest.firstIndex(of: UInt8(ascii: "{")), rules < Self.mostRules {
      let selectors = String(decoding: rest[..<open], as: UTF8.self).trimmed
      if selectors.contains("@") {
        // `@media print { … }`: what stands in it isn't for the page, or not for all.
        rest = rest[Self.endOfBlock(rest, from: open)...]
        continue
      }
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) ?? rest.endIndex
      let text = String(decoding: rest[(open + 1)..<close].prefix(4_096), as: UTF8.self)
      rest = rest[min(close + 1, rest.endIndex)...]
      rules += 1
      add(selectors.split(separator: ",").prefix(64), StyleDeclarations(text))
    }
  }

  private mutating func add(_ selectors: ArraySlice<Substring>, _ rule: StyleDeclarations) {
    for selector in selectors {
      let selector = selector.trimmed.lowercased()
      if selector.contains(where: { " >+~:[*".contains($0) }) {
        if rule.ground != nil { hasUnknownGrounds = true }
      } else if selector.hasPrefix("#") {
        byID[String(selector.dropFirst()), default: StyleDeclarations()].override(with: rule)
      } else if selector.hasPrefix(".") {
        byClass[String(selector.dropFirst()), default: StyleDeclarations()].override(with: rule)
      } else if selector.contains(".") {
        byClass[selector, default: StyleDeclarations()].override(with: rule)
      } else {
        byElement[selector, default: StyleDeclarations()].override(with: rule)
      }
    }
  }

  private static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(sheet.count)
    var index = 0
    while index < sheet.count {
      if sheet[index...].starts(with: "/*".utf8) {
        index += 2
        while index < sheet.count, !sheet[index...].starts(with: "*/".utf8) { index += 1 }
        index += 2
      } else if sheet[index...].starts(with: "<!--".utf8) {
        index += 4
      } else if sheet[index...].starts(with: "-->".utf8) {
        index += 3
      } else {
        kept.append(sheet[index])
        index += 1
      }
    }
    return kept
  }

  private static func endOfBlock(_ sheet: ArraySlice<UInt8>, from open: Int) -> Int {
    var depth = 0
    var index = open
    while index < sheet.endIndex {
      if sheet[index] == UInt8(ascii: "{") { depth += 1 }
      if sheet[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      index += 1
    }
    return sheet.endIndex
  }
}
