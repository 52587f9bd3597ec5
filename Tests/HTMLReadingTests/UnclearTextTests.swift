import DocumentModel
import HTMLReading
import Testing

/// Digits that styles, scripts or marks hide, add or put in another order: the line holds a picture's mark, so no number is read.
@Suite struct UnclearTextTests {
  @Test(arguments: [
    "clip-path:inset(50%)", "-webkit-mask-image:url(a.png)", "content-visibility:hidden",
    "filter:opacity(0)", "unicode-bidi:bidi-override;direction:rtl", "transform:rotate(90deg)",
    "transform: scaleX(0)", "letter-spacing:-10px", "color:rgb(from red r g b / 0)",
    "display:inline-flex;flex-direction:row-reverse",
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
    "font:italic bold 0/0 a, b", "font:0 a", "font:400 0px/1 'a b'", "font-size:1%", "opacity:.01",
    "transform:translateY(-1000%)",
  ])
  func digitsThatNobodySees(style: String) async throws {
    let cell = "<td>2641<span style=\"\(style)\">9</span></td>"
    #expect(try await lines(table(cell)) == ["行政许可|2641"])
  }

  @Test(arguments: [
    "left:-1", "left:-1px", "clip:auto", "position:static;clip:rect(auto,auto,auto,auto)",
    "clip:rect(0,100px,20px,0)", "font:700 12px/1.5 a", "font:bold 12px a b, c", "font:inherit",
    "font:small a", "font:12px / 0 a", "right:20px", "left:50%", "font-size:100%", "opacity:1",
    "margin-left:-1",
  ])
  func digitsThatShowAsTheyAre(style: String) async throws {
    let cell = "<td>26<span style=\"\(style)\">41</span></td>"
    #expect(try await lines(table(cell)) == ["行政许可|2641"])
  }

  @Test(arguments: [
    "font:12px Sec", "font:12px/1 'Sec', a", "font: italic 700 12px / 1.5 \"Sec\"",
    "font:12px/ 1 sec,b", "font:small Sec", "font-family: 'Sec' , b", "clip:rect(0 0 0 0)",
    "right:var(--r)", "font:var(--f)",
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
    "<style>@media screen{.m{display:none}}</style><table><tr class=m><td>行政许可</td><td>2641</td></tr></table>",
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
}
