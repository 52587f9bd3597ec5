import DurableFiles
import Foundation
import RecordReading
import TestSupport
import Testing

private func lines(_ bytes: Data) throws -> (lines: [String], numbers: [Int]) {
  var result: (lines: [String], numbers: [Int]) = ([], [])
  try inTemporaryFolder { folder in
    let file = folder.appending(path: "records.jsonl")
    try bytes.write(to: file)
    var lines = RecordLines(try #require(try FileReader.opening(Array(file.path.utf8))))
    while let line = try lines.next() {
      result.lines.append(String(decoding: line, as: UTF8.self))
      result.numbers.append(lines.number)
    }
  }
  return result
}

@Test func linesComeOneByOneWithTheirNumbers() throws {
  let found = try lines(Data("a\n\n文\nlast".utf8))
  #expect(found.lines == ["a", "文", "last"])
  #expect(found.numbers == [1, 3, 4])
  #expect(try lines(Data()).lines == [])
  #expect(try lines(Data("\n\n".utf8)).lines == [])
}

@Test func whatWindowsAddsIsNoPartOfALine() throws {
  let found = try lines(Data("\u{FEFF}a\r\n\r\n\u{FEFF}b\rc\r\n\rlast\r".utf8))
  #expect(found.lines == ["a", "\u{FEFF}b\rc", "\rlast"])
  #expect(found.numbers == [1, 3, 4])
  #expect(try lines(Data("\u{FEFF}\r\n".utf8)).lines == [])
}

@Test func linesMayBeLongerThanWhatIsReadAtATime() throws {
  let long = String(repeating: "长", count: 1_500_000)
  let found = try lines(Data("\(long)\nb\n\(long)c".utf8))
  #expect(found.lines.map(\.count) == [1_500_000, 1, 1_500_001])
  #expect(found.lines == [long, "b", "\(long)c"])
}

@Test func aFileThatIsNotThereIsNil() throws {
  #expect(try FileReader.opening(Array("/none/at/all".utf8))?.path == nil)
}

@Test(arguments: [1, 2, 8])
func linesReadAtATimeKeepTheirOrder(width: Int) async throws {
  // Some 10 groups, of which the last lines are the quickest to read.
  let lines = (0..<500).map { String(repeating: "\($0),", count: 5_000 - 10 * $0) }
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "gongkai-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: "records.jsonl")
  try Data(lines.map { "\($0)\n" }.joined().utf8).write(to: file)
  var records = RecordLines(try #require(try FileReader.opening(Array(file.path.utf8))))
  var taken: [String] = []
  try await records.forEach(width: width) { line, number in
    "\(number) \(line.split(separator: UInt8(ascii: ",")).count) \(String(decoding: line.prefix(5), as: UTF8.self))"
  } take: {
    taken.append($0)
  }
  #expect(
    taken
      == lines.enumerated().map { number, line in
        "\(number + 1) \(5_000 - 10 * number) \(line.prefix(5))"
      })
}
