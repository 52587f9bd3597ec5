import Diagnostics
import HTMLReading
import Testing

/// Digits of one cell in several elements: a page shows them as one number or as two, by their styles.
@Suite struct PartedDigitsTests {
  private func cell(_ content: String, _ attributes: String = "", rules: String = "") async throws
    -> String
  {
    let table = "<table><tr><td>行政许可</td><td \(attributes)>\(content)</td></tr></table>"
    let lines = try await lines("<style>\(rules)</style>" + table)
    return lines.first?.replacing("行政许可|", with: "") ?? ""
  }

  static let containers = [
    "display:grid", "display:flex;justify-content:space-between", "display:flex;gap:20px",
    "display:inline-grid", "display:inline-flex", "display:block flex", "display:-webkit-box",
    "letter-spacing:10px", "letter-spacing:.5em",
  ]

  @Test(
    arguments: containers,
    [
      "<span>1</span><span>2</span>", "<b>1</b><b>2</b>", "<b>1</b>2", "1<b>2</b>",
      "<span style='display:contents'><span>1</span><span>2</span></span>",
    ])
  func childrenOfABoxThatPartsThem(container: String, content: String) async throws {
    #expect(try await cell(content, "style='\(container)'") == "12\u{FFFC}")
    #expect(try await cell(content, "class=k", rules: ".k{\(container)}") == "12\u{FFFC}")
    #expect(try await cell("<div style='\(container)'>\(content)</div>") == "12\u{FFFC}")
  }

  @Test(arguments: [
    "display:table-cell", "display:inline-block;width:50px", "display:inline-block;min-width:4em",
    "margin-left:20px", "margin-right:1em", "margin:0 10px", "margin:10px", "margin-inline:1em",
    "margin-inline-start:12pt", "margin-inline-end:1em", "margin-left:5%",
    "margin-left:calc(1em + 4px)", "padding-left:20px", "padding-right:12px", "padding:0 1em",
    "padding-inline:1em", "padding-inline-start:1em", "position:relative;left:20px",
    "position:relative;right:-3em", "float:right", "float:left", "transform:translateX(20px)",
    "transform:translate(30px,0)", "letter-spacing:12px",
  ])
  func anElementThatStandsApart(style: String) async throws {
    #expect(try await cell("1<span style='\(style)'>2</span>") == "12\u{FFFC}")
    #expect(try await cell("1<i style='\(style)'>2</i>") == "12\u{FFFC}")
    #expect(try await cell("1<span class=k>2</span>", rules: ".k{\(style)}") == "12\u{FFFC}")
  }

  @Test(arguments: [
    "", "margin-left:1px", "margin:0", "margin:9px 0", "padding:0 1px", "padding:9px 0",
    "padding-left:0;margin-left:.3em", "float:none", "transform:none", "position:relative",
    "display:inline-block", "display:inline-block;width:auto", "width:50px", "left:20px",
    "letter-spacing:0", "letter-spacing:-.2pt", "letter-spacing:normal", "font-size:12px",
    "font-size:10.5pt",
  ])
  func digitsOfOneNumber(style: String) async throws {
    #expect(try await cell("1<span style='\(style)'>2</span>") == "12")
    #expect(
      try await cell("<span style='\(style)'>1</span><span style='\(style)'>2</span>") == "12")
    #expect(try await cell("1<span class=k>2</span>", rules: ".k{\(style)}") == "12")
  }

  @Test func aNumberWithinAPartIsOne() async throws {
    let number = "<span>1</span><span>2</span>"
    #expect(try await cell("<div>\(number)</div>", "style='display:flex'") == "12")
    #expect(try await cell("<span style='margin-left:20px'>\(number)</span>") == "12")
    #expect(try await cell("<span>1</span> <span>2</span>", "style='display:flex'") == "1 2")
  }

  @Test func aTableWithinABoxIsReadAsAnyOther() async throws {
    let table = "<table><tr><td>行政许可</td><td><b>1</b><span>2</span></td></tr></table>"
    for style in ["display:flex", "display:grid;gap:20px", "float:left", "padding:0 20px"] {
      #expect(try await lines("<div style='\(style)'>\(table)</div>") == ["行政许可|12"])
    }
  }

  @Test func whatIsDoneToLabelsTooPartsNoNumber() async throws {
    #expect(try await cell("12", rules: "td{letter-spacing:10px;padding:0 20px}") == "12")
    #expect(try await cell("12", "style='padding:0 20px'") == "12")
  }

  @Test(arguments: [
    ("12<font size=1>1</font>", "12¹"), ("12<font size='-3'>3</font>", "12³"),
    ("12<font size=2>1</font>", "121\u{FFFC}"), ("12<font size=-1>1</font>", "121\u{FFFC}"),
    ("12<small>1</small>", "121\u{FFFC}"), ("<b>12</b><small>1</small>", "121\u{FFFC}"),
    ("12<span style='font-size:60%'>1</span>", "12¹"),
    ("12<span style='font-size:8px'>1</span>", "12¹"),
    ("12<span style='font-size:60%'>134</span>", "12134\u{FFFC}"),
    ("12<span style='font-size:11px'>1</span>", "121\u{FFFC}"),
    ("12<span style='font-size:80%'>1</span>", "121\u{FFFC}"),
    ("12<font size=3>1</font>", "121"), ("12<font size=+1>1</font>", "121"),
    ("<font size=2>12</font><font size=2>1</font>", "121"),
    ("<small>1</small><small>2</small>", "12"), ("<font size=1>12</font>", "12"),
  ])
  func smallerDigitsBehindAFigure(content: String, text: String) async throws {
    #expect(try await cell(content) == text)
  }

  @Test(arguments: [
    ("<input value=12>", "12"), ("<input type=number value=12>", "12"),
    ("<textarea>12</textarea>", "12"), ("1<textarea>2</textarea>", "1 2"),
    ("<input value=1><input value=2>", "12\u{FFFC}"), ("1<input value=2>", "12\u{FFFC}"),
    ("<input value=1>2", "12\u{FFFC}"), ("<select><option selected>12</select>", "\u{FFFC}"),
    ("<meter value=12>12</meter>", "\u{FFFC}"), ("<progress value=12></progress>", "\u{FFFC}"),
    ("1<progress value=2></progress>", "1\u{FFFC}"),
  ])
  func aControlOfAForm(content: String, text: String) async throws {
    #expect(try await cell(content) == text)
  }
}
