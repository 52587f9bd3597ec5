import Diagnostics
import DocumentModel
import Testing
import TextDecoding

/// One text in every encoding that reports are saved in.
@Suite struct DecodingTests {
  private let text = """
    济宁市示例局2020年政府信息公开工作年度报告
    一、总体情况
    2020年，本机关主动公开信息 64 条。
    规章\t0\t0
    其他\t1\t2
    """

  @Test func everyEncodingGivesTheSameDocument() async throws {
    let expected = try await read(text).value
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let twins: [([UInt8], [IssueCode])] = [
      ([0xEF, 0xBB, 0xBF] + Array(text.utf8), []),
      ([0xFF, 0xFE] + little, []), ([0xFE, 0xFF] + big, []),
      (little, [.encodingGuessed]), (big, [.encodingGuessed]),
      (Self.gb18030, [.encodingGuessed]),
    ]
    for (bytes, issues) in twins {
      let reading = try await read(bytes)
      #expect(reading.value == expected)
      #expect(reading.issues.map(\.code) == issues)
    }
  }

  @Test func aTextThatWasReadInAWrongEncodingIsNoted() async throws {
    let latin = String(decoding: Array(text.utf8).map(UInt16.init), as: UTF16.self)
    let gbk = String(decoding: Self.gb18030.map(UInt16.init), as: UTF16.self)
    let asked = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isASCII ? $0 : "?" }))
    let french = "Résumé d'activité: 23 demandes? Où? Voilà le café, très à propos. " + text
    var noted: [[IssueCode]] = []
    for text in [latin, gbk, asked, french] {
      noted.append(try await read(text).issues.map(\.code))
    }
    #expect(noted == [[.garbledText], [.garbledText], [.garbledText], []])
  }

  /// The bytes of `text`, by `iconv -t GB18030`.
  private static let gb18030: [UInt8] = hex(
    """
    bcc3c4fecad0cabec0fdbed632303230c4ead5feb8aed0c5cfa2b9abbfaab9a4d7f7c4eab6c8b1a8b8e60ad2
    bba1a2d7dccce5c7e9bff60a32303230c4eaa3acb1bebbfab9d8d6f7b6afb9abbfaad0c5cfa220363420ccf5
    a1a30ab9e6d5c2093009300ac6e4cbfb09310932
    """)

  private static func hex(_ digits: String) -> [UInt8] {
    let nibbles = digits.compactMap(\.hexDigitValue)
    return stride(from: 0, to: nibbles.count - 1, by: 2).map {
      UInt8(nibbles[$0] << 4 | nibbles[$0 + 1])
    }
  }

  @Test func fourByteCharactersAndUnicomAreReadAsGB18030() async throws {
    // 联通 is the word that looks like UTF-8 to careless readers; 𠮷 takes four bytes.
    #expect(try await dump([0xC1, 0xAA, 0xCD, 0xA8]) == ["1 联通"])
    #expect(try await dump([0xD6, 0xD0, 0x95, 0x34, 0xB2, 0x35, 0xCE, 0xC4]) == ["1 中\u{20BB7}文"])
  }

  @Test func aFewDamagedCharactersAreReplacedAndReported() async throws {
    var bytes = Array("政府信息公开工作年度报告".utf8)
    bytes[4] = 0xFF
    let reading = try await read(bytes)
    #expect(dump(reading.value) == ["1 政\u{FFFD}\u{FFFD}\u{FFFD}信息公开工作年度报告"])
    #expect(reading.issues.map(\.code) == [.garbledText])
  }

  @Test func charactersLostEarlierAreReported() async throws {
    let reading = try await read("政\u{FFFD}信息锟斤拷公开")
    #expect(
      reading.issues == [
        Issue(
          .garbledText, "2 characters were lost before the text was saved (U+FFFD, 锟斤拷)")
      ])
  }

  /// Overlong forms, surrogates, what lies beyond the last scalar, and characters cut off, wherever they stand.
  @Test func whatIsNoUTF8IsNeverTakenForIt() {
    let bytes: [UInt8] = [0x61, 0x80, 0xA0, 0xC0, 0xC3, 0xE0, 0xE4, 0xED, 0xF0, 0xF4, 0xF5]
    for first in bytes {
      for second in bytes {
        for third in bytes {
          for last in bytes {
            let text = [first, second, third, last]
            // Refused, or read with an issue.
            let decoded = try? TextDecoder.decode(Array("政府信息公开".utf8) + text)
            let isValid = String(validating: text, as: UTF8.self) != nil
            #expect((decoded?.issues.isEmpty ?? false) == isValid)
          }
        }
      }
    }
  }

  @Test func aTextCutOffInACharacterIsStillUTF8() async throws {
    let reading = try await read(Array("政府".utf8.dropLast()))
    #expect(dump(reading.value) == ["1 政\u{FFFD}"])
    #expect(reading.issues.map(\.code) == [.garbledText])
  }

  @Test func loneSurrogatesAreReplacedAndReported() async throws {
    let units: [UInt16] = [0x653F, 0xD800, 0x5E9C, 0xDC00, 0xD842, 0xDFB7]
    let reading = try await read(
      [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(dump(reading.value) == ["1 政\u{FFFD}府\u{FFFD}𠮷"])
    #expect(reading.issues.map(\.code) == [.garbledText])
  }

  @Test func aTextThatIsMostlySoundIsReadWithoutItsControlCharacters() async throws {
    let text = "二、主动公开政府信息情况\n全年制发规范性文件16件。\n"
    // One behind every fourth character: a fifth of all.
    var damaged = ""
    for (index, character) in text.enumerated() {
      damaged.append(character)
      if index % 4 == 3 { damaged.append("\u{1}") }
    }
    let reading = try await read(Array(damaged.utf8))
    #expect(dump(reading.value) == ["1 二、主动公开政府信息情况", "2 全年制发规范性文件16件。"])
    #expect(reading.issues.map(\.message) == ["6 control characters were left out"])
  }

  @Test func whatIsNoTextIsRefused() async {
    let utf32 = "政府信息".unicodeScalars.flatMap {
      [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0]
    }
    let big5: [UInt8] = [
      0xAC, 0x46, 0xA9, 0xB2, 0xB0, 0x54, 0xAE, 0xA7, 0xA4, 0xBD, 0xB6, 0x7D, 0xA4, 0x75, 0xA7,
      0x40,
      0xA6, 0x7E, 0xAB, 0xD7, 0xB3, 0xF8, 0xA7, 0x69,
    ]
    let cases: [([UInt8], FailureCode)] = [
      ([], .inputEmpty),
      ([0, 0, 0, 0, 0, 0], .textBinary),
      ([0xFF, 0xFE, 0, 0] + utf32, .textUndecodable),
      (utf32, .textUndecodable),
      (big5, .textUndecodable),
      (Array(repeating: 0xFF, count: 64), .textUndecodable),
      ((0..<64).map { UInt8($0 % 8) }, .textBinary),
      // Each byte of seven bits as often as any other, as in a program's file; a fifth are controls.
      ((0..<1_000).map { UInt8($0 * 37 % 127 + 1) }, .textBinary),
      (Array(String(repeating: "甲\u{1}\u{2}", count: 99).utf8), .textBinary),
    ]
    for (bytes, code) in cases {
      do {
        let reading = try await read(bytes)
        Testing.Issue.record("read as \(dump(reading.value))")
      } catch let failure as Failure {
        #expect(failure.code == code, "\(failure)")
      } catch {
        Testing.Issue.record(error)
      }
    }
  }
}
