/// Damage done to bytes, the same each time.
enum Mutations {
  /// Every prefix of `bytes`, or about `count` of them where there are more.
  static func truncations(_ bytes: [UInt8], count: Int) -> [[UInt8]] {
    let step = max(1, bytes.count / count)
    return stride(from: 0, to: bytes.count, by: step).map { Array(bytes[..<$0]) }
  }

  /// `count` copies of `bytes` with one to four bytes changed.
  static func flips(_ bytes: [UInt8], count: Int, seed: String) -> [[UInt8]] {
    guard !bytes.isEmpty else { return [] }
    var dice = SeededGenerator(seed)
    return (0..<count).map { _ in
      var flipped = bytes
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let index = Int.random(in: 0..<bytes.count, using: &dice)
        flipped[index] ^= UInt8.random(in: 1...255, using: &dice)
      }
      return flipped
    }
  }
}
