internal import InputFiles
internal import RecordWriting

extension WorkerAnswer {
  /// ``line``, and to a request that has an id one that begins with it: `{"id":7,"members":2,…}`, `{"id":7,"error":{…}}`.
  ///
  /// A record stands in such a line as it would stand alone: `{"id":7,"record":{…}}`, and its facts beside it:
  /// `{"id":7,"record":{…},"fingerprint":"8f0c…","facts":{…}}`.
  package func line(id: WorkerRequest.ID?) -> [UInt8] {
    guard let id else { return line }
    guard case .record(let record, let fingerprint, let facts) = self else {
      return Self.beginning(id) + [UInt8(ascii: ",")] + line.dropFirst()
    }
    var json = JSONWriter()
    facts.write(to: &json)
    return Self.beginning(id) + Array(",\"record\":".utf8) + record.dropLast()
      + Array(",\"fingerprint\":\"\(Digest.hexadecimal(fingerprint))\",\"facts\":".utf8)
      + json.bytes + Self.end
  }

  /// The answer that is a record without facts.
  ///
  /// - Parameter record: Its line, with its LF.
  package static func line(ofRecord record: [UInt8], id: WorkerRequest.ID?) -> [UInt8] {
    guard let id else { return record }
    return beginning(id) + Array(",\"record\":".utf8) + record.dropLast() + end
  }

  /// How each line begins: `{"id":7`.
  private static func beginning(_ id: WorkerRequest.ID) -> [UInt8] {
    var json = JSONWriter()
    id.write(to: &json)
    return Array("{\"id\":".utf8) + json.bytes
  }

  private static let end = Array("}\n".utf8)
}
