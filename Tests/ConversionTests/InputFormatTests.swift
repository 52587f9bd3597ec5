import Conversion
import DocumentModel
import OfficeReading
import TestSupport
import Testing

@Test func theNameTellsPartsOfASavedPageFromTexts() {
  for (name, format) in [
    ("a.js", InputFormat.unsupported(.partOfPage)), ("a.CSS", .unsupported(.partOfPage)),
    ("a.js.下载", .unsupported(.partOfPage)), ("a.txt", .text), ("js", .text),
  ] {
    #expect(InputFormat.detect(SourceFile(name: name, bytes: Array("a{b:c}".utf8))) == format)
  }
  #expect(InputFormat.detect(SourceFile(name: "a.js", bytes: Array("%PDF-1.4".utf8))) == .pdf)
}

@Test(
  arguments: [
    ("PK\u{3}\u{4}rest", .docx), ("%PDF-1.4", .pdf), ("\n\njunk %PDF-1.7", .pdf), ("一、总体情况", .text),
    ("{\\rtf1", .office(.rtf)), ("  <!DOCTYPE html><p>", .html),
    ("<HTML>", .html),
    ("<?xml version=\"1.0\"?><html>", .html),
    ("<?xml version=\"1.0\"?><a/>", .unsupported(.xml)),
    ("{\"code\":404}", .unsupported(.json)),
    ("[\n {\"a\": 1}]", .unsupported(.json)), ("{ \"a\" : 1}", .unsupported(.json)),
    ("[注] {甲}", .text),
    ("MIME-Version: 1.0", .mhtml),
    (
      "From: <Saved by Blink>\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n",
      .mhtml
    ),
    (
      "Received: from a\r\n\tby b\r\nFrom: =?gbk?B?1cU=?= <a@b.cn>\r\nContent-Type: text/plain\r\n\r\n5LiA44CB",
      .unsupported(.mail)
    ),
    ("Date: Mon, 1 Jan 2024\nX-Spam: a\nMessage-ID: <1@b>\n\n一、总体情况", .unsupported(.mail)),
    ("From a@b Mon Jan 1\nTo: b\nReturn-Path: a\n\nx", .unsupported(.mail)),
    ("MIME-Version: 1.0\nSubject: a\nContent-Type: text/html\n\n<p>", .unsupported(.mail)),
    ("From: 张三\nTo: 李四\nSubject: 年度报告\n\n一、总体情况", .text),
    ("Content-Type: 无\n一、总体情况", .text), ("Date: 2024\n\nReceived: 3件", .text),
    ("From: a\n一、总体情况\nMessage-ID: b", .text),
  ] as [(String, InputFormat)])
func contentDecidesTheFormat(text: String, format: InputFormat) {
  #expect(InputFormat.detect(Array(text.utf8)) == format)
}

@Test(
  arguments: [
    (["WordDocument", "1Table"], .wordBinary),
    (["EncryptionInfo", "EncryptedPackage"], .encryptedOffice),
    (["Workbook"], .unsupported(.oldWorkbook)),
    (["PowerPoint Document"], .unsupported(.oldPresentation)),
    (["CONTENTS", "MatOST"], .office(.works)),
    (["__substg1.0_0037001F"], .unsupported(.message)), (["CONTENTS"], .unsupported(.oldOffice)),
  ] as [([String], InputFormat)])
func theStreamsOfACompoundFileTellWhatItIs(streams: [String], format: InputFormat) {
  let file = CompoundBuilder(streams.map { (name: $0, bytes: [1, 2, 3]) }).file()
  #expect(InputFormat.detect(file) == format)
  #expect(InputFormat.detect(Array(file.prefix(700))) == .damagedCompoundFile)
}

@Test(arguments: [
  ("a.docx", InputFormat.docx, true), ("a.DOCX", .pdf, false), ("a.pdf", .pdf, true),
  ("a.txt", .docx, false),
  ("报告.2020", .pdf, true), ("报告", .text, true), ("a.doc", .docx, false),
  ("a.doc", .unsupported(.oldOffice), true), ("a.doc", .wordBinary, true),
  ("a.wps", .wordBinary, true), ("a.docx", .wordBinary, false), ("a.pdf", .wordBinary, false),
  ("a.doc", .html, false), ("a.html", .html, true),
  ("a.mht", .mhtml, true), ("a.htm", .mhtml, false),
])
func onlyAnExtensionThatPromisesSomethingCanBeWrong(name: String, format: InputFormat, agrees: Bool)
{
  #expect(format.agrees(withName: name) == agrees)
}

@Test func aTarIsNotWhatItsFirstMemberIs() {
  for magic in ["ustar\u{0}00", "ustar  \u{0}"] {
    let header =
      Array("a.pdf".utf8) + [UInt8](repeating: 0, count: 252) + Array(magic.utf8)
      + [UInt8](repeating: 0, count: 247)
    #expect(InputFormat.detect(header + Array("%PDF-1.4\n".utf8)) == .unsupported(.tar))
  }
  let text = Array((String(repeating: "a", count: 257) + "ustar").utf8)
  #expect(InputFormat.detect(text) == .text)
}
