import Diagnostics
import DocumentModel
import HTMLReading
import Testing

/// Digits that styles, scripts or marks hide, add or put in another order: the line holds a picture's mark, so no number is read.
@Suite struct UnclearTextTests {
  @Test(arguments: [
    "clip-path:inset(50%)", "-webkit-mask-image:url(a.png)", "content-visibility:hidden",
    "filter:opacity(0)", "unicode-bidi:bidi-override;direction:rtl", "transform:rotate(90deg)",
    "transform: scaleX(0)", "letter-spacing:-10px", "color:rgb(from red r g b / 0)",
    "display:inline-flex;flex-direction:row-reverse", "flex-flow:row-reverse nowrap", "order:2",
    "grid-area:x", "grid-column:1", "position:relative;left:-9px", "position:relative;top:-5px",
    "position:relative;right:calc(1em + 2px)",
  ])
  func digitsWhoseStyleIsNotFollowed(style: String) async throws {
    let cell = "<td>26<span style=\"\(style)\">41</span></td>"
    #expect(try await lines(table(cell)) == ["行政许可|2641\u{FFFC}"])
  }

  @Test(arguments: [
    "opacity:0%", "font:0/0 a", "transform:translateX(-9999px)", "position:absolute;left:-100%",
    "position:absolute;right:9999px", "margin-left:-9999px", "position:absolute;clip:rect(0 0 0 0)",
    "position:absolute;clip:rect(1px,1px,1px,1px)", "position:absolute;clip:rect(auto,0,auto,0)",
    "position:absolute;left:-600px", "position:fixed;right:-100%",
    "position:absolute;inset:0 9999px",
    "position:absolute;right:100%", "position:absolute;bottom:9999px", "font:1px/1 a",
    "font:italic bold 0/0 a, b", "font:0 a", "font:400 0px/1 'a b'", "opacity:.01",
    "transform:translateY(-1000%)", "display:/**/none", "display:/* a */none/* b",
    "position:relative;top:-9999px",
    "position:relative;left:-999px", "font-size:calc(1px*0)", "font-size:calc(0 * 1em)",
    "font-size:min(0px, 1em)",
    "display:inline-block;line-height:0;overflow:hidden",
  ])
  func digitsThatNobodySees(style: String) async throws {
    let cell = "<td>2641<span style=\"\(style)\">9</span></td>"
    #expect(try await lines(table(cell)) == ["行政许可|2641"])
  }

  @Test(arguments: [
    "left:-1", "left:-1px", "clip:auto", "position:static;clip:rect(auto,auto,auto,auto)",
    "clip:rect(0,100px,20px,0)", "font:700 12px/1.5 a", "font:bold 12px a b, c", "font:inherit",
    "font:small a", "font:12px / 0 a", "right:20px", "left:50%", "font-size:100%", "opacity:1",
    "margin-left:-1", "order:0", "grid-column:span 2", "position:relative",
    "position:relative;top:0", "line-height:0",
    "font-size:calc(12px + 0.5vw)", "font-size:clamp(12px, 2vw, 16px)", "color:/* red */black",
    "clip:rect(0 0 0 0)", "display:none\\9", "display:none !ie", "display:gone", "font-size:0\\9",
    "font-size:-1px", "color:#fff\\9", "color:#12345", "visibility:hide", "opacity:none",
    "visibility:hidden;visibility:visible", "opacity:.3", "min-width:2em;width:0;overflow:hidden",
    "font-size:.05em;font-size:2rem", "color:#fff;-webkit-text-fill-color:#000",
    "background:#000;color:#fff", "color:#fff;color:initial",
  ])
  func digitsThatShowAsTheyAre(style: String) async throws {
    let cell = "<td>26<span style=\"\(style)\">41</span></td>"
    #expect(try await lines(table(cell)) == ["行政许可|2641"])
  }

  @Test(arguments: [
    "font:12px Sec", "font:12px/1 'Sec', a", "font: italic 700 12px / 1.5 \"Sec\"",
    "font:12px/ 1 sec,b", "font:small Sec", "font-family: 'Sec' , b",
    "right:var(--r)", "font:var(--f)", "font-size:1%", "font-size:.01em",
  ])
  func digitsWhoseFontOrPlaceIsNotKnown(style: String) async throws {
    let head = "<style>@font-face{font-family:Sec;src:url(a.woff)}</style>"
    let cell = "<td>26<span style='\(style.replacing("'", with: "&apos;"))'>41</span></td>"
    #expect(try await lines(head + table(cell)) == ["行政许可|2641\u{FFFC}"])
  }

  @Test(arguments: [
    "@charset \"utf-8\"; .x { display: none }", "@media screen { .x { display: none } }",
    "td .x { display: none }", ".x.y { display: none }", ".x::after { content: \"3\" }",
    ".x:before { content: attr(data-n) }",
    ".x:before { content : '-' }", ".x:before { content:\"−\" }", ".x::before { content:'－'}",
    ".x:after { color: red; CONTENT: '万' }", ".x:after { content:'十' }",
    ".x:after { content:'\\33' }",
    ".x:after { content:var(--n) }", ".x:after { content:url(a.png) }", "#row .x { font-size: 0 }",
  ])
  func aRuleThatMayHideOrAddDigits(rule: String) async throws {
    let cell = "<td>26<span class=\"x y\">41</span></td>"
    let read = try await lines("<style>\(rule)</style>" + table(cell))
    #expect(read == ["行政许可|2641\u{FFFC}"] || read == ["行政许可|26"])
  }

  @Test(arguments: [
    "em", "em.x", "td em", "td > em", ".a em", "tr td em.x", "table em", "i, em",
  ])
  func aRuleForAnElementByItsName(selector: String) async throws {
    let page =
      "<style>\(selector){display:none}</style><div class=a>"
      + table("<td>26<em class=x>41</em></td>")
      + "</div>"
    let read = try await lines(page)
    #expect(read == ["行政许可|26"] || read == ["行政许可|2641\u{FFFC}"])
  }

  @Test(arguments: [
    ("label{display:none}", "26<label>41</label>", "26"),
    ("small{display:none}", "26<small>41</small>", "26"),
    ("i{font-size:8px;vertical-align:super}", "26<i>1</i>", "26¹"),
    ("small{position:relative;top:-5px}", "26<small>1</small>", "261\u{FFFC}"),
    ("b:before{content:'-'}", "<b>26</b>", "26\u{FFFC}"),
    ("td:after{content:'0'}", "26", "26\u{FFFC}"),
    ("td[colspan]:after{content:'万'}", "26", "26"),
    ("td::after{content:counter(n)}", "26", "26\u{FFFC}"),
    (".a td + td{font-size:0}", "26", "26\u{FFFC}"), (".a #row td{opacity:0}", "26", ""),
    ("td[data-u]::after{content:attr(data-u)}", "<b data-u=万>26</b>", "26\u{FFFC}"),
    (".q{display:flex;flex-flow:row-reverse}", "<p class=q><b>2</b><b>6</b></p>", "26\u{FFFC}"),
    ("em{display:none}em.n.on{display:inline}", "<em>7</em><em class='n on'>26</em>", "26"),
    (".n{visibility:hidden}.a .n{visibility:visible}", "<b class=n>26</b>", "26"),
    (".n{display:none}@media screen{.n{display:inline}}", "<b class=n>26</b>", "26"),
    (".n{display:none}.n:hover{display:inline}", "26<b class=n>7</b>", "26"),
    (".n{display:none}@media print{.n{display:inline}}", "26<b class=n>7</b>", "26"),
    (".b{grid-area:y}", "<p><b class=b>2</b><b>6</b></p>", "26\u{FFFC}"),
    (".a div{display:none}", "<div>26</div>", ""),
    (".a > div:first-child{visibility:hidden}", "<div>26</div>", "26"),
    ("td > div:first-child{visibility:hidden}", "<div>26</div>", "26\u{FFFC}"),
    ("td section{display:none}", "<section>26</section>", ""),
    (".a h4{font-size:0}", "<h4>26</h4>", ""),
    (".a li{display:none}", "<ul><li>26</ul>", ""),
    (".a p + p{display:none}", "<p>26</p>", "26\u{FFFC}"),
    (".a div:before{content:'1'}", "<div>26</div>", "26\u{FFFC}"),
    (".a td *{display:none}", "<b>26</b>", ""),
    ("td dd{opacity:0}", "<dl><dd>26</dl>", ""),
    (
      (0..<100).map { ".k\($0) p{display:none}" }.joined() + ".a blockquote{display:none}",
      "<blockquote>26</blockquote>", ""
    ),
    (".on{display:inline}.off{display:none}", "26<b class='off on'>7</b>", "26"),
    (".off{display:none}.on{display:inline}", "<b class='on off'>26</b>", "26"),
    ("b.on{display:inline}.off{display:none}", "<b class='on off'>26</b>", "26"),
    (".off{display:none!important}", "26<b class=off style='display:inline'>7</b>", "26"),
    (".off{display:none !important}#x{display:inline}", "26<b class=off id=x>7</b>", "26"),
    (".off{display:none}b{display:inline !important}", "<b class=off>26</b>", "26"),
    (".off{display:none!important;display:inline}", "26<b class=off>7</b>", "26"),
    (
      ".off{visibility:hidden!important}",
      "26<b class=off style='visibility:visible!important'></b>", "26"
    ),
    (".z{font-size:0}", "26<b class=z><i style='font-size:1em'>7</i></b>", "26"),
    (".z{font-size:0}", "26<b class=z><i style='font-size:100%'>7</i></b>", "26"),
    (".z{font-size:0}", "26<b class=z><i style='font:larger a'>7</i></b>", "26"),
    (".z{font-size:0}", "26<b class=z><i style='font-size:inherit'>7</i></b>", "26"),
    (".z{font-size:0}", "<b class=z><i style='font-size:1rem'>26</i></b>", "26"),
    (".z{font-size:0}", "<b class=z><i style='font-size:medium'>26</i></b>", "26"),
    (".z{font-size:0}", "<b class=z style='font-size:1em'>26</b>", "26"),
  ])
  func aRuleOfTheSheet(rule: String, content: String, text: String) async throws {
    let page = "<style>\(rule)</style><div class=a>" + table("<td>\(content)</td>") + "</div>"
    #expect(try await lines(page) == ["行政许可|\(text)"])
  }

  @Test(arguments: [
    ("b{color:red}", "<b>26</b>"), ("em{font-style:normal}", "2<em>6</em>"),
    (".nav em{display:block}", "2<b>6</b>"),
    (".nav td{font-size:0}", "26"), (".nav td:after{content:'0'}", "26"),
    ("td:first-child:before{content:counter(n)}", "26"),
    ("td:empty{display:none}", "26"), ("td:hover{display:none}", "26"),
    ("td:before{content:attr(data-label)}", "<b data-label=甲>26</b>"),
    ("@import url(hide.css);", "2<b>6</b>"), ("td:after{content:'件'}", "26"),
    ("li em{display:none}", "26"),
    (".nav div{display:none}", "<div>26</div>"), ("li div{display:none}", "<div>26</div>"),
    (".a + div{display:none}", "26"), (".nav + .a div{color:red}", "<div>26</div>"),
    ("table td h3 > p{display:none}", "<p>26</p>"),
    (".wrap{display:flex;flex-direction:row-reverse}.main{order:2}", "26"),
  ])
  func aRuleOfTheSheetThatLeavesTheFigureAsItIs(rule: String, content: String) async throws {
    let page =
      "<style>\(rule)</style><div class=wrap><div class='main a'>" + table("<td>\(content)</td>")
      + "</div></div>"
    #expect(try await lines(page) == ["行政许可|26"])
  }

  @Test(arguments: [
    "@media print { .x { display: none } }", "@media (max-width: 600px) { .x { display: none } }",
    ".x:hover { display: none }", ".x::after { content: \"\\e903\" }",
    ".x:after { content: '' }", ".x:after { content: none }", ".x:after { content: '件' }",
    ".x:hover:after { content: '3' }", ".y:after { content: '3' }", ".y .x { color: red }",
  ])
  func aRuleThatLeavesDigitsAsTheyAre(rule: String) async throws {
    let cell = "<td>26<span class=x>41</span></td>"
    #expect(try await lines("<style>\(rule)</style>" + table(cell)) == ["行政许可|2641"])
  }

  @Test(arguments: [
    "<select><option>26<option>41</select>", "<meter value=41></meter>",
    "<script>document.write(2641)</script>", "<bdo dir=rtl>1462</bdo>", "\u{202E}1462",
  ])
  func aNumberThatIsNoTextOfTheSource(cell: String) async throws {
    let read = try await lines(table("<td>\(cell)</td>"))
    #expect(read.count == 1)
    #expect(read.first?.contains("\u{FFFC}") == true)
  }

  @Test func whatIsDoneToAWholeTableLeavesItsCells() async throws {
    let page = "<div style='transform:rotate(0.5deg)'>" + table("<td>2641</td>") + "</div>"
    #expect(try await lines(page) == ["行政许可|2641"])
  }

  @Test(arguments: [
    "<table><tbody style='zoom:0'><tr><td>行政许可</td><td>2641</td></tr></tbody></table>",
    "<table><tr style='content-visibility:hidden'><td>行政许可</td><td>2641</td></tr></table>",
  ])
  func whatIsDoneToARowIsDoneToItsCells(page: String) async throws {
    #expect(try await lines(page) == ["行政许可|2641\u{FFFC}"])
  }

  @Test(arguments: ["transform:rotate(1deg)", "position:absolute;top:0", "float:right"])
  func whatIsDoneToATableLeavesItsRows(style: String) async throws {
    let page = "<table style='\(style)'><tr><td>行政许可</td><td>26<b class=x>41</b></td></tr></table>"
    #expect(try await lines(page) == ["行政许可|2641"])
  }

  private func table(_ cell: String) -> String {
    "<table><tr id=row><td>行政许可</td>\(cell)</tr></table>"
  }
  @Test(arguments: [
    (String(repeating: ".a{b:c}", count: 20_000) + ".z{display:none}", ""),
    (String(repeating: "@media screen{", count: 10) + ".z{display:none}", ""),
    (String(repeating: "b", count: 1 << 20), ""),
    (
      (0..<9).map { ".n\($0) div div div div div b{display:none}" }.joined(),
      "26" + String(repeating: "<div>", count: 60) + "<b></b>"
    ),
    ("", "<b class=\"" + String(repeating: "c ", count: 2_100) + "z\">26</b>"),
    ("", "<b style=\"" + String(repeating: "a:b;", count: 17_000) + "display:none\">26</b>"),
    ((0...1_000).map { "a{content:attr(data-x\($0)y)}" }.joined(), ""),
    (
      "</style><script>" + String(repeating: "'a'+", count: 20_000) + "'';$('#a').text(5)</script>",
      ""
    ),
  ])
  func aPageWithMoreStylesThanAreFollowedIsSaid(rule: String, content: String) async throws {
    let classes = (0..<600).map { "<i class=a\($0)></i>" }.joined() + "<p></p>"
    let content = content.isEmpty ? "26" : content
    let read = try await read("<style>\(rule)</style>\(classes)\(table("<td>\(content)</td>"))")
    #expect(lines(read.value).first == "行政许可|26")
    #expect(read.issues.map(\.code).first == .htmlPartOmitted)
  }

  @Test(arguments: [
    (String(repeating: ".a{b:c}", count: 19_000) + ".z{display:none}", "7<b class=z>26</b>"),
    ((0..<600).map { ".a\($0) p{display:none}" }.joined(), "<p>7</p>"),
    (
      ".z{background:url(data:image/png;base64,\(String(repeating: "A", count: 9_000)));display:none}",
      "7<b class=z>26</b>"
    ),
    ("", "7<b style=\"\(String(repeating: "a:b;", count: 2_000))display:none\">26</b>"),
    (".z{display:none}", "7<b class=\"\(String(repeating: "c ", count: 1_000))z\">26</b>"),
    (
      (0..<70).map { ".q\($0)," }.joined() + ".z{display:none}",
      "7<b class=\"\((0..<20).map { "c\($0) " }.joined())z\">26</b>"
    ),
  ])
  func manyOrLongRulesAreFollowed(rule: String, content: String) async throws {
    let read = try await read("<style>\(rule)</style>\(table("<td>\(content)</td>"))")
    #expect(lines(read.value) == ["行政许可|7"])
    #expect(!read.issues.contains { $0.code == .htmlPartOmitted })
  }
}
