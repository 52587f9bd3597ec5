internal import CLibCrypto

/// Digests by libcrypto, which libzip has already loaded.
package enum Digest {
  /// The 64 hexadecimal digits of the SHA-256 of `bytes`.
  package static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(unsafe digest(bytes, sha256)[...])
  }

  /// Sixteen bytes that tell whether `bytes` are still what they were (of BLAKE2b, twice as fast as SHA-256 here).
  package static func fingerprint(_ bytes: [UInt8]) -> [UInt8] {
    Array(unsafe digest(bytes, blake2b).prefix(16))
  }

  // Fetched once: libcrypto looks for what it is given by `EVP_sha256()` at each use.
  private nonisolated(unsafe) static let sha256 = unsafe EVP_MD_fetch(nil, "SHA2-256", nil)
  private nonisolated(unsafe) static let blake2b = unsafe EVP_MD_fetch(nil, "BLAKE2B-512", nil)

  private static func digest(_ bytes: [UInt8], _ kind: OpaquePointer?) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    _ = unsafe EVP_Digest(bytes, bytes.count, &digest, &length, kind, nil)
    return Array(digest.prefix(Int(length)))
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
