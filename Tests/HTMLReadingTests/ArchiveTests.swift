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
}
