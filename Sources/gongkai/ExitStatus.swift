import ArgumentParser
import Conversion
import Diagnostics
import InputFiles
import PlainWords
import RunReporting

/// How the program ends, after sysexits.h.
enum ExitStatus: Int32 {
  /// Of `check`; of `run` it is a run that broke.
  case errorsFound = 1
  case someFailed = 3
  case failOn = 4
  case usage = 64
  /// The file or folder is there, and is not what the command works on.
  case badData = 65
  case noInput = 66
  case programMissing = 69
  case systemLacks = 71
  case cannotCreate = 73
  case cannotWrite = 74
  case locked = 75
  case badConfiguration = 78

  /// Says `words` on standard error; throw what comes back to end with this status.
  func exit(_ words: Words) -> ExitCode {
    StandardError.say(words)
    return ExitCode(rawValue)
  }

  /// Says `message` on standard error; throw what comes back to end with this status.
  func exit(_ message: String) -> ExitCode {
    StandardError.say(message)
    return ExitCode(rawValue)
  }
}

/// Counts the failures of a run and says them at its end.
struct FailureSummary {
  private var count = 0
  private var missingProgram: String?
  /// Whether an input that was named isn't there.
  var hasMissing = false

  /// - Parameter extractor: Of the record: a program that only some documents take is not the machine's fault.
  mutating func add(_ failure: Failure, path: String, extractor: String?) {
    count += 1
    if failure.code == .backendMissing, ConversionPrograms.isRequired(by: extractor ?? "") {
      // Said once: it is the machine that lacks something, not the document.
      missingProgram = failure.message
    } else {
      StandardError.say(failure, path: path)
    }
  }

  /// Says which members of an archive have no line.
  mutating func add(_ passedOver: PassedMembers, path: String) {
    let count = passedOver.counts.total
    guard count > 0 else { return }
    var names = passedOver.names.prefix(5).map { CountMessages.named($0.path, $0.reason.words) }
    if count > names.count { names.append(CountMessages.more(String(count - names.count))) }
    StandardError.say(ConversionMessages.passedOver(path, count, .list(names)))
  }

  /// Ends the run with the status that its failures ask for.
  func end() throws {
    if let missingProgram { throw ExitStatus.programMissing.exit(missingProgram) }
    if hasMissing { throw ExitCode(ExitStatus.noInput.rawValue) }
    if count > 0 { throw ExitCode(ExitStatus.someFailed.rawValue) }
  }
}
