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

@Test func onlyWhatMustBeIsEscaped() {
  var json = JSONWriter()
  json.string("政府/“x” \"\\\n\u{1}\u{2028}")
  #expect(String(decoding: json.bytes, as: UTF8.self) == #""政府/“x” \"\\\n\u0001\u2028""#)
}
