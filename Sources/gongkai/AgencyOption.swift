import ArgumentParser
import CountedReports
import Diagnostics
import InputFiles
import PlainWords

/// The map of agencies that a command over records takes.
struct AgencyOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which agencies there are, as CSV: id, and name or path; one with several names or folders has a row for each.",
      valueName: "map"))
  var agencies: String?

  /// Nil where none is given; ends the program with its status and a message where it can't be used.
  func map() throws -> AgencyMap? { try agencies.map(Self.map) }

  static func map(_ argument: String) throws -> AgencyMap {
    let name = FileName.printed(argument)
    do {
      return try AgencyMap(reading: argument)
    } catch let error as Failure {
      throw ExitStatus.noInput.exit(ErrorWords.words(error.message, of: name))
    } catch let error as AgencyMapError {
      throw ExitStatus.badConfiguration.exit("\(error)")
    }
  }
}
