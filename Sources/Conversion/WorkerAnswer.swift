package import InputFiles
internal import RecordReading
package import RecordWriting

/// A line of what a worker answers to a ``WorkerRequest``: the only one, but for an archive.
package enum WorkerAnswer: Hashable, Sendable {
  /// `{"schema":…}`; where facts are asked for, after a TAB, which no record has, the fingerprint of the record's line, and
  /// after another one these: `{"schema":…}⇥8f0c…⇥{"status":"ok",…}`.
  ///
  /// - Parameter line: With its LF.
  case record(line: [UInt8], fingerprint: [UInt8], RecordFacts)
  /// `{"members":2,"sha256":"…","paths":["a.docx","b/c.pdf"],"bytes":[512,2048]}`: the file is an archive, and as many lines
  /// follow as it says, a ``record(line:fingerprint:_:)`` for each member in its order. Where others are passed over, there
  /// are also how many by reason, and the first of them: `"passed_over":{"hidden":2},"passed_paths":[".git/",".a.txt"],
  /// "passed_reasons":["hidden","hidden"]`.
  case archive(sha256: String, members: [ContainedFile], PassedMembers)
  /// `{"same_as":"…"}`: the bytes are those that a known record was made of.
  case sameAs(String)
  /// `{"error":{"code":"bad_request",…}}`: the line was no request. No record, since there is no document.
  case badRequest(String)

  /// The answer in `line`, which has its LF; nil for what is none, for a record without facts, and for a bad request, which
  /// nobody makes who asks for answers here.
  package init?(line: [UInt8]) {
    guard line.last == UInt8(ascii: "\n") else { return nil }
    let parts = line.dropLast()
    guard let second = parts.lastIndex(of: Self.tab) else {
      if let digest = Self.digest(in: parts) {
        self = .sameAs(digest)
      } else if let archive = Self.archive(line) {
        self = archive
      } else {
        return nil
      }
      return
    }
    guard let first = parts[..<second].lastIndex(of: Self.tab),
      line.starts(with: Self.beginning), line[first - 1] == UInt8(ascii: "}"),
      let fingerprint = Digest.bytes(hexadecimal: parts[(first + 1)..<second]),
      fingerprint.count == Digest.fingerprintBytes,
      let facts = RecordFacts(line, at: (second + 1)..<parts.endIndex)
    else { return nil }
    self = .record(line: parts[..<first] + [UInt8(ascii: "\n")], fingerprint: fingerprint, facts)
  }

  /// With its LF.
  package var line: [UInt8] {
    switch self {
    case .record(let line, let fingerprint, let facts):
      var json = JSONWriter()
      facts.write(to: &json)
      json.newline()
      var answer: [UInt8] = []
      answer.reserveCapacity(line.count + json.bytes.count + 2 * Digest.fingerprintBytes + 2)
      answer += line
      // In place of the LF.
      answer[answer.count - 1] = Self.tab
      answer += Digest.hexadecimal(fingerprint).utf8
      answer.append(Self.tab)
      return answer + json.bytes
    case .archive(let sha256, let members, let passedOver):
      var json = JSONWriter()
      json.object { json in
        json.key("members")
        json.token(String(members.count))
        json.pair("sha256", sha256)
        json.key("paths")
        json.array { json in
          for member in members {
            json.element()
            json.string(member.path)
          }
        }
        json.key("bytes")
        json.array { json in
          for member in members {
            json.element()
            json.token(String(member.bytes))
          }
        }
        Self.write(passedOver, &json)
      }
      json.newline()
      return json.bytes
    case .sameAs(let digest): return Self.sameAs + digest.utf8 + Array("\"}\n".utf8)
    case .badRequest(let reason):
      var json = JSONWriter()
      json.object { json in
        json.key("error")
        json.object { json in
          json.pair("code", "bad_request")
          json.pair("message", reason)
          json.pair("stage", "request")
          json.key("retryable")
          json.token("false")
        }
      }
      json.newline()
      return json.bytes
    }
  }

  private static func archive(_ line: [UInt8]) -> WorkerAnswer? {
    guard let parts = JSONWalk.members(of: line.startIndex..<line.endIndex - 1, in: line),
      let count = parts["members"].flatMap({ number(line[$0]) }),
      let digest = parts["sha256"].flatMap({ JSONWalk.string($0, in: line) }),
      let paths = parts["paths"].flatMap({ JSONWalk.elements(of: $0, in: line) }),
      let sizes = parts["bytes"].flatMap({ JSONWalk.elements(of: $0, in: line) }),
      paths.count == count, sizes.count == count
    else { return nil }
    var members: [ContainedFile] = []
    for (path, size) in zip(paths, sizes) {
      guard let path = JSONWalk.string(path, in: line), let size = number(line[size]) else {
        return nil
      }
      members.append(ContainedFile(path: path, bytes: size))
    }
    return .archive(sha256: digest, members: members, passedOver(parts, line))
  }

  private static func write(_ passedOver: PassedMembers, _ json: inout JSONWriter) {
    guard passedOver != PassedMembers() else { return }
    json.key("passed_over")
    json.object { json in
      for (reason, count) in passedOver.counts.all {
        json.key(reason.rawValue)
        json.token(String(count))
      }
    }
    for (key, texts) in [
      ("passed_paths", passedOver.names.map(\.path)),
      ("passed_reasons", passedOver.names.map(\.reason.rawValue)),
    ] {
      json.key(key)
      json.array { json in
        for text in texts {
          json.element()
          json.string(text)
        }
      }
    }
  }

  private static func passedOver(_ parts: JSONMembers, _ line: [UInt8]) -> PassedMembers {
    var passedOver = PassedMembers()
    guard let counts = parts["passed_over"].flatMap({ JSONWalk.members(of: $0, in: line) }) else {
      return passedOver
    }
    for reason in PassedOver.Reason.allCases {
      passedOver.counts[reason] = counts[reason.rawValue].flatMap { number(line[$0]) } ?? 0
    }
    func texts(_ key: String) -> [String] {
      (parts[key].flatMap { JSONWalk.elements(of: $0, in: line) } ?? [])
        .map { JSONWalk.string($0, in: line) ?? "" }
    }
    for (path, reason) in zip(texts("passed_paths"), texts("passed_reasons")) {
      guard let reason = PassedOver.Reason(rawValue: reason) else { continue }
      passedOver.names.append(PassedMembers.Name(reason, path))
    }
    return passedOver
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }

  private static func digest(in line: ArraySlice<UInt8>) -> String? {
    let end = Array("\"}".utf8)
    let digits = line.dropFirst(sameAs.count).prefix(64)
    guard line.count == sameAs.count + 64 + end.count, line.starts(with: sameAs),
      line.suffix(end.count).elementsEqual(end), Digest.bytes(hexadecimal: digits) != nil
    else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  private static let tab = UInt8(ascii: "\t")
  private static let beginning = Array("{\"schema\":".utf8)
  private static let sameAs = Array("{\"same_as\":\"".utf8)
}
