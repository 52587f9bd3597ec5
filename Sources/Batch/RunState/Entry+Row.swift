internal import InputFiles
internal import RecordWriting

extension Entry {
  /// The columns of the table `entries`, in order; `mark` is the fingerprint of all the others.
  static let columns = [
    "path", "size", "modified", "sha256", "url", "program", "backend", "segment", "place",
    "length", "fingerprint", "status", "code", "message", "stage", "retryable", "may_pass",
    "attempts",
    "edition", "report", "failed_checks", "portable", "published", "published_code",
    "published_standing", "published_holding", "published_sha256", "passed_over", "has_tables",
    "mark",
  ]

  /// Its parameters are those that ``bind(_:)`` gives.
  static let upsert =
    "INSERT OR REPLACE INTO entries (\(columns.joined(separator: ", "))) VALUES "
    + "(\(columns.map { _ in "?" }.joined(separator: ", ")))"

  /// The columns, for a `SELECT` from `entries`; ``init(_:)`` reads them.
  static let selection = columns.map { "entries.\($0)" }.joined(separator: ", ")

  /// Sets what a publication changes; its parameters are those that ``bindPublication(_:)`` gives.
  static let publication =
    "UPDATE entries SET segment = ?, place = ?, published = ?, published_code = ?, "
    + "published_standing = ?, published_holding = ?, published_sha256 = ?, mark = ? WHERE path = ?"

  /// The entry in the next columns; nil where they aren't what was written, as after damage to the file.
  init?(_ columns: inout RowColumns) {
    let path = columns.bytes()
    let size = columns.number()
    modified = columns.number()
    sha256 = columns.text()
    url = columns.text()
    let program = columns.text()
    let backend = columns.text()
    let (segment, offset, length) = (columns.number(), columns.number(), columns.number())
    let fingerprint = columns.bytes()
    let status = columns.text()
    let (code, message, stage) = (columns.text(), columns.text(), columns.text())
    let isRetryable = columns.number()
    let (mayPass, attempts) = (columns.number(), columns.number())
    edition = columns.text()
    let (isReport, failedChecks, isPortable) = (columns.number(), columns.text(), columns.number())
    let (published, publishedCode) = (columns.bytes(), columns.text())
    let publishedStanding = columns.text().flatMap(Standing.init)
    let publishedHolding = columns.number().flatMap(Holding.init)
    let publishedSHA256 = columns.text()
    passedOver = columns.text().map { PassedOver(text: $0) } ?? PassedOver()
    hasTables = columns.number() == 1
    let mark = columns.bytes()
    guard let path, let size, let program, let segment, let offset, let length, let fingerprint,
      let status, let mayPass, let attempts, let isReport, let failedChecks, let isPortable
    else { return nil }
    self.path = path
    self.size = size
    rules = Rules(program: program, backend: backend)
    place = LinePlace(segment: segment, offset: offset, length: length)
    self.fingerprint = fingerprint
    self.status = status
    if let code, let message, let stage {
      failure = RecordedFailure(
        code: code, message: message, stage: stage, isRetryable: isRetryable == 1)
    }
    self.mayPass = mayPass != 0
    self.attempts = attempts
    self.isReport = isReport != 0
    hasFigures = isReport == 2
    self.failedChecks = failedChecks.split(separator: " ").map(String.init)
    self.isPortable = isPortable != 0
    if let published {
      self.published = Published(
        fingerprint: published, code: publishedCode, standing: publishedStanding,
        holding: publishedHolding, sha256: publishedSHA256)
    }
    guard mark == self.mark else { return nil }
    // An earlier version published what stands here.
    if failure == nil, self.published?.holding == nil, self.published?.fingerprint == fingerprint {
      let holding = holding
      self.published?.holding = holding
      self.published?.sha256 = sha256
    }
  }

  /// Gives the parameters of ``upsert``.
  func bind(_ parameters: inout RowParameters) {
    addValues(to: &parameters)
    addPublication(to: &parameters)
    parameters.add(passedOver.total == 0 ? nil : passedOver.text)
    parameters.add(hasTables ? 1 : nil)
    parameters.add(mark)
  }

  /// Gives the parameters of ``publication``.
  func bindPublication(_ parameters: inout RowParameters) {
    parameters.add(place.segment)
    parameters.add(place.offset)
    parameters.add(published?.fingerprint)
    parameters.add(published?.code)
    addPublication(to: &parameters)
    parameters.add(mark)
    parameters.add(path)
  }

  /// The columns of later versions.
  private func addPublication(to row: inout some RowValues) {
    row.add(published?.standing?.rawValue)
    row.add(published?.holding?.rawValue)
    row.add(published?.sha256)
  }

  /// All columns of the first version but the mark.
  private func addValues(to row: inout some RowValues) {
    row.add(path)
    row.add(size)
    row.add(modified)
    row.add(sha256)
    row.add(url)
    row.add(rules.program)
    row.add(rules.backend)
    row.add(place.segment)
    row.add(place.offset)
    row.add(place.length)
    row.add(fingerprint)
    row.add(status)
    row.add(failure?.code)
    row.add(failure?.message)
    row.add(failure?.stage)
    row.add(failure?.isRetryable ?? false)
    row.add(mayPass)
    row.add(attempts)
    row.add(edition)
    // Rows of before have 1 for every report.
    row.add(hasFigures ? 2 : isReport ? 1 : 0)
    row.add(failedChecks.joined(separator: " "))
    row.add(isPortable)
    row.add(published?.fingerprint)
    row.add(published?.code)
  }

  private var mark: [UInt8] {
    var bytes = MarkedBytes()
    addValues(to: &bytes)
    // Rows of before have none of these, and the mark of then.
    if let standing = published?.standing { bytes.add(standing.rawValue) }
    if let holding = published?.holding { bytes.add(holding.rawValue) }
    if let sha256 = published?.sha256 { bytes.add(sha256) }
    if passedOver.total > 0 { bytes.add(passedOver.text) }
    if hasTables { bytes.add(1) }
    return Array(Digest.fingerprint(bytes.bytes).prefix(8))
  }
}

/// The values of a row as bytes, no two rows as the same.
private struct MarkedBytes: RowValues {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(512) }

  mutating func add(_ number: Int?) {
    guard let number else { return bytes.append(0) }
    bytes.append(1)
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func add(_ text: String?) {
    guard let text else { return bytes.append(0) }
    bytes.append(2)
    bytes += text.utf8
    bytes.append(0xFF)
  }

  mutating func add(_ data: [UInt8]?) {
    guard let data else { return bytes.append(0) }
    bytes.append(3)
    bytes += data
    bytes.append(0xFF)
  }
}
