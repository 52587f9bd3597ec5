import Foundation
import TestSupport
import Testing

/// The `console` blocks of a README: a command behind `$ ` and what it prints.
private func examples(of readme: String) -> [(command: String, output: String)] {
  readme.components(separatedBy: "```console\n$ ").dropFirst().map { rest in
    let block = rest.components(separatedBy: "```")[0]
    let (command, output) = (block.prefix { $0 != "\n" }, block.drop { $0 != "\n" }.dropFirst())
    return (String(command), String(output))
  }
}

private func text(of readme: String) throws -> String {
  try String(contentsOf: TestFolders.package.appending(path: readme), encoding: .utf8)
}

@Test func theReadmeShowsWhatTheProgramPrints() throws {
  let examples = examples(of: try text(of: "README.md"))
  #expect(examples.count == 2)
  for (command, output) in examples {
    let result = try BuiltProgram.shell(command, in: TestFolders.package)
    #expect(result.text == output, "README.md: \(command)")
  }
}

@Test func theSessionWithAWorkerGoesAsItIsPrinted() throws {
  let examples = examples(of: try text(of: "docs/worker.md"))
  #expect(examples.count == 6)
  for (command, output) in examples {
    let result = try BuiltProgram.shell(command, in: TestFolders.package)
    #expect(result.text == output, "docs/worker.md: \(command)")
  }
}

@Test func theChineseReadmeHasTheSameContent() throws {
  let (english, chinese) = (try text(of: "README.md"), try text(of: "README.zh-CN.md"))
  #expect(
    examples(of: chinese).map { [$0.command, $0.output] }
      == examples(of: english).map { [$0.command, $0.output] })
  /// Headings, rows of tables and commands, in order.
  func outline(_ readme: String) -> [Substring] {
    readme.split(separator: "\n").compactMap { line in
      line.hasPrefix("    gongkai ")
        ? line.dropFirst(4).prefix { $0 != "#" }.split(separator: " ")[1]
        : ["## ", "| "].first { line.hasPrefix($0) }?.prefix(3)
    }
  }
  #expect(outline(chinese) == outline(english))
}
