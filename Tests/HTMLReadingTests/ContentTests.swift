import Diagnostics
import DocumentModel
import HTMLReading
import Testing

/// The document in a page, without what the site puts around it.
@Suite struct ContentTests {
  private static let prose = """
    <p>云溪区水利局2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>全年公开信息十二条，办理申请三件，均已答复。坚持以公开为常态、不公开为例外。</p>
    """
  private static let table =
    "<table><tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr></table>"
  private static let menu =
    "<ul class=nav><li><a href=/>首页</a></li><li><a href=/a>政务公开"
    + "</a></li><li><a href=/b>互动交流</a></li></ul>"
  private static let text = [
    "云溪区水利局2023年政府信息公开工作年度报告", "一、总体情况",
    "全年公开信息十二条，办理申请三件，均已答复。坚持以公开为常态、不公开为例外。",
  ]

  @Test func noTableIsLeftOutside() async throws {
    let page =
      "\(Self.menu)<div><div>\(Self.prose)</div></div><div><div>\(Self.table)"
      + "</div></div><div class=footer>版权所有 岚ICP备1号</div>"
    #expect(try await lines(page) == Self.text + ["规章|1", "文件|2"])
  }

  @Test func whatASiteWritesAroundATextInTheSameElement() async throws {
    let title = "云溪区水利局2023年政府信息公开工作年度报告"
    let text = ["<p>\(title)</p>", "<p>全年公开信息十二条，办理申请三件。</p>", "<p>云溪区水利局</p><p>2024年1月16日</p>"]
    let expected = [title, "全年公开信息十二条，办理申请三件。", "云溪区水利局", "2024年1月16日"]
    for (head, foot) in [
      ("<div>首页 信息公开 2023年度报告</div>", ""), ("<h2>信息公开年度报告</h2><h3>青岚市人民政府网</h3>", ""),
      ("", "<p>地址：滨河路1号　电话：0555-1234567　邮编：123456</p><p>岚ICP备12345678号</p>"),
      ("", "<center>地址：滨河路1号 E-mail:a@b.cn<br>版权所有 青岚市人民政府</center>"),
      ("", "<p>附件【年报.pdf】已下载123次</p>"), ("", "<p>下载次数：123</p>"),
      ("", "<div class=footer><p>青岚市人民政府办公室</p><p>2024年3月5日</p></div>"),
    ] {
      #expect(try await lines(head + text.joined() + foot) == expected)
    }
    // What stands before the date is the document's.
    let contact = "<p>地址：滨河路2号，电话：0555-7654321</p>"
    #expect(
      try await lines(text[0] + text[1] + contact + text[2] + "<p>岚ICP备12345678号</p>").contains(
        "地址：滨河路2号，电话：0555-7654321"))
  }

  @Test func linesOfPostingAndTheImprintAreNoText() async throws {
    let page =
      "<h2>年报</h2><div>发布日期：2024-01-31 来源：本网</div>\(Self.prose)<p>主办单位：云溪区政府</p>"
      + "<p>岚ICP备1号</p>"
    let read = try await read(page)
    #expect(lines(read.value) == ["年报"] + Self.text)
    #expect(read.value.origin == PageOrigin(publishedOn: "2024-01-31"))
    #expect(read.issues.map(\.code) == [.noiseRemoved])
  }

  @Test func theSitesOwnTableIsMetadata() async throws {
    let labels =
      "<table><tr><td>索 引 号：</td><td>1</td><td>文　　号：</td><td>无</td></tr><tr>"
      + "<td>发布机构：</td><td>别的局</td><td>发布日期：</td><td>2024年2月1日</td></tr></table>"
    let read = try await read("\(labels)<div>\(Self.prose)</div>")
    #expect(lines(read.value) == Self.text)
    #expect(read.value.origin?.publishedOn == "2024-02-01")
  }

  @Test func metadataOfTheSiteStandard() async throws {
    let head = """
      <meta content='云溪区政府网' name=SiteName><META NAME="PubDate" CONTENT="2024-01-31 10:05:00">\
      <meta name=Url content="http://www.example.cn/a/b.html"><meta name=ArticleTitle content="{{title}}">
      """
    let read = try await read("<html><head>\(head)</head><body>\(Self.prose)</body></html>")
    #expect(lines(read.value) == Self.text)
    #expect(
      read.value.origin
        == PageOrigin(
          url: "http://www.example.cn/a/b.html", site: "云溪区政府网", publishedOn: "2024-01-31"))
  }

  @Test func aTitleThatStandsApartComesFirst() async throws {
    let body =
      "<h1>云溪区水利局2023年政府信息公开工作年度报告</h1>"
      + "<div>\(Self.prose.split(separator: "</p>").dropFirst().joined(separator: "</p>"))</p></div>"
    #expect(try await lines(body) == Self.text)
    let meta = "<meta name=ArticleTitle content='云溪区水利局2023年政府信息公开工作年度报告'>"
    let read = try await read(
      "<html><head>\(meta)</head><body><p>一、总体情况</p><p>全年公开信息十二条，办理申请三件，均已答复。</p></body>"
        + "</html>")
    #expect(lines(read.value).first == "云溪区水利局2023年政府信息公开工作年度报告")
    #expect(read.issues.map(\.code) == [.htmlTitleFromMetadata])
  }

  @Test func attachmentsAreListedAndNotRead() async throws {
    let links =
      "<p><a href='../f/a.docx'>附件1.docx</a></p><p><a href='/attachment/1/b'>附件2"
      + "</a></p><p><a href=c.html>别的页</a></p>"
    let head = "<meta name=Url content='https://www.example.cn/x/y/z.html'>"
    let read = try await read("<head>\(head)</head><div>\(Self.prose)</div><div>\(links)</div>")
    #expect(
      read.value.attachments == [
        Attachment(
          name: "附件1.docx", url: "https://www.example.cn/x/f/a.docx",
          mediaType:
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        Attachment(name: "附件2", url: "https://www.example.cn/attachment/1/b", mediaType: nil),
      ])
  }

  @Test(arguments: [
    "<div id=app></div><script>go()</script>",
    "<title>年报</title><div class=TRS_Editor></div><script src=a.js></script>"
      + "<div>主办单位：云溪区政府 岚ICP备1号</div>",
    "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>",
    "<html><body>您访问的页面不存在</body></html>", "<html><body></body></html>",
    "<frameset><frame src=a.html></frameset>", "<p><img src=1.jpg></p><p><img src=2.jpg></p>",
  ])
  func aPageWithoutADocumentIsNone(page: String) async {
    #expect(await failure(page) == .htmlNoContent)
  }

  @Test(arguments: [
    ("<html>", true), ("  <!DOCTYPE html>", true), ("<!-- a --><p>x</p>", true),
    ("<div class=\"TRS_Editor\">", true), ("<script>x</script>", true),
    ("<META charset=x>", true),
    ("\u{FEFF}\u{FEFF}<table>", true), ("<?xml version='1.0'?><!DOCTYPE html><html>", true),
    ("<长江>是河", false), ("<http://www.example.cn> 网址", false), ("一、<b>总体</b>情况", false),
    ("3 < 5", false),
    (
      "正文 <table><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr>"
        + "</table>", true
    ),
    ("<div>\n\n# 年度报告\n\n## 一、总体情况\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n</div>", false),
    ("<!-- 注", false), ("<response><a>1</a></response>", false),
  ])
  func aPageIsToldByItsTags(text: String, isPage: Bool) {
    #expect(PageDetection.isPage(Array(text.utf8)) == isPage)
  }

  @Test func linesOfATextWithATableStayLines() async throws {
    let page =
      "标题\n一、情况\n<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td>"
      + "</tr></table>\n二、其他\n无。"
    #expect(try await lines(page) == ["标题", "一、情况", "甲|1", "乙|2", "二、其他", "无。"])
  }
}
