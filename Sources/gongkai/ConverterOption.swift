import ArgumentParser
import ConfinedPrograms

extension SiteConverter: ExpressibleByArgument {
  public init?(argument: String) {
    guard case .success(let converter) = Result(catching: { try SiteConverter(json: argument) })
    else { return nil }
    self = converter
  }
}
