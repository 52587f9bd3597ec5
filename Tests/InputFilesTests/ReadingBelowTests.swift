import Diagnostics
import Foundation
import InputFiles
import Testing

private func outcome(_ path: String, below root: InputRoot) -> String {
  do throws(Failure) {
    let bytes = try RegularFile.read(Array(path.utf8), below: root, limit: 100)
    return String(decoding: bytes, as: UTF8.self)
  } catch {
    return error.code.rawValue
  }
}

@Test func readingNeverLeavesTheTree() throws {
  try inTree { tree in
    try tree.add(["a/b.txt": "in", "a/c/d.txt": "in", "../secret": "out"])
    try tree.link("a/link", to: "b.txt")
    try tree.link("a/out", to: "../../secret")
    try tree.link("folder", to: "..")
    try tree.link("inside", to: "a")
    let fifo = unsafe mkfifo(tree.path + "/fifo", 0o600)
    #expect(fifo == 0)
    let root = try InputRoot(tree.path)
    let paths = [
      "a/b.txt", "a/c/d.txt", "a/link", "a/out", "folder/secret", "inside/b.txt", "../secret",
      "a/../../secret", "a", "fifo", "none", "a/b.txt/x",
    ]
    #expect(
      paths.map { outcome($0, below: root) } == [
        "in", "in", "input_changed", "input_changed", "input_changed", "input_changed",
        "input_changed", "input_changed", "input_not_regular", "input_not_regular",
        "input_unreadable", "input_unreadable",
      ])
  }
}

@Test func aFileUnderAWriterIsReadWholeOrNotAtAll() throws {
  try inTree { tree in
    let size = 3 << 20
    try tree.add(["a.txt": String(repeating: "a", count: size)])
    let path = "\(tree.path)/a.txt"
    let root = try InputRoot(tree.path)
    let writer = Process()
    writer.executableURL = URL(filePath: "/bin/bash")
    writer.arguments = [
      "-c",
      """
      for i in 1 2 3 4 5 6 7 8 9 10; do
        head -c \(size) /dev/zero | tr '\\0' b > "$1"; truncate -s 1000 "$1"
        head -c \(size) /dev/zero | tr '\\0' a > "$1.new"; mv "$1.new" "$1"; rm "$1"
        head -c \(size) /dev/zero | tr '\\0' a > "$1"
      done
      """, "writer", path,
    ]
    try writer.run()
    defer { writer.waitUntilExit() }
    var outcomes: Set<String> = []
    while writer.isRunning {
      do throws(Failure) {
        let bytes = try RegularFile.read(Array("a.txt".utf8), below: root, limit: 8 << 20)
        // What is read whole while nobody wrote has one letter; a part of it may be all there was at that moment.
        outcomes.insert(Set(bytes).count <= 1 ? "one version" : "a mixture")
      } catch {
        outcomes.insert(error.code.rawValue)
      }
    }
    #expect(outcomes.contains("one version"))
    #expect(outcomes.isSubset(of: ["one version", "input_changed", "input_unreadable"]))
  }
}
