import Diagnostics
import DocumentModel
import HTMLReading
import Testing

/// Lines, blanks, lists, and what nobody sees.
@Suite struct PageTextTests {
  @Test func blanksAndLineEndsOfTheSourceAreLayout() async throws {
    let page = """
      <p>
        全年公开信息
        <b>12</b>
        条，其中 Excel
        2003 表格　5&nbsp;个。
      </p><div>第一行<br>第二行<br/><span>第三</span><i>行</i></div>
      """
    #expect(
      try await lines(page) == [
        "全年公开信息12条，其中 Excel 2003 表格 5 个。", "第一行", "第二行", "第三行",
      ])
  }

  @Test func aNumberOfAListNeverGrowsIntoAFigure() async throws {
    let page = """
      <ol><li>加强领导</li><li>5万元</li><li>3.其他</li></ol>\
      <ol start=4 type=a><li>x</li></ol><ul><li>项</li></ul>\
      <p><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp; </span></span>总体情况</p>\
      <p><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>5万元</p>
      """
    #expect(
      try await lines(page) == [
        "1.加强领导", "2. 5万元", "3.其他", "d. x", "项", "一、总体情况", "1. 5万元",
      ])
  }

  @Test func commentsOfWordAreNoText() async throws {
    let page = """
      <!--[if gte mso 9]><xml>甲</xml><![endif]--><p>乙<![if !vml]>丙<![endif]><o:p></o:p></p><!--> <p>丁</p>\
      <?xml:namespace prefix = o /><st1:chsdate year="2024">2024年</st1:chsdate>
      """
    #expect(try await lines(page) == ["乙丙", "丁", "2024年"])
  }

  @Test(arguments: [
    ("<!--><p>甲</p><!-- -->", ["甲"]), ("<!---><p>甲</p><!-- -->", ["甲"]),
    ("<!-- 乙 --!><p>甲</p><!-- -->", ["甲"]), ("<!-- 乙 -- ><p>丙</p>--><p>甲</p>", ["甲"]),
    ("<!----><p>甲</p><!-- -->", ["甲"]), ("<!---!><p>乙</p>--><p>甲</p>", ["甲"]),
    ("<script><!-- f('<script>乙</script>丙') --></script><p>甲</p>", ["甲"]),
    ("<script>f('<script>乙')</script><p>甲</p>", ["甲"]),
    ("<script><!--></script><p>甲</p><script>--></script>", ["甲"]),
  ])
  func aCommentEndsWhereABrowserEndsIt(page: String, text: [String]) async throws {
    let prose = "本年度主动公开政府信息，并办理申请，均按时。"
    #expect(try await lines("\(page)<p>\(prose)</p>") == text + [prose])
    #expect(PageDetection.isPage(Array((page + "<p>乙</p>").utf8)))
  }

  @Test func whatIsStruckOutIsNoFigure() async throws {
    let page = "<p>共收到<s>12</s>15件</p><p>（<del>暂行</del>）</p><p>1<strike>2</strike>5</p>"
    let read = try await read(page)
    #expect(lines(read.value) == ["共收到15件", "（暂行）", "15"])
    #expect(read.issues.map(\.code) == [.htmlStruckTextOmitted, .htmlStruckTextKept])
    #expect(read.issues.map(\.location) == [.paragraph(1), .paragraph(2)])
  }

  @Test(arguments: [
    "color:#fff", "color: rgb(255, 255, 255)", "font-size:0", "visibility:hidden", "opacity:0",
    "position:absolute;left:-9999px", "display:inline-block;text-indent:-9999px",
    "color:transparent",
  ])
  func textThatNobodySees(style: String) async throws {
    let read = try await read("<p>共2641<span style=\"\(style)\">9</span>件，全部办结。</p>")
    #expect(lines(read.value) == ["共2641件，全部办结。"])
    #expect(read.issues.map(\.code) == [.htmlUnseenTextOmitted])
  }

  @Test func whatHasNoInkStillPartsDigits() async throws {
    let white = "1<span style='color:white'>2</span>3"
    let none = "1<span style='display:none'>2</span>3"
    #expect(try await lines("<p>\(white)件</p><p>\(none)件</p>") == ["1 3件", "13件"])
  }

  @Test func whiteOnAColouredGroundIsSeen() async throws {
    let table = """
      <table><tr bgcolor=#0066cc><td><font color=white>名称</font></td><td style='color:#fff'>数量</td></tr>\
      <tr><td>甲</td><td>1</td></tr></table>
      """
    #expect(try await lines(table) == ["名称|数量", "甲|1"])
  }

  @Test func whiteOnAGroundThatIsNotKnown() async throws {
    let page = """
      <link rel=stylesheet href=a.css><table class=t><tr><td class=h style='color:#fff'>名称</td><td class=h style='color:#fff'>数量</td></tr>\
      <tr><td>甲</td><td>264<font color=#ffffff>1</font></td></tr></table>
      """
    let read = try await read(page)
    #expect(lines(read.value) == ["名称|数量", "甲|264"])
    #expect(read.issues.map(\.location) == [.cell(table: 1, row: 2, cell: 2)])
  }

  @Test func aRuleOfThePageHidesToo() async throws {
    let page = """
      <style>/* a */ .no { display: none } @media print { .seen { display: none } } p .x{display:none} #w{color:#FFF}</style>\
      <p>甲<span class="b no">乙</span><span class=seen>丙</span><span class=x>丁</span></p><p>12<span id=w>3</span>件</p>
      """
    #expect(try await lines(page) == ["甲丙", "12件"])
  }

  @Test func aPageThatAScriptShowsIsSeen() async throws {
    let text = "<p>一、总体情况</p><p>全年公开信息十二条，办理申请三件，均已答复。</p>"
    for style in ["visibility: hidden", "display:none"] {
      let page = "<body style='\(style)'>\(text)<div style='display:none'>手机版</div></body>"
      #expect(try await lines(page) == ["一、总体情况", "全年公开信息十二条，办理申请三件，均已答复。"])
    }
  }

  @Test func raisedDigitsAndPictures() async throws {
    let page = """
      <table><tr><td>面积</td><td>12<sup>2</sup></td></tr><tr><td>数量</td><td><img src=3.png></td></tr>\
      <tr><td>金额</td><td>5<img src=3.png></td></tr><tr><td>印章</td><td>已盖<img src=seal.png></td></tr>\
      <tr><td>空白</td><td><img src=/images/spacer.gif width=1></td></tr><tr><td>图形</td><td><svg><text>7</text></svg></td></tr></table>
      """
    #expect(
      try await lines(page) == [
        "面积|12²", "数量|\u{FFFC}", "金额|5\u{FFFC}", "印章|已盖", "空白|", "图形|\u{FFFC}",
      ])
  }

  @Test func entitiesAndOpenAngles() async throws {
    let page = "<p>3 < 5 且 &lt;甲&gt;&nbsp;&amp;&#20013;&middot;&ldquo;乙&rdquo;<长江></p>"
    #expect(try await lines(page) == ["3 < 5 且 <甲> &中·“乙”<长江>"])
  }
}
