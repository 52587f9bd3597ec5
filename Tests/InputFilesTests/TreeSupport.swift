import Diagnostics
import Foundation
import InputFiles
import TestSupport
import Testing

/// A folder of files that tests describe in a few words.
struct Tree {
  let folder: URL

  var path: String { folder.path }

  /// Files by path, a `/` at the end for a folder.
  func add(_ files: [String: String]) throws {
    for (path, text) in files { try add(Array(path.utf8), text) }
  }

  /// A file whose name may be any bytes.
  func add(_ path: [UInt8], _ text: String) throws {
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var parent = try #require(descriptor(open: cPath, at: AT_FDCWD))
    defer { close(parent) }
    for part in parts.dropLast() {
      let name = part.map { CChar(bitPattern: $0) } + [0]
      _ = unsafe mkdirat(parent, name, 0o755)
      let next = try #require(descriptor(open: name, at: parent))
      close(parent)
      parent = next
    }
    guard let last = parts.last, !last.isEmpty else { return }
    let name = last.map { CChar(bitPattern: $0) } + [0]
    let file = unsafe openat(parent, name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    try #require(file >= 0)
    defer { close(file) }
    let bytes = Array(text.utf8)
    let written = unsafe write(file, bytes, bytes.count)
    try #require(written == bytes.count)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: path).path, withDestinationPath: target)
  }

  private var cPath: [CChar] {
    folder.path.utf8.map { CChar(bitPattern: $0) } + [0]
  }

  private func descriptor(open name: [CChar], at parent: Int32) -> Int32? {
    let file = unsafe openat(parent, name, O_RDONLY | O_DIRECTORY)
    return file >= 0 ? file : nil
  }
}

/// Runs `body` with an empty folder `in` inside a folder of its own.
func inTree(_ body: (Tree) throws -> Void) throws {
  try inTemporaryFolder { folder in
    let tree = Tree(folder: folder.resolvingSymlinksInPath().appending(path: "in"))
    try FileManager.default.createDirectory(at: tree.folder, withIntermediateDirectories: true)
    try body(tree)
  }
}

/// What a walk gave, in the order of the paths.
struct Walked: Equatable {
  var files: [String]
  var passedOver: PassedOver

  /// Files as `path`, `path <- location`, `path: code message`, `path/: code message`, with ` @ url` at the end.
  init(_ files: [String], _ passedOver: [PassedOver.Reason: Int] = [:]) {
    self.files = files
    self.passedOver = PassedOver(passedOver)
  }

  init(of inputs: [String], options: InputTree.Options = .init()) throws {
    var found: [FoundFile] = []
    passedOver = try InputTree(inputs, options).walk { found.append($0) }
    files = found.sorted { $0.path.lexicographicallyPrecedes($1.path) }.map(Self.line)
  }

  private static func line(_ file: FoundFile) -> String {
    var line = FileName.printed(FileName.carried(file.path)) + (file.isFolder ? "/" : "")
    if file.location != file.path {
      line += " <- " + FileName.printed(FileName.carried(file.location))
    }
    if let problem = file.problem { line += ": \(problem.code.rawValue) \(problem.message)" }
    if let url = file.url { line += " @ \(url)" }
    return line
  }
}
