extension Location {
  /// The place that ``description`` prints; nil for other text.
  ///
  /// `Location("table 2 row 5 cell 8")` is `.cell(table: 2, row: 5, cell: 8)`.
  package init?(_ printed: String) {
    let part = "part "
    if printed.hasPrefix(part) {
      self = .part(String(printed.dropFirst(part.count)))
      return
    }
    let words = printed.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count.isMultiple(of: 2), let number = words.dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    switch (words[0], words.count) {
    case ("line", 2): self = .line(number)
    case ("paragraph", 2): self = .paragraph(number)
    case ("page", 2): self = .page(number, box: nil)
    case ("page", 4):
      guard words[2] == "box", let box = BoundingBox(printed: words[3]) else { return nil }
      self = .page(number, box: box)
    case ("table", 6):
      guard words[2] == "row", let row = Int(words[3]), words[4] == "cell",
        let cell = Int(words[5])
      else { return nil }
      self = .cell(table: number, row: row, cell: cell)
    default: return nil
    }
  }
}

extension BoundingBox {
  /// `90.0,120.5,101.3,131.0`.
  fileprivate init?(printed: Substring) {
    let sides = printed.split(separator: ",", omittingEmptySubsequences: false)
      .compactMap { Double($0) }
    guard sides.count == 4 else { return nil }
    self.init(left: sides[0], top: sides[1], right: sides[2], bottom: sides[3])
  }
}
