internal import DocumentModel
internal import Foundation
internal import InputFiles
internal import RecordReading
internal import RecordWriting

/// A request line of the worker protocol, version 1.1, which docs/worker.md describes.
///
/// Either a path, or a JSON object: `{"path":"a/b.pdf","root":"/data/in","url":"https://…"}`. ``WorkerAnswer`` answers it.
///
/// A line that begins with `{` or `[` is JSON: a path that does is given as an object.
package struct WorkerRequest: Hashable, Sendable {
  /// What the record calls the file, as ``FileName`` carries it; also where it is, unless `location` says so.
  package var path: String
  /// The folder that the file lies below: then nothing outside it is opened, whatever links there are.
  package var root: String?
  /// What to open, where that isn't `path`.
  package var location: String?
  /// Where the file was downloaded from.
  package var url: String?
  /// SHA-256 of files whose record is known: for equal bytes the answer is ``WorkerAnswer/sameAs(_:)``.
  package var known: [String]?
  /// Whether to say beside the record what is in it.
  package var facts: Bool?
  /// How many members of an archive are passed over, whose records are known.
  package var start: Int?
  /// The most seconds that the document may take, where these are fewer than it else has.
  package var seconds: Int?
  /// What each line of the answer repeats, so that an asker can tell answers apart.
  package var id: ID?
  /// The file's name, where that isn't the last component of `path`.
  package var name: String?
  /// The file's bytes, at most ``contentBytes``: then nothing is opened.
  package var content: [UInt8]?
  /// What became of a worker over this document, whose record the answer is: then nothing is read.
  package var failure: ReportedFailure?

  package init(
    path: String, root: String? = nil, location: String? = nil, url: String? = nil,
    known: [String]? = nil, facts: Bool? = nil, start: Int? = nil,
    seconds: Int? = nil, id: ID? = nil, name: String? = nil, content: [UInt8]? = nil,
    failure: ReportedFailure? = nil
  ) {
    self.path = path
    self.root = root
    self.location = location
    self.url = url
    self.known = known
    self.facts = facts
    self.start = start
    self.seconds = seconds
    self.id = id
    self.name = name
    self.content = content
    self.failure = failure
  }

  /// A line that is no request.
  package struct Unreadable: Error, Hashable, Sendable {
    /// Why, without a final stop.
    package var reason: String
    /// That of the request, where it could be read.
    package var id: ID?

    package init(_ reason: String, id: ID? = nil) {
      self.reason = reason
      self.id = id
    }
  }

  /// The request in `line`, which has no LF.
  package init(line: [UInt8]) throws(Unreadable) {
    guard Self.isBounded(line) else {
      throw Unreadable("the line has more than \(Self.lineBytes) bytes beside its content")
    }
    if let request = WorkerRequest(written: line) {
      self = request
    } else if line.first == UInt8(ascii: "{") || line.first == UInt8(ascii: "[") {
      self = try WorkerRequest(json: line)
    } else if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      throw Unreadable("the line is blank")
    } else {
      self.init(path: FileName.carried(line))
    }
    if let problem { throw Unreadable(problem, id: id) }
  }

  /// Why no document can be meant.
  private var problem: String? {
    // For the system a name ends there: it would open another file than the record names.
    for (key, text) in [("path", path), ("root", root), ("location", location), ("name", name)] {
      if text?.isEmpty == true { return "\(key) is empty" }
      if text?.utf8.contains(0) == true { return "\(key) holds a NUL" }
    }
    if name?.utf8.contains(UInt8(ascii: "/")) == true { return "name holds a /" }
    if let seconds, !(1...86_400).contains(seconds) { return "seconds is not a number of seconds" }
    if let start, start < 0 { return "start is not a number of members" }
    if let content {
      if root != nil || location != nil { return "content excludes root and location" }
      if content.count > Self.contentBytes {
        return "content has more than \(Self.contentBytes) bytes; give the path of a file"
      }
    }
    return nil
  }

  /// The request that ``line`` writes as `line`, in a tenth of the decoder's time; nil for any other line.
  private init?(written line: [UInt8]) {
    guard let members = JSONWalk.members(of: line.indices, in: line) else { return nil }
    func text(_ name: String) -> String? {
      members[name].flatMap { JSONWalk.string($0, in: line) }
    }
    guard let path = text("path"), members["failure"] == nil else { return nil }
    let known = members["known"].flatMap { JSONWalk.elements(of: $0, in: line) }
    self.init(
      path: path, root: text("root"), location: text("location"), url: text("url"),
      known: known?.compactMap { JSONWalk.string($0, in: line) },
      facts: members["facts"].map { line[$0].elementsEqual("true".utf8) },
      start: members["start"].flatMap { Int(String(decoding: line[$0], as: UTF8.self)) },
      seconds: members["seconds"].flatMap { Int(String(decoding: line[$0], as: UTF8.self)) },
      id: members["id"].flatMap { ID($0, in: line) }, name: text("name"),
      content: members["content"].flatMap { Self.content($0, in: line) })
    guard self.line.dropLast() == line[...], id?.isBounded != false else { return nil }
  }

  private static func content(_ text: Range<Int>, in line: [UInt8]) -> [UInt8]? {
    // Without the quotes.
    guard text.count >= 2 else { return nil }
    return Data(base64Encoded: Data(line[(text.lowerBound + 1)..<(text.upperBound - 1)]))
      .map { Array($0) }
  }

  /// The line that asks for this, with its LF.
  package var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member(Array("\"path\":".utf8))
      json.string(path)
      for (key, value) in [("root", root), ("location", location), ("url", url)] {
        guard let value else { continue }
        json.member(Array("\"\(key)\":".utf8))
        json.string(value)
      }
      if let known, !known.isEmpty {
        json.member(Array("\"known\":".utf8))
        json.array { json in
          for digest in known {
            json.element()
            json.string(digest)
          }
        }
      }
      if let facts {
        json.member(Array("\"facts\":".utf8))
        json.token(facts ? "true" : "false")
      }
      if let start {
        json.member(Array("\"start\":".utf8))
        json.token(String(start))
      }
      if let seconds {
        json.member(Array("\"seconds\":".utf8))
        json.token(String(seconds))
      }
      if let id {
        json.member(Array("\"id\":".utf8))
        id.write(to: &json)
      }
      if let name {
        json.member(Array("\"name\":".utf8))
        json.string(name)
      }
      if let content {
        json.member(Array("\"content\":".utf8))
        json.token("\"\(Data(content).base64EncodedString())\"")
      }
      failure?.write(to: &json)
    }
    json.newline()
    return json.bytes
  }
}
