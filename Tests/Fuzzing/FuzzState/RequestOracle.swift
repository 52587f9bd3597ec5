internal import Conversion

/// A line of the worker protocol means the same to both sides.
enum RequestOracle {
  static func check(_ bytes: [UInt8]) {
    if let answer = WorkerAnswer(line: bytes + [0x0A]), WorkerAnswer(line: answer.line) != answer {
      fatalError("oracle: another answer than \(answer)")
    }
    guard !bytes.contains(0x0A) else { return }
    let request = WorkerRequest(line: bytes)
    let line = request.line
    guard line.last == 0x0A, line.firstIndex(of: 0x0A) == line.count - 1 else {
      fatalError("oracle: not one line: \(request)")
    }
    var again = WorkerRequest(line: Array(line.dropLast()))
    if again.known == nil, request.known?.isEmpty == true { again.known = [] }
    guard again == request else { fatalError("oracle: \(request) arrives as \(again)") }
  }
}
