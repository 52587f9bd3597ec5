import Diagnostics
import DocumentModel
import TestSupport
import Testing

@testable import OfficeReading

@Test(
  arguments: [
    ("{\\rtf1 a}", .rtf), ("\u{FEFF}{\\rtf1 a}", nil), ("\u{0}WPC", nil),
    (
      "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument>",
      .wordXML
    ),
    (
      "<?xml version=\"1.0\"?>\n<office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">",
      .flatOpenDocument
    ),
    (
      "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">",
      nil
    ),
    (
      "<?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"http://schemas.uof.org/cn/2003/uof\">",
      .uniformOffice
    ),
    ("一、总体情况 {\\rtf1", nil), ("<w:wordDocument>", nil),
  ] as [(String, OfficeFormat?)])
func howAFileBeginsTellsItsFormat(text: String, format: OfficeFormat?) {
  #expect(OfficeFormat(startOf: Array(text.utf8)) == format)
}

@Test func formatsWithASignatureAreKnownByIt() {
  #expect(OfficeFormat(startOf: [0xFF, 0x57, 0x50, 0x43, 0]) == .wordPerfect)
  #expect(OfficeFormat(startOf: [0xDB, 0xA5, 0x2D, 0, 0]) == .earlyWord)
}

@Test(arguments: [
  ("application/vnd.oasis.opendocument.text", true),
  ("application/vnd.oasis.opendocument.text-template", true),
  ("application/vnd.oasis.opendocument.spreadsheet", false),
])
func anOpenDocumentSaysItsTypeFirst(type: String, isText: Bool) {
  let zip = ZipBuilder([("mimetype", type), ("content.xml", "<a/>")]).archive()
  #expect(OfficeFormat.isOpenDocumentText(zip: zip) == isText)
  let other = ZipBuilder([("content.xml", "<a/>"), ("mimetype", type)]).archive()
  #expect(!OfficeFormat.isOpenDocumentText(zip: other))
  #expect(!OfficeFormat.isOpenDocumentText(zip: Array(zip.prefix(34))))
}

private func failure(_ bytes: [UInt8], _ format: OfficeFormat) -> FailureCode? {
  do throws(Failure) {
    _ = try OfficeChecks(limits: Limits()).check(bytes, format)
    return nil
  } catch {
    return error.code
  }
}

@Test(
  arguments: [
    ("{\\rtf1 {a} b}", nil), ("{\\rtf1 {a} b", .docCorrupt), ("{\\rtf1 {a b}\u{0}", .docCorrupt),
    ("{\\rtf1 \\{ \\} \\\\}", nil), ("{\\rtf1 a}\u{0}\r\n{", nil),
    ("{\\rtf1 {\\pict\\bin3 }}}} b}", nil), ("{\\rtf1 {\\pict\\bin3 }}}} b", .docCorrupt),
    ("{\\rtf1 \\bin99999999999999999999 }", .docCorrupt), ("{\\rtf1 \\bin", .docCorrupt),
    ("{\\rtf1 \\", .docCorrupt), ("{\\rtf1 \\bind}", nil),
  ] as [(String, FailureCode?)])
func anRTFFileWithOpenGroupsIsCutOff(text: String, code: FailureCode?) {
  #expect(failure(Array(text.utf8), .rtf) == code)
}

@Test func aPackageIsWholeAndOpenBeforeItIsGivenAway() {
  let type = ("mimetype", OfficeFormat.openDocumentType)
  let whole = ZipBuilder([type, ("content.xml", "<a>b</a>")]).archive()
  #expect(failure(whole, .openDocument) == nil)
  #expect(failure(Array(whole.dropLast(30)), .openDocument) == .zipCorrupt)
  #expect(failure(ZipBuilder([type]).archive(), .openDocument) == .docCorrupt)
  let cut = ZipBuilder([type, ("content.xml", "<a>b")]).archive()
  #expect(failure(cut, .openDocument) == .xmlMalformed)
  let locked = ZipBuilder([
    type, ("content.xml", "<a/>"),
    ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
  ]).archive()
  #expect(failure(locked, .openDocument) == .encrypted)
  var damaged = ZipBuilder([type, ("content.xml", "<a/>"), ("styles.xml", "<b/>")])
  damaged.entries[2].declaredChecksum = 1
  #expect(failure(damaged.archive(), .openDocument) == .zipCorrupt)
  var bomb = ZipBuilder([type, ("content.xml", "<a/>")])
  bomb.entries.append(ZipBuilder.Entry("Pictures/a", zeros: 1 << 31))
  #expect(failure(bomb.archive(), .openDocument) == .zipLimit)
  #expect(failure(Array("<a><b></a>".utf8), .wordXML) == .xmlMalformed)
  #expect(failure(Array("<!DOCTYPE a []><a/>".utf8), .flatOpenDocument) == .xmlDTD)
}

@Test func anEarlyWordDocumentBehindAPasswordIsNotGivenAway() {
  var header = [UInt8](repeating: 0, count: 600)
  header.replaceSubrange(0..<2, with: [0xDC, 0xA5])
  #expect(failure(CompoundBuilder([("WordDocument", header)]).file(), .earlyWord) == nil)
  header[11] = 1
  #expect(failure(CompoundBuilder([("WordDocument", header)]).file(), .earlyWord) == .encrypted)
  #expect(failure(CompoundBuilder([("WordDocument", [1])]).file(), .earlyWord) == .docCorrupt)
}
