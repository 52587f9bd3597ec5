internal import Diagnostics
internal import DocumentModel
internal import Glibc
internal import PageLayout

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
  /// Whether there are words that are no UTF-8; what is wrong in them is U+FFFD.
  private(set) var hasInvalidText = false

  /// Nil where `bytes` are not a whole listing.
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
    page.turnIfWordsDo()
    pages.append(page)
    return take("  </page>\n")
  }

  /// The text up to `</word>`, its five entities resolved, cleaned.
  private mutating func wordText() -> String? {
    let start = position
    let end = index(of: "<", from: start, upTo: bytes.count) ?? bytes.count
    let hasEntity = index(of: "&", from: start, upTo: end) != nil
    position = end
    guard take("</word>\n") else { return nil }
    textBytes += end - start
    let valid =
      hasEntity
      ? Self.decoded(Self.resolvingEntities(bytes[start..<end]).span)
      : Self.decoded(bytes.span.extracting(start..<end))
    hasInvalidText = hasInvalidText || valid == nil
    let decoded =
      valid ?? String(decoding: Self.resolvingEntities(bytes[start..<end]), as: UTF8.self)
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
    if let (value, end) = Self.number(bytes.span, from: position) {
      position = end
      return value
    }
    _ = take("-")
    return take("inf") || take("nan") ? .infinity : nil
  }

  /// The number that begins at `start`, and where it ends; nil where no digit is there.
  private static func number(
    _ bytes: Span<UInt8>, from start: Int
  ) -> (value: Double, end: Int)? {
    let isNegative = start < bytes.count && bytes[start] == UInt8(ascii: "-")
    let whole = digits(bytes, from: isNegative ? start + 1 : start, atMost: 9)
    guard whole.count > 0 else { return nil }
    var value = Double(whole.value)
    var end = whole.end
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      let fraction = digits(bytes, from: end + 1, atMost: 6)
      value += Double(fraction.value) / powersOfTen[min(fraction.count, 6)]
      end = fraction.end
    }
    if whole.count > 9 { value = .infinity } else if isNegative { value = -value }
    return (value, end)
  }

  /// The digits that begin at `start`: how many, what the first `most` of them say, and where they end.
  private static func digits(
    _ bytes: Span<UInt8>, from start: Int, atMost most: Int
  ) -> (count: Int, value: Int, end: Int) {
    var end = start
    var value = 0
    while end < bytes.count, case let digit = bytes[end] &- 0x30, digit <= 9 {
      if end - start < most { value = value * 10 + Int(digit) }
      end += 1
    }
    return (end - start, value, end)
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

  /// Where the first `character` stands in `start..<end`, which lies within the bytes; nil where none does.
  private func index(of character: Unicode.Scalar, from start: Int, upTo end: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let place = unsafe memchr(base + start, Int32(character.value), end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(place) - base
    }
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
