import Foundation
import TestSupport

/// Texts of the sources, with a mark for each interpolation.
enum SourceTexts {
  static let mark: Character = "\u{FFFC}"

  /// The Swift files below `folder` of the sources, but for the lists of words themselves.
  static func files(below folder: String = "") throws -> [(path: String, text: String)] {
    let root = TestFolders.sources.appending(path: folder)
    let lists = TestFolders.sources.appending(path: "Analysis/PlainWords").path
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var files: [(path: String, text: String)] = []
    for case let file as URL in found ?? .init()
    where file.pathExtension == "swift" && !file.path.hasPrefix(lists) {
      files.append((file.path, try String(contentsOf: file, encoding: .utf8)))
    }
    return files.sorted { $0.path < $1.path }
  }

  /// The literals among the arguments of the calls that begin as `call` says, with its bracket.
  static func literals(inCallsOf call: some RegexComponent, _ text: String) -> [String] {
    text.matches(of: call).flatMap { match in
      literals(in: text[match.range.upperBound...], toEndOfCall: true)
    }
  }

  /// The literals of `text` in their order; what `+` joins is one.
  static func literals(in text: Substring, toEndOfCall: Bool = false) -> [String] {
    var found: [String] = []
    var depth = 1
    // Whether only blanks, and then a `+`, stand behind the last literal.
    var (isNext, isJoined) = (false, false)
    var rest = text
    while let character = rest.first {
      switch character {
      case "/" where rest.hasPrefix("//"): rest = rest.drop { $0 != "\n" }
      case "\"":
        rest.removeFirst()
        let literal = body(&rest)
        if isJoined, let last = found.popLast() {
          found.append(last + literal)
        } else {
          found.append(literal)
        }
        (isNext, isJoined) = (true, false)
      default:
        rest.removeFirst()
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        if toEndOfCall, depth == 0 { return found }
        if character == "+" { isJoined = isNext }
        if character != "+", !character.isWhitespace { (isNext, isJoined) = (false, false) }
      }
    }
    return found
  }

  /// What stands before the closing mark of a literal, which is passed over.
  private static func body(_ rest: inout Substring) -> String {
    var literal = ""
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\" else {
        literal.append(character)
        continue
      }
      guard let next = rest.popFirst() else { break }
      guard next == "(" else {
        literal.append(next)
        continue
      }
      literal.append(mark)
      var depth = 1
      while depth > 0, let inner = rest.popFirst() {
        if inner == "(" { depth += 1 }
        if inner == ")" { depth -= 1 }
        if inner == "\"" { _ = body(&rest) }
      }
    }
    return literal
  }
}
