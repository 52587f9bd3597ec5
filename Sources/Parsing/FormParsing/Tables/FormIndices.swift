/// Indices of rows, or of columns, of one table of the form, in order.
///
/// A set without storage of its own, since no table has as many as 64 of either.
struct FormIndices: Hashable, Sendable, Sequence, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  init(arrayLiteral indices: Int...) { self.init(indices) }

  init(_ indices: some Sequence<Int>) {
    for index in indices { insert(index) }
  }

  var first: Int? { bits == 0 ? nil : bits.trailingZeroBitCount }
  var count: Int { bits.nonzeroBitCount }
  var isEmpty: Bool { bits == 0 }

  func contains(_ index: Int) -> Bool { bits & Self.bit(index) != 0 }

  mutating func insert(_ index: Int) { bits |= Self.bit(index) }

  mutating func remove(_ index: Int) { bits &= ~Self.bit(index) }

  mutating func formUnion(_ other: FormIndices) { bits |= other.bits }

  func isDisjoint(with other: FormIndices) -> Bool { bits & other.bits == 0 }

  /// Shifting by more than the width gives no bit.
  private static func bit(_ index: Int) -> UInt64 { index < 0 ? 0 : 1 << index }

  struct Iterator: IteratorProtocol {
    fileprivate var bits: UInt64

    mutating func next() -> Int? {
      guard bits != 0 else { return nil }
      defer { bits &= bits - 1 }
      return bits.trailingZeroBitCount
    }
  }

  func makeIterator() -> Iterator { Iterator(bits: bits) }
}
