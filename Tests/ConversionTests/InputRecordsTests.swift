import Conversion
import Diagnostics
import DocumentModel
import RecordWriting
import ReportRecords
import TestSupport
import Testing

@Suite struct InputRecordsTests {
  private let notice = Array("关于防汛工作的通知\n各科室：\n请做好防汛工作。\n".utf8)

  private func records(_ bytes: [UInt8], start: Int = 0) async -> [Record] {
    var input = await InputRecords(
      of: SourceFile(name: "年报.zip", bytes: bytes), path: "a/年报.zip", start: start,
      DocumentConverter())
    var records: [Record] = []
    while let record = await input.next() { records.append(record) }
    return records
  }

  @Test func aMembersRecordIsThatOfTheLooseFile() async throws {
    let archive = ZipBuilder([ZipBuilder.Entry("x/通知.txt", notice), ZipBuilder.Entry("b.txt", [])])
    let records = await records(archive.archive())
    #expect(records.map(\.source.containerPath) == ["x/通知.txt", "b.txt"])
    #expect(records.map(\.source.path) == ["a/年报.zip", "a/年报.zip"])
    #expect(records.map(\.failure?.code) == [nil, .inputEmpty])
    var member = try #require(records.first)
    member.source.containerPath = nil
    member.source.path = "通知.txt"
    let loose = await DocumentConverter().record(
      of: SourceFile(name: "通知.txt", bytes: notice), path: "通知.txt")
    var writer = RecordWriter()
    #expect(writer.line(member) == writer.line(loose))
  }

  @Test func aRunMayGoOnWhereItWasCutOff() async {
    let archive = ZipBuilder([ZipBuilder.Entry("a.txt", notice), ZipBuilder.Entry("b.txt", notice)])
    let records = await records(archive.archive(), start: 1)
    #expect(records.map(\.source.containerPath) == ["b.txt"])
  }

  @Test func anArchiveInAnArchiveIsRefusedWithTheNumberOfItsMembers() async {
    let inner = ZipBuilder([("a.txt", "1"), ("b.txt", "2")]).archive()
    let records = await records(
      ZipBuilder([ZipBuilder.Entry("inner.zip", inner), ZipBuilder.Entry("a.txt", notice)])
        .archive())
    #expect(records.map(\.failure?.code) == [.unsupportedFormat, nil])
    #expect(
      records[0].failure?.message
        == "the member is a zip archive itself with 2 members; unpack it")
    #expect(records[0].source.mediaType == "application/zip")
  }

  @Test func anArchiveOfWhichNothingCanBeReadHasOneRecord() async {
    let records = await records(ZipBuilder([(name: String, text: String)]()).archive())
    #expect(records.map(\.source.containerPath) == [nil])
    #expect(records.map(\.failure?.code) == [.archiveNoDocument])
    #expect(records.map(\.source.mediaType) == ["application/zip"])
  }

  @Test func anOrdinaryFileHasOneRecord() async {
    let records = await records(notice)
    #expect(records.map(\.source.containerPath) == [nil])
    #expect(records.map(\.status) == [.ok])
  }
}
