/// A set of scalars to be asked about each of a long text: a bit for each of the basic plane, few enough for the cache.
@usableFromInline package struct ScalarSet: Sendable {
  @usableFromInline var bits = [UInt64](repeating: 0, count: 0x10000 / 64)

  @inlinable package init(_ scalars: some Sequence<Unicode.Scalar> = EmptyCollection()) {
    for scalar in scalars { insert(scalar) }
  }

  @inlinable package func contains(_ scalar: Unicode.Scalar) -> Bool {
    let word = Int(scalar.value >> 6)
    return word < bits.count && bits[word] >> UInt64(scalar.value & 63) & 1 == 1
  }

  /// Scalars beyond the basic plane are left out.
  @inlinable package mutating func insert(_ scalar: Unicode.Scalar) {
    let word = Int(scalar.value >> 6)
    if word < bits.count { bits[word] |= 1 << UInt64(scalar.value & 63) }
  }
}
