import InputFiles
import Testing

@Test func aSideCarGivesTheAddressOfTheFileBesideIt() throws {
  try inTree { tree in
    try tree.add([
      "a.pdf": "x", "a.pdf.url": " \nhttp://a.cn/1.pdf \r\nmore\n",
      "b.pdf": "x", "b.pdf.url": "\u{FEFF}[InternetShortcut]\r\nIDList=\r\nURL=https://b.cn/2\r\n",
      "c.pdf": "x", "c.pdf.json": #"{"title": 1, "source_url": "FTP://c.cn/3?x=年"}"#,
      "d.pdf": "x", "d.pdf.json": #"{"url": "https://d.cn/", "source_url": "https://no.cn/"}"#,
      "e.pdf": "x", "e.pdf.json": #"{"url": 5, "source_url": "https://e.cn/"}"#,
      "f.pdf": "x", "f.pdf.url": "https://f.cn/", "f.pdf.json": #"{"url": "https://no.cn/"}"#,
      "g.pdf": "x", "g.pdf.url": "nothing", "g.pdf.json": #"{"url": "https://g.cn/"}"#,
    ])
    #expect(
      try Walked(of: [tree.path])
        == Walked(
          [
            "a.pdf @ http://a.cn/1.pdf", "b.pdf @ https://b.cn/2", "c.pdf @ FTP://c.cn/3?x=年",
            "d.pdf @ https://d.cn/", "e.pdf @ https://e.cn/", "f.pdf @ https://f.cn/",
            "g.pdf @ https://g.cn/",
          ], [.sidecar: 9, .badSidecar: 1]))
  }
}

@Test func aBadSideCarIsCounted() throws {
  try inTree { tree in
    let texts = [
      "", "file:///etc/passwd", "javascript:alert(1)", "/a.pdf", "https:a.cn", "https:///a",
      "https://a.cn/\u{7}", "https://a.cn/" + String(repeating: "x", count: 2_048),
      "[Other]\nURL=https://a.cn/", "[InternetShortcut]\nurl=",
      String(repeating: "\n", count: 65_537),
    ]
    for (index, text) in texts.enumerated() {
      try tree.add(["\(index + 10)": "x", "\(index + 10).url": text])
    }
    let objects = ["[]", "{}", "{", #"{"url": null}"#, String(repeating: "[", count: 60_000)]
    for (index, text) in objects.enumerated() {
      try tree.add(["\(index + 30)": "x", "\(index + 30).json": text])
    }
    try tree.add(["40": "x", "41": "x", "41.url/": ""])
    try tree.link("40.url", to: "../secret")
    try tree.add(Array("../secret".utf8), "https://secret.cn/")
    let names = (10..<21).map(String.init) + (30..<35).map(String.init) + ["40", "41"]
    #expect(
      try Walked(of: [tree.path]) == Walked(names, [.sidecar: 17, .badSidecar: 18]))
  }
}

@Test func whatDescribesNothingIsAnInput() throws {
  try inTree { tree in
    try tree.add(["a.json": "{}", "b/": "", "b.json": "{}", "c.url": "x", ".url": "x"])
    #expect(
      try Walked(of: [tree.path]) == Walked(["a.json", "b.json", "c.url"], [.hidden: 1]))
  }
}
