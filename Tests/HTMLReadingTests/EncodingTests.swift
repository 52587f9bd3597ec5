import Diagnostics
import DocumentModel
import HTMLReading
import Testing

/// The bytes decide, and the page's own word only where they leave a choice.
@Suite struct EncodingTests {
  /// 朱镕基 in GBK: the second is no character of GB2312.
  private static let gbk: [UInt8] = [0xD6, 0xEC, 0xE9, 0x46, 0xBB, 0xF9]
  private static let prose = "<p>一、总体情况</p>"

  private func page(_ meta: String, _ text: [UInt8]) -> [UInt8] {
    Array("<html><head>\(meta)</head><body><p>".utf8) + text + Array("</p></body></html>".utf8)
  }

  @Test func gbkUnderTheNameOfGB2312() async throws {
    let read = try await read(page("<meta charset=gb2312>", Self.gbk))
    #expect(lines(read.value) == ["朱镕基"])
    #expect(read.issues.isEmpty)
  }

  @Test func fourBytesOfGB18030UnderTheNameOfGBK() async throws {
    // U+3400 and U+20000.
    let text: [UInt8] = [0x81, 0x39, 0xEE, 0x39, 0x95, 0x32, 0x82, 0x36]
    let read = try await read(page("<meta charset='gbk'>", text))
    #expect(lines(read.value) == ["㐀𠀀"])
  }

  @Test(arguments: [
    "<meta charset=gb2312>", "", "<meta http-equiv=Content-Type content='text/html; charset=big5'>",
  ])
  func utf8ByItsOwnRules(meta: String) async throws {
    let read = try await read(page(meta, Array("朱镕基".utf8)))
    #expect(lines(read.value) == ["朱镕基"])
    #expect(read.issues.isEmpty)
  }

  @Test func aByteOrderMarkIsNoText() async throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + page("<meta charset=gb2312>", Array("朱镕基".utf8))
    #expect(lines(try await read(bytes).value) == ["朱镕基"])
  }

  @Test func withoutANameGB18030IsGuessed() async throws {
    let text: [UInt8] = [0xD2, 0xBB, 0xA1, 0xA2, 0xD7, 0xDC, 0xCC, 0xE5, 0xC7, 0xE9, 0xBF, 0xF6]
    let read = try await read(page("", text))
    #expect(lines(read.value) == ["一、总体情况"])
    #expect(read.issues.map(\.code) == [.encodingGuessed])
  }

  @Test func utf16AndABadByte() async throws {
    let text = "<html><body><p>一、总体情况</p></body></html>"
    let wide: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(lines(try await read(wide).value) == ["一、总体情况"])
    let bad = try await read(page("", Array("朱镕".utf8) + [0xFF] + Array("基，总体情况".utf8)))
    #expect(lines(bad.value) == ["朱镕\u{FFFD}基，总体情况"])
    #expect(bad.issues.map(\.code) == [.garbledText])
  }

  /// 政府資訊公開年度報告政府資訊公開 in Big5.
  private static let big5: [UInt8] = [
    0xAC, 0x46, 0xA9, 0xB2, 0xB8, 0xEA, 0xB0, 0x54, 0xA4, 0xBD, 0xB6, 0x7D, 0xA6, 0x7E, 0xAB, 0xD7,
    0xB3, 0xF8, 0xA7, 0x69, 0xAC, 0x46, 0xA9, 0xB2, 0xB8, 0xEA, 0xB0, 0x54, 0xA4, 0xBD, 0xB6, 0x7D,
  ]

  @Test(arguments: [
    ("big5", [IssueCode]()), ("gbk", [.encodingGuessed]), ("gb2312", [.encodingGuessed]),
  ])
  func big5WhateverThePageCallsIt(name: String, codes: [IssueCode]) async throws {
    let read = try await read(page("<meta charset=\(name)>", Self.big5))
    #expect(lines(read.value) == ["政府資訊公開年度報告政府資訊公開"])
    #expect(read.issues.map(\.code) == codes)
    #expect(
      read.issues.allSatisfy {
        $0.message.hasPrefix("The declared encoding is wrong; read as Big5")
      })
  }

  @Test func traditionalCharactersInGBKAreGBK() async throws {
    // 政府信息公開年度報告，統計規數書處許強費標項結維
    let text: [UInt8] = [
      0xD5, 0xFE, 0xB8, 0xAE, 0xD0, 0xC5, 0xCF, 0xA2, 0xB9, 0xAB, 0xE9, 0x5F, 0xC4, 0xEA, 0xB6,
      0xC8,
      0x88, 0xF3, 0xB8, 0xE6, 0xBD, 0x59, 0xD3, 0x8B, 0xD2, 0x8E, 0x94, 0xB5, 0x95, 0xF8, 0xCC,
      0x8E,
    ]
    let read = try await read(page("<meta charset=gbk>", text))
    #expect(lines(read.value) == ["政府信息公開年度報告結計規數書處"])
  }

  @Test(arguments: ["hz-gb-2312", "gb2312", "utf-8"])
  func sevenBitsWithMarks(name: String) async throws {
    let text = "~{R;!\"W\\LeGi?v~}~~12~{<~~}"
    let read = try await read(page("<meta charset=\(name)>", Array(text.utf8)))
    #expect(lines(read.value) == ["一、总体情况~12件"])
    #expect(read.issues.map(\.code) == [.encodingGuessed])
    #expect(try await lines("<p>~{甲~}</p><p>a~{b</p>") == ["~{甲~}", "a~{b"])
  }
}
