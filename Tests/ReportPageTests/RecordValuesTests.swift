import RecordReading
import Testing

private func values(_ json: String, _ keys: [String]) -> [String?] {
  JSONValue(Array(json.utf8)).values(keys.map { Array($0.utf8) }).map { value in
    value.map { $0.string ?? $0.integer.map(String.init) ?? "…" }
  }
}

@Test func namedMembersAreFoundInAnyOrder() {
  let json = #"{"a":1,"b":{"a":2,"c":[3,{"c":4}]},"c":"\"}","d":5}"#
  #expect(values(json, ["a", "c"]) == ["1", "\"}"])
  #expect(values(json, ["d", "x", "a"]) == ["5", nil, "1"])
  #expect(values(json, []) == [])
}

@Test(arguments: ["", "{", "[1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,,", "{\"a\\\":1}", "{}"])
func whatIsNoObjectHasNoMembers(json: String) {
  #expect(values(json, ["z", "b"]) == [nil, nil])
}
