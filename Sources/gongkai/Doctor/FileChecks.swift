import NightlyRun
import PlainWords

/// Whether the files that a run uses beside its inputs are as it needs them.
enum FileChecks {
  static func findings(output: String?, manifest: String?, metrics: String?) -> [Finding] {
    [output.flatMap(stateOf), manifest.map(manifestOf), metrics.map(metricsOf)].compactMap { $0 }
  }

  private static func stateOf(_ output: String) -> Finding? {
    RunRequirements.objectionToState(of: output).map {
      .failure(
        "state", .badConfiguration, ErrorWords.words($0),
        fix: DoctorMessages.useLaterVersion)
    }
  }

  private static func manifestOf(_ name: String) -> Finding {
    if let objection = RunRequirements.objectionToManifest(name) {
      return .failure(
        "manifest", .noInput, ErrorWords.words(objection), fix: DoctorMessages.nameManifest)
    }
    return .ok("manifest", DoctorMessages.manifestIsRead)
  }

  private static func metricsOf(_ name: String) -> Finding {
    if let objection = RunRequirements.objectionToMetrics(name) {
      return .failure(
        "metrics", .cannotCreate, ErrorWords.words(objection), fix: DoctorMessages.makeMetricsFolder
      )
    }
    return .ok("metrics", DoctorMessages.metricsCanBeWritten)
  }
}
