/// One of the parts into which inputs are divided among machines that know nothing of each other.
///
/// A file's path decides alone, so the part is the same on every machine, on every night and whatever else is there; an archive's
/// members go with it. Parts differ in size as chance has it.
package struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// From 1 on.
  package let number: Int
  /// Of all parts.
  package let count: Int

  /// Parts at most: `merge` has two files of each open.
  package static let most = 10_000

  package init?(number: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// `3/8`, the third of eight; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.allSatisfy({ $0 == 0x2F || (0x30...0x39).contains($0) }),
      let number = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(number: number, of: count)
  }

  /// The part, among as many as this one's, that the file at `path` is in.
  ///
  /// The first eight bytes of the path's BLAKE2b-512 as a number, the first byte the highest, modulo ``count``, and 1 more: so others
  /// can compute it, too.
  package func number(of path: [UInt8]) -> Int {
    let hash = Digest.fingerprint(path).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(hash % UInt64(count)) + 1
  }

  /// Whether the file at `path`, relative to the input root, is in this part.
  package func holds(_ path: [UInt8]) -> Bool { number(of: path) == number }

  package var description: String { "\(number)/\(count)" }
}
