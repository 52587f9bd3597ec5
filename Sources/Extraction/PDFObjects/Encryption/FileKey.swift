/// The key of a file that the empty user password opens (7.6.3).
enum FileKey {
  /// What fills up a password to 32 bytes.
  private static let padding: [UInt8] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
  ]

  /// What the entries of an encryption dictionary say that keys of 40 to 128 bits are made of.
  struct Parameters {
    /// 2, 3 or 4.
    var revision: Int
    var keyBytes: Int
    var owner, user: [UInt8]
    var permissions: UInt32
    /// First string of the trailer's `ID`.
    var identifier: [UInt8]
    var encryptsMetadata: Bool
  }

  /// The key of revision 2 to 4 (algorithm 2), checked against `U` (algorithm 6); throws `encrypted` for another
  /// password than the empty one.
  static func key(_ parameters: Parameters) throws(PDFRefusal) -> [UInt8] {
    guard parameters.owner.count >= 32, parameters.user.count >= 32 else { throw .encrypted }
    var message = padding + parameters.owner.prefix(32)
    for shift: UInt32 in [0, 8, 16, 24] {
      message.append(UInt8(truncatingIfNeeded: parameters.permissions &>> shift))
    }
    message += parameters.identifier
    if parameters.revision >= 4, !parameters.encryptsMetadata {
      message += [0xFF, 0xFF, 0xFF, 0xFF]
    }
    var digest = try MessageDigest.md5(message)
    if parameters.revision >= 3 {
      for _ in 0..<50 { digest = try MessageDigest.md5(Array(digest.prefix(parameters.keyBytes))) }
    }
    let key = Array(digest.prefix(parameters.keyBytes))
    guard try opens(key, parameters) else { throw .encrypted }
    return key
  }

  private static func opens(
    _ key: [UInt8], _ parameters: Parameters
  ) throws(PDFRefusal) -> Bool {
    if parameters.revision == 2 {
      return RC4.applied(to: padding[...], key: key).elementsEqual(parameters.user.prefix(32))
    }
    var value = RC4.applied(
      to: try MessageDigest.md5(padding + parameters.identifier)[...], key: key)
    for number: UInt8 in 1...19 {
      value = RC4.applied(to: value[...], key: key.map { $0 ^ number })
    }
    return value.elementsEqual(parameters.user.prefix(16))
  }

  /// The key of revision 5 or 6, of 256 bits (ISO 32000-2, algorithm 2.A).
  ///
  /// - Parameter user: `U`: 32 bytes to check against, 8 that go into that check, 8 that go into the key.
  /// - Parameter encrypted: `UE`: the key, encrypted by what the password gives.
  static func key(
    user: [UInt8], encrypted: [UInt8], revision: Int
  ) throws(PDFRefusal) -> [UInt8] {
    guard user.count >= 48, encrypted.count == 32 else { throw .encrypted }
    let check = try hash(Array(user[32..<40]), revision)
    guard check.elementsEqual(user.prefix(32)) else { throw .encrypted }
    return try AES.apply(
      to: encrypted, key: try hash(Array(user[40..<48]), revision),
      vector: [UInt8](repeating: 0, count: AES.blockBytes), encrypts: false)
  }

  /// The hash of the empty password and `salt`: of revision 6 made hard to guess (ISO 32000-2, algorithm 2.B).
  private static func hash(_ salt: [UInt8], _ revision: Int) throws(PDFRefusal) -> [UInt8] {
    var key = try MessageDigest.sha256(salt)
    guard revision == 6 else { return key }
    var round = 0
    while true {
      var message: [UInt8] = []
      for _ in 0..<64 { message += key }
      let encrypted = try AES.apply(
        to: message, key: Array(key.prefix(16)), vector: Array(key[16..<32]), encrypts: true)
      // 256 is 1 modulo 3, so the first 16 bytes as a number leave what the sum of the bytes leaves.
      let digest: MessageDigest =
        switch encrypted.prefix(16).reduce(0, { $0 &+ Int($1) }) % 3 {
        case 0: .sha256
        case 1: .sha384
        default: .sha512
        }
      key = try digest(encrypted)
      round += 1
      // The last byte is 255 at most: there are 287 rounds at most.
      if round >= 64, Int(encrypted.last ?? 0) <= round - 32 { return Array(key.prefix(32)) }
    }
  }
}
