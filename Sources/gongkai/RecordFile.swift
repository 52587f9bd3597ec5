import ArgumentParser
import Comparison
import ConsoleText
import CountedReports
import DurableFiles
import InputFiles
import RecordReading

/// A file of records that a command reads; what can't be read ends the program with its status and a message.
struct RecordFile {
  private let argument: String
  var name: String { FileName.printed(argument) }

  init(_ argument: String) { self.argument = argument }

  static func isNamed(_ argument: String) -> Bool {
    [".jsonl", ".json"].contains { argument.lowercased().hasSuffix($0) }
  }

  /// Whether the file begins like one of ours; what cannot be read is no such file, and its reader will say why.
  var beginsWithRecord: Bool {
    let beginning = Array(#"{"schema":"gongkai.record/1."#.utf8)
    do {
      let mark = RecordLines.mark
      let bytes = try FileReader.opening(FileName.bytes(argument))?
        .read(at: 0, count: mark.count + beginning.count)
      return bytes.map { ($0.starts(with: mark) ? $0.dropFirst(mark.count) : $0[...]) }?
        .starts(with: beginning) ?? false
    } catch {
      return false
    }
  }

  func open() throws -> FileReader {
    do {
      guard let file = try FileReader.opening(FileName.bytes(argument)) else {
        throw ExitStatus.noInput.exit("\(name): no such file")
      }
      return file
    } catch let error as FileError {
      throw ExitStatus.noInput.exit("\(error)")
    }
  }

  /// Ends the program where no line is a record; goes back to the first.
  func requireRecords(_ lines: inout RecordLines) throws {
    while let line = try lines.next() {
      if RecordView(line) != nil { return lines.rewind() }
    }
    let finding = lines.number == 0 ? "is empty" : "holds no records"
    throw ExitStatus.badData.exit(
      "\(name): \(finding); name a file that gongkai convert or gongkai run wrote")
  }

  /// Runs `body` on the lines of the file.
  func reading<Result>(
    _ body: (inout RecordLines) async throws -> Result
  ) async throws -> Result {
    do {
      var lines = RecordLines(try open())
      return try await body(&lines)
    } catch let error as FileError where error.operation == "read" {
      throw ExitStatus.noInput.exit("\(error)")
    } catch let error as RecordLines.TooLong {
      throw ExitStatus.noInput.exit("\(name): \(error); is it a file of records?")
    }
  }

  /// The one record that the file holds.
  func only() async throws -> RecordView {
    try await reading { lines in
      guard let line = try lines.next(), let record = RecordView(line) else {
        throw ExitStatus.noInput.exit("\(name): line 1 is no record")
      }
      guard try lines.next() == nil else {
        throw ExitStatus.usage.exit(
          "\(name): holds more than one record; choose two by --agency and --years")
      }
      return record
    }
  }

  /// The reports of `agency` on two years; of several on one year the one that counts, which is said.
  func reports(
    of agency: String, in years: [Int], map: AgencyMap?
  ) async throws -> [ReportFacts] {
    var found: [Int: (facts: ReportFacts, isCounted: Bool, count: Int)] = [:]
    var otherYears: Set<Int> = []
    var names: Set<String> = []
    try await reading { lines in
      var counted = try CountedReports(&lines, map: map) {}
      let keys = counted.agencyKeys(named: agency)
      while let line = try lines.next() {
        guard let record = RecordView(line), let standing = counted.standing(of: record) else {
          continue
        }
        if let name = record.agencyName { names.insert(name) }
        guard let key = standing.agencyKey, keys.contains(key), let year = record.reportYear else {
          continue
        }
        guard years.contains(year) else {
          otherYears.insert(year)
          continue
        }
        guard let facts = ReportFacts(record) else { continue }
        guard let known = found[year] else {
          found[year] = (facts, standing.isCounted, 1)
          continue
        }
        // Several count where several bodies may have the name.
        let isFirst =
          known.isCounted == standing.isCounted
          ? facts.path < known.facts.path : standing.isCounted
        found[year] =
          isFirst
          ? (facts, standing.isCounted, known.count + 1)
          : (known.facts, known.isCounted, known.count + 1)
      }
    }
    return try years.map { year in
      guard let (facts, _, count) = found[year] else {
        throw ExitStatus.noInput.exit(
          "\(name): no report of \(agency) on \(year)"
            + Self.hint(years: otherYears.union(found.keys), agency: agency, names: names))
      }
      if count > 1 {
        StandardError.say(
          "\(count) reports of \(agency) on \(year); \(TerminalText.line(facts.path)) is taken")
      }
      return facts
    }
  }

  private static func hint(years: Set<Int>, agency: String, names: Set<String>) -> String {
    if !years.isEmpty {
      return ", but on " + years.sorted().map(String.init).joined(separator: ", ")
    }
    let near = nearest(to: agency, names)
    guard !near.isEmpty else { return "" }
    return "; there are " + near.map(TerminalText.line).joined(separator: ", ")
  }

  /// Up to five names that hold `agency`, or differ from it in a few characters.
  private static func nearest(to agency: String, _ names: Set<String>) -> [String] {
    guard !agency.isEmpty, agency.utf8.count <= 300 else { return [] }
    let characters = Array(agency.unicodeScalars)
    let ranked = names.compactMap { name -> (rank: Int, name: String)? in
      if name.contains(agency) { return (0, name) }
      let scalars = Array(name.unicodeScalars)
      guard abs(scalars.count - characters.count) <= characters.count / 3 else { return nil }
      let distance = EditDistance.between(characters, scalars)
      return distance <= max(1, characters.count / 3) ? (distance, name) : nil
    }
    return ranked.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.prefix(5).map(\.name)
  }
}
