internal import Diagnostics
internal import DocumentModel
internal import Glibc

/// Reads what `pdftotext -bbox` prints: pages, words and their boxes.
///
/// The listing is XHTML in form, yet not read as XML, which it is not where a PDF holds control characters. Only the
/// very lines that poppler prints are taken, and the end must be there:
///
///     <page width="595.000000" height="842.000000">
///       <word xMin="219.359000" yMin="87.153950" xMax="373.307500" yMax="109.169800">洪泽区人民政府</word>
///     </page>
struct BoxListing {
  private let bytes: [UInt8]
  private var position = 0
  private(set) var pages: [BoxPage] = []
  private(set) var textBytes = 0
  private(set) var characters = CharacterCensus()

  /// Nil where `bytes` are not a whole listing in valid UTF-8.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    // What stands before <doc> are the document's own properties, which may hold anything.
    guard skip(past: "<body>\n<doc>\n") else { return nil }
    while take("  <page ") {
      guard readPage() else { return nil }
    }
    guard take("</doc>\n</body>\n</html>\n"), position == bytes.count else { return nil }
  }

  private mutating func readPage() -> Bool {
    guard take("width=\""), let width = number(), take("\" height=\""), let height = number(),
      take("\">\n")
    else { return false }
    var page = BoxPage(width: Self.length(width, or: 595), height: Self.length(height, or: 842))
    while take("    <word xMin=\"") {
      guard let left = number(), take("\" yMin=\""), let top = number(), take("\" xMax=\""),
        let right = number(), take("\" yMax=\""), let bottom = number(), take("\">"),
        let text = wordText()
      else { return false }
      guard !text.isEmpty else { continue }
      let box = BoundingBox(
        left: min(left, right), top: min(top, bottom), right: max(left, right),
        bottom: max(top, bottom))
      if box.isOnPage {
        page.words.append(Word(text: text, box: box, order: page.words.count))
      } else {
        page.unplaced.append(text)
      }
    }
    page.dropOverprints()
    page.turnIfWordsDo()
    page.trimTallWords()
    pages.append(page)
    return take("  </page>\n")
  }

  /// The text up to `</word>`, its five entities resolved, cleaned; nil where it is not UTF-8.
  private mutating func wordText() -> String? {
    let start = position
    var hasEntity = false
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      hasEntity = hasEntity || bytes[position] == UInt8(ascii: "&")
      position += 1
    }
    let end = position
    guard take("</word>\n") else { return nil }
    textBytes += end - start
    let decoded =
      hasEntity
      ? Self.decoded(Self.resolvingEntities(bytes[start..<end]).span)
      : Self.decoded(bytes.span.extracting(start..<end))
    guard let decoded else { return nil }
    characters.count(decoded)
    return CleanText.line(decoded)
  }

  private static func decoded(_ utf8: Span<UInt8>) -> String? {
    do {
      return String(copying: try UTF8Span(validating: utf8))
    } catch {
      return nil
    }
  }

  private static func resolvingEntities(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    var resolved: [UInt8] = []
    resolved.reserveCapacity(raw.count)
    var rest = raw
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"),
        let (name, character) = entities.first(where: { rest.starts(with: $0.name.utf8) })
      {
        resolved.append(character)
        rest = rest.dropFirst(name.utf8.count)
      } else {
        resolved.append(byte)
        rest = rest.dropFirst()
      }
    }
    return resolved
  }

  private static let entities: [(name: String, character: UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
  ]

  /// A number as `printf("%f")` writes it: `-12.500000`, `inf`, `-nan`.
  ///
  /// More than nine digits before the point, and what is not a number, gives infinity: no place on a page.
  private mutating func number() -> Double? {
    let isNegative = take("-")
    let whole = digits(atMost: 9)
    if whole.count == 0 { return take("inf") || take("nan") ? .infinity : nil }
    let fraction = take(".") ? digits(atMost: 6) : (count: 0, value: 0)
    if whole.count > 9 { return .infinity }
    let value =
      Double(whole.value) + Double(fraction.value) / Self.powersOfTen[min(fraction.count, 6)]
    return isNegative ? -value : value
  }

  /// Takes all digits that stand here: how many, and what the first `most` of them say.
  private mutating func digits(atMost most: Int) -> (count: Int, value: Int) {
    let digits = Self.digits(bytes.span, from: position, atMost: most)
    position += digits.count
    return digits
  }

  private static func digits(
    _ bytes: Span<UInt8>, from start: Int, atMost most: Int
  ) -> (count: Int, value: Int) {
    var count = 0
    var value = 0
    while start + count < bytes.count, case let digit = bytes[start + count] &- 0x30, digit <= 9 {
      if count < most { value = value * 10 + Int(digit) }
      count += 1
    }
    return (count, value)
  }

  private static let powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6]

  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    let isHere = unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe memcmp(start + position, text.utf8Start, count) == 0
    }
    if isHere { position += count }
    return isHere
  }

  private mutating func skip(past text: StaticString) -> Bool {
    while position < bytes.count {
      if take(text) { return true }
      position += 1
    }
    return false
  }

  private static func length(_ value: Double, or usual: Double) -> Double {
    value.isFinite && value > 0 && value < 1e6 ? value : usual
  }
}
