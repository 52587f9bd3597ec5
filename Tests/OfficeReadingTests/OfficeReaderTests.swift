import ConfinedPrograms
import Diagnostics
import DocumentModel
import DocxReading
import Foundation
import Glibc
import TestSupport
import Testing

@testable import OfficeReading

/// What becomes of a `soffice` that does, or doesn't do, its work.
@Suite struct OfficeReaderTests {
  /// A script in the place of `soffice`, and what comes of reading a file by it.
  struct Case: Codable, Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// `$folder` is where it may write, `$out` where its file is awaited; `docx` writes a sound one to standard output.
    var script: String
    /// Nil where the document is read.
    var code: String?
  }

  private static let cases: [Case] = [
    Case(
      testDescription: "works",
      script:
        "case \"$*\" in *\"--infilter=Rich Text Format --convert-to docx\"*) docx > $out ;; esac"),
    Case(testDescription: "works and leaves a child", script: "docx > $out; sleep 600 & exit 0"),
    Case(
      testDescription: "asks to be started anew",
      script: "[ -e $folder/profile ] || { mkdir $folder/profile; exit 81; }; docx > $out"),
    Case(
      testDescription: "always asks to be started anew", script: "exit 81", code: "backend_failed"),
    Case(testDescription: "leaves nothing", script: "exit 0", code: "backend_failed"),
    Case(testDescription: "leaves an empty file", script: ": > $out", code: "backend_failed"),
    Case(
      testDescription: "leaves half a file", script: "docx | head -c 3000 > $out",
      code: "backend_failed"),
    Case(testDescription: "leaves no docx", script: "echo a > $out", code: "backend_failed"),
    Case(testDescription: "leaves a folder", script: "mkdir $out", code: "backend_failed"),
    Case(
      testDescription: "leaves a link", script: "docx > $folder/b; ln -s $folder/b $out",
      code: "backend_failed"),
    Case(
      testDescription: "puts a link in the folder's place",
      script:
        "mkdir $folder/c; docx > $folder/c/input.docx; rmdir $folder/output; ln -s c $folder/output",
      code: "backend_failed"),
    Case(testDescription: "fails", script: "docx > $out; exit 5", code: "backend_failed"),
    Case(testDescription: "crashes", script: "docx > $out; kill -SEGV $$", code: "backend_crashed"),
    Case(testDescription: "hangs", script: "docx > $out; sleep 600", code: "backend_timeout"),
    Case(
      testDescription: "fills the disk", script: "head -c 90000000 /dev/zero > $out; kill -XFSZ $$",
      code: "backend_output_limit"),
    Case(testDescription: "talks without end", script: "yes", code: "backend_output_limit"),
  ]

  /// Each in a process of its own: a program that another test starts at the same time would hold the script open.
  @Test(arguments: cases) func whatTheProgramLeavesCounts(it: Case) async {
    await #expect(processExitsWith: .success) { [it] in
      let (folder, scratch) = try Self.folders(it.script)
      defer { try? FileManager.default.removeItem(at: folder) }
      let start = ContinuousClock.now
      let result = await Self.read(folder, scratch)
      #expect(ContinuousClock.now - start < .seconds(30))
      switch result {
      case .failure(let failure): #expect(failure.code.rawValue == it.code, "\(failure.message)")
      case .success(let document):
        let docx = try await DocxReader(limits: .patient).read(
          SourceFile(name: "a", bytes: try Self.docx))
        #expect(it.code == nil && document.value.printed() == docx.value.printed())
        #expect(document.issues.map(\.code) == [.convertedByProgram] + docx.issues.map(\.code))
      }
      // Nothing of the document stays.
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch).isEmpty)
    }
  }

  @Test func theProgramWritesNowhereElse() async {
    await #expect(processExitsWith: .success) {
      guard ProgramRefusals.inForce()?.contains(.files) == true else { return }
      let (folder, scratch) = try Self.folders(
        "echo a > $folder/../b && exit 7; mv $folder/input.rtf $folder/../c && exit 8; docx > $out")
      defer { try? FileManager.default.removeItem(at: folder) }
      guard case .success = await Self.read(folder, scratch) else {
        Issue.record("not read")
        return
      }
    }
  }

  @Test func aMissingProgramIsNamedWithItsPackage() async {
    let reader = OfficeReader(.rtf, limits: .patient, scratch: nil, searchPath: "/nowhere")
    await #expect(
      throws: Failure(
        .backendMissing,
        "The file is an RTF document, which LibreOffice reads for us, and that is not installed: apt install libreoffice-writer-nogui"
      )
    ) { try await reader.read(SourceFile(name: "a.rtf", bytes: Array("{\\rtf1 a}".utf8))) }
  }

  /// With LibreOffice itself, where it is installed: of what it makes of a report, the same is read.
  @Test(
    .enabled("LibreOffice is not installed") { OfficeProgram.identity(searchPath: nil) != nil },
    arguments: [
      ("rtf", OfficeFormat.rtf), ("odt", .openDocument), ("fodt", .flatOpenDocument),
    ])
  func libreOfficeReadsWhatItWrote(ending: String, format: OfficeFormat) async throws {
    let docx = try Self.docx
    var conversion = OfficeProgram.conversion(
      ofFileNamed: "docx", filter: "MS Word 2007 XML", searchPath: nil)
    let arguments = conversion.arguments
    conversion.arguments = { arguments($0).map { $0.hasPrefix("docx:") ? ending : $0 } }
    conversion.outputName = "input.\(ending)"
    let original = try await conversion.output(
      of: docx, limits: .patient, in: nil, searchPath: nil)
    #expect(original.starts(with: docx.prefix(2)) == (format == .openDocument))
    let reader = OfficeReader(format, limits: .patient, scratch: nil)
    let read = try await reader.read(SourceFile(name: "a", bytes: original))
    let direct = try await DocxReader(limits: .patient).read(SourceFile(name: "a", bytes: docx))
    #expect(read.value.printed() == direct.value.printed())
  }

  /// What begins like WordPerfect and isn't must not come out as text in some encoding.
  @Test(.enabled("LibreOffice is not installed") { OfficeProgram.identity(searchPath: nil) != nil })
  func libreOfficeMakesNoDocumentOfRandomBytes() async throws {
    var generator = SystemRandomNumberGenerator()
    let noise = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let reader = OfficeReader(.wordPerfect, limits: .patient, scratch: nil)
    let error = await #expect(throws: Failure.self) {
      try await reader.read(SourceFile(name: "a", bytes: [0xFF, 0x57, 0x50, 0x43] + noise))
    }
    #expect(error?.code == .backendFailed || error?.code == .backendCrashed)
  }

  private static var docx: [UInt8] {
    get throws {
      let file = TestFolders.fixtures.appending(path: "reports/lanshan-government-2022/input.docx")
      return Array(try Data(contentsOf: file))
    }
  }

  private static func read(_ folder: URL, _ scratch: String) async -> Result<
    Diagnosed<Document>, Failure
  > {
    var limits = Limits()
    limits.backendSeconds = 6
    limits.packageBytes = 64 << 20
    limits.backendOutputBytes = 1 << 20
    let reader = OfficeReader(
      .rtf, limits: limits, scratch: scratch, searchPath: "\(folder.path):/usr/bin:/bin")
    do throws(Failure) {
      return .success(
        try await reader.read(SourceFile(name: "a.rtf", bytes: Array("{\\rtf1 a}".utf8))))
    } catch {
      return .failure(error)
    }
  }

  /// A new folder that holds `soffice`, and one for what it writes.
  private static func folders(_ script: String) throws -> (folder: URL, scratch: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let scratch = folder.appending(path: "scratch")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let text = """
      #!/bin/sh
      for last; do :; done
      folder=$(dirname "$last")
      out=$folder/output/input.docx
      docx() { base64 -d <<'END'
      \(Data(try docx).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))
      END
      }
      \(script)
      """
    let program = folder.appending(path: "soffice").path
    try Data(text.utf8).write(to: URL(filePath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    return (folder, scratch.path)
  }
}
