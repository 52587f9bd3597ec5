internal import CLibCrypto

/// Digests by libcrypto, which libzip has already loaded.
package enum Digest {
  /// The 64 hexadecimal digits of the SHA-256 of `bytes`.
  package static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(unsafe digest(bytes, EVP_sha256())[...])
  }

  /// Sixteen bytes that tell whether `bytes` are still what they were (of BLAKE2b, twice as fast as SHA-256 here).
  package static func fingerprint(_ bytes: [UInt8]) -> [UInt8] {
    Array(unsafe digest(bytes, EVP_blake2b512()).prefix(16))
  }

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
