import DocumentModel
import Testing

@Suite struct CleanTextTests {
  @Test(arguments: [
    ("　　0\u{A0}", "0"),
    ("总体情况", "总体情况"),
    ("a  b", "a b"),
    (" a", "a"),
    ("a ", "a"),
    ("", ""),
    (" \t\n", ""),
    ("第一行\n第二行\t末", "第一行 第二行 末"),
    ("\u{FEFF}政\u{200B}府\u{AD}", "政府"),
    ("１２３，４（元）", "１２３，４（元）"),
    ("a\u{1}b\u{7F}", "ab"),
    ("𠮷 \u{10FFFF}", "𠮷 \u{10FFFF}"),
    ("葛\u{E0100}", "葛"),
    ("\u{202E}123\u{202C}", "\u{FFFD}123"),
  ])
  func aLineHasNoControlsAndSingleBlanks(text: String, clean: String) {
    #expect(Array(CleanText.line(text).utf8) == Array(clean.utf8))
  }

  @Test func radicalsBecomeTheIdeographsTheyLookLike() {
    let printed = "⼀、总体情况 ⼗⼆⽉ ⻚ ⻓ ⺠ \u{F90A}\u{F9DD}\u{FAD9}"
    let expected = "一、总体情况 十二月 页 长 民 \u{91D1}\u{5229}\u{9F8E}"
    #expect(CleanText.line(printed).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func cleaningTwiceChangesNothingMore() {
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = CleanText.line("x\(scalar)\(scalar)年")
      #expect(Array(CleanText.line(once).utf8) == Array(once.utf8), "U+\(String(value, radix: 16))")
    }
  }

  @Test func everyCharacterIsKeptABlankOrDropped() {
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), !isRadical(value), value != 0x202E else {
        continue
      }
      let expected =
        CleanText.isBlank(scalar) ? "x y" : CleanText.isDropped(scalar) ? "xy" : "x\(scalar)y"
      let clean = CleanText.line("x\(scalar)y")
      #expect(Array(clean.utf8) == Array(expected.utf8), "U+\(String(value, radix: 16))")
    }
  }

  private func isRadical(_ scalar: UInt32) -> Bool {
    (0x2E80...0x2FDF).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
  }

  @Test func theBytesOfALineGiveTheSameTextAsTheLine() {
    for text in ["规章", " 规　章 ", "", "a\u{0}b", "⾦"] {
      let bytes = Array(text.utf8)
      #expect(CleanText.line(bytes.span) == CleanText.line(text))
    }
  }

  @Test func bytesThatAreNoTextAreReplaced() {
    let bytes: [UInt8] = [0x61, 0xE4, 0xB8, 0x20, 0xFF, 0x62, 0xC3]
    #expect(CleanText.line(bytes.span) == "a\u{FFFD}\u{FFFD} \u{FFFD}b\u{FFFD}")
  }

  /// Whatever bytes stand where: overlong forms, surrogates, what lies beyond the last scalar, characters cut off.
  @Test func whatIsNoTextIsNeverTakenForIt() {
    let bytes: [UInt8] = [
      0x61, 0x20, 0x80, 0xBF, 0xC0, 0xC3, 0xE0, 0xE4, 0xEC, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xA0,
      0x90,
    ]
    for first in bytes {
      for second in bytes {
        for third in bytes {
          for last in bytes {
            let utf8 = [0x61, first, second, third, last, 0x62]
            let line = CleanText.line(utf8.span)
            if let text = String(validating: utf8, as: UTF8.self) {
              #expect(line == CleanText.line(text))
            }
            #expect(String(validating: Array(line.utf8), as: UTF8.self) == line)
          }
        }
      }
    }
  }

  @Test(arguments: [
    (["本年新", "制作数量"], "本年新制作数量"),
    (["300", "1"], "300 1"),
    (["３００", "１"], "３００ １"),
    (["106.36", "万元"], "106.36万元"),
    (["2020", "年"], "2020年"),
    (["annual", "report"], "annual report"),
    (["—", "5"], "— 5"),
    (["总", "", "计"], "总计"),
    (["（一）", "0"], "（一）0"),
    ([], ""),
  ])
  func linesOfOneCellJoinWithoutMakingOneNumberOfTwo(lines: [String], joined: String) {
    #expect(CleanText.joinLines(lines) == joined)
  }
}
