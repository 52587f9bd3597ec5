import Diagnostics
import DocumentModel
import HTMLReading
import Testing

/// Rules of style sheets as a browser at a desk takes them: who they fit, which is the stronger, what a value comes to.
@Suite struct StyleRuleTests {
  /// The second cell of a row whose first is a label.
  private func cell(_ content: String, _ rules: String, type: String = "<!DOCTYPE html>")
    async throws -> String?
  {
    let page =
      "\(type)<style>\(rules)</style><table class=t><tr><td>行政许可</td><td>\(content)</td></tr></table>"
    return try await lines(page).first?.split(
      separator: "|", maxSplits: 1, omittingEmptySubsequences: false
    ).last.map(String.init)
  }

  @Test(arguments: [
    ":root{--c:#212529}.t td{color:var(--c)}", ".t>:not(caption)>*>*{color:var(--a,var(--b,#333))}",
    "td{color:hsl(0 0% 20%)}", "td{color:hsla(0,0%,0%,.9)}", "td{color:oklch(.37 .03 259)}",
    "td{color:rgb(33 37 41/var(--o))}:root{--o:1}", "td{color:var(--none)}",
    ":root{--s:13px}td{font-size:var(--s)}", "td{font-size:var(--none)}", "td{filter:var(--none)}",
    "@media (prefers-color-scheme:dark){td{color:#fff}}", "@media print{td{display:none}}",
    "td{filter:alpha(opacity=100)}", "td{filter:alpha(opacity=0)}", "td{transform:rotate(0deg)}",
    "td{transform:rotate(1deg)}", "td{scale:1}", "td{rotate:0deg}", "td{animation:in 1s}",
    "td{order:1}", "td{clip-path:inset(0)}", "td{color:color-mix(in srgb,red 20%,blue)}",
    "@font-face{font-family:甲体;src:url(a)}td{font-family:甲体}", "@container (width){td{opacity:0}}",
    ":root{--c:initial}td{color:var(--c,#000)}", "b, ::-moz-x{display:none}", "}; b{display:none}",
    ".T b, .t B.x{display:none}", ":root{--a:var(--b);--b:var(--a)}td{color:var(--a)}",
    "@supports not (display:grid){b{display:none}}",
    "@layer a{b{display:none}}b{display:inline}", "td > b > b{display:none}",
    "b:empty{display:none}",
    "td{background:initial}", "b{color:inherit}", "b:active{color:#fff}",
    "html{font-size:calc(100vw / 19.2)}td{font-size:.12rem}",
    "html{font-size:100px}td{font-size:.02rem}", "td{font-size:.12rem}",
    "@media (-ms-high-contrast:none),(-ms-high-contrast:active){b{display:none}}",
    "@media screen and (min-width:0\\0){b{display:none}}", "@media \\0screen{b{display:none}}",
    "@supports (-ms-ime-align:auto){b{display:none}}",
    "b{display:none}.t b{display:inline\\9;display:inline}",
    "@layer a,b;@layer b{b{display:inline}}@layer a{b{display:none}}",
    "@layer a{b{display:inline!important}}b{display:none!important}",
    ":root{--D:none;--d:inline}b{display:var(--d)}", "td{--c:initial}b{display:var(--c,inline)}",
    ":root{--c:#fff}td{--c:#000!important}.t td{--c:#fff}b{color:var(--c)}",
    ":root{--c:12}td{color:#fff}b{color:#fff}.t td,.t b{color:var(--c)}",
    "@property --o{syntax:'*';inherits:false;initial-value:1}td{--o:0}b{opacity:var(--o)}",
    "td:first-child b{display:none}", "tr:nth-child(2) b{display:none}",
    "td:nth-child(odd) b{opacity:0}",
    "html:not(.x) b{display:inline}b{display:none}html b{display:inline}",
    "b{background:url(data:image/png;base64,/*)}b{display:inline}",
  ])
  func whatIsDoneToLabelsTooHidesNoNumber(rules: String) async throws {
    #expect(try await cell("26<b>41</b>", rules) == "2641")
  }

  @Test(arguments: [
    "b{color:hsl(0 0% 100%)}", "b{color:hsl(210deg, 0%, 99%)}", "b{color:oklch(100% 0 0)}",
    "b{color:rgb(255 255 255 / 50%)}", "b{color:rgba(0,0,0,0.02)}",
    ":root{--w:#fff}b{color:var(--w)}",
    "td{--w:none}b{display:var(--w)}", "b{display:var(--x, none)}", "td>b{display:none}",
    ".t tr b:not(.n){font-size:0}", "@media(min-width:768px){b{display:none}}",
    "@media (48rem<=width){b{display:none}}",
    "@layer a{b{display:none}}", "td{b{display:none}}", "td{& > b{display:none}}",
    "td{@media (width>=48rem){b{display:none}}}", "b{display:none}@media print{b{display:inline}}",
    "@supports (display:grid){b{display:none}}", ".t b{display:none}b{display:inline}",
    "td{color:#fff}b{color:inherit}td{color:#fff}tr td:not(.x){background:#fff}",
    "@layer a,b;@layer b{b{display:none}}@layer a{b{display:inline}}",
    "@layer a{b{display:none!important}}b{display:inline!important}",
    ":root{--D:none;--d:inline}b{display:var(--D)}",
    "td{visibility:hidden}i{visibility:visible}b{visibility:unset}",
    "b{-webkit-text-fill-color:#fff}",
    "td{-webkit-text-fill-color:white}i{-webkit-text-fill-color:currentcolor}b{color:#000}",
    "td:last-child b{display:none}", "td:nth-child(2n) b{visibility:collapse}",
    "td:nth-child(2) b{color:#fff}",
    "td{opacity:1;opacity:.3}i{opacity:1}b{opacity:.1}",
    "b{display:inline-block;text-indent:-9999px}",
    "html:not(.x) b{display:none}", "html b{display:none}", "b{background:#000}",
    "b{background:url(a/*.png)}b{display:none}",
    "@property --o{syntax:'*';inherits:false;initial-value:0}b{opacity:var(--o)}",
    ":root{--c:12}b{color:#000}.t td{color:#fff}.t b{color:var(--c)}",
    ":root{--a:var(--b);--b:var(--a)}b{color:var(--a,#fff)}",
    ":root{--a:var(--b);--b:none}b{display:var(--a)}",
    "b{position:absolute;left:auto}.t b{left:-9999px;position:absolute}",
    "b{text-indent:-9999px}.t b{color:#000}b{font-size:0}",
  ])
  func whatIsDoneToPartOfANumberIsDone(rules: String) async throws {
    #expect(try await cell("<i style='color:#000'>26</i><b>41</b>", rules) == "26")
  }

  @Test(arguments: [
    "b{display:var(--none)}", "b{opacity:var(--none)}", "b{transform:rotate(1deg)}",
    "b{animation:in 1s}", "b{filter:opacity(0)}", "b{content:url(a.png)}", "b{all:unset}",
    "b:first-letter{font-size:0}",
    "@container (width){b{display:none}}", "b:nth-child(2){display:none}", "td:after{content:'0'}",
    "b{color:color-mix(in srgb,red,transparent)}",
    "@media screen and (max-width:1400px){b{display:none}}",
    "@media(min-height:700px){b{display:none}}", "@supports(hyphens:auto){b{display:none}}",
    "b:disabled{display:none}", "b:not(:checked){display:none}", "b{opacity:inherit}",
    "@layer a{@layer b{b{display:none}}}", ".x,td:has(b) b{display:none}",
    "td:last-child::after{content:'4'}", "tr:first-child td:nth-child(2)::after{content:'4'}",
    "td:last-of-type::after{content:'4'}", "b{background:currentcolor}", "b{color:ffffff}",
    "td b:only-child::before{content:'4'}",
    "td{font-size:6px}b{font-size:.3em}", "td>b{color:#fff}b:only-child{color:#000}",
    "b{display:none}@media (max-width:1400px){b{display:inline}}", "b{opacity:0;all:revert}",
    "b:not(:nth-child(1)){visibility:hidden}", "b:nth-of-type(1){color:#fff}",
  ])
  func whatMayBeDoneToPartOfANumberIsInDoubt(rules: String) async throws {
    #expect(try await cell("26<b>41</b>", rules) == "2641\u{FFFC}")
  }

  @Test(arguments: [
    ("<!DOCTYPE html>", "264"), ("", "26"),
    ("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", "26"),
  ])
  func caseCountsInPagesOfToday(type: String, text: String) async throws {
    #expect(try await cell("26<b class=Off>4</b>", ".off{display:none}", type: type) == text)
  }

  @Test(arguments: [
    "<font color=FFFFFF>9</font>", "<FONT COLOR='White '>9</FONT>", "<font color=#fff>9</font>",
    "<span class=w>\u{3000}<i style='color:inherit'>9</i></span>", "<a href=x.html>甲9</a>",
    "<font color=fefefe>9</font>",
  ])
  func whiteOnWhiteIsLeftOut(content: String) async throws {
    let rules = ".w{color:#fff}a:link{color:#fff}"
    #expect(try await cell("32\(content)", rules) == "32")
  }

  @Test(arguments: ["td:empty::before{content:'0'}", "td:last-child:empty::after{content:'12'}"])
  func aBlankCellThatAStyleFillsIsInDoubt(rules: String) async throws {
    #expect(try await cell("", rules) == "\u{FFFC}")
  }

  @Test func aVariableThatGrowsWithoutEndIsLeft() async throws {
    let rules =
      "td{--a0:1px 1px 1px 1px;"
      + (1..<40).map { "--a\($0):var(--a\($0 - 1)) var(--a\($0 - 1));" }.joined()
      + "text-indent:var(--a39)}"
    #expect(try await cell("26", rules) == "26")
  }

  @Test func whatAWideScreenShowsIsRead() async throws {
    let page = """
      <!DOCTYPE html><style>.d-none{display:none!important}@media(min-width:768px){.d-md-block{display:block!important}\
      .d-md-none{display:none!important}.md\\:block{display:block}}.hidden{display:none}</style>\
      <div class='d-none d-md-block'><table><tr><td>甲</td><td>366</td></tr></table></div>\
      <div class='d-md-none'><table><tr><td>甲</td><td>66</td></tr></table></div><p class='hidden md:block'>全年办结五件。</p>
      """
    // A class of Tailwind stands behind the one that it is stronger than.
    #expect(try await lines(page) == ["甲|366"])
    let order = page.replacing(".hidden{display:none}", with: "").replacing(
      "<style>", with: "<style>.hidden{display:none}")
    #expect(try await lines(order) == ["甲|366", "全年办结五件。"])
  }

  @Test(arguments: ["<div style='display:none'>", "<div class=more><div>"])
  func whatIsHiddenAndGoesOnIsRead(start: String) async throws {
    let page = """
      <style>.more{display:none}</style><p>一、总体情况</p><p>全年公开信息十二条，均已按时公开。</p><a href=#>展开全文</a>\
      \(start)<p>二、主动公开情况</p><p>全年没有更多。</p></div></div><p>2024年1月5日</p>\
      <div style='display:none'><p>一、总体情况</p><p>去年没有。</p></div>
      """
    #expect(
      try await lines(page) == [
        "一、总体情况", "全年公开信息十二条，均已按时公开。", "展开全文", "二、主动公开情况", "全年没有更多。", "2024年1月5日",
      ])
  }

  @Test(arguments: [
    "[data-aos^=fade]{opacity:0}", "[data-aos]{visibility:hidden}", "div{opacity:0}",
  ])
  func whatComesUpAsSomebodyScrollsIsRead(rules: String) async throws {
    let page = """
      <style>\(rules)</style><p>全年公开信息十二条，办理申请三件，均已答复。</p><div data-aos=fade-up><table><tr><td>甲</td><td>1</td></tr>\
      <tr><td>乙</td><td>2</td></tr></table></div>
      """
    #expect(try await lines(page) == ["全年公开信息十二条，办理申请三件，均已答复。", "甲|1", "乙|2"])
  }

  @Test func aTableIsNotIndentedAsTheBlockAroundItIs() async throws {
    let page = """
      <style>div{text-indent:-9999px;overflow:hidden}</style><p>全年公开信息十二条，办理申请三件，均已答复。</p><div>看不见的一段话。<table><tr><td>甲</td><td>1</td></tr>\
      <tr><td>乙</td><td>2</td></tr></table></div>
      """
    let read = try await read(page)
    #expect(lines(read.value) == ["全年公开信息十二条，办理申请三件，均已答复。", "甲|1", "乙|2"])
    #expect(read.issues.map(\.code) == [.htmlUnseenTextOmitted])
  }

  @Test func theTabThatIsActiveIsRead() async throws {
    let page = """
      <style>.tabs>.tab{display:none}.tabs>.active{display:block}</style><div class=tabs>\
      <div class=tab><p>2021年公开5件。</p></div><div class='tab active'><p>2023年公开7件。</p></div></div>
      """
    #expect(try await lines(page) == ["2023年公开7件。"])
  }
}
