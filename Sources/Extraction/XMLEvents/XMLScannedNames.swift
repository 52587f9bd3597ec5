/// The first sixteen bytes of a name and their number, by which most names are told apart.
struct XMLNameKey: Equatable {
  private let low: UInt64
  private let high: UInt64
  let count: Int

  /// - Parameters:
  ///   - low: The first eight bytes, with any others after the name.
  ///   - high: The next eight, likewise; 0 where the name has no more than eight.
  @inline(__always)
  init(low: UInt64, high: UInt64, count: Int) {
    self.low = low.prefix(count)
    self.high = count > 8 ? high.prefix(count - 8) : 0
    self.count = count
  }

  /// The key of the name of `count` bytes at `start`.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at start: Int, count: Int) {
    self.init(
      low: bytes.word(start), high: count > 8 ? bytes.word(start + 8) : 0, count: count)
  }

  /// Both halves of the product, so that every bit of the name counts: names differ in few.
  @inline(__always)
  var hash: Int {
    let product = (low ^ high &* 3).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  /// Whether equal keys are equal names.
  @inline(__always)
  var isWhole: Bool { count <= 16 }
}

/// The names of one part as ``XMLScanner`` meets them, and what its prefixes stand for.
final class XMLScannedNames {
  /// What a name says where it is that of an attribute.
  enum Role {
    case ordinary
    /// `xmlns` or one with that prefix.
    case declaration
    /// `xml:space`, or what some other prefix makes of it.
    case space
  }

  struct Name {
    let key: XMLNameKey
    /// The index of its local name in the vocabulary.
    let local: Int32
    /// The index of its prefix, or of the one that it declares.
    let prefix: UInt16
    let role: Role
    /// Whether it may be that of an element: `xml` and `xmlns` are for attributes.
    let isOfElement: Bool
  }

  private struct Prefix {
    let bytes: [UInt8]
    /// The namespace that it stands for where the scanner is: an index of the vocabulary, or -1.
    var namespace = -1
  }

  /// More names than any real part has, in more bytes; hostile ones invent them.
  private static let mostNames = 512
  private static let longestName = 255
  private static let slotCount = 1_024
  private static let mostProbes = 32

  private static let xml = Array("xml".utf8)
  private static let xmlns = Array("xmlns".utf8)
  private static let space = Array("space".utf8)

  private let vocabulary: XMLVocabulary
  // Nothing but the calls of the scanner touches them, one after the other.
  @exclusivity(unchecked) private var names: [Name] = []
  @exclusivity(unchecked) private var spellings: [[UInt8]] = []
  /// The index of a name plus 1, at its hash or after it.
  @exclusivity(unchecked) private var slots: [UInt16]
  @exclusivity(unchecked) private var prefixes: [Prefix] = []

  init(_ vocabulary: XMLVocabulary) {
    self.vocabulary = vocabulary
    unsafe slots = Array(repeating: 0, count: Self.slotCount)
    // The default namespace.
    unsafe prefixes.append(Prefix(bytes: []))
  }

  @inline(__always)
  subscript(index: Int) -> Name { unsafe names[index] }

  /// The index of the name with `key` at `start`.
  @inline(__always)
  func index(
    _ key: XMLNameKey, _ bytes: Span<UInt8>, at start: Int
  ) throws(NotPlainXML) -> Int {
    var slot = key.hash & (Self.slotCount - 1)
    for _ in 0..<Self.mostProbes {
      let index = unsafe Int(slots[slot]) - 1
      if index < 0 { return try add(key, bytes, start..<start + key.count, at: slot) }
      if unsafe names[index].key == key, key.isWhole || isSpelt(index, bytes, at: start) {
        return index
      }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    throw NotPlainXML()
  }

  /// The index after name `index` at `start`; nil where another name or none is there.
  @inline(__always)
  func end(of index: Int, _ bytes: Span<UInt8>, at start: Int) -> Int? {
    let key = unsafe names[index].key
    guard key == XMLNameKey(bytes, at: start, count: key.count),
      key.isWhole || isSpelt(index, bytes, at: start)
    else { return nil }
    return start + key.count
  }

  @inline(never)
  private func isSpelt(_ index: Int, _ bytes: Span<UInt8>, at start: Int) -> Bool {
    unsafe bytes.hold(spellings[index], at: start..<start + spellings[index].count)
  }

  @inline(never)
  private func add(
    _ key: XMLNameKey, _ bytes: Span<UInt8>, _ range: Range<Int>, at slot: Int
  ) throws(NotPlainXML) -> Int {
    let count = unsafe names.count
    guard count < Self.mostNames, range.count <= Self.longestName else { throw NotPlainXML() }
    var colon: Int?
    var begins = true
    for index in range {
      let byte = bytes.byte(index)
      if byte == UInt8(ascii: ":"), colon == nil, !begins {
        colon = index
        begins = true
      } else {
        guard begins ? byte.beginsName : byte.isInName else { throw NotPlainXML() }
        begins = false
      }
    }
    guard !begins else { throw NotPlainXML() }
    let prefix = range.lowerBound..<(colon ?? range.lowerBound)
    let local = (colon.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
    let declares = bytes.hold(Self.xmlns, at: colon == nil ? local : prefix)
    let role: Role =
      if declares {
        .declaration
      } else if colon != nil, bytes.hold(Self.space, at: local) {
        .space
      } else {
        .ordinary
      }
    let isReserved = bytes.hold(Self.xml, at: prefix)
    // `xmlns` alone declares the default namespace.
    let index = self.prefix(bytes, declares && colon != nil ? local : declares ? 0..<0 : prefix)
    unsafe names.append(
      Name(
        key: key, local: Int32(vocabulary.index(of: bytes, local)), prefix: UInt16(index),
        role: role, isOfElement: !declares && !isReserved))
    unsafe spellings.append(range.map { bytes.byte($0) })
    unsafe slots[slot] = UInt16(count + 1)
    return count
  }

  /// The index of the prefix in `range`, which is empty for the default namespace.
  private func prefix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    if let index = known(bytes, range) { return index }
    unsafe prefixes.append(Prefix(bytes: range.map { bytes.byte($0) }))
    return unsafe prefixes.count - 1
  }

  private func known(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    unsafe prefixes.firstIndex { bytes.hold($0.bytes, at: range) }
  }

  /// The namespace that the prefix `bytes` stands for, -1 if the vocabulary lacks it.
  func namespace(ofPrefix bytes: [UInt8]) -> Int {
    known(bytes.span, bytes.indices).map { unsafe prefixes[$0].namespace } ?? -1
  }

  /// The namespace that prefix `index` stands for, -1 if the vocabulary lacks it.
  @inline(__always)
  func namespace(_ index: UInt16) -> Int { unsafe prefixes[Int(index)].namespace }

  /// What a prefix stood for before a tag declared it anew.
  struct Binding {
    var prefix: Int
    var namespace: Int
  }

  /// Lets prefix `index` stand for the URI in `range`, and says what it stood for.
  func declare(
    _ index: UInt16, _ bytes: Span<UInt8>, uri range: Range<Int>
  ) throws(NotPlainXML) -> Binding {
    let index = Int(index)
    // `xml` and `xmlns` are not to be declared, nor what may become the like.
    guard unsafe !prefixes[index].bytes.starts(with: Self.xml), Self.isPlain(bytes, range) else {
      throw NotPlainXML()
    }
    let outer = unsafe Binding(prefix: index, namespace: prefixes[index].namespace)
    unsafe prefixes[index].namespace = vocabulary.namespace(bytes, range)
    return outer
  }

  func restore(_ binding: Binding) {
    unsafe prefixes[binding.prefix].namespace = binding.namespace
  }

  /// Whether `range` holds a URI that nobody can object to, such as `http://purl.oclc.org/ooxml` and `urn:schemas`.
  private static func isPlain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for (scheme, hasColons) in [("http://", false), ("urn:", true)] {
      let start = range.lowerBound + scheme.utf8.count
      guard start < range.upperBound, bytes.hold(Array(scheme.utf8), at: range.lowerBound..<start),
        bytes.byte(start).beginsName
      else { continue }
      return (start..<range.upperBound).allSatisfy {
        let byte = bytes.byte($0)
        return byte.isInName || byte == UInt8(ascii: "/") || hasColons && byte == UInt8(ascii: ":")
      }
    }
    return false
  }
}
