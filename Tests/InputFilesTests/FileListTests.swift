import Diagnostics
import Foundation
import InputFiles
import Testing

private func walked(
  _ list: String, separator: FileList.Separator = .newline, in tree: Tree,
  folder: String? = nil, exclude: [String] = []
) throws -> Walked {
  let file = tree.folder.deletingLastPathComponent().appending(path: "list").path
  try Data(list.utf8).write(to: URL(filePath: file))
  var options = InputTree.Options()
  options.filesFrom = file
  options.separator = separator
  options.exclude = exclude
  return try Walked(of: [folder ?? tree.path], options: options)
}

@Test func aListNamesFilesRelativeToTheFolder() throws {
  try inTree { tree in
    try tree.add([
      "a.txt": "x", "sub/.b.txt": "x", "c.txt": "x", "c.txt.url": "https://c.cn/", "d.part": "x",
      "e.txt": "", "f.txt": "x", "g.txt": "not listed",
    ])
    let list = """
      ./a.txt
      sub//.b.txt\r
      a.txt

      sub/../a.txt
      \(tree.path)/a.txt
      c.txt
      c.txt.url
      d.part
      e.txt
      f.txt
      """
    #expect(
      try walked(list, in: tree, exclude: ["f*"])
        == Walked(
          ["a.txt", "c.txt @ https://c.cn/", "e.txt", "sub/.b.txt"],
          [.temporary: 1, .excluded: 1, .sidecar: 1]))
  }
}

@Test func namesEndedByNULMayHoldAnything() throws {
  try inTree { tree in
    try tree.add(["a\nb.txt": "x", "c.txt\r": "x"])
    #expect(
      try walked("a\nb.txt\0c.txt\r\0", separator: .nul, in: tree)
        == Walked(["a\nb.txt", "c.txt\r"]))
  }
}

@Test func aNameThatIsNoInputIsAProblemOfItsOwn() throws {
  try inTree { tree in
    try tree.add(["a.txt": "x", "sub/b.txt": "x", "../outside.txt": "x"])
    try tree.link("out", to: "..")
    try tree.link("in", to: "sub")
    let long = String(repeating: "x", count: 4_097)
    let list = """
      /etc/passwd
      ../outside.txt
      sub/../../in/a.txt
      none.txt
      sub
      out/outside.txt
      in/b.txt
      in
      a.txt/x
      \(long)
      \(long.dropLast())
      \(long)
      """
    let start = String(repeating: "x", count: 64)
    #expect(
      try walked(list, in: tree)
        == Walked(
          [
            "../outside.txt: input_unreadable The name leads out of the input folder",
            "/etc/passwd: input_unreadable The name leads out of the input folder",
            "a.txt/x: input_unreadable Cannot be read: Not a directory",
            "in/b.txt <- sub/b.txt",
            "none.txt: input_unreadable Cannot be read: No such file or directory",
            "out/outside.txt: input_not_regular Is a link that leads out of the input folder",
            "sub: input_not_regular Is a folder, not a regular file",
            "sub/../../in/a.txt: input_unreadable The name leads out of the input folder",
            "\(long.dropLast()): input_unreadable Cannot be read: File name too long",
            "\(start)… (line 10 of the list): input_unreadable The name has more than the limit of 4096 bytes",
            "\(start)… (line 12 of the list): input_unreadable The name has more than the limit of 4096 bytes",
          ], [.linkToFolder: 1]))
  }
}

@Test func aListTakesOneFolderAtMost() throws {
  try inTree { tree in
    try tree.add(["list": "a"])
    var options = InputTree.Options()
    options.filesFrom = "\(tree.path)/list"
    #expect(throws: NoInput.self) { try InputTree([tree.path, tree.path], options) }
    options.filesFrom = "\(tree.path)/none"
    #expect(throws: NoInput(path: "\(tree.path)/none", reason: "No such file or directory")) {
      try InputTree([tree.path], options)
    }
    options.filesFrom = tree.path
    #expect(throws: NoInput(path: tree.path, reason: "Is a directory")) {
      try InputTree([tree.path], options)
    }
  }
}
