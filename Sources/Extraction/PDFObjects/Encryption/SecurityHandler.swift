/// The standard security handler (7.6.3) of a file that the empty user password opens.
struct SecurityHandler {
  enum Method: Hashable {
    case rc4, aes128, aes256
  }

  private let key: [UInt8]
  private let method: Method
  private let encryptsMetadata: Bool

  /// Nil where the dictionary says that nothing is encrypted.
  ///
  /// Throws `encrypted` where a password is needed, or another handler or method.
  ///
  /// - Parameter dictionary: The trailer's `Encrypt`, its values resolved.
  /// - Parameter identifier: First string of the trailer's `ID`, or none.
  init?(_ dictionary: PDFDictionary, identifier: [UInt8]) throws(PDFRefusal) {
    guard dictionary["Filter"] == .name("Standard"),
      case .integer(let version)? = dictionary["V"],
      case .integer(let revision)? = dictionary["R"],
      case .string(let user)? = dictionary["U"], case .string(let owner)? = dictionary["O"],
      case .integer(let permissions)? = dictionary["P"]
    else { throw .encrypted }
    let filter = try CryptFilter(dictionary, version: version, revision: revision)
    guard let filter else { return nil }
    method = filter.method
    encryptsMetadata = version < 4 || dictionary["EncryptMetadata"]?.boolean ?? true
    if method == .aes256 {
      guard case .string(let encrypted)? = dictionary["UE"] else { throw .encrypted }
      key = try FileKey.key(user: user, encrypted: encrypted, revision: revision)
    } else {
      key = try FileKey.key(
        FileKey.Parameters(
          revision: revision, keyBytes: filter.keyBytes, owner: owner, user: user,
          permissions: UInt32(truncatingIfNeeded: permissions), identifier: identifier,
          encryptsMetadata: encryptsMetadata))
    }
  }

  /// Whether a stream with this dictionary is encrypted.
  func encrypts(_ stream: PDFDictionary) -> Bool {
    switch stream["Type"] {
    case .name("XRef"): false
    case .name("Metadata"): encryptsMetadata
    default: true
    }
  }

  func decryptedStream(
    _ bytes: ArraySlice<UInt8>, _ reference: PDFReference
  ) throws(PDFRefusal) -> [UInt8] {
    try decrypted(bytes, key: try objectKey(reference))
  }

  private func decrypted(
    _ bytes: ArraySlice<UInt8>, key: [UInt8]
  ) throws(PDFRefusal) -> [UInt8] {
    method == .rc4 ? RC4.applied(to: bytes, key: key) : try AES.decrypted(bytes, key: key)
  }

  /// `object`, which stands in the file as `reference`, with its strings decrypted.
  func decrypted(
    _ object: PDFObject, _ reference: PDFReference, depth: Int
  ) throws(PDFRefusal) -> PDFObject {
    try decrypted(object, key: try objectKey(reference), depth: depth)
  }

  private func decrypted(
    _ object: PDFObject, key: [UInt8], depth: Int
  ) throws(PDFRefusal) -> PDFObject {
    guard depth >= 0 else { throw .limit("depth") }
    switch object {
    case .string(let bytes):
      return .string(try decrypted(bytes[...], key: key))
    case .array(let items):
      var plain: [PDFObject] = []
      plain.reserveCapacity(items.count)
      for item in items { plain.append(try decrypted(item, key: key, depth: depth - 1)) }
      return .array(plain)
    case .dictionary(let dictionary):
      // The contents of a signature are what it signs with, and not encrypted (7.6.1).
      let isSignature = dictionary["Type"] == .name("Sig")
      return .dictionary(
        try dictionary.mapped { (name, value) throws(PDFRefusal) in
          isSignature && name == "Contents"
            ? value : try decrypted(value, key: key, depth: depth - 1)
        })
    default:
      return object
    }
  }

  /// The key of an object's strings and stream (algorithm 1); of 256 bits it is that of the file.
  private func objectKey(_ reference: PDFReference) throws(PDFRefusal) -> [UInt8] {
    if method == .aes256 { return key }
    var message = key
    for shift in [0, 8, 16] { message.append(UInt8(truncatingIfNeeded: reference.number >> shift)) }
    for shift in [0, 8] {
      message.append(UInt8(truncatingIfNeeded: reference.generation >> shift))
    }
    if method == .aes128 { message += Array("sAlT".utf8) }
    return Array(try MessageDigest.md5(message).prefix(min(key.count + 5, 16)))
  }
}
