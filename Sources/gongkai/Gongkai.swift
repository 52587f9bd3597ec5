import ArgumentParser

@main
struct Gongkai: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "gongkai")
}
