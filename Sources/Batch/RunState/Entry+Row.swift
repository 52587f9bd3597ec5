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

  /// The columns, for a `SELECT` from `entries`; ``init(_:from:)`` reads them.
  static let selection = columns.map { "entries.\($0)" }.joined(separator: ", ")

  /// Sets what a publication changes; its arguments are ``publicationArguments(_:over:)``.
  static let publication =
    "UPDATE entries SET segment = ?, place = ?, published = ?, published_code = ?, mark = ? "
    + "WHERE path = ?"

  /// The entry in the columns of `row` from `first` on; nil where the row isn't what was written, as after damage to
  /// the file.
  init?(_ row: Row, from first: Int = 0) { self.init(Self.values(of: row, from: first)) }

  static func values(of row: Row, from first: Int = 0) -> [DatabaseValue] {
    (first..<(first + columns.count)).map { row[$0] }
  }

  /// The entry that the values of a row are.
  init?(_ values: [DatabaseValue]) {
    let columns = Columns(values: values)
    guard columns.data(24) == Self.mark(values.dropLast()),
      let path = columns.data(0), let size = columns.integer(1), let program = columns.text(5),
      let segment = columns.integer(7), let offset = columns.integer(8),
      let length = columns.integer(9), let fingerprint = columns.data(10),
      let status = columns.text(11), let mayPass = columns.integer(16),
      let attempts = columns.integer(17), let isReport = columns.integer(19),
      let failedChecks = columns.text(20), let isPortable = columns.integer(21)
    else { return nil }
    self.path = [UInt8](path)
    self.size = size
    modified = columns.integer(2)
    sha256 = columns.text(3)
    url = columns.text(4)
    rules = Rules(program: program, backend: columns.text(6))
    place = LinePlace(segment: segment, offset: offset, length: length)
    self.fingerprint = [UInt8](fingerprint)
    self.status = status
    if let code = columns.text(12) {
      failure = StoredFailure(
        code: code, message: columns.text(13) ?? "", stage: columns.text(14) ?? "",
        isRetryable: columns.integer(15) != 0)
    }
    self.mayPass = mayPass != 0
    self.attempts = attempts
    edition = columns.text(18)
    self.isReport = isReport != 0
    self.failedChecks = failedChecks.split(separator: " ").map(String.init)
    self.isPortable = isPortable != 0
    if let fingerprint = columns.data(22) {
      published = Published(fingerprint: [UInt8](fingerprint), code: columns.text(23))
    }
  }

  /// The values of a row, by the places of `columns`; nil where one is NULL or of another type.
  private struct Columns {
    let values: [DatabaseValue]

    func integer(_ index: Int) -> Int? {
      if case .int64(let number) = values[index].storage { Int(number) } else { nil }
    }
    func text(_ index: Int) -> String? {
      if case .string(let text) = values[index].storage { text } else { nil }
    }
    func data(_ index: Int) -> Data? {
      if case .blob(let data) = values[index].storage { data } else { nil }
    }
  }

  /// The values of a row, for ``upsert``.
  var arguments: StatementArguments {
    let row: [(any DatabaseValueConvertible)?] = [
      Data(path), size, modified, sha256, url, rules.program, rules.backend, place.segment,
      place.offset, place.length, Data(fingerprint), status, failure?.code, failure?.message,
      failure?.stage, failure?.isRetryable ?? false, mayPass, attempts, edition, isReport,
      failedChecks.joined(separator: " "),
      isPortable, published.map { Data($0.fingerprint) }, published?.code,
    ]
    return StatementArguments(row + [Self.mark(row.map { $0?.databaseValue ?? .null }[...])])
  }

  /// What ``publication`` asks for, where the row is `values` so far.
  static func publicationArguments(
    _ entry: Entry, over values: [DatabaseValue]
  ) -> StatementArguments {
    var values = values
    values[7] = entry.place.segment.databaseValue
    values[8] = entry.place.offset.databaseValue
    values[22] = (entry.published.map { Data($0.fingerprint) })?.databaseValue ?? .null
    values[23] = entry.published?.code?.databaseValue ?? .null
    return [values[7], values[8], values[22], values[23], mark(values.dropLast()), values[0]]
  }

  private static func mark(_ values: ArraySlice<DatabaseValue>) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    for value in values {
      switch value.storage {
      case .null: bytes.append(0)
      case .int64(let number):
        bytes.append(1)
        for shift in stride(from: 0, to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
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
