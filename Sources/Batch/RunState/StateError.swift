package import DurableFiles
internal import GRDB
internal import RecordWriting

/// Why the state of a run can't be used.
package enum StateError: Error, CustomStringConvertible {
  /// The index is not what was written: it has to be built anew.
  case damaged(String)
  /// A later version of the program wrote it.
  ///
  /// - Parameter folder: Of the state.
  case newer(folder: String)
  /// The disk or the system refuses.
  case file(FileError)

  package var description: String {
    switch self {
    case .damaged(let reason): "the state is damaged: \(reason)"
    case .newer(let folder):
      "\(folder) was written by a later version of gongkai than this one, \(Version.tool): use that, or remove \(folder) to "
        + "convert everything again"
    case .file(let error): error.description
    }
  }

  package var isNewer: Bool { if case .newer = self { true } else { false } }
  package var isDamage: Bool { if case .damaged = self { true } else { false } }

  /// What an error of the database means to a run; `path` is the file of the index.
  static func of(_ error: any Error, path: String) -> any Error {
    // A row that holds something else than its column does.
    if error is RowDecodingError {
      return StateError.damaged("a column holds a value of another kind")
    }
    guard let error = error as? DatabaseError else { return error }
    return switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_ERROR, .SQLITE_MISMATCH,
      .SQLITE_CONSTRAINT:
      StateError.damaged(error.message ?? "\(error.resultCode)")
    case .SQLITE_FULL: StateError.file(FileError("write", path, code: 28))
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      StateError.file(FileError("open", path, code: 30))
    default: StateError.file(FileError("write", path, code: 5))
    }
  }
}
