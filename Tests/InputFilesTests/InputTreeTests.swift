import Diagnostics
import Foundation
import InputFiles
import TestSupport
import Testing

@Test func aFolderGivesItsFilesAndCountsWhatItPassesOver() throws {
  try inTree { tree in
    try tree.add([
      "b/1.txt": "x", "a.txt": "x", "B.txt": "x", ".hidden/2.txt": "x", ".x.txt": "x",
      "~$a.docx": "x", ".~lock.a.docx#": "x", "a/3.pdf.part": "x", "a/4.pdf.crdownload": "x",
      "a/é.txt": "x", "a/z.txt": "x", "a/empty.txt": "", "~$folder/5.txt": "x", "none/": "",
      "a/5.docx.xltd": "x", "a/5.docx.partial": "x", "a/6.pdf.opdownload": "x",
      "a/6.pdf.aria2": "x",
      "b/Thumbs.db": "x", "b/desktop.ini": "x", ".DS_Store": "x",
      "a_files/b.JS": "x", "a_files/c.css": "x", "a_files/d.js.下载": "x", "a_files/e.woff2": "x",
      "f.js.txt": "x", "js": "x",
    ])
    #expect(
      try Walked(of: [tree.path])
        == Walked(
          [
            "B.txt", "a.txt", "a/empty.txt", "a/z.txt", "a/é.txt", "b/1.txt", "f.js.txt", "js",
            "~$folder/5.txt",
          ],
          [.hidden: 3, .temporary: 8, .system: 6]))
  }
}

@Test func whatIsPassedOverIsNamed() throws {
  try inTree { tree in
    try tree.add([
      "a.txt": "x", "a.txt.url": "no address", "b.txt": "x", "b.txt.json": "{}", ".git/x": "x",
      "~$a.docx": "x",
      "d/Thumbs.db": "x", "d/c.pdf.part": "x", "old/d.txt": "x", "e.tmp": "x",
    ])
    try tree.link("link", to: "d")
    var options = InputTree.Options()
    options.exclude = ["old", "*.tmp"]
    var named: [String] = []
    let passedOver = try InputTree([tree.path], options).walk { _ in
    } passing: { reason, path in
      named.append("\(reason.rawValue) \(FileName.carried(path))")
    }
    #expect(
      named.sorted() == [
        "bad_sidecar a.txt.url", "bad_sidecar b.txt.json", "excluded e.tmp", "excluded old/",
        "hidden .git/", "link_to_folder link", "sidecar a.txt.url", "sidecar b.txt.json",
        "system d/Thumbs.db", "temporary d/c.pdf.part", "temporary ~$a.docx",
      ])
    #expect(passedOver.all.reduce(0) { $0 + $1.count } == named.count)
  }
}

@Test func sizesAndTimesAreThoseOfTheFile() throws {
  try inTree { tree in
    try tree.add(["a.txt": "12345"])
    let times = [timespec(tv_sec: 1, tv_nsec: 2), timespec(tv_sec: -1, tv_nsec: 3)]
    let result = unsafe utimensat(AT_FDCWD, tree.path + "/a.txt", times, 0)
    #expect(result == 0)
    try tree.link("b.txt", to: "a.txt")
    var found: [FoundFile] = []
    _ = try InputTree([tree.path]).walk { found.append($0) }
    #expect(
      found == [
        FoundFile(path: Array("a.txt".utf8), size: 5, modified: -999_999_997),
        FoundFile(
          path: Array("b.txt".utf8), location: Array("a.txt".utf8), size: 5,
          modified: -999_999_997),
      ])
  }
}

@Test func severalInputsAreRelativeToTheFolderThatHoldsThemAll() throws {
  try inTree { tree in
    try tree.add(["a/x/1.txt": "x", "a/y/2.txt": "x", "a/y/z/.3.txt": "x", "c.txt": "x"])
    let top = tree.path
    #expect(try Walked(of: ["\(top)/a/x/1.txt"]) == Walked(["1.txt"]))
    #expect(try Walked(of: ["\(top)/a/x", "\(top)/a/./y/../x/"]) == Walked(["1.txt"]))
    #expect(
      try Walked(of: ["\(top)/a/y", "\(top)/a/x/1.txt"])
        == Walked(["x/1.txt", "y/2.txt"], [.hidden: 1]))
    #expect(
      try Walked(of: [
        "\(top)/a", "\(top)/a/y", "\(top)/a/y/z/.3.txt", "\(top)/a/x/../y/2.txt", "\(top)/c.txt",
      ]) == Walked(["a/x/1.txt", "a/y/2.txt", "a/y/z/.3.txt", "c.txt"]))
    let tree = try InputTree(["\(top)/a/x/1.txt", "\(top)/a/y/2.txt"])
    #expect(FileName.carried(tree.root.path) == "\(top)/a")
  }
}

@Test func whatIsNamedItselfIsPassedOverByPatternsOnly() throws {
  try inTree { tree in
    try tree.add([".a.txt": "x", "b.part": "x", "c.txt": "", "c.txt.json": "{}", "d.txt": "x"])
    try tree.link("out.txt", to: "../out.txt")
    try Data("x".utf8).write(to: tree.folder.appending(path: "../out.txt").standardized)
    var options = InputTree.Options()
    options.exclude = ["d*"]
    let names = [".a.txt", "b.part", "c.txt", "c.txt.json", "d.txt", "out.txt"]
    let outside = tree.folder.deletingLastPathComponent().appending(path: "out.txt").path
    #expect(
      try Walked(of: names.map { "\(tree.path)/\($0)" }, options: options)
        == Walked(
          [".a.txt", "b.part", "c.txt", "c.txt.json", "out.txt <- \(outside)"],
          [.excluded: 1, .badSidecar: 1]))
  }
}

@Test func aMissingInputIsNone() throws {
  try inTree { tree in
    #expect(
      throws: NoInput(path: "\(tree.path)/none", reason: "No such file or directory")
    ) { try InputTree([tree.path, "\(tree.path)/none"]) }
  }
}

@Test func linksAreFollowedInsideTheTreeOnly() throws {
  try inTree { tree in
    try tree.add(["a.txt": "x", "sub/b.txt": "x", "empty.txt": ""])
    try tree.link("1-inside", to: "sub/b.txt")
    try tree.link("2-absolute", to: "\(tree.path)/sub/../a.txt")
    try tree.link("3-chain", to: "1-inside")
    try tree.link("4-folder", to: "sub")
    try tree.link("5-up", to: "..")
    try tree.link("6-nothing", to: "none")
    try tree.link("7-itself", to: "7-itself")
    try tree.link("8-out", to: "/etc/passwd")
    try tree.link("9-device", to: "/dev/zero")
    try tree.link("9-empty", to: "empty.txt")
    try tree.link("9-process", to: "/proc/self/mem")
    #expect(
      try Walked(of: [tree.path])
        == Walked(
          [
            "1-inside <- sub/b.txt", "2-absolute <- a.txt", "3-chain <- sub/b.txt",
            "6-nothing: input_not_regular Is a link to nothing",
            "7-itself: input_not_regular Is a link that leads to itself",
            "8-out: input_not_regular Is a link that leads out of the input folder",
            "9-device: input_not_regular Is a link to a device",
            "9-empty <- empty.txt",
            "9-process: input_not_regular Is a link that leads out of the input folder",
            "a.txt", "empty.txt", "sub/b.txt",
          ], [.linkToFolder: 2]))
  }
}

@Test func whatIsNoFileIsNamedAndNotOpened() throws {
  try inTree { tree in
    let fifo = unsafe mkfifo(tree.path + "/fifo.pdf", 0o600)
    let device = unsafe mknod(tree.path + "/socket.pdf", S_IFSOCK | 0o600, 0)
    #expect([fifo, device] == [0, 0])
    let walked = try Walked(of: [tree.path])
    #expect(
      walked
        == Walked([
          "fifo.pdf: input_not_regular Is a FIFO, not a regular file",
          "socket.pdf: input_not_regular Is a socket, not a regular file",
        ]))
    let named = try Walked(of: ["\(tree.path)/fifo.pdf"])
    #expect(named == Walked(["fifo.pdf: input_not_regular Is a FIFO, not a regular file"]))
  }
}

@Test func namesAreBytes() throws {
  try inTree { tree in
    let names: [[UInt8]] = [
      Array("a\nb.txt".utf8), Array("'\"$(x)`.txt".utf8), Array("-rf.txt".utf8),
      [0xB5, 0x61, 0xFF], Array("é".utf8), Array("e\u{301}".utf8),
      Array("/\u{301}x".utf8.dropFirst()),
      Array((String(repeating: "公", count: 83) + ".pdf").utf8) + [0x61], [0x20], [0x01],
    ]
    for name in names {
      try tree.add(name, "x")
      try tree.add(Array("d/".utf8) + name + Array("/x".utf8), "x")
    }
    var found: [[UInt8]] = []
    let walk = try InputTree([tree.path])
    _ = try walk.walk { file in
      found.append(file.path)
      let bytes = try RegularFile.read(file.location, below: walk.root, limit: 10)
      #expect(bytes == Array("x".utf8))
    }
    #expect(
      Set(found) == Set(names + names.map { Array("d/".utf8) + $0 + Array("/x".utf8) })
        && found.count == 20)
  }
}

@Test(arguments: [3_000, 5_000])
func pathsMayBeLongerThanTheSystemTakes(length: Int) throws {
  try inTree { tree in
    var path: [UInt8] = []
    while path.count < length { path += Array(String(repeating: "深", count: 60).utf8) + [0x2F] }
    path += Array("x.txt".utf8)
    try tree.add(path, "文")
    try tree.add(path + Array(".url".utf8), "http://a.cn/")
    let walk = try InputTree([tree.path])
    var found: [FoundFile] = []
    _ = try walk.walk { found.append($0) }
    #expect(found.map(\.path) == [path] && found.map(\.url) == ["http://a.cn/"])
    #expect(try RegularFile.read(path, below: walk.root, limit: 10) == Array("文".utf8))
  }
}

@Test func aTreeWithoutEndHasOne() throws {
  try inTree { tree in
    // As deep as a tree may be, and two folders more.
    let step = Array(String(repeating: "d", count: 200).utf8) + [0x2F]
    let path = Array(repeatElement(step, count: (16 << 10) / step.count + 2).joined())
    try tree.add(path + [0x78], "x")
    let walked = try Walked(of: [tree.path])
    #expect(walked.files.count == 1)
    #expect(
      walked.files.first?.hasSuffix(
        "d/: input_unreadable The path has more than the limit of 16384 bytes") == true)
  }
}

@Test func filesMayBeTooLarge() throws {
  try inTree { tree in
    try tree.add(["a.txt": "12345", "b.txt": "1234"])
    var options = InputTree.Options()
    options.maxSize = 4
    #expect(
      try Walked(of: [tree.path], options: options)
        == Walked([
          "a.txt: input_too_large The file has 5 bytes, more than the limit input_bytes = 4",
          "b.txt",
        ]))
  }
}

@Test func theOutputOfTheRunIsNoInput() throws {
  try inTree { tree in
    try tree.add(["a.txt": "x"])
    try tree.link("same", to: "out")
    var options = InputTree.Options()
    options.notEntered = ["\(tree.path)/same", "\(tree.path)/none"]
    let input = try InputTree([tree.path], options)
    // Made by the run itself, on its first night.
    try tree.add(["out/records.jsonl": "x"])
    var found: [String] = []
    let passedOver = try input.walk { found.append(FileName.carried($0.path)) }
    #expect(found == ["a.txt"])
    #expect(passedOver == PassedOver([.excluded: 1, .linkToFolder: 1]))
  }
}

@Test func patternsChooseFilesAndFolders() throws {
  try inTree { tree in
    try tree.add([
      "2022/a.pdf": "x", "2022/a.pdf.url": "https://a.cn/a.pdf", "2022/a.docx": "x",
      "2023/05/b.pdf": "x", "2023/old/c.pdf": "x", "2023/old/d/e.pdf": "x", "all/x.txt": "x",
    ])
    var options = InputTree.Options()
    options.include = ["*.pdf", "all"]
    options.exclude = ["2023/old"]
    #expect(
      try Walked(of: [tree.path], options: options)
        == Walked(
          ["2022/a.pdf @ https://a.cn/a.pdf", "2023/05/b.pdf", "all/x.txt"],
          [.excluded: 2, .sidecar: 1]))
    // Named together with another, a folder is looked at in the same way.
    #expect(
      try Walked(of: ["all", "2022", "2023/old"].map { "\(tree.path)/\($0)" }, options: options)
        == Walked(
          ["2022/a.pdf @ https://a.cn/a.pdf", "all/x.txt"], [.excluded: 2, .sidecar: 1]))
  }
}

@Test func theOrderIsTheSameEachTime() throws {
  try inTree { tree in
    for index in 0..<200 { try tree.add(["\(index % 7)/\(index).txt": "x"]) }
    func paths() throws -> [[UInt8]] {
      var paths: [[UInt8]] = []
      _ = try InputTree([tree.path]).walk { paths.append($0.path) }
      return paths
    }
    let first = try paths()
    #expect(first.count == 200)
    #expect(try paths() == first)
  }
}

@Test func anErrorOfTheVisitorEndsTheWalk() throws {
  struct Full: Error {}
  try inTree { tree in
    try tree.add(["a": "x", "b": "x", "c": "x"])
    var count = 0
    #expect(throws: Full.self) {
      try InputTree([tree.path]).walk { _ in
        count += 1
        if count == 2 { throw Full() }
      }
    }
    #expect(count == 2)
  }
}
