import Conversion
import DocumentModel
import InputFiles
import ReportRecords
import Testing

@Test(arguments: [1, 2, 8])
func recordsComeInTheOrderOfTheInputs(width: Int) async throws {
  let inputs = (0..<100).map { "\($0)" }
  let batch = BatchConverter(width: width) { input in
    // Later inputs are ready earlier.
    for _ in 0..<(100 - (Int(input) ?? 0)) { await Task.yield() }
    return await DocumentConverter().record(of: SourceFile(name: "", bytes: []), path: input)
  }
  var paths: [String] = []
  try await batch.run(inputs) { paths.append($0.source.path) }
  #expect(paths == inputs)
}

@Test func anErrorOfTheOutputStopsTheBatch() async {
  struct Full: Error {}
  let inputs = (0..<50).map { "\($0)" }
  let batch = BatchConverter(width: 2) { input in
    await DocumentConverter().record(of: SourceFile(name: "", bytes: []), path: input)
  }
  var count = 0
  await #expect(throws: Full.self) {
    try await batch.run(inputs) { _ in
      count += 1
      if count == 3 { throw Full() }
    }
  }
  #expect(count == 3)
}
