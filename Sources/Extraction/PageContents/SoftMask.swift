internal import PDFObjects

/// What a soft mask (ISO 32000-1, 11.6.5) leaves of what is painted through it.
enum SoftMask {
  /// Not known: another in each place.
  case some
  /// Nothing, anywhere.
  case nothing

  /// Reads a soft-mask dictionary: one whose group paints nothing, or only black where lightness counts, hides all.
  init(_ mask: PDFDictionary, in file: PDFFile) throws(PDFRefusal) {
    self = .some
    let isLuminosity = try file.resolve(mask["S"]).name == "Luminosity"
    // What surrounds the group is black unless a backdrop is named, and a transfer function may turn all of it round.
    guard mask["TR"] == nil, !isLuminosity || mask["BC"] == nil,
      let group = try file.resolve(mask["G"]).stream
    else { return }
    // Some programs name a filter for no bytes at all.
    let content = group.range.isEmpty ? [] : try file.decoded(group)
    if try Self.paintsNothing(content, orBlack: isLuminosity) { self = .nothing }
  }

  private static func paintsNothing(
    _ content: [UInt8], orBlack: Bool
  ) throws(PDFRefusal) -> Bool {
    guard content.count <= mostBytes else { return false }
    var scanner = ContentScanner(content)
    while let name = try scanner.next() {
      switch name {
      case "q", "Q", "cm", "re", "m", "l", "c", "v", "y", "h", "n", "W", "W*", "w", "j", "J", "M",
        "d", "i", "ri":
        continue
      case "g", "G", "rg", "RG":
        if scanner.allNumbers.contains(where: { $0 > 0 }) { return false }
      case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s":
        guard orBlack else { return false }
      default: return false
      }
    }
    return true
  }

  private static let mostBytes = 64 << 10
}
