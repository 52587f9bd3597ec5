internal import CLibCrypto

/// SHA-256 by libcrypto, which libzip has already loaded.
enum Digest {
  /// The 64 hexadecimal digits of the SHA-256 of `bytes`.
  static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    _ = unsafe EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
    return hexadecimal(digest.prefix(Int(length)))
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
