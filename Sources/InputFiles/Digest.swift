internal import CLibCrypto

/// Digests by libcrypto, which libzip has already loaded.
package enum Digest {
  /// The 64 hexadecimal digits of the SHA-256 of `bytes`.
  package static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(unsafe digest(bytes, sha256))
  }

  /// Sixteen bytes that tell whether `bytes` are still what they were (of BLAKE2b, twice as fast as SHA-256 here).
  package static func fingerprint(_ bytes: [UInt8]) -> [UInt8] {
    Array(unsafe digest(bytes, blake2b).prefix(fingerprintBytes))
  }

  package static let fingerprintBytes = 16

  // Fetched once: libcrypto looks for what it is given by `EVP_sha256()` at each use.
  private nonisolated(unsafe) static let sha256 = unsafe EVP_MD_fetch(nil, "SHA2-256", nil)
  private nonisolated(unsafe) static let blake2b = unsafe EVP_MD_fetch(nil, "BLAKE2B-512", nil)

  private static func digest(_ bytes: [UInt8], _ kind: OpaquePointer?) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    _ = unsafe EVP_Digest(bytes, bytes.count, &digest, &length, kind, nil)
    return Array(digest.prefix(Int(length)))
  }

  /// Two digits for each byte: `0a7f`.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that ``hexadecimal(_:)`` writes so; nil for any other text.
  package static func bytes(hexadecimal text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: text.startIndex, to: text.endIndex, by: 2) {
      guard let high = digits.firstIndex(of: text[place]),
        let low = digits.firstIndex(of: text[place + 1])
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
