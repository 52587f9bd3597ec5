internal import RecordReading
internal import RecordWriting

extension WorkerRequest {
  /// What an asker calls a request: `7`, or `"night/7"`.
  package enum ID: Hashable, Sendable {
    /// At most ``textBytes``: an archive repeats it in each line.
    case text(String)
    case number(Int)

    package static let textBytes = 256

    /// The id at `value` of `line`; nil for another value.
    init?(_ value: Range<Int>, in line: [UInt8]) {
      if let text = JSONWalk.string(value, in: line) {
        self = .text(text)
      } else if let number = Int(String(decoding: line[value], as: UTF8.self)) {
        self = .number(number)
      } else {
        return nil
      }
    }

    var isBounded: Bool {
      switch self {
      case .text(let text): text.utf8.count <= Self.textBytes
      case .number: true
      }
    }

    func write(to json: inout JSONWriter) {
      switch self {
      case .text(let text): json.string(text)
      case .number(let number): json.token(String(number))
      }
    }
  }
}

extension WorkerRequest.ID: Decodable {
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if case .success(let number) = Result(catching: { try value.decode(Int.self) }) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
    guard isBounded else {
      throw DecodingError.dataCorruptedError(in: value, debugDescription: "the text is too long")
    }
  }
}
