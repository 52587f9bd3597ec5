internal import DocumentModel
internal import Foundation
internal import InputFiles
internal import RecordWriting

/// A request line of the worker protocol.
///
/// Either a path, or a JSON object: `{"path":"a/b.pdf","root":"/data/in","url":"https://…"}`.
package struct WorkerRequest: Codable, Hashable, Sendable {
  /// What the record calls the file, as ``FileName`` carries it; also where it is, unless `location` says so.
  package var path: String
  /// The folder that the file lies below: then nothing outside it is opened, whatever links there are.
  package var root: String?
  /// What to open, where that isn't `path`.
  package var location: String?
  /// Where the file was downloaded from.
  package var url: String?
  /// SHA-256 of files whose record is known: for equal bytes the answer is `{"same_as":"…"}` and no record.
  package var known: [String]?

  package init(
    path: String, root: String? = nil, location: String? = nil, url: String? = nil,
    known: [String]? = nil
  ) {
    self.path = path
    self.root = root
    self.location = location
    self.url = url
    self.known = known
  }

  /// The request in `line`, which has no LF.
  ///
  /// What begins like an object and is none is a path: a file may have any name.
  package init(line: [UInt8]) {
    if line.first == UInt8(ascii: "{") {
      do {
        self = try JSONDecoder().decode(WorkerRequest.self, from: Data(line))
        return
      } catch {
        // The name of a file, then.
      }
    }
    self.init(path: FileName.carried(line))
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
    }
    json.newline()
    return json.bytes
  }

  /// The answer that says whose record fits.
  package static func sameAs(_ digest: String) -> [UInt8] {
    Array("{\"same_as\":\"\(digest)\"}\n".utf8)
  }

  /// The digest in an answer of ``sameAs(_:)``; nil for a record.
  package static func digest(ofAnswer line: [UInt8]) -> String? {
    let start = Array("{\"same_as\":\"".utf8)
    let end = Array("\"}\n".utf8)
    guard line.count == start.count + 64 + end.count, line.starts(with: start),
      line.suffix(end.count).elementsEqual(end)
    else { return nil }
    return String(decoding: line.dropFirst(start.count).prefix(64), as: UTF8.self)
  }
}
