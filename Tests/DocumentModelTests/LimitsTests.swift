import DocumentModel
import Foundation
import Testing

/// The values of `limits` by the names of its members.
private func values(_ limits: Limits) -> [String: Int] {
  var result: [String: Int] = [:]
  for (label, value) in Mirror(reflecting: limits).children {
    if let label, let value = value as? Int { result[label] = value }
  }
  return result
}

/// `zip_entries` as the member is called: `zipEntries`.
private func memberName(_ name: String) -> String {
  let words = name.split(separator: "_")
  return words.prefix(1).joined()
    + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

@Test func theListHoldsEveryLimitUnderItsName() {
  let standard = values(Limits())
  #expect(standard.count == Mirror(reflecting: Limits()).children.count)
  #expect(Limits.all.map { memberName($0.name) }.sorted() == standard.keys.sorted())
  for limit in Limits.all {
    var limits = Limits()
    limits[keyPath: limit.keyPath] += 1
    var expected = standard
    expected[memberName(limit.name)] = limit.standard + 1
    #expect(values(limits) == expected)
    #expect(limit.range.contains(limit.standard))
  }
}

@Test func aLimitIsSetByNameAndTravelsAsText() throws {
  var limits = Limits()
  for text in ["zip_entries=5", "input_bytes=64M", "part_bytes=1G", "document_bytes=2K"] {
    try limits.apply(text)
  }
  let expected = [
    "input_bytes=67108864", "zip_entries=5", "part_bytes=1073741824", "document_bytes=2048",
  ]
  #expect(limits.differences == expected)
  var copy = Limits()
  for text in expected { try copy.apply(text) }
  #expect(copy == limits)
  #expect(Limits().differences.isEmpty)
}

@Test(arguments: [
  ("zip_entries", #""zip_entries" is not of the form name=value"#),
  ("entries=5", #"there is no limit "entries""#),
  ("zip_entries=5K", #"zip_entries takes a number from 1 to 1000000, not "5K""#),
  ("zip_entries=-1", #"zip_entries takes a number from 1 to 1000000, not "-1""#),
  ("zip_entries=", #"zip_entries takes a number from 1 to 1000000, not """#),
  ("zip_entries=５", #"zip_entries takes a number from 1 to 1000000, not "５""#),
  ("zip_entries=1000001", #"zip_entries takes a number from 1 to 1000000, not "1000001""#),
  (
    "input_bytes=9999999999G",
    "input_bytes takes bytes (as digits, or with K, M or G) from 1 to 4294967296, "
      + #"not "9999999999G""#
  ),
  (
    "xml_value_bytes=1",
    #"xml_value_bytes takes only 10000000, which cannot be changed, not "1""#
  ),
])
func whatIsNoLimitIsRefused(text: String, message: String) {
  var limits = Limits()
  let error = #expect(throws: LimitError.self) { try limits.apply(text) }
  #expect(error?.description == message)
  #expect(limits == Limits())
}

@Test func aLimitIsNamedInOneWay() {
  var limits = Limits()
  limits.zipEntries = 7
  #expect(limits.over(.zipEntries) == "more than the limit zip_entries = 7")
}

@Test func theDocumentationHoldsTheLimitsAsTheyAre() throws {
  let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/limits.md")
  let text = try String(contentsOf: page, encoding: .utf8)
  let behind = text.components(separatedBy: Limits.tableMarkers.begin + "\n")
  #expect(behind.count == 2, "the begin marker must stand there once")
  let table = try #require(behind.last).components(separatedBy: Limits.tableMarkers.end + "\n")
  #expect(table.count == 2, "the end marker must stand there once")
  #expect(table.first == Limits.markdownTable())
}
