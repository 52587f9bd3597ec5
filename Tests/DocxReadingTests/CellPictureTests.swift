import Diagnostics
import DocumentModel
import TestSupport
import Testing

/// A picture in a cell stands for something that a reader sees there.
@Suite struct CellPictureTests {
  private static let picture =
    "<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing>"
  private static let floating = picture.replacing("wp:inline", with: "wp:anchor")
  private static let vml =
    "<w:pict><v:shape style=\"width:20pt;height:9pt\"><v:imagedata/></v:shape></w:pict>"
  private static let object =
    "<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID=\"Equation.3\"/></w:object>"
  private static let outline =
    "<w:drawing><wp:inline><wps:wsp><wps:spPr><a:custGeom/></wps:spPr></wps:wsp></wp:inline></w:drawing>"

  private func cell(_ content: String) -> String { "<w:tc><w:p><w:r>\(content)</w:r></w:p></w:tc>" }

  private func row(_ content: String) -> String {
    tbl(tr(tc("", "行政许可"), cell(content)))
  }

  @Test(arguments: [picture, floating, vml, object, outline])
  func aCellOfNothingElseShowsIt(drawing: String) async throws {
    let result = try await read(DocxBuilder(row(drawing)))
    #expect(lines(result.value) == ["行政许可|\u{FFFC}"])
    guard drawing != Self.outline else { return }
    #expect(result.issues.map(\.location) == [.cell(table: 1, row: 1, cell: 2)])
    #expect(result.issues.allSatisfy { $0.message.hasSuffix("not read") })
  }

  @Test func aPictureInTheLineOfAFigureIsPartOfIt() async throws {
    for drawing in [Self.picture, Self.vml, Self.object] {
      #expect(
        try await lines(row("<w:t>1,2</w:t>" + drawing + "<w:t>5</w:t>")) == [
          "行政许可|1,25\u{FFFC}"
        ])
    }
  }

  @Test func aPictureThatFloatsOverAFigureIsSaid() async throws {
    let absolute = Self.vml.replacing("width", with: "position:absolute;width")
    for drawing in [Self.floating, absolute] {
      let result = try await read(DocxBuilder(row("<w:t>12件</w:t>" + drawing)))
      #expect(lines(result.value) == ["行政许可|12件"])
      #expect(result.issues.map(\.code) == [.docxPicture, .docxPictureInCell])
      #expect(result.issues.last?.severity == .warning)
      #expect(
        result.issues.map(\.location)
          == Array(repeating: .cell(table: 1, row: 1, cell: 2), count: 2))
    }
  }

  @Test func aShapeMayCoverAFigure() async throws {
    let shape =
      "<w:drawing><wp:anchor><wps:wsp><wps:spPr><a:prstGeom prst=\"rect\"/></wps:spPr></wps:wsp></wp:anchor></w:drawing>"
    let old = "<w:pict><v:rect style=\"position:absolute\" fillcolor=\"white\"/></w:pict>"
    // A line may strike it out.
    let strokes =
      ["line", "straightConnector1"].map { shape.replacing("rect", with: $0) }
      + [
        "line", "polyline", "curve", "arc", "shape type=\"#_x0000_t32\"",
        "shape path=\"m0,0 l9,0 e\"",
      ].map {
        old.replacing("v:rect", with: "v:\($0)")
      }
    for drawing in [shape, old] + strokes {
      let result = try await read(DocxBuilder(row("<w:t>12</w:t>" + drawing)))
      #expect(lines(result.value) == ["行政许可|12"])
      #expect(result.issues.map(\.code) == [.docxPictureInCell])
      #expect(try await codes(DocxBuilder(row("<w:t>见附件</w:t>" + drawing))) == [])
    }
  }

  @Test func aFigureBesideAnOutlineOrTheFrameOfAPicture() async throws {
    func cell(_ attributes: String) async throws -> [String] {
      let shape = "<w:pict><v:shape \(attributes)></v:shape></w:pict>"
      return lines(try await read(DocxBuilder(row("<w:t>12</w:t>" + shape))).value)
    }
    #expect(try await cell("path=\"m0,0 l9,0 e\"") == ["行政许可|12\u{FFFC}"])
    #expect(try await cell("type=\"#_x0000_t75\"") == ["行政许可|12"])
    #expect(try await cell("") == ["行政许可|12"])
  }

  @Test func aTableInACellShowsWhatItSays() async throws {
    let inner = tbl(tr(cell("<w:t>7697</w:t>"), cell("<w:t>9</w:t>")))
    let result = try await read(
      DocxBuilder(tbl("<w:tr>\(cell("<w:t>行政许可</w:t>"))<w:tc>\(inner)<w:p/></w:tc></w:tr>")))
    #expect(lines(result.value) == ["行政许可|\u{FFFC}", "7697|9"])
    #expect(result.issues.map(\.code) == [.docxNestedTableMoved])
  }

  @Test func elsewhereAPictureIsNoText() async throws {
    let seal = Self.floating
    // Beside words, in a frame, in a layout table without text, in the body, in a text that nobody sees.
    let body =
      tbl(tr(cell("<w:t>青岚市水务局</w:t>" + seal + Self.picture), tc("", "1.属于国家秘密")))
      + tbl(tr(cell(Self.picture))) + tbl(tr(cell(Self.picture), cell("")))
      + "<w:p><w:r>\(seal)</w:r></w:p>"
      + row("<w:rPr><w:vanish/></w:rPr>" + Self.picture)
      + row("<w:drawing><wps:wsp><a:prstGeom/></wps:wsp></w:drawing>")
    let result = try await read(DocxBuilder(body))
    #expect(lines(result.value) == ["青岚市水务局|1.属于国家秘密", "行政许可|", "行政许可|"])
    #expect(result.issues.map(\.code) == [.docxPicture])
    #expect(result.issues.map(\.message) == ["6 pictures are not read"])
  }

  @Test func aPictureInAHeadersTableIsNoText() async throws {
    var builder = DocxBuilder(
      p("甲") + "<w:sectPr><w:headerReference r:id=\"header1\"/></w:sectPr>")
    builder.runningText = [("header1", tbl(tr(cell(Self.picture), tc("", "水务局"))))]
    #expect(try await read(builder).value.notes.map(\.text) == ["水务局"])
  }
}
