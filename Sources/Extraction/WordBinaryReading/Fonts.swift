internal import CompoundFiles

/// The names of a document's fonts (SttbfFfn, MS-DOC 2.9.286).
struct Fonts {
  private var names: [String] = []
  /// Fonts whose codes are not Unicode.
  private static let symbolic = ["Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"]
  /// Where in an entry the name begins, after its length.
  private static let nameStart = 39

  init(_ file: WordFile) {
    guard let range = file.range(of: .fonts), range.count >= 4,
      let count = file.table.uint16(range.lowerBound)
    else { return }
    var offset = range.lowerBound + 4
    for _ in 0..<count {
      guard let length = file.table.byte(offset), offset + 1 + Int(length) <= range.upperBound
      else { return }
      let end = offset + 1 + Int(length)
      names.append(Self.name(file.table, offset + 1 + Self.nameStart, end))
      offset = end
    }
  }

  private static func name(_ table: [UInt8], _ start: Int, _ end: Int) -> String {
    var units: [UInt16] = []
    for offset in stride(from: start, to: end - 1, by: 2) {
      guard let unit = table.uint16(offset), unit != 0 else { break }
      units.append(UInt16(truncatingIfNeeded: unit))
    }
    return String(decoding: units, as: UTF16.self)
  }

  func name(_ index: Int) -> String? { names.indices.contains(index) ? names[index] : nil }

  /// The name of the font of some characters if its codes are not Unicode, else nil.
  func symbolic(_ format: CharacterFormat) -> String? {
    symbolic(format.font) ?? symbolic(format.otherFont)
  }

  private func symbolic(_ index: Int?) -> String? {
    index.flatMap(name).flatMap { Self.symbolic.contains($0) ? $0 : nil }
  }
}
