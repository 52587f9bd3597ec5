/// The parts of a workbook beside its sheets (Office Open XML, SpreadsheetML).
enum WorkbookParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  /// Name and content of each part for sheets with these titles, in their order.
  static func parts(_ titles: [String]) -> [(name: String, xml: String)] {
    [
      ("[Content_Types].xml", contentTypes(titles.count)), ("_rels/.rels", packageRelations),
      ("xl/workbook.xml", workbook(titles)),
      ("xl/_rels/workbook.xml.rels", workbookRelations(titles.count)), ("xl/styles.xml", styles),
    ]
  }

  static func sheetName(_ number: Int) -> String { "xl/worksheets/sheet\(number).xml" }

  private static func contentTypes(_ sheets: Int) -> String {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let parts =
      [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles")]
      + (1...max(1, sheets)).map { (sheetName($0), "worksheet") }
    return declaration + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + parts.map { "<Override PartName=\"/\($0)\" ContentType=\"\(type).\($1)+xml\"/>" }.joined()
      + "</Types>"
  }

  private static let packageRelations =
    declaration + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\""
    + " Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

  private static func workbook(_ titles: [String]) -> String {
    let sheets = titles.enumerated().map { index, title in
      "<sheet name=\"\(String(decoding: SheetText.escaped(title), as: UTF8.self))\""
        + " sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }.joined()
    return declaration + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">"
      + "<bookViews><workbookView/></bookViews><sheets>\(sheets)</sheets></workbook>"
  }

  private static func workbookRelations(_ sheets: Int) -> String {
    let parts = (1...max(1, sheets)).map { number in
      "<Relationship Id=\"rId\(number)\" Type=\"\(office)/worksheet\""
        + " Target=\"worksheets/sheet\(number).xml\"/>"
    }.joined()
    return declaration + "<Relationships xmlns=\"\(package)/relationships\">\(parts)"
      + "<Relationship Id=\"rId\(sheets + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
      + "</Relationships>"
  }

  /// What ``SheetStyle`` numbers.
  private static let styles =
    declaration + "<styleSheet xmlns=\"\(main)\">"
    + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
    + "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    + "<font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font></fonts>"
    + "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>"
    + "<fill><patternFill patternType=\"gray125\"/></fill>" + fill("FFE7EEF7") + fill("FFFFF2CC")
    + "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
    + "<border>"
    + ["left", "right", "top", "bottom"].map { "<\($0) style=\"thin\"/>" }.joined()
    + "<diagonal/></border></borders>"
    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    + "<cellXfs count=\"\(SheetStyle.allCases.count)\">"
    + SheetStyle.allCases.map(format).joined()
    + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
    + "</styleSheet>"

  private static func fill(_ colour: String) -> String {
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(colour)\"/><bgColor indexed=\"64\"/></patternFill></fill>"
  }

  private static func format(_ style: SheetStyle) -> String {
    switch style {
    case .plain: format(0)
    case .quoted: format(0, more: " quotePrefix=\"1\"")
    case .day: format(164)
    case .head: format(0, font: 1, fill: 2, alignment: "vertical=\"top\" wrapText=\"1\"")
    case .title: format(0, font: 2)
    case .note: format(0, alignment: "vertical=\"top\"")
    case .label:
      format(0, border: 1, alignment: "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"")
    case .figure: format(0, border: 1, alignment: "vertical=\"center\"")
    case .incompleteFigure: format(0, fill: 3, border: 1, alignment: "vertical=\"center\"")
    }
  }

  private static func format(
    _ number: Int, font: Int = 0, fill: Int = 0, border: Int = 0, alignment: String? = nil,
    more: String = ""
  ) -> String {
    let beginning =
      "<xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" xfId=\"0\""
      + (number > 0 ? " applyNumberFormat=\"1\"" : "") + (font > 0 ? " applyFont=\"1\"" : "")
      + (fill > 0 ? " applyFill=\"1\"" : "") + (border > 0 ? " applyBorder=\"1\"" : "") + more
    guard let alignment else { return beginning + "/>" }
    return beginning + " applyAlignment=\"1\"><alignment \(alignment)/></xf>"
  }
}
