import Testing

@testable import CountedReports

private func problem(_ text: String) -> AgencyMapError? {
  do throws(AgencyMapError) {
    _ = try AgencyMap(Array(text.utf8), file: "map.csv")
    return nil
  } catch {
    return error
  }
}

@Test func aMapHasQuotesAByteOrderMarkAndAnyLineEnd() throws {
  let text =
    "\u{FEFF}ID,name,path,level,region_code,parent\r\n"
    + "a,\"柳桥区\"\"新\"\"司法局,1\",,county,340100,\r\n" + "b,,\"x\ny/\",,,a\n\n" + "c,丙,./z,,,a"
  let map = try AgencyMap(Array(text.utf8), file: "map.csv")
  #expect(
    map.agencies == [
      AgencyMap.Agency(
        id: "a", name: "柳桥区\"新\"司法局,1", level: "county", regionCode: "340100", line: 2),
      AgencyMap.Agency(id: "b", parent: "a", line: 3),
      AgencyMap.Agency(id: "c", name: "丙", parent: "a", line: 6),
    ])
  #expect(map.agency(path: "x\ny/1.pdf", name: nil) == 1)
}

@Test func theLongestFolderCountsThenTheName() throws {
  let text = "id,name,path\na,,x\nb,,x/y\nc,丙,x/y/1.pdf\nc,丁,\n"
  let map = try AgencyMap(Array(text.utf8), file: "map.csv")
  #expect(map.agency(path: "x/z/1.pdf", name: "丙") == 0)
  #expect(map.agency(path: "x/y/2.pdf", name: "丙") == 1)
  #expect(map.agency(path: "x/y/1.pdf", name: nil) == 2)
  #expect(map.agency(path: "xy/1.pdf", name: "丁") == 2)
  #expect(map.agency(path: "xy/1.pdf", name: "戊") == nil)
  let members = try AgencyMap(Array("id,path\na,x.zip\nb,x.zip!/1.pdf\n".utf8), file: "map.csv")
  #expect(members.agency(path: "x.zip!/1.pdf", name: nil) == 1)
  #expect(members.agency(path: "x.zip!/2.pdf", name: nil) == 0)
}

@Test(arguments: [
  ("", "map.csv:1: the header must name the column id"),
  ("id,level\n", "map.csv:1: the header must name the column name or path"),
  ("id,name,ID\n", "map.csv:1: the header names the column ID twice"),
  ("id,name\na\n", "map.csv:2: the row has 1 fields and the header 2"),
  ("id,name\na,x\n,y\n", "map.csv:3: the row has no id"),
  ("id,name,path\na,,/\n", "map.csv:2: the row has neither a name nor a path"),
  ("id,name\na,x\nb,x\n", "map.csv:3: the name x is already on line 2"),
  ("id,path\na,x/\nb,x\n", "map.csv:3: the path x is already on line 2"),
  (
    "id,name,level\na,x,1\na,y,2\n",
    "map.csv:3: the agency a of line 2 has another level, region_code or parent"
  ),
  ("id,name,parent\na,x,\nb,y,z\n", "map.csv:3: the parent z is not an id in this file"),
  ("id,name,parent\na,x,b\nb,y,c\nc,z,b\n", "map.csv:3: the agency b is a part of itself"),
  ("id,name\n\"a\"b,x\n", "map.csv:2: a quoted field does not end where it should"),
  ("id,name\na,\"x\n\n", "map.csv:2: a quoted field does not end where it should"),
])
func aWrongMapIsRefusedWithItsLine(text: String, message: String) {
  #expect(problem(text)?.description == message)
}

@Test func bytesThatAreNoTextAreRefused() {
  #expect(throws: AgencyMapError(file: "m", line: 2, problem: .notUTF8)) {
    try AgencyMap(Array("id,name\na,".utf8) + [0xFF, 0x0A], file: "m")
  }
}

@Test func aLongChainOfParentsIsLookedAtOnce() throws {
  let text =
    "id,name,parent\n0,n0,\n"
    + (1..<20_000).map { "\($0),n\($0),\($0 - 1)\n" }.joined()
  #expect(try AgencyMap(Array(text.utf8), file: "m").agencies.count == 20_000)
}
