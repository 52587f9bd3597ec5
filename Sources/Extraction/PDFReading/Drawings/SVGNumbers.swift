/// Reads numbers as `printf("%f")` writes them, and the letters between them, from a part of some bytes.
struct SVGNumbers {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next byte that is neither blank nor comma; nil at the end.
  mutating func character() -> UInt8? {
    skipBlanks()
    guard position < end else { return nil }
    position += 1
    return bytes[position - 1]
  }

  /// Takes `character` if it stands here.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < end, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// The next number; nil where something else stands there.
  ///
  /// More than 15 digits before the point, and what is not a number, give infinity: no place on a page.
  mutating func next() -> Double? {
    skipBlanks()
    let isNegative = position < end && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let start = position
    var digits = 0
    readDigits(into: &digits, atMost: Self.mostDigits)
    let isHuge = position - start > Self.mostDigits
    guard position > start else { return infinity() }
    var value = Double(digits)
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      let point = position
      // What the digits before the point leave of those that a number can tell apart.
      let most = min(Self.mostDigits + 3 - min(point - 1 - start, Self.mostDigits), 15)
      readDigits(into: &digits, atMost: most)
      // One division of whole numbers is as exact as a number can be.
      value = Double(digits) / Self.powersOfTen[min(position - point, most)]
    }
    if isHuge { value = .infinity }
    return isNegative ? -value : value
  }

  /// Takes the digits that stand here; `digits` grows by the first `most` of them.
  private mutating func readDigits(into digits: inout Int, atMost most: Int) {
    let start = position
    while position < end, case let digit = bytes[position] &- 0x30, digit <= 9 {
      if position - start < most { digits = digits * 10 + Int(digit) }
      position += 1
    }
  }

  /// Infinity for `inf` and `nan`, which are taken; nil for anything else.
  private mutating func infinity() -> Double? {
    let word = bytes[position..<end].prefix(3)
    guard word.elementsEqual("inf".utf8) || word.elementsEqual("nan".utf8) else { return nil }
    position += word.count
    return .infinity
  }

  private mutating func skipBlanks() {
    while position < end,
      bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: ",")
    {
      position += 1
    }
  }

  private static let mostDigits = 15
  private static let powersOfTen = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
