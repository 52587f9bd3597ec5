import Diagnostics
import DocumentModel
import HTMLReading
import Testing

/// Figures that a script puts into the page: what stands in the source is known only where nothing contradicts it.
@Suite struct FillingTests {
  /// The second cell of a row whose first is a label.
  private func cell(_ content: String, head: String = "") async throws -> String? {
    let page = "\(head)<table><tr><td>行政许可</td><td>\(content)</td></tr></table>"
    return try await lines(page).first?.split(
      separator: "|", maxSplits: 1, omittingEmptySubsequences: false
    ).last.map(String.init)
  }

  @Test(arguments: [
    "v-text", "v-html", "v-model", "v-model.number", "v-bind:value", "v-bind:text", ":value",
    "x-text",
    "x-model", "x-bind:value", "ng-bind", "ng-bind-html", "data-ng-bind", "ng-model", "data-bind",
    "[value]", "[(ngModel)]",
  ])
  func aBindingIsUnknownWhateverNumberStandsBesideIt(name: String) async throws {
    #expect(try await cell("<b data-count=12 \(name)=n>12</b>") == "12\u{FFFC}")
    #expect(try await cell("<b \(name)=n data-count=12>12</b>") == "12\u{FFFC}")
    #expect(try await cell("<input value=12 \(name)=n>") == "12\u{FFFC}")
  }

  @Test(arguments: [
    ("<b data-from=0 data-to=12>12</b>", "12\u{FFFC}"), ("<b data-n=12 data-v=12>12</b>", "12"),
    ("<b data-n=12 data-v=13 data-to=12>12</b>", "12\u{FFFC}"),
    ("<b data-value=1306>1,306</b>", "1,306"), ("<b data-text=甲 data-n=12>12</b>", "12"),
  ])
  func numbersOfAttributesThatDiffer(content: String, text: String) async throws {
    #expect(try await cell(content) == text)
  }

  @Test(arguments: [
    ("<input value=12 data-value=13>", "12\u{FFFC}"), ("<input value=12 data-value=12>", "12"),
    ("<input v-model=n>", "\u{FFFC}"), ("<input type=checkbox v-model=n>12", "12"),
    ("<input type=hidden v-model=n>12", "12"), ("<input style='display:none' v-model=n>12", "12"),
    ("<input style='zoom:0' value=12>", "12\u{FFFC}"),
    ("<input style='color:#fff' value=7>12", "12"),
    ("<span style='color:white'><input value=12></span>", "12\u{FFFC}"),
    ("<input class=sec value=12>", "12\u{FFFC}"),
    ("<textarea v-model=n>12</textarea>", "12\u{FFFC}"),
    ("<textarea style='color:white'>7</textarea>12", "12"), ("<textarea>12</textarea>", "12"),
    ("<select v-model=n><option>12</select>", "\u{FFFC}"),
    ("12<select style='display:none'><option>7</select>", "12"),
    ("<input style='text-decoration:line-through' value=7>12", "12"),
  ])
  func aFieldOfAFormIsTextLikeAnyOther(content: String, text: String) async throws {
    let head = "<style>@font-face{font-family:sec;src:url(a.woff)}.sec{font-family:sec}</style>"
    #expect(try await cell(content, head: head) == text)
  }

  @Test(arguments: [
    "var k='q1';document.getElementById(k).textContent=5", "['q1'].forEach(f)", "q1.innerHTML=5",
    "var m={q1:5};for(var k in m)document.getElementById(k).innerText=m[k]", "$('#q1').prop('x',5)",
    "$('#q1').css('display','none')", "$(\"#q1\").addClass('gone')", "fill('q' + 1, 5)",
    "window.q1.hidden = true", "list.append($('#q1').width())", "if ($('#q1').text() == 0) show()",
  ])
  func aZeroInAnElementThatAScriptNamesMayBeAPlaceholder(script: String) async throws {
    let head = "<script>\(script)</script>"
    #expect(try await cell("<span id=q1>0</span>", head: head) == "0\u{FFFC}")
    #expect(try await cell("<i id=q1>0</i>", head: head) == "0\u{FFFC}")
  }

  @Test(arguments: ["var k=1", "$('#q').hide()", "quick1()", "var a=b", "", "a(b)"])
  func anElementThatNoScriptNamesIsRead(script: String) async throws {
    let head = "<script>\(script)</script>"
    #expect(try await cell("<span id=p1>0</span>", head: head) == "0")
    #expect(try await cell("<span id=a>0</span>", head: head) == "0")
  }

  @Test(arguments: [
    ("收到申请<b ng-bind=n>0</b>件。", "收到申请\u{FFFD}件。"),
    ("收到申请<b data-to=12>0</b>件，办结7件。", "收到申请\u{FFFD}件，办结7件。"),
    ("收到申请<b v-text=n></b>件。", "收到申请\u{FFFD}件。"),
    ("收到申请<input v-model=n>件。", "收到申请\u{FFFD}件。"),
    ("收到申请<input value=12 v-model=n>件。", "收到申请\u{FFFD}\u{FFFD}件。"),
    ("收到申请12<span style='zoom:0'>7</span>件，办结7件。", "收到申请\u{FFFD}\u{FFFD}\u{FFFD}件，办结7件。"),
    (
      "收到申请1,2<i style='transform:rotate(90deg)'>34，办结7</i>件。",
      "收到申请\u{FFFD},\u{FFFD}\u{FFFD}\u{FFFD}，办结\u{FFFD}件。"
    ),
    ("收到申请\u{202E}21件。", "收到申请\u{FFFD}\u{FFFD}件。"),
    ("收到\u{202E}21件办结7件\u{202C}共28件。", "收到\u{FFFD}\u{FFFD}件办结\u{FFFD}件共28件。"),
    (
      "收到<b class=sec>\u{202E}2\u{202C}1件共7件</b>，办结8件。",
      "收到\u{FFFD}\u{FFFD}件共\u{FFFD}件，办结8件。"
    ),
    ("收到申请<script>document.write(n)</script>件。", "收到申请\u{FFFD}件。"),
    ("收到申请12<noscript>13</noscript>件。", "收到申请\u{FFFD}\u{FFFD}件。"),
    ("收到申请<b class=sec>12</b>件。", "收到申请\u{FFFD}\u{FFFD}件。"),
  ])
  func aNumberOfProseThatMayShowOtherwiseIsLeftOutAndSaid(content: String, text: String)
    async throws
  {
    let head = "<style>@font-face{font-family:sec;src:url(a.woff)}.sec{font-family:sec}</style>"
    let prose = "本年度本局主动公开政府信息，并办理政府信息公开申请。"
    let read = try await read("\(head)<p>\(content)</p><p>\(prose)</p>")
    #expect(lines(read.value) == [text, prose])
    #expect(read.issues.map(\.code) == [.htmlUnseenTextOmitted])
    #expect(read.issues.map(\.location) == [.paragraph(1)])
  }

  @Test(arguments: [
    ("收到<b class=sec>5件\n受理6件</b>\n办结7件", ["收到\u{FFFD}件", "受理\u{FFFD}件", "办结7件"]),
    (
      "收到\u{202E}<b class=sec>5件\n</b>受理6件\n办结7件",
      ["收到\u{FFFD}件", "受理\u{FFFD}件", "办结\u{FFFD}件"]
    ),
    ("收到5件\n<b class=sec>受理6件\n\n办</b>结7件", ["收到5件", "受理\u{FFFD}件", "办结7件"]),
  ])
  func whatMayShowOtherwiseGoesOnOverLineEnds(content: String, text: [String]) async throws {
    let head = "<style>@font-face{font-family:sec;src:url(a)}.sec{font-family:sec}</style>"
    let read = try await read("\(head)<pre>\(content)</pre>")
    #expect(lines(read.value) == text)
    #expect(
      read.issues.count { $0.code == .htmlUnseenTextOmitted }
        == text.count { $0.contains("\u{FFFD}") })
  }

  @Test(arguments: [
    ("收到申请<b data-to=12>12</b>件。", "收到申请12件。"),
    ("<x-body>收到申请12件。</x-body>", "收到申请12件。"),
    ("收到申请12件。<share-bar></share-bar>", "收到申请12件。"),
    ("<i style='background:url(a.png)'></i>收到申请12件。", "收到申请12件。"),
    ("收到申请 12 <b v-text=n>件</b>。", "收到申请 12 件。"),
  ])
  func aNumberOfProseThatIsSure(content: String, text: String) async throws {
    let prose = "本年度本局主动公开政府信息，并办理政府信息公开申请。"
    let page = "<div style='position:absolute'><p>\(prose)</p><p>\(content)</p></div>"
    let read = try await read(page)
    #expect(lines(read.value) == [prose, text])
    #expect(read.issues.isEmpty)
  }

  @Test func aCellThatIsMoreThanANumber() async throws {
    let read = try await read(
      "<table><tr><td>行政许可</td><td>全年共收到申请<b ng-bind=n>0</b>件</td></tr></table>")
    #expect(lines(read.value) == ["行政许可|全年共收到申请\u{FFFD}件"])
    #expect(read.issues.map(\.code) == [.htmlUnseenTextOmitted])
  }

  /// The first row of a page whose second cell holds `content`, with a script at the end.
  private func scripted(_ content: String, _ script: String) async throws -> String? {
    let page =
      "<table><tr><td>行政许可</td><td>\(content)</td></tr></table><p>本年度公开十二条，均按时。</p>"
      + "<script>\(script)</script>"
    return try await lines(page).first
  }

  @Test(arguments: [
    "<!-->WRITER<!-- -->", "<!--->WRITER<!-- -->", "<!-- a --!>WRITER<!-- -->",
    "<script><!-- f('<script>a</script>') --></script>WRITER",
    "<script><!-- f('<script>a</script>'); WRITE --></script>",
  ])
  func aScriptBehindACommentIsFound(page: String) async throws {
    let write = "document.getElementById('n').innerHTML = x"
    let page = page.replacing("WRITER", with: "<script>\(write)</script>")
      .replacing("WRITE", with: write)
    #expect(try await scripted("<i id=n>0</i>", "</script>\(page)<script>") == "行政许可|0\u{FFFC}")
  }

  @Test(arguments: [
    ("<span id=n_1>0</span>", "$(\"#n_1\").text(123)"),
    ("<b id=n7>0</b>", "for(i in d)$('#n'+i).html(d[i])"),
    ("<i id=n>0</i>", "var e = document.getElementById('n'); e.innerHTML = x"),
    (
      "<span class='a js-num'>0</span>",
      "fetch(u).then(d=>document.querySelectorAll('.js-num').forEach((e,i)=>e.textContent=d[i]))"
    ),
    ("<em class=count>0</em>", "$('.count').each(function(){ $(this).text(d[0]) })"),
    ("0", "document.querySelectorAll('table')[1].rows[4].cells[2].innerHTML=x"),
    ("0", "$('table:eq(1) td').html('5')"),
  ])
  func aZeroThatAScriptReplacesIsUnknown(content: String, script: String) async throws {
    #expect(try await scripted(content, script) == "行政许可|0\u{FFFC}")
  }

  @Test(arguments: [
    ("<span id=n></span>", "document.getElementById('n').innerHTML='5'"),
    ("<span id=n>--</span>", "$('#n').text(d.n)"), ("<span data-bind='text:n'>--</span>", ""),
    ("", "for(i=0;i<9;i++){document.getElementsByTagName('td')[i].innerHTML=d[i]}"),
    ("<iframe src=n.html></iframe>", ""), ("<iframe srcdoc=5></iframe>", ""),
    ("<video src=n.mp4></video>", ""),
    ("<picture><source srcset=n.webp></picture>", ""), ("<input type=text name=n>", ""),
    ("<input type=hidden value=5>", ""), ("<i class=icon-5></i>", ""),
  ])
  func whatShowsNothingInTheSourceMayShowANumber(content: String, script: String) async throws {
    #expect(try await scripted(content, script) == "行政许可|\u{FFFC}")
  }

  @Test(arguments: [
    "<span th:text='${n}'>0</span>", "<span data-field=n>0</span>", "<div lay-filter=n>0</div>",
    "<span>0</span><img src=x onerror='this.previousSibling.textContent=5' width=0>",
  ])
  func attributesThatSayWhatIsFilledIn(content: String) async throws {
    #expect(try await scripted(content, "") == "行政许可|0\u{FFFC}")
  }

  @Test(arguments: [
    #"function e(s){return s.replace(/"/g,"")};document.getElementById("n").innerHTML=5"#,
    #"var p=location.pathname.replace(/\//g,"-");document.getElementById("n").innerHTML=5"#,
    #"function e(s){return s.replace(/'/g,"")};$('#n').text(5)"#,
    #"if(/['"\/]/.test(x)){} document.getElementById("n").innerHTML=5"#,
    #"function e(s){return /"/.test(s)} $('#n').text(5)"#, #"a=b/2; c=d/"2"; $('#n').text(5)"#,
    "x = (a + b) /* ' */ / 2 // \"\n$('#n').text(5)",
    #"document.getElementById("n").replaceChildren("5")"#, #"$('#n').empty().append("5")"#,
    #"$('#n').prepend(x)"#, #"$('#n').replaceWith(x)"#, #"$('#n').load("/n.jsp")"#,
    #"document.getElementById("n").insertAdjacentHTML("beforeend","5")"#,
    #"document.getElementById("n")["innerHTML"]=5"#, #"$('#n')[0]['textContent'] = 5"#,
    #"document.getElementById("n").firstChild.nodeValue="5""#,
    #"document.getElementById('n').firstChild.data = 5"#,
    #"var t=document.getElementById("n");t.innerHTML=5"#,
    #"let a = 1, t = document.querySelector('#n'); f(a); if (a) { t.textContent = a }"#,
    #"this.t = $('#n'); go(function () { this.t.empty().text(5) })"#,
    "var t = document.getElementsByClassName('c')[0]\nt.innerText = 5",
    #"$('#n').addClass('x');$('.c').text(5)"#, #"$('#n').addClass('x');$('.b').text(5)"#,
  ])
  func aFigureThatAScriptReplacesIsUnknown(script: String) async throws {
    let content = "<b id=n class='b c'>36</b>"
    #expect(try await scripted(content, script) == "行政许可|36\u{FFFC}")
  }

  @Test(arguments: [
    "var t = document.getElementById('n').value; t.innerHTML = 5", "$(window).load(function(){})",
    "t.innerHTML = 5; var t = document.getElementById('n');", "form.append('n', 5)",
    "if (t == document.getElementById('n')) {} u.innerHTML = 5",
    "var n = $('#n'), t = $('#m'); t.text(5)", "$('#n').load(function () { show() })",
    "x = a / 2; y = '$(\"#n\").text(5)' / 3", "/$('#n').text(5)/.test(x)",
    "for(i=0;i<9;i++){a[i]/=2} // $('#n').text(5)",
  ])
  func aScriptThatLeavesAFigure(script: String) async throws {
    #expect(try await scripted("<b id=n>36</b>", script) == "行政许可|36")
  }

  @Test(arguments: [
    ("<span id=n>0</span>", "$('#hits').text(123)"),
    ("0", "$('#zoom td').css('width', 9)"),
    ("0", "$('.menu').html(h); // $('td').html(1)"), ("<span class=n>0</span>", "$('#n').html(1)"),
    ("0<iframe width=0 height=0></iframe>", ""), ("0<input type=hidden value=5>", ""),
  ])
  func scriptsThatDoOtherThingsRaiseNoAlarm(content: String, script: String) async throws {
    #expect(try await scripted(content, script) == "行政许可|0")
  }

  @Test(arguments: [
    ("<i class=h7>3</i>66", "$('.h7').show()"), ("<i class=h7>3</i>66", "$('i').removeClass('h7')"),
    ("<i id=k style='display:none'>3</i>66", "document.getElementById('k').style.display='inline'"),
    ("66<i id=kk hidden>3</i>", "kk.hidden = false"),
    ("<p id=kk hidden>366</p>66", "$('#kk').toggle()"),
  ])
  func whatAScriptMayShowMakesAnotherNumber(content: String, script: String) async throws {
    let head = "</script><style>.h7{display:none}</style><script>"
    #expect(try await scripted(content, head + script) == "行政许可|66\u{FFFC}")
    #expect(try await scripted(content, head + "show()") == "行政许可|66")
    let prose = try await lines(
      "<style>.h7{display:none}</style><p>本年度本局公开政府信息，均按时答复申请人。</p><p>全年办结\(content)件。</p><script>\(script)</script>"
    )
    #expect(prose.last == (content.hasPrefix("<p") ? "66件。" : "全年办结\u{FFFD}\u{FFFD}件。"))
  }

  @Test(arguments: [
    "$('#zoom').find('td').each(function(){ if($(this).html()=='') $(this).html(\"&nbsp;\") })",
    "$('td').each(function(){ $(this).html('&nbsp; ') })", "$('td:empty').html(' ')",
    "document.querySelectorAll('td').forEach(e => e.innerHTML = '&nbsp;')",
  ])
  func aBlankThatAScriptMakesOneIsNone(script: String) async throws {
    #expect(try await scripted("0", script) == "行政许可|0")
    #expect(try await scripted("", script) == "行政许可|")
  }

  @Test func aFieldThatAScriptNames() async throws {
    let script = "document.forms[0].n1.value='842'"
    #expect(try await scripted("<input name=n1 value=0>", script) == "行政许可|0\u{FFFC}")
    #expect(try await scripted("<input name=n2 value=0>", script) == "行政许可|0")
  }

  @Test func aNumberOfProseThatAScriptFillsInIsLeftOut() async throws {
    let script = "<script>$('#n').text(d.n); $('#hits').text(d.h)</script>"
    let page = "<p>本局受理申请<b id=n>0</b>件，均按时答复申请人。</p><p>（浏览<b id=hits>0</b>次）</p>\(script)"
    let read = try await read(page)
    #expect(lines(read.value) == ["本局受理申请\u{FFFD}件，均按时答复申请人。", "（浏览0次）"])
    #expect(read.issues.map(\.code) == [.htmlUnseenTextOmitted])
  }
}
