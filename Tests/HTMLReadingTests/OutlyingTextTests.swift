import Diagnostics
import DocumentModel
import HTMLReading
import Testing

/// Text of a document that stands beside the element that holds most of it.
@Suite struct OutlyingTextTests {
  private static let title = "云溪区水利局2023年政府信息公开工作年度报告"
  private static let preamble = "根据条例要求编制本报告。"
  private static let prose = "全年公开信息十二条，办理申请三件，均已答复。坚持以公开为常态、不公开为例外。"
  private static let parts: [String] = [
    title, preamble, "一、总体情况", prose, "二、主动公开政府信息情况", prose, "三、收到和处理政府信息公开申请情况", prose,
    "四、政府信息公开行政复议、行政诉讼情况", prose, "五、存在的主要问题及改进情况", prose, "六、其他需要报告的事项", "无。",
    "云溪区水利局", "2024年1月25日",
  ]

  private static let menu =
    "<ul class=nav><li><a href=/>首页</a></li><li><a href=/a>政务公开</a></li><li><a href=/b>互动交流</a></li></ul>"
  private static let imprint = "<div class=foot>主办：云溪区人民政府 岚ICP备1号</div>"

  private static func paragraphs(_ lines: some Sequence<String>) -> String {
    lines.map { "<p>\($0)</p>" }.joined()
  }

  private func codes(of page: String) async throws -> [IssueCode] {
    try await read(page).issues.map(\.code).filter { $0 != .noiseRemoved }
  }

  @Test(arguments: Array(2...15), ["div", "section", "td"])
  func aReportInTwoElementsIsWhole(place: Int, element: String) async throws {
    let first = Self.paragraphs(Self.parts[..<place])
    let second = Self.paragraphs(Self.parts[place...])
    let (open, between, close) =
      element == "td"
      ? ("<table><tr><td>", "</td></tr><tr><td>", "</td></tr></table>")
      : ("<\(element)>", "</\(element)><\(element)>", "</\(element)>")
    let page = "\(Self.menu)<div>\(open)\(first)\(between)\(second)\(close)</div>\(Self.imprint)"
    #expect(try await lines(page) == Self.parts)
    #expect(try await codes(of: page) == [])
  }

  @Test func theEndMayStandInThreeElementsAndInOneNamedAsFurniture() async throws {
    let body = Self.paragraphs(Self.parts[..<13])
    let apart = Self.parts[13...].map { "<div>\($0)</div>" }.joined()
    let named = "<div class=bottom>\(Self.paragraphs(Self.parts[13...]))</div>"
    for end in [apart, named] {
      let page = "\(Self.menu)<div><div>\(body)</div>\(end)</div>\(Self.imprint)"
      #expect(try await lines(page) == Self.parts)
    }
    let inOne = "\(Self.menu)<div>\(body)\(named)</div>\(Self.imprint)"
    #expect(try await lines(inOne) == Self.parts)
  }

  @Test func theBeginningMayStandInElementsOfItsOwn() async throws {
    let apart = Self.parts[..<4].map { "<div>\($0)</div>" }.joined()
    let page = "\(Self.menu)<div>\(apart)<div>\(Self.paragraphs(Self.parts[4...]))</div></div>"
    #expect(try await lines(page) == Self.parts)
    #expect(try await codes(of: page) == [])
  }

  @Test(arguments: [
    "<div class=related><h3>相关文章</h3><ul><li><a href=/1>甲局开展宣传活动。</a> 2024年1月9日</li><li>"
      + "<a href=/2>乙局召开会议部署工作。</a> 2024年1月8日</li></ul></div>",
    "<div>【打印本页】 【关闭窗口】</div><div>扫一扫在手机打开当前页。</div>", "<div>您访问的链接即将离开本网站，是否继续？</div>",
    "<div>版权所有：云溪区人民政府办公室 技术支持：云溪区大数据中心</div>",
    "<div>上一篇：<a href=/1>甲局报告</a></div><div>2024年1月30日</div>",
  ])
  func whatASitePutsAroundADocumentStaysOutside(furniture: String) async throws {
    let page = "\(Self.menu)<div><div>\(Self.paragraphs(Self.parts))</div>\(furniture)</div>"
    #expect(try await lines(page) == Self.parts)
    #expect(try await codes(of: page) == [])
  }

  @Test func anEqualCopyForSmallScreensIsLeftOutAndSaid() async throws {
    let table = "<table><tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr></table>"
    let text = Self.paragraphs(Self.parts[..<6]) + table + Self.paragraphs(Self.parts[6...])
    let read = try await read("<div class=pc>\(text)</div><div class=m>\(text)</div>")
    #expect(
      lines(read.value) == Array(Self.parts[..<6]) + ["规章|1", "文件|2"] + Array(Self.parts[6...]))
    #expect(read.issues.map(\.code) == [.noiseRemoved])
    let other = text.replacing("<td>2</td>", with: "<td>3</td>")
    let both = try await lines("<div class=pc>\(text)</div><div class=m>\(other)</div>")
    #expect(both.count == 2 * (Self.parts.count + 2))
  }

  @Test func anotherTextBesideTheDocumentIsSaid() async throws {
    let other = Self.paragraphs([
      "一、机构职能", "本局负责全区水资源的管理、保护和统一调度，组织编制水利规划。承办区政府交办的其他事项，指导各镇水利工作。",
    ])
    let read = try await read(
      "\(Self.menu)<div><div>\(Self.paragraphs(Self.parts + Self.parts))</div><div>\(other)</div></div>"
    )
    #expect(lines(read.value) == Self.parts + Self.parts)
    #expect(read.issues.map(\.code) == [.htmlPartOmitted])
    #expect(read.issues.map(\.location) == [.paragraph(32)])
    let many = try await codes(
      of:
        "\(Self.menu)<div><div>\(Self.paragraphs(Array(repeating: Self.parts, count: 30).flatMap { $0 }))</div>\(String(repeating: "<div>\(other)</div>", count: 25))</div>"
    )
    #expect(many == Array(repeating: .htmlPartOmitted, count: 21))
  }
}
