internal import PDFObjects

/// One of the CMaps of ``PredefinedCMaps``.
struct PredefinedCMap {
  /// `GB1`; the registry is Adobe.
  let ordering: String
  let codeSpace: CodeSpace
  /// Of the codes whose CIDs lie in `latin`, and of all of them.
  let map: CIDMap
  let isVertical: Bool
  /// Whether a code is the character in UTF-16.
  let isUnicode: Bool

  /// The CMap called `UniGB-UTF16-H`.
  ///
  /// - Throws: `unsupported` for a name that table 118 of ISO 32000-1 doesn't have.
  init(_ name: String) throws(PDFRefusal) {
    guard let mode = name.last, mode == "H" || mode == "V" else {
      throw .unsupported("CMap \(name)")
    }
    let stem = name.count == 1 ? "JIS" : String(name.dropLast(2))
    guard let words = PredefinedCMaps.words(of: stem), name != "83pv-RKSJ-V",
      name.count == 1 || (stem != "JIS" && name.dropLast().last == "-")
    else { throw .unsupported("CMap \(name)") }
    ordering = String(words[0])
    isVertical = mode == "V"
    isUnicode = stem.hasPrefix("Uni")
    var spaces: [CodeSpace.Range] = []
    var ranges: [CIDMap.Range] = []
    for word in words.dropFirst() {
      let sides = word.split(separator: "=")
      let codes = sides[0].split(separator: "-")
      guard let low = UInt32(codes[0], radix: 16),
        let high = UInt32(codes[codes.count &- 1], radix: 16)
      else { continue }
      let byteCount = codes[0].utf8.count / 2
      if sides.count == 2, let cid = Int(sides[1]) {
        ranges.append(CIDMap.Range(byteCount: byteCount, low: low, high: high, cid: cid))
      } else {
        spaces.append(CodeSpace.Range(byteCount: byteCount, low: low, high: high))
      }
    }
    codeSpace = CodeSpace(spaces)
    map = try CIDMap(ranges)
  }

  /// The CIDs that no other code than those of `map` stands for.
  var latin: [ClosedRange<Int>] {
    switch ordering {
    case "GB1": [1...95, 814...939, 7712...7716]
    case "CNS1": [1...98, 13648...13742]
    case "Japan1": [1...632]
    default: [1...100, 8094...8190]
    }
  }

  /// The character whose UTF-16 a code of two or four bytes is.
  static func character(_ code: Int, byteCount: Int) -> GlyphCharacters {
    let code = UInt32(truncatingIfNeeded: code)
    guard byteCount == 4 else { return GlyphCharacters(CollectionOfOne(code)) }
    return GlyphCharacters(
      CollectionOfOne(0x1_0000 &+ (code &>> 16 & 0x3FF) &<< 10 &+ (code & 0x3FF)))
  }
}
