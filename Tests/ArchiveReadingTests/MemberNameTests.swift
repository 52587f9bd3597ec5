import Testing

@testable import ArchiveReading

@Suite struct MemberNameTests {
  /// 年报 in GBK.
  private static let gbk: [UInt8] = [0xC4, 0xEA, 0xB1, 0xA8]

  @Test(
    arguments: [
      (gbk, "年报"), (Array("年报".utf8), "年报"), (gbk + Array("\\2023.docx".utf8), "年报/2023.docx"),
      (Array("../../etc/passwd".utf8), "../../etc/passwd"), (Array("C:\\a.docx".utf8), "C:/a.docx"),
      // 乗 in GBK is 81 5C, and 5C alone a backslash.
      ([0x81, 0x5C, 0x5C, 0x61], "乗/a"),
    ] as [([UInt8], String)])
  func bytesAreReadAsTheEncodingThatTheyCanBe(bytes: [UInt8], path: String) {
    #expect(MemberName(bytes).path == path)
    #expect(MemberName(bytes).doubt == nil)
  }

  /// 通知.txt in GBK is valid UTF-8 as well.
  @Test func aNameThatIsBothIsChineseUnlessTheArchiveSaysOtherwise() {
    let bytes: [UInt8] = [0xCD, 0xA8, 0xD6, 0xAA] + Array(".txt".utf8)
    #expect(MemberName(bytes).path == "通知.txt")
    #expect(MemberName(bytes, saysUTF8: true).path == "\u{368}\u{5AA}.txt")
    #expect(MemberName(Array("阿·买 é.txt".utf8)).path == "阿·买 é.txt")
    // 电脑 in GBK: three bytes a character, as Chinese ones have.
    #expect(MemberName(Array("鐢佃剳.txt".utf8)).path == "鐢佃剳.txt")
  }

  @Test func aNameInNoEncodingIsShownByItsBytes() {
    let name = MemberName([0x61, 0x5C, 0xFF, 0xFE, 0x2E, 0x64])
    #expect(name.path == "a/\\xFF\\xFE.d")
    #expect(name.doubt == "is in no known encoding")
  }

  @Test func theArchivesOwnUnicodeNameComesFirst() {
    #expect(MemberName([0x3F, 0x3F], unicode: Array("年报".utf8)).path == "年报")
  }

  @Test func aNameLongerThanAPathIsCut() {
    let name = MemberName([UInt8](repeating: 0x61, count: 70_000))
    #expect(name.path.utf8.count == 4_096 + 3)
    #expect(name.doubt == "is too long, and cut")
  }
}
