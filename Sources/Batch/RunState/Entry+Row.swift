internal import Foundation
internal import GRDB
internal import InputFiles

extension Entry {
  /// The columns of the table `entries`, in order; `mark` is the fingerprint of all the others.
  static let columns = [
    "path", "size", "modified", "sha256", "url", "program", "backend", "segment", "place",
    "length", "fingerprint", "status", "code", "message", "stage", "retryable", "may_pass",
    "attempts",
    "edition", "report", "failed_checks", "portable", "published", "published_code", "mark",
  ]

  static let upsert =
    "INSERT OR REPLACE INTO entries (\(columns.joined(separator: ", "))) VALUES "
    + "(\(columns.map { _ in "?" }.joined(separator: ", ")))"

  static let selection = columns.joined(separator: ", ")

  /// The entry in `row`; nil where the row isn't what was written, as after damage to the file.
  init?(_ row: Row) {
    let values = row.databaseValues.map(\.self)
    guard values.count == Self.columns.count,
      values.last == Self.mark(values.dropLast()).databaseValue
    else { return nil }
    path = [UInt8](row["path"] as Data? ?? Data())
    size = row["size"]
    modified = row["modified"]
    sha256 = row["sha256"]
    url = row["url"]
    rules = Rules(program: row["program"], backend: row["backend"])
    place = LinePlace(segment: row["segment"], offset: row["place"], length: row["length"])
    fingerprint = [UInt8](row["fingerprint"] as Data)
    status = row["status"]
    if let code: String = row["code"] {
      failure = StoredFailure(
        code: code, message: row["message"], stage: row["stage"], isRetryable: row["retryable"])
    }
    mayPass = row["may_pass"]
    attempts = row["attempts"]
    edition = row["edition"]
    isReport = row["report"]
    failedChecks = (row["failed_checks"] as String).split(separator: " ").map(String.init)
    isPortable = row["portable"]
    if let fingerprint: Data = row["published"] {
      published = Published(fingerprint: [UInt8](fingerprint), code: row["published_code"])
    }
  }

  /// The values of a row, in the order of `columns`.
  var values: [DatabaseValue] {
    let values: [(any DatabaseValueConvertible)?] = [
      Data(path), size, modified, sha256, url, rules.program, rules.backend, place.segment,
      place.offset, place.length, Data(fingerprint), status, failure?.code, failure?.message,
      failure?.stage, failure?.isRetryable ?? false, mayPass, attempts, edition, isReport,
      failedChecks.joined(separator: " "),
      isPortable, published.map { Data($0.fingerprint) }, published?.code,
    ]
    let row = values.map { $0?.databaseValue ?? .null }
    return row + [Self.mark(row[...]).databaseValue]
  }

  private static func mark(_ values: some Sequence<DatabaseValue>) -> Data {
    var bytes: [UInt8] = []
    for value in values {
      switch value.storage {
      case .null: bytes.append(0)
      case .int64(let number):
        bytes.append(1)
        unsafe withUnsafeBytes(of: number.littleEndian) { bytes += unsafe Array($0) }
      case .string(let text):
        bytes.append(2)
        bytes += text.utf8
        bytes.append(0xFF)
      case .blob(let data):
        bytes.append(3)
        bytes += data
        bytes.append(0xFF)
      case .double: bytes.append(4)
      }
    }
    return Data(Digest.fingerprint(bytes).prefix(8))
  }
}
