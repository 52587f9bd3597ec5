internal import ConfinedPrograms
internal import Conversion
internal import DocumentModel
internal import InputFiles
internal import OfficeReading
internal import PDFReading
internal import RecordWriting
internal import RunSettings
internal import RunState

/// Finds the inputs of a run and decides what is to be done about each.
final class Planning {
  let policy: State.Policy
  private(set) var passedOver = PassedOver()
  /// What was found, also what is other shards'.
  private(set) var inputs = InputSet()
  /// Rows of the manifest that gave nothing.
  private(set) var badManifestRows = 0
  private let settings: RunSettings
  private let tree: InputTree
  private let state: State
  private let checkSignals: () throws -> Void
  private let passing: (PassedOver.Reason, [UInt8]) -> Void

  /// - Parameter passing: Called with the path of everything that is passed over.
  init(
    _ settings: RunSettings, _ tree: InputTree, _ state: State,
    checkSignals: @escaping () throws -> Void,
    passing: @escaping (PassedOver.Reason, [UInt8]) -> Void
  ) {
    self.settings = settings
    self.tree = tree
    self.state = state
    self.checkSignals = checkSignals
    self.passing = passing
    var policy = State.Policy(
      rules: Self.rules(settings.limits), backends: Self.backends(settings.converters))
    policy.force = settings.force
    policy.checksum = settings.checksum
    policy.retryFailed = settings.retryFailed
    policy.attempts = settings.attempts
    self.policy = policy
  }

  private static func backends(_ converters: [SiteConverter]) -> Backends {
    let searchPath = InstalledProgram.searchPath
    let programs = ConversionPrograms(converters: converters)
    var identities: [SiteConverter: String] = [:]
    for converter in converters {
      identities[converter] = converter.identity(searchPath: searchPath)
    }
    let all = converters.compactMap { identities[$0] }
    return Backends(
      pdf: PDFBackend.identity(), office: OfficeProgram.identity(searchPath: searchPath),
      converters: all.isEmpty ? nil : Digest.sha256(Array(all.joined(separator: "\n").utf8)),
      converter: { [identities] name in
        programs.converter(forFileNamed: name).flatMap { converter in
          identities[converter].map {
            Backends.Converter(
              identity: Digest.sha256(Array($0.utf8)), seconds: converter.timeout)
          }
        }
      })
  }

  /// What a record depends on besides the bytes of its file: a new value, and all are made anew.
  private static func rules(_ limits: Limits) -> String {
    "\(Version.tool)/\(Version.rules)/\(limits.differences.joined(separator: ","))"
  }

  func plan() throws -> State.Plan {
    inputs = InputSet()
    try takeManifest()
    return try state.plan(policy) { take, keepBelow in
      passedOver = try tree.walk(
        { file in
          try checkSignals()
          inputs.add(file)
          if settings.shard?.holds(file.path) ?? true {
            try take(
              FoundRow(
                path: file.path, location: file.location == file.path ? nil : file.location,
                size: file.size, modified: file.modified, url: file.url, problem: file.problem))
          }
          // What lies below it may be any shard's.
          if file.isFolder { try keepBelow(file.path) }
        }, passing: passing, waiting: checkSignals)
    }
  }

  private func takeManifest() throws {
    do {
      let manifest = try settings.manifest.map { name throws(NoInput) in try Manifest(name) }
      try state.setURLs { add in
        badManifestRows =
          try manifest?.rows {
            inputs.add(path: $0.path, manifestURL: $0.url)
            try add($0.path, $0.url)
          } ?? 0
      }
    } catch let error as NoInput {
      throw RunEnd(.noInput, "\(FileName.printed(error.path)): \(error.reason)")
    } catch let error as Manifest.Damage {
      throw RunEnd(
        .badConfiguration, "\(FileName.printed(error.path)):\(error.line): \(error.reason)")
    }
  }
}
