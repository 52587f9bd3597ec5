import Diagnostics
import TestSupport
import Testing

@Suite struct ChangeTests {
  private func r(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }

  private func deleted(_ text: String) -> String {
    "<w:del w:id=\"1\"><w:r><w:delText>\(text)</w:delText><w:t>\(text)</w:t></w:r></w:del>"
  }

  private let deletedMark = "<w:pPr><w:rPr><w:del w:id=\"2\"/></w:rPr></w:pPr>"

  @Test func insertionsStayAndDeletionsGo() async throws {
    let builder = DocxBuilder(
      "<w:p>\(r("共"))\(deleted("12"))<w:ins w:id=\"3\">\(r("13"))</w:ins>\(r("件"))</w:p>")
    let result = try await read(builder)
    #expect(lines(result.value) == ["共13件"])
    #expect(result.issues.map(\.message) == ["2 recorded changes are taken as accepted"])
  }

  @Test func movedTextStandsWhereItWasMoved() async throws {
    let body =
      "<w:p><w:moveFrom>\(r("甲"))</w:moveFrom>\(r("乙"))<w:moveTo>\(r("甲"))</w:moveTo></w:p>"
    #expect(try await lines(body) == ["乙甲"])
  }

  @Test func paragraphsJoinWhereTheMarkBetweenThemIsDeleted() async throws {
    let body =
      "<w:p>\(deletedMark)\(r("公开"))</w:p><w:p>\(deletedMark)\(deleted("x"))</w:p>\(p("工作"))\(p("下文"))"
    #expect(try await lines(body) == ["公开工作", "下文"])
  }

  @Test func aDeletedMarkBeforeATableJoinsNothing() async throws {
    let body = "<w:p>\(deletedMark)\(r("表前"))</w:p>\(tbl(tr(tc("", "甲"), tc("", "1"))))\(p("表后"))"
    #expect(try await lines(body) == ["表前", "甲|1", "表后"])
  }

  @Test func aDeletedMarkAtTheEndJoinsNothing() async throws {
    #expect(try await lines("<w:p>\(deletedMark)\(r("终"))</w:p>") == ["终"])
  }

  @Test func deletedRowsAndCellsGo() async throws {
    let gone = "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>\(tc("", "旧"))\(tc("", "0"))</w:tr>"
    let new =
      "<w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr>\(tc("", "新"))\(tc("<w:cellDel/>", "9"))\(tc("", "1"))</w:tr>"
    #expect(try await lines(tbl(gone, new)) == ["新|1"])
  }

  @Test func formerPropertiesCountForNothing() async throws {
    let body = """
      <w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>\
      <w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>明</w:t></w:r></w:p>
      """
    #expect(try await lines(body) == ["明"])
  }
}
