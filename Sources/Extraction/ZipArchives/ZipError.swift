/// Why the entries of an archive could not be read.
package enum ZipError: Error, Hashable, Sendable {
  /// The bytes are not a zip archive, or its central directory is cut off.
  case notAnArchive
  /// The directory contradicts itself; `reason` is what the library says.
  case damagedDirectory(reason: String)
  case tooManyEntries(count: Int, limit: Int)
  /// Two entries have one name: which of them is meant depends on the reader.
  case duplicateName(String)
  case noSuchEntry(String)
  case encrypted(name: String)
  /// The bytes of `name` do not unpack, or not to what the directory says of them.
  case damagedEntry(name: String, reason: String)
  /// `name` unpacks to more than `limit` bytes.
  case entryTooLarge(name: String, limit: Int)
  /// All entries read so far unpack to more than `limit` bytes.
  case archiveTooLarge(limit: Int)
  /// `name` unpacks to more than `limit` times its packed bytes.
  case inflatesTooMuch(name: String, limit: Int)
}
