import ConsoleText
import Foundation
import PlainWords

/// The help and the errors of the command line in Chinese, which the parser has in English only.
///
/// Made of what the parser says of each command for other programs, so that no command has to be declared twice, and laid out
/// here, since Chinese has no blanks to break a line at and its characters take two columns.
enum ChineseHelp {
  private static let width = 80
  /// Columns before what is said of an argument.
  private static let indent = 26

  /// The help that `arguments` ask for; nil where the dump can't be read.
  ///
  /// - Parameter dump: The parser's description of all commands, as JSON.
  static func text(for arguments: [String], dump: String) -> String? {
    let root: Command
    do {
      root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
    } catch {
      return nil
    }
    let name = arguments.first { !$0.hasPrefix("-") && $0 != "help" && $0 != "zh" }
    let command = root.subcommands?.first { $0.commandName == name } ?? root
    return lines(of: command, below: root).map { $0 + "\n" }.joined()
  }

  /// `message` of the parser: what is wrong, what its argument is, and how the command is used.
  static func error(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("Error: ") {
        let text = String(line.dropFirst(7))
        return "错误：\(ErrorWords.chinese(text) ?? text)"
      }
      if line.hasPrefix("Help:  ") {
        let parts = line.dropFirst(7).split(separator: "  ", maxSplits: 1).map(String.init)
        let text = parts.last.flatMap(HelpWords.chinese)
        return "说明：\(parts.first ?? "")  \(text ?? parts.dropFirst().last ?? "")"
      }
      if line.hasPrefix("Usage: ") {
        return "用法："
          + line.dropFirst(7).replacing("<options>", with: "<选项>")
          .replacing("<subcommand>", with: "<子命令>")
      }
      if let more = line.wholeMatch(of: #/  See '(?<command>[^']*)' for more information\./#) {
        return "  详见“\(more.output.command)”。"
      }
      return String(line)
    }.joined(separator: "\n")
  }

  private static func lines(of command: Command, below root: Command) -> [String] {
    var lines = folded("概述：" + chinese(command.abstract ?? ""))
    for paragraph in (command.discussion ?? "").components(separatedBy: "\n\n")
    where !paragraph.isEmpty {
      lines += [""] + folded(chinese(paragraph))
    }
    let isRoot = command.commandName == root.commandName
    let name = isRoot ? root.commandName : "\(root.commandName) \(command.commandName)"
    lines += [""] + folded("用法：\(name) \(isRoot ? "<子命令>" : usage(of: command))")
    let shown = (command.arguments ?? []).filter(\.shouldDisplay)
    lines += section("参数", shown.filter { $0.kind == "positional" })
    var titles: [String] = []
    for case let title? in shown.map(\.sectionTitle) where !titles.contains(title) {
      titles.append(title)
    }
    for title in titles {
      lines += section(chinese(title), shown.filter { $0.sectionTitle == title })
    }
    lines += section("选项", shown.filter { $0.kind != "positional" && $0.sectionTitle == nil })
    let commands = isRoot ? (root.subcommands ?? []).filter { $0.commandName != "help" } : []
    guard !commands.isEmpty else { return lines }
    return lines + ["", "子命令："]
      + commands.flatMap { element($0.commandName, chinese($0.abstract ?? "")) }
      + ["", "  子命令的详细帮助：\(root.commandName) help <子命令>"]
  }

  private static func usage(of command: Command) -> String {
    let shown = (command.arguments ?? []).filter(\.shouldDisplay)
    let needed = shown.filter { $0.kind == "positional" || !$0.isOptional }.map { argument in
      let text = argument.synopsis + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[\(text)]" : text
    }
    return (["[<选项>]"] + needed).joined(separator: " ")
  }

  /// A flag and its opposite stand together, as they have one meaning.
  private static func section(_ title: String, _ arguments: [Argument]) -> [String] {
    guard !arguments.isEmpty else { return [] }
    var lines = ["", "\(title)："]
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      var label = argument.synopsis
      if let opposite = rest.first, opposite.isOpposite(of: argument) {
        label += "/" + opposite.synopsis
        rest = rest.dropFirst()
      }
      lines += element(label, chinese(argument.abstract ?? "") + argument.values)
    }
    return lines
  }

  private static func element(_ label: String, _ text: String) -> [String] {
    let label = "  " + label
    guard DisplayWidth.of(label) < indent else {
      return [label]
        + DisplayWidth.folded(
          String(repeating: " ", count: indent) + text, indent: indent, width: width)
    }
    return DisplayWidth.folded(
      DisplayWidth.padded(label, to: indent) + text, indent: indent, width: width)
  }

  private static func folded(_ text: String) -> [String] {
    DisplayWidth.folded(text, indent: 0, width: width)
  }

  private static func chinese(_ english: String) -> String {
    HelpWords.chinese(english) ?? english
  }

  // MARK: What the parser says of a command

  private struct Dump: Decodable {
    var command: Command
  }

  private struct Command: Decodable {
    var commandName: String
    var abstract, discussion: String?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      var kind, name: String
      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    /// `positional`, `option` or `flag`.
    var kind: String
    var shouldDisplay, isOptional, isRepeating: Bool
    var sectionTitle, valueName, defaultValue, abstract: String?
    var names: [Name]?
    var allValues: [String]?

    /// `-o, --output <folder>`.
    var synopsis: String {
      let value = "<\(valueName ?? "")>"
      guard let names, kind != "positional" else { return value }
      let sorted = names.filter { $0.kind == "short" } + names.filter { $0.kind != "short" }
      let text = sorted.map(\.text).joined(separator: ", ")
      return kind == "option" ? "\(text) \(value)" : text
    }

    /// `（可选值：zh、en；默认：zh）`, or nothing.
    var values: String {
      let parts = [
        allValues.map { "可选值：\($0.joined(separator: "、"))" }, defaultValue.map { "默认：\($0)" },
      ].compactMap(\.self)
      return parts.isEmpty ? "" : "（\(parts.joined(separator: "；"))）"
    }

    func isOpposite(of flag: Argument) -> Bool {
      kind == "flag" && flag.kind == "flag" && abstract == flag.abstract
        && names?.last.map(\.name) == flag.names?.last.map { "no-\($0.name)" }
    }
  }
}
