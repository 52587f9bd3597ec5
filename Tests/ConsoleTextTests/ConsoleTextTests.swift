import ConsoleText
import Testing

@Test(arguments: [
  ("a.pdf", 5), ("年报", 4), ("“年”…", 5), ("é", 1), ("e\u{301}", 1), ("\u{1F600}", 2),
  ("（）、。", 8), ("𠀀", 2), ("ｱ", 1), ("한글", 4), ("a\u{200B}b", 2),
])
func widthIsThatOfAFixedWidthFont(text: String, width: Int) {
  #expect(DisplayWidth.of(text) == width)
}

@Test func aPathIsCutAtItsFrontToColumns() {
  #expect(
    [20, 13, 12, 11, 10, 1].map { DisplayWidth.tail("柳桥区/23.pdf", width: $0) } == [
      "柳桥区/23.pdf", "柳桥区/23.pdf", "…桥区/23.pdf", "…区/23.pdf", "…区/23.pdf", "…",
    ])
}

@Test func partsAreSetInLinesWithTheirIndent() {
  #expect(
    DisplayWidth.wrapped(["年报", "a", "bb", "长长长长"], indent: 2, width: 9)
      == ["  年报 a", "  bb", "  长长长长"])
  #expect(DisplayWidth.wrapped("柳桥区/23.pdf is it", width: 9) == ["…/23.pdf", "is it"])
  #expect(DisplayWidth.wrapped("", width: 9) == [])
}

@Test func whatMovesTheCursorIsNotShown() {
  let text = "a\u{1B}[2J\u{202E}b\n年\u{200B}\u{2028}\u{E0041}\u{1F600}"
  #expect(
    TerminalText.line(text)
      == #"a\u{1b}[2J\u{202e}b\n年\u{200b}\u{2028}\u{e0041}"# + "\u{1F600}")
  #expect(TerminalText.lines("a\u{7}\n\nb\r\n") == #"a\u{7}"# + "\n\nb\\r\n")
}

@Test(arguments: [("jobs", "jobs", 0), ("", "jobs", 4), ("jbos", "jobs", 2), ("job", "jobs", 1)])
func distanceCountsTypingMistakes(a: String, b: String, distance: Int) {
  #expect(EditDistance.between(Array(a.utf8), Array(b.utf8)) == distance)
  #expect(EditDistance.between(Array(b.utf8), Array(a.utf8)) == distance)
}

@Test func chineseIsBrokenBetweenCharactersAndNotBeforeWhatCloses() {
  #expect(
    DisplayWidth.folded("  1. 总计是 12，应是 345（见表）", indent: 5, width: 16)
      == ["  1. 总计是 12，", "     应是 345（", "     见表）"]
      || DisplayWidth.folded("  1. 总计是 12，应是 345（见表）", indent: 5, width: 16)
        == ["  1. 总计是 12，", "     应是 345", "     （见表）"]
  )
  #expect(DisplayWidth.folded("abcdefgh", indent: 2, width: 5) == ["abcde", "  fgh"])
  #expect(DisplayWidth.folded("", indent: 2, width: 5) == [""])
  #expect(DisplayWidth.folded("一二三", indent: 2, width: 4) == ["一二", "  三"])
}
