internal import CLibCrypto

/// AES in CBC mode, of 128 or 256 bits as the key is long, without padding of its own.
enum AES {
  static let blockBytes = 16

  /// What follows an initialisation vector in `bytes`, without its padding (7.6.2); empty for no bytes at all.
  static func decrypted(_ bytes: ArraySlice<UInt8>, key: [UInt8]) throws(PDFRefusal) -> [UInt8] {
    if bytes.isEmpty { return [] }
    guard bytes.count.isMultiple(of: blockBytes) else { throw .damaged("AES blocks") }
    let vector = Array(bytes.prefix(blockBytes))
    let data = Array(bytes.dropFirst(blockBytes))
    var plain = try apply(to: data, key: key, vector: vector, encrypts: false)
    // A vector alone stands for nothing: some producers write no padding behind nothing.
    guard let count = plain.last.map(Int.init) else { return [] }
    guard (1...blockBytes).contains(count), plain.suffix(count).allSatisfy({ $0 == UInt8(count) })
    else { throw .damaged("AES padding") }
    plain.removeLast(count)
    return plain
  }

  /// `bytes`, of whole blocks, encrypted or decrypted from `vector` on.
  static func apply(
    to bytes: [UInt8], key: [UInt8], vector: [UInt8], encrypts: Bool
  ) throws(PDFRefusal) -> [UInt8] {
    guard key.count == 16 || key.count == 32, vector.count == blockBytes,
      bytes.count.isMultiple(of: blockBytes), let count = Int32(exactly: bytes.count),
      let context = unsafe EVP_CIPHER_CTX_new()
    else { throw .damaged("AES blocks") }
    defer { unsafe EVP_CIPHER_CTX_free(context) }
    let cipher = unsafe key.count == 16 ? EVP_aes_128_cbc() : EVP_aes_256_cbc()
    var output = [UInt8](repeating: 0, count: bytes.count + blockBytes)
    var length: Int32 = 0
    guard
      unsafe EVP_CipherInit_ex(context, cipher, nil, key, vector, encrypts ? 1 : 0) == 1,
      unsafe EVP_CIPHER_CTX_set_padding(context, 0) == 1,
      unsafe EVP_CipherUpdate(context, &output, &length, bytes, count) == 1,
      Int(length) == bytes.count
    else { throw .damaged("AES blocks") }
    return Array(output.prefix(bytes.count))
  }
}
