/// How the strings and streams of a file are encrypted (7.6.5), and how long the key is.
struct CryptFilter: Hashable {
  let method: SecurityHandler.Method
  let keyBytes: Int

  /// Nil for the crypt filter `Identity`, which leaves everything as it is.
  ///
  /// Throws `encrypted` for what isn't known, and where strings and streams are encrypted in two ways, which poppler
  /// doesn't read.
  init?(_ dictionary: PDFDictionary, version: Int, revision: Int) throws(PDFRefusal) {
    switch (version, revision) {
    case (1...2, 2):
      // poppler takes no other length here, whatever `Length` says.
      method = .rc4
      keyBytes = 5
    case (1...2, 3):
      method = .rc4
      keyBytes = try Self.keyBytes(dictionary["Length"], perByte: 8, or: 5)
    case (4, 4), (5, 5...6):
      guard let filters = dictionary["CF"]?.dictionary,
        case .name(let name)? = dictionary["StmF"], dictionary["StrF"] == .name(name)
      else { throw .encrypted }
      if name == "Identity" { return nil }
      guard let filter = filters[name]?.dictionary, case .name(let found)? = filter["CFM"] else {
        throw .encrypted
      }
      switch (version, found) {
      case (4, "V2"):
        method = .rc4
        keyBytes = try Self.cryptFilterKeyBytes(filter, dictionary)
      case (4, "AESV2"):
        method = .aes128
        keyBytes = try Self.cryptFilterKeyBytes(filter, dictionary)
        // AES has no shorter keys.
        guard keyBytes == 16 else { throw .encrypted }
      case (5, "AESV3"):
        method = .aes256
        keyBytes = 32
      default: throw .encrypted
      }
    default: throw .encrypted
    }
  }

  /// `Length` of the filter, which producers write in bytes or in bits, or of the encryption dictionary.
  private static func cryptFilterKeyBytes(
    _ filter: PDFDictionary, _ dictionary: PDFDictionary
  ) throws(PDFRefusal) -> Int {
    guard let length = filter["Length"] else {
      return try keyBytes(dictionary["Length"], perByte: 8, or: 16)
    }
    guard case .integer(let count) = length, count >= 5 else { throw .encrypted }
    return min(count, 16)
  }

  private static func keyBytes(
    _ length: PDFObject?, perByte: Int, or standard: Int
  ) throws(PDFRefusal) -> Int {
    guard let length else { return standard }
    guard case .integer(let count) = length, count.isMultiple(of: perByte),
      (5...16).contains(count / perByte)
    else { throw .encrypted }
    return count / perByte
  }
}
