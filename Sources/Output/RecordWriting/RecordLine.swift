internal import RecordReading

/// A line that ``RecordWriter`` wrote, read back as far as a run needs to know it.
///
/// Only the record's own members are walked; what is inside sections, tables and cells is skipped over, so that a line
/// costs little more than looking at each of its bytes.
package struct RecordLine {
  /// With the LF.
  package private(set) var bytes: [UInt8]
  /// Where the value of each member of the record stands.
  private var members: JSONMembers
  /// The codes of its issues.
  private let issueCodes: [String]

  /// Nil for bytes that are no record: no line, no object, or none of its members `schema` and `source`.
  package init?(_ bytes: [UInt8]) {
    guard bytes.last == UInt8(ascii: "\n"),
      let members = JSONWalk.members(of: 0..<(bytes.count - 1), in: bytes),
      members["schema"] != nil, members["source"] != nil
    else { return nil }
    self.bytes = bytes
    self.members = members
    let issues = members["issues"].flatMap { JSONWalk.elements(of: $0, in: bytes) } ?? []
    issueCodes = issues.compactMap { issue in
      JSONWalk.members(of: issue, in: bytes)?["code"].flatMap { JSONWalk.string($0, in: bytes) }
    }
  }

  package var status: String? { string(members["status"]) }
  package var kind: String? { string(members["kind"]) }
  package var edition: String? { string(members["edition"]) }
  package var docID: String? { string(members["doc_id"]) }

  /// 64 hexadecimal digits; nil where the bytes of the file could not be read.
  package var sha256: String? { string(inside("source", "sha256")) }
  package var url: String? { string(inside("source", "url")) }
  /// Bytes of the file.
  package var sourceBytes: Int? { integer(inside("source", "bytes")) }
  package var extractor: String? { string(inside("extraction", "extractor")) }

  /// Ids of the identities that fail, each once and in order: `["A1", "R3"]`.
  ///
  /// Those that fail only with blanks taken as zero, and soft ones, aren't among them.
  package var failedChecks: [String] {
    guard let failures = inside("checks", "failures"),
      let items = JSONWalk.elements(of: failures, in: bytes)
    else { return [] }
    let ids = items.compactMap { item -> String? in
      guard let check = JSONWalk.members(of: item, in: bytes),
        text(check["blanks_as_zero"]) == "false", string(check["severity"]) == "error"
      else { return nil }
      return string(check["id"])
    }
    return Set(ids).sorted()
  }

  /// Nil unless the document failed.
  package var error: (code: String, message: String, stage: String, isRetryable: Bool)? {
    guard let code = string(inside("error", "code")),
      let message = string(inside("error", "message")), let stage = string(inside("error", "stage"))
    else { return nil }
    return (code, message, stage, text(inside("error", "retryable")) == "true")
  }

  /// Whether an issue of `code` is among the record's.
  package func hasIssue(_ code: String) -> Bool { issueCodes.contains(code) }

  /// The record of the same bytes found elsewhere.
  package func found(at path: String, name: String, url: String?) -> [UInt8]? {
    guard let source = members["source"],
      let inner = JSONWalk.members(of: source, in: bytes),
      let oldPath = inner["path"], let oldName = inner["name"], let oldURL = inner["url"]
    else { return nil }
    var replaced: [UInt8] = []
    replaced.reserveCapacity(bytes.count + path.utf8.count + name.utf8.count + 64)
    var from = 0
    for (range, value) in [(oldPath, path), (oldName, name), (oldURL, url)]
      .sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
    {
      replaced += bytes[from..<range.lowerBound]
      var writer = JSONWriter()
      if let value { writer.string(value) } else { writer.token("null") }
      replaced += writer.bytes
      from = range.upperBound
    }
    return replaced + bytes[from...]
  }

  private func inside(_ object: String, _ key: String) -> Range<Int>? {
    members[object].flatMap { JSONWalk.members(of: $0, in: bytes) }?[key]
  }

  private func text(_ range: Range<Int>?) -> String? {
    range.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private func integer(_ range: Range<Int>?) -> Int? { text(range).flatMap { Int($0) } }

  private func string(_ range: Range<Int>?) -> String? {
    range.flatMap { JSONWalk.string($0, in: bytes) }
  }
}
