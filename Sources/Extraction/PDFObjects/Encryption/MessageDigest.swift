internal import CLibCrypto

/// The digests that keys are made with.
enum MessageDigest {
  case md5, sha256, sha384, sha512

  /// 16, 32, 48 or 64 bytes; throws where libcrypto has no such digest, as under a policy that forbids MD5.
  func callAsFunction(_ bytes: [UInt8]) throws(PDFRefusal) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let kind: OpaquePointer? =
      switch self {
      case .md5: unsafe EVP_md5()
      case .sha256: unsafe EVP_sha256()
      case .sha384: unsafe EVP_sha384()
      case .sha512: unsafe EVP_sha512()
      }
    guard unsafe EVP_Digest(bytes, bytes.count, &digest, &length, kind, nil) == 1 else {
      throw .encrypted
    }
    return Array(digest.prefix(Int(length)))
  }
}
