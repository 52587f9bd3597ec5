internal import Foundation

extension WorkerRequest {
  /// The request in an object of JSON, however it is written.
  init(json line: [UInt8]) throws(Unreadable) {
    do {
      self = try JSONDecoder().decode(Object.self, from: Data(line)).request
      // The decoder takes one of two, without a word.
      if let name = try Self.repeatedKey(in: line) { throw Unreadable("\(name) is given twice") }
    } catch let error as Unreadable {
      throw error
    } catch {
      throw Unreadable(
        #"the line is no JSON; a path that begins with { or [ is given as {"path":"…"}"#)
    }
  }

  /// A key that the object in `line`, which the decoder takes for JSON, has more than once.
  ///
  /// The decoder lets a comma stand before the end of an object or list, which JSON doesn't.
  private static func repeatedKey(in line: [UInt8]) throws -> String? {
    var seen: Set<String> = []
    var depth = 0
    var place = line.startIndex
    var isBehindComma = false
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0D, 0x0A]
    while place < line.endIndex {
      let byte = line[place]
      defer { if !blanks.contains(byte) { isBehindComma = byte == UInt8(ascii: ",") } }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard !isBehindComma else { throw NoJSON() }
        depth -= 1
      case UInt8(ascii: "\""):
        let start = place
        place += 1
        while place < line.endIndex, line[place] != UInt8(ascii: "\"") {
          place += line[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        let next = line.dropFirst(place + 1).first { !blanks.contains($0) }
        guard depth == 1, next == UInt8(ascii: ":"), place < line.endIndex else { break }
        let name = try JSONDecoder().decode(String.self, from: Data(line[start...place]))
        if !seen.insert(name).inserted { return name }
      default: break
      }
      place += 1
    }
    return nil
  }

  private struct NoJSON: Error {}

  private enum Key: String, CaseIterable {
    case path, root, location, url, known, facts, start, seconds, id, name, content, failure
  }

  private struct Object: Decodable {
    var request: WorkerRequest

    init(from decoder: any Decoder) throws {
      guard
        case .success(let object) = Result(catching: {
          try decoder.container(keyedBy: AnyKey.self)
        })
      else { throw Unreadable("a request is an object") }
      let id = try Self.id(in: object)
      let unknown = object.allKeys.map(\.stringValue).filter { Key(rawValue: $0) == nil }.min()
      if let unknown { throw Unreadable("there is no key \(unknown)", id: id) }
      func value<Value: Decodable>(_ key: Key, _ wanted: String) throws -> Value? {
        do {
          return try object.decodeIfPresent(
            Value.self, forKey: AnyKey(stringValue: key.rawValue))
        } catch {
          throw Unreadable("\(key.rawValue) \(wanted)", id: id)
        }
      }
      let content: Data? = try value(.content, "is not base64")
      let name: String? = try value(.name, "is not text")
      // What has no path is called by its name.
      let path: String? = try value(.path, "is not text")
      guard let path = path ?? (content == nil ? nil : name) else {
        throw Unreadable(content == nil ? "path is missing" : "path or name is missing", id: id)
      }
      request = WorkerRequest(
        path: path, root: try value(.root, "is not text"),
        location: try value(.location, "is not text"), url: try value(.url, "is not text"),
        known: try value(.known, "is not a list of texts"),
        facts: try value(.facts, "is neither true nor false"),
        start: try value(.start, "is not a number of members"),
        seconds: try value(.seconds, "is not a number of seconds"),
        id: id, name: name, content: content.map { Array($0) },
        failure: try value(.failure, "is no failure of a worker"))
    }

    private static func id(in object: KeyedDecodingContainer<AnyKey>) throws -> ID? {
      do {
        return try object.decodeIfPresent(ID.self, forKey: AnyKey(stringValue: Key.id.rawValue))
      } catch {
        throw Unreadable("id is neither text of at most \(ID.textBytes) bytes nor a whole number")
      }
    }
  }
}

/// A key, whatever it is.
struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
