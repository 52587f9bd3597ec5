import InputFiles
import Testing

@Test(arguments: [
  ("*.pdf", ["a.pdf", "2023/a.pdf", ".pdf"], ["a.PDF", "a.pdf/b", "a.pdfx"]),
  ("2023/*.pdf", ["2023/a.pdf"], ["2023/05/a.pdf", "x/2023/a.pdf", "2023/a.docx"]),
  ("/2023/*.pdf", ["2023/a.pdf"], ["2023/05/a.pdf"]),
  ("2023/**/*.pdf", ["2023/a.pdf", "2023/05/a.pdf", "2023/05/06/a.pdf"], ["2023a.pdf", "a.pdf"]),
  ("**/draft", ["draft", "a/draft", "a/b/draft"], ["adraft", "a/xdraft", "draft/a"]),
  ("/draft", ["draft"], ["a/draft"]),
  ("2023/**", ["2023/a", "2023/a/b", "2023/"], ["2023", "20234/a"]),
  ("a**b", ["ab", "axxb"], ["axx"]), ("x/a**b", ["x/ab", "x/a/y/b"], ["ab"]),
  ("?.txt", ["a.txt", "年.txt", "\u{10FFB5}.txt"], ["年报.txt", ".txt", "/.txt"]),
  ("a/?/b", ["a/x/b"], ["a//b", "a/xy/b"]),
  ("[0-9][!0-9年]*", ["1a", "2月.txt"], ["12", "1年", "a1"]), ("[]x]", ["]", "x"], ["[]", "a"]),
  ("[^a]", ["b"], ["a"]), ("[z-a]", ["z", "a"], ["m"]), ("[a", ["[a"], ["a"]),
  ("a[/]b/c", [], ["a/b/c"]), ("\\*\\[a\\]", ["*[a]"], ["x[a]", "\\*a"]), ("\\", ["\\"], [""]),
  ("年报*", ["年报.pdf", "x/年报"], ["年"]), ("", [], ["a"]), ("**", ["a", "a/b"], []),
  ("*", ["a", "a/b"], []), ("cache/", [], ["cache"]),
])
func patternsMatchWhatTheirDescriptionSays(
  pattern: String, matching: [String], others: [String]
) {
  let glob = GlobPattern(pattern)
  let paths = matching + others
  #expect(
    paths.filter { glob.matches(FileName.bytes($0)[...], isFolder: false) } == matching)
}

@Test func aPatternWithASlashAtItsEndIsForFolders() {
  let path = Array("a/cache".utf8)[...]
  #expect(
    [GlobPattern("cache/"), GlobPattern("x/"), GlobPattern("cache")].map {
      [$0.matches(path, isFolder: true), $0.matches(path, isFolder: false)]
    } == [[true, false], [false, false], [true, true]])
}

@Test(.timeLimit(.minutes(15)))
func noPatternIsSlow() {
  let stars = GlobPattern(String(repeating: "*a", count: 500) + "b")
  let folders = GlobPattern(String(repeating: "**/a/", count: 200) + "b")
  let path = Array(String(repeating: "a/", count: 2_000).utf8)
  let name = [UInt8](repeating: UInt8(ascii: "a"), count: 4_000)
  #expect(
    [stars.matches(name[...], isFolder: false), folders.matches(path[...], isFolder: false)]
      == [false, false])
}
