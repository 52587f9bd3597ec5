import RecordReading
import ReportRecords
import Testing

private func value(_ json: String, depth: Int = 16) -> JSONValue? {
  JSONValue(Array(json.utf8), depth: depth)
}

private func member(_ json: String, _ key: String) -> String? {
  value(json)?[key].map { $0.string ?? $0.integer.map(String.init) ?? "…" }
}

@Test func membersAreFoundWhateverStandsBetweenThem() {
  let json = #"{"a":1,"b":{"a":2,"c":[3,{"c":4}]},"c":"\"}","d":5,"a":6}"# + "\n"
  #expect(["a", "b", "c", "d", "x"].map { member(json, $0) } == ["1", "…", "\"}", "5", nil])
  #expect(
    value(json)?["b"]?["c"]?.elements?.map { $0["c"]?.integer ?? $0.integer } == [4, 3].reversed())
  #expect(value(json)?.members?.keys.sorted() == ["a", "b", "c", "d"])
  #expect(value("[]")?.elements?.count == 0)
  #expect(value("{}")?.members?.count == 0)
}

@Test func aNumberIsReadAsItIsWritten() {
  let numbers = value("[-5,0.34,1e3,99999999999999999999,null,\"7\",true]")?.elements ?? []
  #expect(numbers.map { $0.decimal?.description } == ["-5", "0.34", nil, nil, nil, nil, nil])
  #expect(numbers.map(\.integer) == [-5, nil, nil, nil, nil, nil, nil])
  #expect(numbers.map(\.isTrue) == [false, false, false, false, false, false, true])
  #expect(numbers.map(\.isNull) == [false, false, false, false, true, false, false])
}

@Test(arguments: [
  "", "\n", "{", "[1", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1,,", "{\"a\\\":1}",
  "{\"a\":[}", "[1,]", "[,1]",
  "{\"a\":1]", "{}}", "1,2", "\"a", "{1:2}", "]",
])
func whatIsNotOneWholeValueIsNone(json: String) {
  #expect(value(json) == nil)
  #expect(value("{\"a\":\(json)}", depth: 0)?["a"] == nil)
}

@Test func valuesBelowTheDepthAreNotFound() {
  let json = #"{"a":{"b":{"c":1}},"d":2}"#
  #expect(value(json, depth: 2)?["a"]?["b"] != nil)
  #expect(value(json, depth: 2)?["a"]?["b"]?["c"] == nil)
  #expect(value(json, depth: 1)?["d"]?.integer == 2)
  #expect(value(json, depth: 1)?["a"]?["b"] == nil)
}

@Test func deepNestingCostsNoStack() {
  let deep = String(repeating: "[", count: 1_000_000)
  #expect(value(deep) == nil)
  #expect(value("{\"a\":\(deep)") == nil)
  #expect(value(deep + String(repeating: "]", count: 1_000_000))?.elements?.count == 1)
}

@Test(arguments: [
  (#""\b\f\n\r\t\/\\\"""#, "\u{8}\u{C}\n\r\t/\\\""), (#""\u516c\u5f00""#, "公开"),
  (#""a\ud842\udfb7b""#, "a𠮷b"), (#""\ud842""#, nil), (#""\ud842\u0041""#, nil), (#""\u12""#, nil),
])
func escapesOfOtherProgramsAreRead(json: String, text: String?) {
  let bytes = Array(json.utf8)
  #expect(JSONWalk.string(0..<bytes.count, in: bytes) == text)
}
