import Diagnostics
import Testing

@testable import PageLayout

/// Tables built from words alone, and the least change that sends their page to be drawn instead.
@Suite struct WordTablesTests {
  @Test func aTableWithOneFigureInEveryColumnOfEveryRowNeedsNoDrawing() throws {
    let tables = WordTables([Form().page])
    let grid = try #require(tables.tables[0].first)
    #expect(tables.doubtful.isEmpty)
    #expect(tables.rest[0].map(\.text) == ["三、申请情况", "四、其他情况"])
    #expect(
      grid.rows.map { $0.map(\.text).joined(separator: "|") } == [
        "说明|||上||||||", "|||a|中|||||g", "||||b|c|d|e|f|", "一、新收|||10|11|12|13|14|15|16",
        "二、结转|||20|21|22|23|24|25|26", "三、结果|（一）公开||30|31|32|33|34|35|36",
        "|（二）不予|1.秘密|40|41|42|43|44|45|46", "||2.法律|50|51|52|53|54|55|56",
        "四、下年|||60|61|62|63|64|65|66",
      ])
  }

  @Test(arguments: 0..<42)
  func aFigureThatIsMissingOrMovedOrBrokenIsInDoubt(place: Int) {
    let (row, column) = (place / 7, place % 7)
    var changed: [Form] = []
    for change in Form.Change.allCases {
      var form = Form()
      form.change = (row, column, change)
      changed.append(form)
    }
    #expect(changed.map { WordTables([$0.page]).doubtful } == changed.map { _ in [0..<1] })
  }

  @Test(arguments: ["a", "b", "c", "d", "e", "f", "g", "上", "中", "二、结转", "（一）公开", "1.秘密"])
  func aTextThatIsMissingIsInDoubt(text: String) {
    var page = Form().page
    page.words.removeAll { $0.text == text }
    #expect(WordTables([page]).doubtful == [0..<1])
  }

  @Test func aLastRowOfBlanksIsInDoubtThoughItLooksLikeAHeading() {
    var page = Form().page
    page.words.removeAll { $0.text.hasPrefix("6") }
    #expect(WordTables([page]).doubtful == [0..<1])
  }

  @Test func sectionsWithCaptionsNeedNoDrawing() throws {
    let tables = WordTables([Sections().page])
    let grid = try #require(tables.tables[0].first)
    #expect(tables.doubtful.isEmpty)
    #expect(
      grid.rows.map { $0.map(\.text).joined(separator: "|") } == [
        "第二十条第（一）项|||", "内容|甲|乙|丙", "规章|1|2|3", "文件|4|5|6", "第二十条第（八）项|||", "内容|数量||",
        "收费|7||",
      ])
  }

  @Test(arguments: ["7万元", "7.25亿元", "0元"])
  func anAmountWithItsUnitIsAFigure(text: String) throws {
    var page = Sections().page
    for index in page.words.indices where page.words[index].text == "7" {
      page.words[index].text = text
    }
    let tables = WordTables([page])
    let grid = try #require(tables.tables[0].first)
    #expect(tables.doubtful.isEmpty)
    #expect(grid.rows.last?.map(\.text) == ["收费", text, "", ""])
  }

  @Test(arguments: ["7万", "元", "万元", "7件", "约7万元"])
  func otherWordsInPlaceOfAFigureAreInDoubt(text: String) {
    var page = Sections().page
    for index in page.words.indices where page.words[index].text == "7" {
      page.words[index].text = text
    }
    #expect(WordTables([page]).tables[0].isEmpty)
  }

  @Test(arguments: ["1", "2", "3", "4", "5", "6", "7", "甲", "数量", "123", "456"])
  func aBlankInASectionIsInDoubt(texts: String) {
    var page = Sections().page
    page.words.removeAll { texts == $0.text || (texts.count == 3 && texts.contains($0.text)) }
    #expect(WordTables([page]).tables[0].isEmpty)
  }

  @Test func aLineBesideTheTableThatIsNoHeadingIsInDoubt() {
    var page = Form().page
    for index in page.words.indices where page.words[index].text == "四、其他情况" {
      page.words[index].text = "注：含上年结转"
    }
    #expect(WordTables([page]).doubtful == [0..<1])
  }
}

/// A small table in the shape of the national form's largest, with a heading above and below.
private struct Form {
  enum Change: CaseIterable {
    case isMissing, isMovedAcross, isBroken, isText
  }

  var change: (row: Int, column: Int, change: Change)?

  var page: BoxPage {
    var page = BoxPage(width: 595, height: 842)
    func add(_ text: String, x: Double, y: Double) {
      let width = text.unicodeScalars.reduce(0.0) { $0 + ($1.isASCII ? 5 : 10) }
      page.words.append(
        Word(
          text: text,
          box: BoundingBox(left: x - width / 2, top: y, right: x + width / 2, bottom: y + 10),
          order: page.words.count))
    }
    func place(_ column: Int) -> Double { 300 + 36 * Double(column) }
    add("三、申请情况", x: 150, y: 70)
    add("说明", x: 150, y: 130)
    add("上", x: place(3), y: 110)
    add("a", x: place(0), y: 140)
    add("中", x: place(3), y: 130)
    add("g", x: place(6), y: 140)
    for (column, text) in ["b", "c", "d", "e", "f"].enumerated() {
      add(text, x: place(column + 1), y: 150)
    }
    let labels: [[(text: String, x: Double, y: Double)]] = [
      [("一、新收", 110, 180)], [("二、结转", 110, 210)],
      [("三、结果", 100, 270), ("（一）公开", 180, 240)],
      [("（二）不予", 165, 285), ("1.秘密", 240, 270)], [("2.法律", 240, 300)],
      [("四、下年", 110, 330)],
    ]
    for (row, cells) in labels.enumerated() {
      for cell in cells { add(cell.text, x: cell.x, y: cell.y) }
      for column in 0..<7 {
        let (x, y, text) = (place(column), 180 + 30 * Double(row), "\(row + 1)\(column)")
        switch change.flatMap({ $0.row == row && $0.column == column ? $0.change : nil }) {
        case .isMissing: break
        case .isMovedAcross: add(text, x: x + (column < 6 ? 30 : -30), y: y)
        case .isBroken:
          add("\(row + 1)", x: x, y: y - 6)
          add("\(column)", x: x, y: y + 6)
        case .isText: add("无", x: x, y: y)
        case nil: add(text, x: x, y: y)
        }
      }
    }
    add("四、其他情况", x: 150, y: 380)
    return page
  }
}

/// A small table in sections.
private struct Sections {
  var page: BoxPage {
    var page = BoxPage(width: 595, height: 842)
    func row(_ y: Double, _ cells: (text: String, x: Double)...) {
      for cell in cells {
        let width = cell.text.unicodeScalars.reduce(0.0) { $0 + ($1.isASCII ? 5 : 10) }
        page.words.append(
          Word(
            text: cell.text,
            box: BoundingBox(
              left: cell.x - width / 2, top: y, right: cell.x + width / 2, bottom: y + 10),
            order: page.words.count))
      }
    }
    row(70, ("二、公开情况", 150))
    row(100, ("第二十条第（一）项", 300))
    row(115, ("内容", 130), ("甲", 250), ("乙", 350), ("丙", 450))
    row(130, ("规章", 130), ("1", 250), ("2", 350), ("3", 450))
    row(145, ("文件", 130), ("4", 250), ("5", 350), ("6", 450))
    row(160, ("第二十条第（八）项", 300))
    row(175, ("内容", 130), ("数量", 350))
    row(190, ("收费", 130), ("7", 350))
    row(220, ("三、申请情况", 150))
    return page
  }
}
