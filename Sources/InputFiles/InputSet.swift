/// What tells the inputs of one run from those of another, in whatever order they are found: how many there are, and a digest of
/// their paths, sizes and addresses.
package struct InputSet: Hashable, Sendable {
  package private(set) var files = 0
  private var sums: (UInt64, UInt64) = (0, 0)

  package init() {}

  /// Adds a file that was found; times of files differ between copies of a tree.
  package mutating func add(_ file: FoundFile) {
    files += 1
    add([0] + file.path + [0] + bytes(of: file.size) + (file.url ?? "").utf8)
  }

  /// Adds an address that a manifest gives.
  package mutating func add(path: [UInt8], manifestURL: String) {
    add([1] + path + [0] + manifestURL.utf8)
  }

  /// 32 hexadecimal digits.
  package var digest: String { Digest.hexadecimal(bytes(of: sums.0) + bytes(of: sums.1)) }

  /// Sums are the same in any order; nobody gains by inputs whose sums are.
  private mutating func add(_ bytes: [UInt8]) {
    let hash = Digest.fingerprint(bytes)
    func half(_ part: ArraySlice<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
    sums.0 &+= half(hash[..<8])
    sums.1 &+= half(hash[8...])
  }

  private func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.files == other.files && one.sums == other.sums
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(files)
    hasher.combine(sums.0)
  }
}
