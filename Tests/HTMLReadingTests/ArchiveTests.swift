import Diagnostics
import DocumentModel
import HTMLReading
import Testing

/// Pages that were saved as one file.
@Suite struct ArchiveTests {
  @Test func quotedPrintableByABrowser() async throws {
    let message = """
      From: <Saved by Blink>
      Snapshot-Content-Location: http://www.example.cn/a.html
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \ttype="text/html";
      \tboundary="----B----"


      ------B----
      Content-Type: text/css
      Content-Location: a.css

      p { color: red }
      ------B----
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable
      Content-Location: http://www.example.cn/a.html

      <p>=E4=B8=80=E3=80=81=E6=80=BB=E4=
      =BD=93=E6=83=85=E5=86=B5</p>
      ------B------
      """
    let read = try await archive(message)
    #expect(lines(read.value) == ["一、总体情况"])
    #expect(read.value.origin?.url == "http://www.example.cn/a.html")
  }

  @Test func theStyleSheetsOfAnArchiveAreThoseOfItsPage() async throws {
    let message = """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary=b

      --b
      Content-Type: text/html; charset=utf-8

      <link rel=stylesheet href=a.css><p>二0<em>1</em>二三年，公开<b class=old>7</b>十二条。</p>
      --b
      Content-Type: text/css
      Content-Transfer-Encoding: quoted-printable
      Content-Location: a.css

      .old { display: n=
      one } em { display: none }
      --b--
      """
    #expect(lines(try await archive(message).value) == ["二0二三年，公开十二条。"])
  }

  @Test func theFrameWithMostTextIsRead() async throws {
    let message = """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary=b

      --b
      Content-Type: text/html

      <frameset cols='200,*'><frame src=menu.html><frame src=report.html></frameset>
      --b
      Content-Type: text/html; charset=utf-8

      <body><a href=1>公开指南</a><a href=2>公开目录</a></body>
      --b
      Content-Type: text/html; charset=utf-8

      <body><p>一、总体情况</p><p>全年公开信息十二条，办理申请三件，均已答复。</p></body>
      --b--
      """
    let read = try await archive(message)
    #expect(lines(read.value) == ["一、总体情况", "全年公开信息十二条，办理申请三件，均已答复。"])
    #expect(read.issues.map(\.code) == [.htmlPartOmitted])
  }

  @Test func base64InPartsOfPartsWithoutAnEnd() async throws {
    // 一、总体情况 in GB18030.
    let message = """
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=out

      preamble
      --out
      Content-Type: multipart/related; boundary="in"

      --in
      Content-Type: text/html; charset="gb2312"
      Content-Transfer-Encoding: base64

      PHA+0ruhotfcz+XH6b/2PC9wPg==
      """
    #expect(try await archive(message).value.blocks.count == 1)
  }

  @Test(arguments: [
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b--",
    "MIME-Version: 1.0\n", "Content-Type: multipart/related\n\n<p>x</p>",
  ])
  func anArchiveWithoutAPageIsNone(message: String) async {
    #expect(await archiveFailure(message) == .htmlNoContent)
  }

  @Test func partsInPartsAreBounded() async {
    var message = ""
    for depth in 0..<40 {
      message += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n"
    }
    #expect(await archiveFailure(message) == .htmlLimit)
  }

  /// A part that says of its encoding what isn't so.
  @Test(arguments: [
    ("8bit", "<p class=3D\"a\">=E4=B8=80=E3=80=81=E6=80=BB</p>"),
    ("", "<p class=3D\"a\">=E4=B8=80=E3=80=81=\n=E6=80=BB</p>"),
    ("quoted-printable", "<p class=\"a\" id=\"b\" title=\"c\" lang=\"d\" dir=\"ltr\">一、总</p>"),
    ("base64", "<p class=\"a\">一、总</p>"),
    (
      "8bit",
      "PHA+5LiA44CB5oC7PC9wPjwhLS0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg\nICAgICAgICAgICAgICAgIC0tPg=="
    ),
  ])
  func theBytesOfAPartDecide(encoding: String, body: String) async throws {
    let message = """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary="b"

      --b
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: \(encoding)

      \(body)
      --b--
      """
    #expect(lines(try await archive(message).value) == ["一、总"])
  }

  @Test(arguments: [
    "<table><tr><td>甲</td></tr></table>", "<TABLE><TR><TD>甲</TD></TR></TABLE>", "<p>二、主动公开</p>",
  ])
  func aPageThatIsNotReadIsSaid(other: String) async throws {
    let message = """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary="b"

      --b
      Content-Type: text/html; charset=utf-8

      <p>一、总体情况</p>
      --b
      Content-Type: text/html; charset=utf-8

      <html><head><title>附页</title></head><BODY>\(other)</BODY></html>
      --b
      Content-Type: text/html; charset=utf-8

      <html><head><title>空白</title></head><body> <div></div> </body></html>
      --b--
      """
    let issues = try await archive(message).issues
    #expect(issues.map(\.code) == [.htmlPartOmitted])
    #expect(issues.first?.message.hasPrefix("1 more pages of the archive are not read") == true)
  }

  @Test func pagesBehindManyAreCounted() async throws {
    let part = "--b\nContent-Type: text/html; charset=utf-8\n\n"
    let empty = String(repeating: part + "<p></p>\n", count: 80)
    let message =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n"
      + part + "<p>一、总体情况</p>\n" + empty + part + "<TABLE><tr><td>二、主动公开</TABLE>\n--b--\n"
    #expect(try await archive(message).issues.map(\.code) == [.htmlPartOmitted])
  }

  @Test(arguments: [
    (
      "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+",
      true
    ),
    ("MIME-version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>", true),
    ("content-type: multipart/related; boundary=a\n\n--a", true),
    ("Content-Type: text/plain\n\n甲", false), ("Content: text/html\n\n甲", false),
  ])
  func aMessageOfOnePart(start: String, isOne: Bool) {
    #expect(MHTMLReader.isArchive(Array(start.utf8)) == isOne)
  }
}
