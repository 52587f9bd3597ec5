/// A digest of fingerprints in their order, of which none has to be kept.
package struct DigestChain: Hashable, Sendable {
  package private(set) var count = 0
  private var value = [UInt8](repeating: 0, count: Digest.fingerprintBytes)

  package init() {}

  package mutating func add(_ fingerprint: [UInt8]) {
    count += 1
    value = Digest.fingerprint(value + fingerprint)
  }

  /// 32 hexadecimal digits.
  package var text: String { Digest.hexadecimal(value) }
}
