import ConfinedPrograms
import Conversion
import Diagnostics
import DocumentModel
import Foundation
import ReportRecords
import Testing

/// Files that a converter of the site's own makes readable.
@Suite struct SiteConverterTests {
  /// A converter that is this shell script, of which `$1` is the input and `$2` the output.
  struct Case: Codable, Sendable, CustomTestStringConvertible {
    var testDescription: String
    var script: String
    var output = "text"
    /// Nil where the document is read, as the text 一、总体情况.
    var code: String?
  }

  private static let cases: [Case] = [
    Case(testDescription: "copies", script: "cat \"$1\" > \"$2\""),
    Case(
      testDescription: "makes a page", script: "echo '<html><p>一、总体情况</p></html>' > $2",
      output: "html"),
    Case(
      testDescription: "gets names of ours",
      script: "case $1 in */input.xyz) cat $1 > $2 ;; *) exit 3 ;; esac"),
    Case(testDescription: "leaves nothing", script: "exit 0", code: "backend_failed"),
    Case(
      testDescription: "makes something else", script: "printf '%%PDF-' > $2",
      code: "backend_failed"),
    Case(
      testDescription: "makes no docx", script: "cat $1 > $2", output: "docx",
      code: "backend_failed"),
    Case(testDescription: "fails", script: "cat $1 > $2; exit 1", code: "backend_failed"),
    Case(testDescription: "hangs", script: "cat $1 > $2; sleep 600", code: "backend_timeout"),
    Case(testDescription: "crashes", script: "kill -SEGV $$", code: "backend_crashed"),
  ]

  /// Each in a process of its own, as programs that tests write have to be run.
  @Test(arguments: cases) func whatItLeavesIsRead(it: Case) async {
    await #expect(processExitsWith: .success) { [it] in
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let program = folder.appending(path: "xyz2text").path
      try Data("#!/bin/sh\n\(it.script)\n".utf8).write(to: URL(filePath: program))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      let output = try #require(SiteConverter.Output(rawValue: it.output))
      let converter = SiteConverter(
        when: "*.xyz", command: [program, "{input}", "{output}"], output: output, timeout: 3)
      let documents = DocumentConverter(programs: ConversionPrograms(converters: [converter]))
      let bytes = Array("一、总体情况\n".utf8)
      let record = await documents.record(
        of: SourceFile(name: "报告 -o;.xyz", bytes: bytes), path: "a/报告 -o;.xyz")
      #expect(record.failure?.code.rawValue == it.code, "\(String(describing: record.failure))")
      #expect(record.extraction.extractor == "converter" && record.source.mediaType == nil)
      #expect(record.source.bytes == bytes.count)
      if it.code == nil {
        #expect(record.extraction.chars == 6)
        #expect(record.issues.first?.code == .convertedByProgram)
        #expect(record.issues.first?.message.hasPrefix("xyz2text made a \(it.output) ") == true)
      }
      // Another name is read as ever.
      let other = await documents.record(of: SourceFile(name: "a.txt", bytes: bytes), path: "a.txt")
      #expect(other.extraction.extractor == "text" && other.failure == nil)
    }
  }

  @Test func aMissingProgramFailsItsFilesOnly() async {
    let converter = SiteConverter(
      when: "*.xyz", command: ["/nowhere/xyz2docx", "{input}", "{output}"], output: .docx)
    let record = await DocumentConverter(programs: ConversionPrograms(converters: [converter]))
      .record(of: SourceFile(name: "a.xyz", bytes: [1]), path: "a.xyz")
    #expect(record.failure?.code == .backendMissing)
    #expect(!ConversionPrograms.isRequired(by: record.extraction.extractor))
  }

  @Test func itIsTheSameInJSON() throws {
    let converter = SiteConverter(
      when: "*.\"x", command: ["a", "{input}", "{output}"], output: .html, timeout: 7, reads: ["/b"]
    )
    #expect(try SiteConverter(json: converter.json) == converter)
    let short = #"{"when":"*","command":["a","{input}{output}"],"output":"docx"}"#
    #expect(try SiteConverter(json: short).timeout == 60)
    for wrong in ["", "{}", #"{"when":"*","command":["a"],"output":"docx"}"#] {
      #expect(throws: SiteConverter.Unreadable.self) { try SiteConverter(json: wrong) }
    }
  }
}
