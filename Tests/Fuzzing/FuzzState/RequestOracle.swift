internal import Conversion

/// A line of the worker protocol means the same to both sides.
enum RequestOracle {
  static func check(_ bytes: [UInt8]) {
    if let answer = WorkerAnswer(line: bytes + [0x0A]), WorkerAnswer(line: answer.line) != answer {
      fatalError("oracle: another answer than \(answer)")
    }
    guard !bytes.contains(0x0A) else { return }
    guard case .success(let request) = Result(catching: { try WorkerRequest(line: bytes) }) else {
      return
    }
    let line = request.line
    guard line.last == 0x0A, line.firstIndex(of: 0x0A) == line.count - 1 else {
      fatalError("oracle: not one line: \(request)")
    }
    guard
      case .success(var again) = Result(catching: {
        try WorkerRequest(line: Array(line.dropLast()))
      })
    else { fatalError("oracle: \(request) does not arrive") }
    if again.known == nil, request.known?.isEmpty == true { again.known = [] }
    guard again == request else { fatalError("oracle: \(request) arrives as \(again)") }
  }
}
