import Diagnostics
import ReportRecords
import Testing

@testable import ProseParsing
@testable import TextScanning

/// Ranges, limits and round numbers: right and approximate, or left out with an issue.
struct VagueFigureTests {
  @Test(
    arguments: [
      ("共收到申请12至15件，同比增长30%。", ["30 %"], ["12至15件"]),
      ("收到申请12件至15件。", [], ["12件至15件"]), ("收到申请3-5件，办结2件。", ["2 件"], ["3-5件"]),
      ("受理申请1件/2件/3件。", [], ["1件", "2件", "3件"]), ("收费3元/页。", [], []),
      ("收到两件申请，办结。", ["2 件"], []), ("办好两件大事、三项制度。", [], []),
      ("发布信息数千条。", [], ["数千条"]), ("解读几十件、百余次。", ["100 次 ~"], ["几十件"]),
      ("点击上万次，阅读近千条。", ["10000 次 ~", "1000 条 ~"], []), ("依托线上百家平台。", [], []),
      ("没有收到3件以上的申请。", [], ["3件"]), ("未发生超过2起事故。", [], ["2起"]),
      ("未予公开3件，未收到申请。", ["3 件", "0 件"], []), ("办结非0件，误差±3件。", [], ["0件", "3件"]),
      ("最多400件，不超过20件。", ["400 件 ~", "20 件 ~"], []), ("至多受理5件。", ["5 件"], []),
      ("答复在15至20个工作日内。", [], []), ("件数三十件。", ["30 件"], []),
      ("受理3、4件，答复七八件。", [], ["3、4件", "七八件"]), ("接待成百上千人次。", [], ["上千人次"]),
      ("分别为12、7、3件。", ["12 件", "7 件", "3 件"], []), ("公开12或13条。", [], ["12或13条"]),
      ("不超5件。", ["5 件 ~"], []), ("第三十六条、第三十七条规定。", [], []),
      ("第3至5条规定，2023-2024年。", [], []), ("每周3-5天。", [], []),
    ] as [(String, [String], [String])])
  func nothingIsLostQuietly(text: String, figures: [String], unreadable: [String]) {
    let prose = ProseReader.read([paragraph(text)], cells: [])
    #expect(
      prose.value.figures.map {
        "\($0.value)\($0.unit.map { " \($0)" } ?? "")\($0.approximate ? " ~" : "")"
      } == figures)
    #expect(
      prose.issues.filter { $0.code == .figureUnreadable }.map(\.message)
        == unreadable.map { "the number \($0) is unclear" })
  }

  @Test func whatCannotBeToldIsNoLabelOfTheNext() {
    let prose = ProseReader.read([paragraph("公开信息8,123条、8 124条、8，125条。")], cells: [])
    #expect(prose.value.figures.map(\.label) == ["公开信息", "公开信息"])
    let round = ProseReader.read([paragraph("网站点击上万次。")], cells: [])
    #expect(round.value.figures.map(\.label) == ["网站点击"])
  }

  private func paragraph(_ text: String) -> ProseParagraph {
    ProseParagraph(text, sectionID: nil, topic: nil, at: .line(1))
  }
}
