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

@Test func linesMayBeLongerThanWhatIsReadAtATime() throws {
  let long = String(repeating: "长", count: 1_500_000)
  let found = try lines(Data("\(long)\nb\n\(long)c".utf8))
  #expect(found.lines.map(\.count) == [1_500_000, 1, 1_500_001])
  #expect(found.lines == [long, "b", "\(long)c"])
}

@Test func aFileThatIsNotThereIsNil() throws {
  #expect(try FileReader.opening(Array("/none/at/all".utf8))?.path == nil)
}
