/// An object stream (7.5.7) whose objects are read one at a time.
struct ObjectStream {
  let bytes: [UInt8]
  private let numbers: [Int]
  /// Where each object begins, and where the last one ends.
  private let starts: [Int]

  /// - Parameter lexer: At the beginning of the decoded bytes.
  /// - Parameter count: `N` of its dictionary; `first` is `First`.
  init(_ lexer: consuming PDFLexer, count: Int, first: Int) throws(PDFRefusal) {
    var lexer = lexer
    bytes = lexer.bytes
    // A number and an offset take four bytes at least.
    guard count > 0, (0...bytes.count).contains(first), count <= first / 3 &+ 1 else {
      throw .damaged("object stream")
    }
    var numbers: [Int] = []
    var starts: [Int] = []
    for _ in 0..<count {
      guard case .integer(let number) = try lexer.next(),
        case .integer(let offset) = try lexer.next(),
        lexer.position <= first, number >= 0, offset >= 0, offset <= bytes.count &- first,
        first &+ offset >= starts.last ?? 0
      else { throw .damaged("object stream") }
      numbers.append(number)
      starts.append(first &+ offset)
    }
    starts.append(bytes.count)
    self.numbers = numbers
    self.starts = starts
  }

  /// Where object `number` stands; `index` is what the cross-reference table says.
  func range(of number: Int, index: Int) throws(PDFRefusal) -> Range<Int> {
    guard numbers.indices.contains(index), numbers[index] == number else {
      throw .damaged("object stream")
    }
    return starts[index]..<starts[index &+ 1]
  }
}
