package import Diagnostics
internal import RecordWriting

/// What became of a worker over a document, as the one tells it who asked for it: only that one knows.
///
/// `{"code":"worker_timeout","message":"the document took longer than 60 s"}`, and of a member of an archive also
/// `"member":"a/b.docx","bytes":512`.
package struct ReportedFailure: Hashable, Sendable {
  /// One of ``codes``.
  package var code: FailureCode
  package var message: String
  /// The member of the archive that was under way; nil where the file is meant.
  package var member: ContainedFile?

  package init(_ code: FailureCode, message: String, member: ContainedFile? = nil) {
    self.code = code
    self.message = message
    self.member = member
  }

  /// What can be told only from outside of a worker.
  package static let codes: Set<FailureCode> = [
    .workerCrashed, .workerTimeout, .workerMemory, .documentLimit,
  ]

  package var failure: Failure { Failure(code, message, stage: .run) }

  /// As a member of the object that a request is.
  func write(to json: inout JSONWriter) {
    json.key("failure")
    json.object { json in
      json.pair("code", code.rawValue)
      json.pair("message", message)
      guard let member else { return }
      json.pair("member", member.path)
      json.key("bytes")
      json.token(String(member.bytes))
    }
  }
}

extension ReportedFailure: Decodable {
  private enum Key: String, CodingKey {
    case code, message, member, bytes
  }

  package init(from decoder: any Decoder) throws {
    for key in try decoder.container(keyedBy: AnyKey.self).allKeys
    where Key(rawValue: key.stringValue) == nil {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: [], debugDescription: "there is no such key"))
    }
    let object = try decoder.container(keyedBy: Key.self)
    let code = FailureCode(rawValue: try object.decode(String.self, forKey: .code))
    guard let code, Self.codes.contains(code) else {
      throw DecodingError.dataCorruptedError(
        forKey: .code, in: object, debugDescription: "no code of a worker")
    }
    self.init(code, message: try object.decode(String.self, forKey: .message))
    guard let path = try object.decodeIfPresent(String.self, forKey: .member) else { return }
    member = ContainedFile(
      path: path, bytes: max(0, try object.decodeIfPresent(Int.self, forKey: .bytes) ?? 0))
  }
}
