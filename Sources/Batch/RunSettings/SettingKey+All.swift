internal import DocumentModel
internal import InputFiles

extension SettingKey {
  /// All settings, in the order in which they are shown: the one list behind file, environment and flags.
  package static let all: [SettingKey] = [
    .list("inputs", \.inputs, takes: "a list of files and folders"),
    .text("output", \.output, takes: "a folder"),
    .number("jobs", \.jobs, in: 1...1_024),
    .list("include", \.include, takes: "a list of patterns"),
    .list("exclude", \.exclude, takes: "a list of patterns"),
    .text("files_from", \.filesFrom, takes: "a file, or -"),
    .flag("null", \.filesFromIsNulSeparated),
    .limit("max_size", .inputBytes),
    .text("manifest", \.manifest, takes: "a CSV file"),
    .shard,
    .flag("checksum", \.checksum),
    .flag("force", \.force),
    .flag("retry_failed", \.retryFailed),
    .number("attempts", \.attempts, in: 1...1_000),
    .flag("allow_empty", \.allowEmpty),
    .maxRemoved,
    .flag("allow_removal", \.allowRemoval),
    .flag("wait", \.wait),
    .flag("dry_run", \.dryRun),
    .openFlag("tables", \.tables),
    .openFlag("csv_bom", \.csvMark),
    .text("agencies", \.agencies, takes: "a CSV file"),
    .text("originals", \.originals, takes: "a folder"),
    .converters,
    .failOn,
    .text("metrics_file", \.metricsFile, takes: "a file"),
    .verbosity("quiet", .quiet),
    .verbosity("verbose", .verbose),
    .choice("log_format", \.console.format),
    .openFlag("color", \.console.color),
    .openChoice("lang", \.language),
    .limit("timeout", .backendSeconds),
    .number("timeout_budget", \.timeoutBudget, in: 1...2_592_000),
    .number("worker_memory", \.workerMemoryBytes, .bytes, in: 64 << 20...1 << 40),
    .number("worker_documents", \.workerDocuments, in: 1...10_000_000),
    .limits,
  ]

  package static func named(_ name: String) -> SettingKey? { all.first { $0.name == name } }

  /// What decides the exit status 4, by the names of ``RunSettings/FailCondition``.
  private static var failOn: Self {
    let names = RunSettings.FailCondition.allCases.map(\.rawValue)
    return Self(
      name: "fail_on", takes: "a list of " + names.joined(separator: ", "),
      apply: { value, settings in
        guard case .list(let items) = value else { return false }
        let conditions = items.compactMap(RunSettings.FailCondition.init)
        guard conditions.count == items.count else { return false }
        settings.failOn = Set(conditions)
        return true
      },
      yaml: { settings in
        YAMLText.list(
          RunSettings.FailCondition.allCases.filter(settings.failOn.contains).map(\.rawValue))
      }, shape: .list)
  }

  /// In a file only: no line of text holds them legibly.
  private static var converters: Self {
    Self(
      name: "converters",
      takes: "a list of mappings with the keys when, command, output, timeout and reads",
      apply: { value, settings in
        guard case .converters(let converters) = value else { return false }
        settings.converters = converters
        return true
      },
      yaml: { "[" + $0.converters.map(YAMLText.converter).joined(separator: ", ") + "]" },
      shape: .converters)
  }

  private static var shard: Self {
    Self(
      name: "shard", takes: "K/N, the K-th of N parts (N to \(Shard.most))",
      apply: { value, settings in
        guard case .text(let text) = value, let shard = Shard(text) else { return false }
        settings.shard = shard
        return true
      }, yaml: { $0.shard?.description ?? "null" }, isOptional: true)
  }

  private static var maxRemoved: Self {
    Self(
      name: "max_removed", takes: "a number of documents, or percent of them such as 10%",
      apply: { value, settings in
        guard case .text(let text) = value, let limit = RemovalLimit(text) else { return false }
        settings.maxRemoved = limit
        return true
      }, yaml: { $0.maxRemoved.text })
  }

  /// `quiet` and `verbose` are two ends of one thing: who says the last word wins, and `false` takes only its own back.
  private static func verbosity(
    _ name: String, _ end: RunSettings.Console.Verbosity
  ) -> Self {
    .flag(name, get: { $0.console.verbosity == end }) { settings, isOn in
      if isOn {
        settings.console.verbosity = end
      } else if settings.console.verbosity == end {
        settings.console.verbosity = .normal
      }
    }
  }

  /// Applied by ``SettingsResolver``, which knows where each of them stands.
  private static var limits: Self {
    Self(
      name: "limits", takes: "a mapping of limits to numbers", apply: { _, _ in false },
      yaml: { _ in "" }, shape: .pairs)
  }
}
