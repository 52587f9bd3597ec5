import Diagnostics
import DocumentModel
import HTMLReading
import Testing

/// Cells whose figure a script, a style or a font may show otherwise than it stands in the source.
@Suite struct DoubtfulTextTests {
  /// The second cell of a table of two rows, the first of which is plain; `head` is what stands before the table.
  private func cell(_ content: String, head: String = "") async throws -> String? {
    let page = """
      \(head)<table><tr><td>项目</td><td>数量</td></tr><tr><td>甲</td><td>8</td></tr>\
      <tr><td>乙</td><td>\(content)</td></tr></table>
      """
    return try await lines(page).last?.split(
      separator: "|", maxSplits: 1, omittingEmptySubsequences: false
    ).last.map(String.init)
  }

  @Test(arguments: [
    "<custom-num value=\"12\"></custom-num>",
    "<x-n><template shadowrootmode=open>12</template></x-n>",
    "<noscript>12</noscript>", "<span v-text=\"n\"></span>", "<i ng-bind='n'></i>",
    "<span data-v=\"12\"></span>", "<b data-count='12'></b>", "<p :text='n'></p>",
    "<input placeholder=12>", "<input type=password value=12>", "<input type=range value=12>",
    "<ol start=12><li></li></ol>", "<object data=x></object>", "<meter value=12></meter>",
    "<i style='background:url(12.png)'></i>", "<script>document.write(12)</script>",
  ])
  func whatIsFilledInIsUnreadableAndNotBlank(content: String) async throws {
    #expect(try await cell(content) == "\u{FFFC}")
  }

  @Test(arguments: [
    "<span ng-bind=n>0</span>", "<span class=counter data-to=\"2467\">0</span>",
    "12<noscript>13</noscript>", "<count-up>0</count-up>", "<bdo dir=rtl>21</bdo>",
    "12<button>7</button>", "12<object data=x>7</object>", "12<input type=submit value=7>",
    "<span class=sr-only>7</span>12", "12<span style='zoom:0'>7</span>",
    "12<span style='display:var(--d)'>7</span>", "12<font size=0>7</font>",
    "12<span style='position:absolute;left:0'>7</span>",
    "<span style='float:right'>1</span><span style='float:right'>2</span>",
  ])
  func aFigureThatMayShowOtherwise(content: String) async throws {
    #expect(try await cell(content)?.hasSuffix("\u{FFFC}") == true)
  }

  @Test(arguments: [
    ("<span data-count=12>12</span>", "12"), ("12<noscript>12</noscript>", "12"),
    ("<span data-id=7 data-v-5f3c2=''>12</span>", "12"),
    ("<span style='float:right'>12</span>", "12"),
    ("<input value=12>", "12"), ("<input type=hidden value=7>12", "12"),
    ("<b class=x-y>12</b>", "12"),
    ("<input style='width:0' value=7>12", "12"), ("<span data-row=7></span>", ""),
    ("<input type=checkbox value=7>12", "12"), ("<ucapcontent>12</ucapcontent>", "12"),
  ])
  func whatIsPlainStays(content: String, text: String) async throws {
    #expect(try await cell(content) == text)
  }

  @Test(arguments: [
    (".h{display:none}", "12"), ("td{color:#333;.h{display:none}}", "12"),
    (":is(.h){display:none}", "12"), (".\\68 {display:none}", "12"),
    (".h:after{content:\"7\"}", "127\u{FFFC}"), ("td span:last-child{font-size:0}", "12\u{FFFC}"),
    ("span:not(.v){display:none}", "12"), ("td :not(.v, .w > i){display:none}", "12"),
    (".h:not(:hover){display:none}", "12"), (".h:not(.v):hover{display:none}", "127"),
    ("p, :is(.w, .h){display:none}", "12"), (":where(p > .h){font-size:0}", "127"),
    (":where(td > .h){font-size:0}", "12"),
    ("@media screen, print{.h{display:none}}", "12"),
    ("@media not print{.h{display:none}}", "12"),
    ("@media only print{.h{display:none}}", "127"),
    ("@media not screen{.h{display:none}}", "127"),
    ("@media print, speech{.h{display:none}}", "127"),
    (".h\\:b{display:none}", "127"), (".w\\.h{display:none}", "127"),
    (".h{color:red;.w{color:blue} display:none}", "12"), (".h{.w{color:blue}; display:none}", "12"),
    ("td{.w{color:blue} .h{display:none} color:red}", "12"),
    ("td.v{display:none} .w#h{display:none}", "127"), ("[hidden]{display:none}", "127"),
  ])
  func rulesOfSeveralKinds(rule: String, text: String) async throws {
    let content = "<span class=v>12</span><span class=h>7</span>"
    let read = try await cell(content, head: "<style>\(rule)</style>")
    #expect(read == text || text.hasSuffix("\u{FFFC}") && read == "127\u{FFFC}")
  }

  @Test(arguments: [
    ("12<i class=n3></i>", "12\u{FFFC}"), ("<i class=n3></i>", "\u{FFFC}"),
    ("12<i class=q></i>", "12"),
  ])
  func digitsOfAStyleSheet(content: String, text: String) async throws {
    let head = "<style>.n3::before{content:\"3\"} .q::before{content:\"\\e603\"}</style>"
    #expect(try await cell(content, head: head) == text)
  }

  @Test(arguments: [
    (
      "<i class=sec>12</i>", "@font-face{font-family:'Sec';src:url(a.woff)}.sec{font-family:sec}",
      true
    ),
    (
      "<i style='font:bold 12px/1 Sec,serif'>12</i>", "@font-face{font-family:Sec;src:url(a.woff)}",
      true
    ),
    ("12", "@font-face{font-family:sec;src:url(a.woff)}td{font-family:sec}", false),
    (
      "<i class=sec>12</i>",
      "@font-face{font-family:仿宋_GB2312;src:url(a)}.sec{font-family:仿宋_GB2312}",
      false
    ),
    ("12", "@font-face{font-family:sec;src:url(a.woff)}body{font-family:sec}", false),
    (
      "<i class=sec>12</i>", "@font-face{font-family:sec;src:local(SimSun)}.sec{font-family:sec}",
      false
    ),
    ("<i style='font-family:SimSun'>12</i>", "@font-face{font-family:sec;src:url(a.woff)}", false),
  ])
  func aFontThatThePageBringsForItsFigures(content: String, rules: String, isDoubtful: Bool)
    async throws
  {
    #expect(
      try await cell(content, head: "<style>\(rules)</style>")
        == (isDoubtful ? "12\u{FFFC}" : "12"))
  }

  @Test(arguments: [
    ("12<a href=\"#fn1\">1</a>", "12¹"), ("12<a href='#_ftn1'><span>10</span></a>", "12¹⁰"),
    ("12<a href='#fn1'>[1]</a>", "12[1]"), ("<a href='#detail'>12</a>", "12"),
    ("12<a href='b.html'>1</a>", "121\u{FFFC}"), ("<a href='#fn1'>1</a>2", "12"),
    ("12<a href='b.html#fn1'>1</a>", "121\u{FFFC}"), ("12<a href='#'>1</a>", "121\u{FFFC}"),
    ("12<a href='javascript:note(1)'><span>1</span></a>", "121\u{FFFC}"),
    ("12<a href='#fn1'>345</a>", "12345\u{FFFC}"), ("12<a href='#fn1'>１</a>", "12１\u{FFFC}"),
    ("12<sup>1</sup>", "12¹"), ("12<sup><a href='#fn1'>1</a></sup>", "12¹"),
    ("12<sup><a href='b.html'>1</a></sup>", "12¹\u{FFFC}"), ("12<a name=x>1</a>", "121"),
    ("<a href='b.html'>12</a>", "12"), ("12 <a href='b.html'>说明</a>", "12 说明"),
  ])
  func aLinkToANoteIsNoDigit(content: String, text: String) async throws {
    #expect(try await cell(content) == text)
  }

  @Test func aCellThatIsNotReadSaysWhy() async throws {
    let read = try await read(
      """
      <style>td h4:nth-of-type(1){display:none}</style><table><tr><td>甲</td><td><h4>26</h4></td></tr>\
      <tr><td>乙</td><td><b v-text=n></b></td></tr>\
      <tr><td>丙</td><td>8<img src=a.png></td></tr><tr><td>丁</td><td><img src=a.png></td></tr></table>
      """)
    #expect(lines(read.value) == ["甲|26\u{FFFC}", "乙|\u{FFFC}", "丙|8\u{FFFC}", "丁|\u{FFFC}"])
    #expect(read.issues.map(\.code) == [.htmlUnseenTextOmitted, .htmlPictureInCell, .htmlPicture])
    #expect(
      read.issues.first?.message
        == "in 2 cells a script, style or font of the page may show another figure than stands there, so that it isn't read; look them up in a browser, the first: 26"
    )
    #expect(
      read.issues.map(\.location)
        == [.cell(table: 1, row: 1, cell: 2), .cell(table: 1, row: 3, cell: 2), nil])
  }

  @Test(arguments: [
    ("<b style='animation:h 0s forwards'>12</b>", "12\u{FFFC}"),
    ("<b style='scale:0'>12</b>", "12\u{FFFC}"), ("<b style='translate:-9px'>12</b>", "12\u{FFFC}"),
    ("<b style='-webkit-text-security:disc'>12</b>", "12\u{FFFC}"),
    ("1<b style='margin-left:-12px'>2</b>", "12\u{FFFC}"),
    ("<p style='margin-left:-12px'>12</p>", "12"),
    ("<b class=flat style='overflow:hidden'>12</b>", "12\u{FFFC}"), ("<b class=flat>12</b>", "12"),
    ("7<dialog>12</dialog>", "7"), ("7<span popover>12</span>", "7"),
    ("<dialog open>12</dialog>", "12"),
    ("<b class=print>12</b>", "12"), ("<b class=large>12</b>", ""),
    ("7<b class=screen>12</b>", "7"),
  ])
  func whatHidesInOtherWays(content: String, text: String) async throws {
    let head = """
      <style>.flat{height:0}</style><style media=print>.print{display:none}</style>\
      <style media="(min-width:9px)">.large{display:none}</style>\
      <style media=screen>.screen{display:none}</style>
      """
    #expect(try await cell(content, head: head) == text)
  }

  @Test(arguments: [
    "$('#n').hide()", "document.getElementById('n').remove()",
    "document.getElementById('n').style.display = 'none'",
    "var e = document.querySelector('#n'); e.style.visibility = 'hidden'",
    "document.getElementById('n').appendChild(x)",
  ])
  func aFigureThatAScriptHidesOrGoesOnWith(script: String) async throws {
    let head = "<script>\(script)</script>"
    #expect(try await cell("<b id=n>12</b>", head: head) == "12\u{FFFC}")
    #expect(try await cell("<b id=m>12</b>", head: head) == "12")
    #expect(try await cell("0", head: head.replacing("#n", with: "td")) == "0")
  }

  @Test(arguments: [
    ("td[data-old]{display:none}", "12"), ("td [data-x]{display:none}", ""),
    ("b[data-x='1']{opacity:0}", ""), ("b[data-x='2']{opacity:0}", "12"),
    ("[data-x ^= \"1\" i]{font-size:0}", ""), ("[data-x$=b]{font-size:0}", "12"),
    ("[class*=\"icon-\"]{font-size:0}", "12"), ("[lang|=zh]{font-size:0}", ""),
    ("td[width] b{display:none}", ""), ("td[width]:after{content:'万'}", "12\u{FFFC}"),
    ("tr[data-old] td{display:none}", "12"),
    ("table[data-t~=b] td b{display:none}", ""), ("[hidden]{display:none}", "12"),
    ("[data-x]:after{content:attr(data-y)}", "12"), ("[data-x]:after{content:'1'}", "12\u{FFFC}"),
  ])
  func rulesThatAskForAttributes(rule: String, text: String) async throws {
    let page = """
      <style>\(rule)</style><table data-t='a b'><tr><td>行政许可</td>\
      <td width=9><b data-x=1 lang=zh-CN>12</b></td></tr></table>
      """
    #expect(try await lines(page) == ["行政许可|\(text)"])
  }

}
