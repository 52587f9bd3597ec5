import Diagnostics
import Foundation
import PlainWords
import TestSupport
import Testing

/// Whether `text` has words of its own, and not only what was interpolated, keys and marks.
private func hasWords(_ text: String) -> Bool {
  text.split { !$0.isLetter }.contains { $0.count > 1 } && text.contains(" ")
}

/// The literals of messages for people that are made in one piece, as arguments of what makes an error of them or says them.
private func saidTexts() throws -> Set<String> {
  let calls =
    #/\b(?:Failure|fail|corrupt|irregular|damaged|damagedEntry|damagedDirectory|NoInput|Damage|RunEnd|SettingsError|StateError|SupervisionError|ValidationError|exit|StandardError\.say|log\.(?:debug|info|warning|error))\(/#
  // What is wrong inside of a PDF makes an issue, whose message is the record's.
  let ofPDF = #/Extraction\/(?:PDF|Page)[A-Z]\w+\//#
  let files = try SourceTexts.files()
  let texts = files.flatMap { file in
    let isOfPDF = file.path.firstMatch(of: ofPDF) != nil
    return SourceTexts.literals(
      inCallsOf: isOfPDF ? #/\b(?:Failure)\(/# : calls, file.text)
  }
  return Set(texts.filter(hasWords))
}

/// The literals of files that put messages together, or are lists of them.
private func parts() throws -> Set<String> {
  let files = [
    "InputFiles/OutputPlace", "InputFiles/OpenFile", "Extraction/ConfinedPrograms/SiteConverter",
    "Extraction/DocumentModel/Limits+Assignment", "Diagnostics/SystemLimit", "gongkai/CommandName",
    "gongkai/SystemProbe", "Batch/NightlyRun/TimeBudget", "Batch/NightlyRun/Night+Losses",
    "Batch/NightlyRun/Night+Shard", "Batch/RunSettings/SettingsFile",
    "Batch/RunSettings/SettingsFile+Converters", "Batch/RunSettings/SettingKey+All",
    "Batch/RunState/StateError", "Conversion/DocumentTime", "Conversion/InputRecords",
    "Output/CountedReports/AgencyMapError", "Output/DurableFiles/FileError",
    "Output/RecordReading/RecordLines", "Output/RecordTables/TableOutput",
  ]
  let texts = try files.flatMap { file in
    let place = TestFolders.sources.appending(path: "\(file).swift")
    return SourceTexts.literals(in: try String(contentsOf: place, encoding: .utf8)[...])
  }
  // The names of formats are cases of enumerations.
  let formats = try ["Conversion/InputFormat", "Extraction/OfficeReading/OfficeFormat"].flatMap {
    let place = TestFolders.sources.appending(path: "\($0).swift")
    return try String(contentsOf: place, encoding: .utf8).matches(
      of: #/case \w+ = "(?<name>an? [^"]+)"/#
    )
    .map { String($0.output.name) }
  }
  return Set((texts + formats).filter(hasWords))
}

/// `text` as it may be said: some have the place before them that they are about.
private func isKnown(_ text: String) -> Bool {
  let text = text.replacing(String(SourceTexts.mark), with: "v")
  return ["", "v: ", "v: a converter ", "Cannot be read: "].contains {
    ErrorWords.chinese($0 + text) != nil
  }
}

@Test func everyErrorOfTheProgramIsThereInChinese() throws {
  let texts = try saidTexts()
  #expect(texts.count > 200)
  for text in texts.sorted() { #expect(isKnown(text), "\(text)") }
}

@Test func everyPartOfAnErrorIsAPartOfATemplate() throws {
  let templates = ErrorWords.all.map(\.english)
  // Said by a library, or a mark before a message.
  let others: Set = ["undefined alias", "alphabetic or numeric", "gongkai: "]
  let texts = try parts()
  #expect(texts.count > 80)
  for text in texts.sorted() where !isKnown(text) {
    let pieces = text.split(separator: SourceTexts.mark).map(String.init)
    for piece in pieces where hasWords(piece) && !others.contains(piece) {
      let isThere = templates.contains { $0.contains(piece.trimmingPrefix(" ")) }
      #expect(isThere, "\(piece)")
    }
  }
}

private var place: Regex<Substring> { #/\{\d\}|\[\d\]/# }

@Test func bothTextsOfAnErrorHaveTheSamePlaces() {
  for words in ErrorWords.all {
    #expect(
      words.chinese.matches(of: place).map(\.output).sorted()
        == words.english.matches(of: place).map(\.output).sorted(), "\(words.english)")
  }
}

/// Of what this program says itself; what the parser, the system and SQLite say is tried out elsewhere.
@Test func everyErrorInChineseIsOneThatTheProgramSays() throws {
  var source = try SourceTexts.files().map(\.text).joined()
  // Literals that were broken to fit their lines are whole again.
  source = source.replacing(#/"\s*\+ "/#, with: "").replacing(#"\""#, with: "\"")
  // Put together of what was tried.
  for match in source.matches(of: #/FileError\("(?<operation>[a-z ]+)"/#) {
    source += ": cannot \(match.output.operation): "
  }
  let said = Data(source.utf8)
  let system = (Int32(1)..<134).map { unsafe String(cString: strerror($0)) }
  for words in ErrorWords.own {
    let pieces = words.english.replacing(place, with: "\u{0}").split(separator: "\u{0}")
    for piece in pieces.flatMap({ $0.split(separator: #/: |[;,] | ?[()]/#) })
    where piece.count > 5 && !system.contains(String(piece)) {
      // A name and what is wrong with it may have been put together.
      let isThere = said.range(of: Data(piece.drop { $0 == " " }.utf8)) != nil
      #expect(isThere, "\(piece) in \(words.english)")
    }
  }
}

/// What Chinese texts name as it is: programs, formats, systems, commands, keys and values.
private let names: Set = [
  "CSV", "DTD", "Data", "Datasette", "Debian", "DuckDB", "Excel", "FIFO", "Fedora", "Frictionless",
  "HTML", "JSON", "Landlock", "LibreOffice", "Lines", "Linux", "MB", "MiB", "Microsoft", "NUL",
  "OFD", "Office", "OpenDocument", "Outlook", "PATH", "PDF", "PostScript", "Prometheus", "RTF",
  "SQLite", "Schema", "TAB", "TMPDIR", "UOF", "WPS", "Word", "WordPerfect", "Works", "XML", "YAML",
  "Big", "GB", "aarch", "base", "body", "checks", "chown", "command", "convert", "converters",
  "doc",
  "docx", "dps", "en", "et", "extract", "false", "fodt", "gongkai", "html", "id", "inode", "input",
  "json", "landlock", "level", "libxml", "merge", "msg", "name", "null", "odt", "output",
  "pandas", "parent", "partial", "path", "pdftoppm", "pdftotext", "poppler", "ppt", "pptx", "rar",
  "reads", "removed", "root", "rtf", "run", "seccomp", "shell", "systemd", "tar", "text",
  "timeout", "true", "uot", "url", "vsdx", "when", "xls", "xlsx", "zh", "zip", "zlib",
]

/// Commands with what they take, options with a value, and what is quoted as code.
private var commands: Regex<Substring> {
  #/`[^`]*`|(?:gongkai|apt-get|apt|ulimit|chown)(?: -{0,2}[a-z0-9-]+)+|--[a-z-]+(?: [a-z]+_[a-z_]+)?/#
}

@Test func noChineseTextHasEnglishWordsThatAreNoNames() {
  var texts = ErrorWords.all + HelpWords.all
  texts += FailureCode.allCases.flatMap { [$0.words, $0.operatorAdvice] }
  texts += IssueCode.allCases.map(\.words) + Severity.allCases.map(\.words)
  texts += ListedMessage.all.map { Words($0.chinese.withoutValues, $0.english) }
  #expect(texts.count > 900)
  var used: Set<String> = []
  for words in texts {
    let rest = words.chinese.replacing(commands, with: "").replacing(place, with: "")
    #expect(rest.firstMatch(of: #/\b[a-z]+ [a-z]+\b/#) == nil, "\(words.chinese)")
    for match in rest.matches(of: #/[A-Za-z]{2,}/#) {
      let name = String(match.output)
      // `shard.json`, `max_size`, `/path`, `&name`, `*.hwp`, `NAME=value` and what is in quotes are no words.
      let before = rest[..<match.range.lowerBound].last ?? " "
      let after = rest[match.range.upperBound...].first ?? " "
      guard !"-._/&*<“\"`=".contains(before), !"_.=/-".contains(after) else { continue }
      used.insert(name)
      #expect(names.contains(name), "\(name) in \(words.chinese)")
    }
  }
  #expect(names.subtracting(used) == [])
}

@Test func anErrorIsTranslatedWithWhatItIsAbout() {
  #expect(ErrorWords.chinese("甲: no such file") == "甲：没有这个文件")
  #expect(ErrorWords.chinese("a: b: no such file") == "a: b：没有这个文件")
  #expect(ErrorWords.chinese("{1}: no such file") == "{1}：没有这个文件")
  #expect(
    ErrorWords.chinese("x: cannot be written: No space left on device") == "x：无法写入：磁盘已满")
  #expect(ErrorWords.chinese("{2} has no record with the path \"{1}\"") == "{2} 没有路径为“{1}”的记录")
  #expect(
    ErrorWords.chinese("Failed: the pages of the PDF are more than the limit pdf_pages = 500")
      == "失败：PDF 的页数超过限额 pdf_pages = 500")
  #expect(ErrorWords.chinese("The file is a JSON file") == "文件是 JSON 文件")
  #expect(ErrorWords.chinese("The file is a mail") == "文件是邮件")
  #expect(ErrorWords.chinese(": no such file") == nil)
  #expect(ErrorWords.chinese("something strange") == nil)
  #expect(ErrorWords.chinese("") == nil)
}

@Test func aNameThatReadsLikeAMessageStaysAsItIs() {
  #expect(ErrorWords.chinese("a folder: no such file") == "a folder：没有这个文件")
  #expect(ErrorWords.chinese("Permission denied: is no folder") == nil)
  #expect(
    ErrorWords.chinese("two entries are named Permission denied") == "有两项同名：Permission denied")
}

@Test func aNameThatBeginsWithACombiningMarkIsFound() {
  #expect(
    ErrorWords.chinese("甲 has no record with the path \"\u{301}a\"") == "甲 没有路径为“\u{301}a”的记录")
  #expect(ErrorWords.chinese("\r\n: no such file") == "\r\n：没有这个文件")
}

@Test(arguments: [
  "\"", "gongkai a: ", "v: ", "not begun", "; unpack it", "the member is a x archive itself (",
  "Cannot be read: ", "' and '",
])
func aLongMessageIsReadInBoundedTime(part: String) {
  let clock = ContinuousClock()
  let most = String(repeating: part, count: ErrorWords.longest / part.utf8.count)
  let time = clock.measure { _ = ErrorWords.chinese(most) }
  #expect(time < .seconds(5), "\(time)")
  // What is longer isn't read at all.
  let long = String(repeating: part, count: 1_000_000)
  var words = Words(same: "")
  #expect(clock.measure { words = ErrorWords.words(long) } < .seconds(1))
  #expect(words == Words(same: long))
}
