import Foundation
import TestSupport
import Testing

/// The `console` blocks of the README: a command behind `$ ` and what it prints.
private func examples() throws -> [(command: String, output: String)] {
  let readme = try String(
    contentsOf: TestFolders.package.appending(path: "README.md"), encoding: .utf8)
  return readme.components(separatedBy: "```console\n$ ").dropFirst().map { rest in
    let block = rest.components(separatedBy: "```")[0]
    let (command, output) = (block.prefix { $0 != "\n" }, block.drop { $0 != "\n" }.dropFirst())
    return (String(command), String(output))
  }
}

@Test func theReadmeShowsWhatTheProgramPrints() throws {
  let examples = try examples()
  #expect(examples.count == 2)
  for (command, output) in examples {
    let result = try BuiltProgram.shell(command, in: TestFolders.package)
    #expect(result.text == output, "README.md: \(command)")
  }
}
