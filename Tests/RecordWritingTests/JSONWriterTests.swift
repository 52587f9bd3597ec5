import Foundation
import Testing

@testable import RecordWriting

@Test(arguments: [
  "", "规章 0/0", "a\"b\\c", "line\nbreak\ttab\r", "\u{0}\u{1}\u{1F}", "“三安全一稳定”…",
  "\u{2028}\u{2029}", "😀", "é",
])
func aStringReadsBackAsItself(text: String) throws {
  var json = JSONWriter()
  json.array { json in
    json.element()
    json.string(text)
  }
  #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == [text])
}

/// Strings are looked at eight bytes at a time.
@Test(arguments: ["\"", "\\", "\n", "\u{1F}", "\u{2028}", "”", "公", " "])
func aCharacterIsEscapedWhereverItStands(character: String) throws {
  for before in 0...17 {
    for after in 0...17 {
      let text =
        String(repeating: "a", count: before) + character + String(repeating: "年", count: after)
      var json = JSONWriter()
      json.string(text + text)
      let read = try JSONDecoder().decode(String.self, from: Data(json.bytes))
      #expect(read == text + text && !json.bytes.contains(10))
    }
  }
}

@Test func everyNumberIsWrittenInFull() {
  for number in [0, 7, 10, 909, -1, -10, 1_234_567_890, Int.max, Int.min] {
    var json = JSONWriter()
    json.integer(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
  }
}

@Test func onlyWhatMustBeIsEscaped() {
  var json = JSONWriter()
  json.string("政府/“x” \"\\\n\u{1}\u{2028}")
  #expect(String(decoding: json.bytes, as: UTF8.self) == #""政府/“x” \"\\\n\u0001\u2028""#)
}
