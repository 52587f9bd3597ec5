import ArchiveReading
import TestSupport
import Testing

@Suite struct ArchiveFormatTests {
  @Test(arguments: [
    "[Content_Types].xml", "_rels/.rels", "word/document.xml", "mimetype", "OFD.xml", "ofd.xml",
    "META-INF\\manifest.xml",
  ])
  func aPackageOfOneDocumentIsNoArchive(part: String) {
    #expect(ArchiveFormat(ZipBuilder([("a.docx", ""), (part, "")]).archive()) == nil)
  }

  @Test func anyOtherZipIsAnArchive() {
    #expect(ArchiveFormat(ZipBuilder([("word/a.docx", ""), ("pdf/b.pdf", "")]).archive()) == .zip)
    #expect(ArchiveFormat(ZipBuilder([(name: String, text: String)]()).archive()) == .zip)
  }

  @Test func aZipWithoutItsDirectoryIsWhatItsFirstEntryIsCalled() {
    func cut(_ name: String) -> [UInt8] {
      Array(ZipBuilder([(name, "text"), ("b", "")]).archive().dropLast(30))
    }
    #expect(ArchiveFormat(cut("2023/年报.docx")) == .zip)
    #expect(ArchiveFormat(cut("word/styles.xml")) == nil)
    #expect(ArchiveFormat(Array("PK\u{3}\u{4}".utf8)) == nil)
  }

  @Test func rarAnd7zAreKnownByTheirSignatures() {
    #expect(ArchiveFormat([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00]) == .rar)
    #expect(ArchiveFormat([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]) == .sevenZip)
  }
}
