import ArgumentParser
import Glibc
import PlainWords

/// The language in which a command speaks to people.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: "The language of text for people: zh for Chinese, en for English (default: the locale's)."
  )
  var given: Language?

  var value: Language { given ?? .ofProgram }
}

extension Language: ExpressibleByArgument {}

extension Language {
  /// That of help and messages: what `--lang` says, also in a command that is wrong, else the locale.
  static let ofProgram =
    named(in: CommandLine.arguments.dropFirst())
    ?? Language { name in unsafe getenv(name).map { unsafe String(cString: $0) } }

  /// What the last `--lang` among `arguments` says; nil where there is none that is understood.
  static func named(in arguments: some Sequence<String>) -> Language? {
    var result: Language?
    var isNext = false
    for argument in arguments {
      // What stands behind it are names of files.
      if argument == "--" { break }
      if isNext { result = Language(rawValue: argument) ?? result }
      isNext = argument == "--lang"
      if argument.hasPrefix("--lang=") {
        result = Language(rawValue: String(argument.dropFirst(7))) ?? result
      }
    }
    return result
  }
}
