import RecordReading
import Testing

private func member(_ json: String, _ key: String) -> String? {
  JSONValue(Array(json.utf8))[key].map { $0.string ?? $0.integer.map(String.init) ?? "…" }
}

@Test func aMemberIsFoundWithoutThoseBehindIt() {
  let json = #"{"a":1,"b":{"a":2,"c":[3,{"c":4}]},"c":"\"}","d":5}"#
  #expect(["a", "b", "c", "d", "x"].map { member(json, $0) } == ["1", "…", "\"}", "5", nil])
}

@Test(arguments: [
  "", "{", "[1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,,", "{\"a\\\":1}", "{}", "{\"a\":[}",
])
func whatIsNoObjectHasNoMembers(json: String) {
  #expect(member(json, "z") == nil)
  #expect(JSONValue(Array(json.utf8)).numbers(NumberPaths([["z"], ["y", "x"]])) == [nil, nil])
}

@Test func numbersAreReadByTheirPaths() {
  let paths = NumberPaths([["a", "x"], ["a", "y"], ["b", "c", "d"], ["e"]])
  func numbers(_ json: String) -> [Int?] { JSONValue(Array(json.utf8)).numbers(paths) }
  #expect(numbers(#"{"a":{"x":1,"y":-2},"b":{"c":{"d":3}},"e":4}"#) == [1, -2, 3, 4])
  #expect(
    numbers(#"{"e":4,"f":[1,{"x":9}],"b":{"z":"}","c":{"d":3}},"a":{"y":2}}"#) == [nil, 2, 3, 4])
  #expect(numbers(#"{"a":7,"b":{"c":null},"e":{"x":1}}"#) == [nil, nil, nil, nil])
  #expect(numbers(#"{"a":{"x":1.5,"y":"2"},"e":99999999999999999999}"#) == [nil, nil, nil, nil])
  #expect(numbers(#"{"a":{"x":1},"b":{"c":{"d":3"#) == [1, nil, nil, nil])
}
