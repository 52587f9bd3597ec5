/// Why a compound file, or a stream in it, can't be read.
package enum CompoundFileError: Error, Hashable {
  case notACompoundFile
  /// One clause that says what is wrong.
  case damaged(String)
  case noSuchStream(String)
}
