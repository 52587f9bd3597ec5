import ArgumentParser
import DurableFiles
import InputFiles
import RecordReading
import ReportPage

struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Records to a page for people: one HTML file.",
    discussion: """
      Coverage, flow of requests, results, reviews and lawsuits, failing identities with the place to look at, changes, \
      failures; in Chinese and English, for screen, phone and A4. The file needs nothing else, and appears whole or not at all.

      Exit status: 0 done; 3 some lines are no records, which are left out and said; 64 usage; 66 no such file; 73 and 74 \
      the page cannot be written.
      """)

  @Argument(help: ArgumentHelp("A file of records.", valueName: "records"))
  var input: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The page; standard output if it is not given.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The folder of the originals, for links: absolute, or as seen from the page; default the page's own folder.",
      valueName: "path"))
  var originals = ""

  func run() throws {
    let name = FileName.printed(input)
    var facts = RunFacts()
    facts.originals = FileName.bytes(originals)
    if let last = facts.originals.last, last != UInt8(ascii: "/") {
      facts.originals.append(UInt8(ascii: "/"))
    }
    var page = ReportPage()
    do {
      guard let file = try FileReader.opening(FileName.bytes(input)) else {
        throw ExitStatus.noInput.exit("\(name): no such file")
      }
      var lines = RecordLines(file)
      while let line = try lines.next() {
        if let record = RecordView(line) { page.add(record) } else { facts.badLines += 1 }
      }
    } catch let error as FileError {
      throw ExitStatus.noInput.exit("\(error)")
    } catch let error as RecordLines.TooLong {
      throw ExitStatus.noInput.exit("\(name): \(error); is it a file of records?")
    }
    try OutputSink(path: output).finishing { try $0.write(page.html(facts)) }
    if facts.badLines > 0 {
      throw ExitStatus.someFailed.exit("\(name): \(facts.badLines) lines are no records")
    }
  }
}
