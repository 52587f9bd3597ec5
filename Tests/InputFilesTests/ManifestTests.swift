import InputFiles
import Testing

private struct Read: Equatable {
  var rows: [String]
  var bad: Int
}

private func read(_ text: String) throws -> Read {
  var result = Read(rows: [], bad: 0)
  try inTree { tree in
    try tree.add(["m.csv": text])
    let manifest = try Manifest("\(tree.path)/m.csv")
    result.bad = try manifest.rows {
      result.rows.append("\(FileName.carried($0.path)) \($0.url)")
    }
  }
  return result
}

@Test func aManifestGivesPathsAndAddresses() throws {
  #expect(
    try read(
      "\u{FEFF}id, URL ,Path\r\n1,https://a.cn/,./a//b.pdf\r\n"
        + "2,\"https://b.cn/?x=1,2\",\"c \"\"d\"\"\nlast.pdf\"\n\n3,http://c.cn/,x/../e.pdf")
      == Read(
        rows: [
          "a/b.pdf https://a.cn/", "c \"d\"\nlast.pdf https://b.cn/?x=1,2", "e.pdf http://c.cn/",
        ],
        bad: 0))
}

@Test func aRowThatGivesNothingIsCounted() throws {
  #expect(
    try read(
      """
      path,url
      a.pdf
      ,https://a.cn/
      ../b.pdf,https://a.cn/
      /c.pdf,https://a.cn/
      d.pdf,file:///etc/passwd
      e.pdf,https://a.cn/,more
      """) == Read(rows: ["e.pdf https://a.cn/"], bad: 5))
}

@Test(arguments: [
  ("", 1, "no header; it must name the columns path and url"),
  ("a.pdf,https://a.cn/\n", 1, "the header must name the columns path and url"),
  ("path,url\na,b\n\"c\nd\n", 3, "a quoted field never ends"),
  ("path,url\n\"a\"b,c\n", 2, "text stands behind a quoted field"),
  ("path,url\n\"a\"\rb,c\n", 2, "text stands behind a quoted field"),
  ("path,url\n" + String(repeating: "x", count: 65_537), 2, "a row of more than 65536 bytes"),
])
func aDamagedManifestIsRefused(text: String, line: Int, reason: String) throws {
  let damage = try #require(throws: Manifest.Damage.self) { try read(text) }
  #expect(damage.line == line && damage.reason == reason)
}

@Test func aManifestIsAFile() throws {
  try inTree { tree in
    #expect(throws: NoInput(path: "\(tree.path)/none", reason: "No such file or directory")) {
      try Manifest("\(tree.path)/none")
    }
    #expect(throws: NoInput(path: tree.path, reason: "Not a regular file")) {
      try Manifest(tree.path)
    }
  }
}
