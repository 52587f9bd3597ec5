import ArgumentParser
import Diagnostics
import Foundation
import Glibc
import InputFiles
import RunSettings

extension RunOptions {
  /// The settings that options, environment and configuration file add up to.
  ///
  /// Ends with 78 where the file or the environment is at fault, with 64 where an option is.
  func resolved() throws -> ResolvedSettings {
    let environment = Self.environment()
    do throws(SettingsError) {
      return try ResolvedSettings(
        flags: flags, environment: environment, file: try file(environment),
        jobs: ProcessInfo.processInfo.activeProcessorCount)
    } catch {
      throw (error.isUsage ? ExitStatus.usage : .badConfiguration).exit("\(error)")
    }
  }

  /// What was given, by the names of `SettingKey`.
  private var flags: [String: [String]] {
    var flags: [String: [String]] = [:]
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { flags[name] = values }
    }
    func add(_ name: String, _ value: String?) { add(name, value.map { [$0] } ?? []) }
    func add(_ name: String, _ value: Bool?) { add(name, value.map(String.init)) }
    add("inputs", inputs)
    add("output", output)
    add("jobs", jobs)
    add("include", selection.include)
    add("exclude", selection.exclude)
    add("files_from", selection.filesFrom)
    add("null", selection.null)
    add("max_size", selection.maxSize)
    add("manifest", selection.manifest)
    add("shard", selection.shard)
    add("checksum", renewal.checksum)
    add("force", renewal.force)
    add("retry_failed", renewal.retryFailed)
    add("attempts", renewal.attempts)
    add("allow_empty", renewal.allowEmpty)
    add("max_removed", renewal.maxRemoved)
    add("allow_removal", renewal.allowRemoval)
    add("wait", renewal.wait)
    add("dry_run", renewal.dryRun)
    add("tables", messages.tables)
    add("csv_bom", messages.csvBom)
    add("agencies", messages.agencies)
    add("originals", messages.originals)
    add("fail_on", messages.failOn)
    add("metrics_file", messages.metricsFile)
    add("quiet", messages.quiet ? true : nil)
    add("verbose", messages.verbose ? true : nil)
    add("log_format", messages.logFormat)
    add("color", messages.color)
    add("lang", messages.lang)
    add("timeout", costs.timeout)
    add("timeout_budget", costs.timeoutBudget)
    add("worker_memory", costs.workerMemory)
    add("worker_documents", costs.workerDocuments)
    add("limits", costs.limits)
    return flags
  }

  private func file(
    _ environment: [String: String]
  ) throws(SettingsError) -> ResolvedSettings.File? {
    let path: String
    let origin: SettingOrigin
    if let config {
      (path, origin) = (config, .flag("--config"))
    } else if let variable = environment["GONGKAI_CONFIG"], !variable.isEmpty {
      (path, origin) = (variable, .environment("GONGKAI_CONFIG"))
    } else {
      return nil
    }
    return try Self.file(path, origin)
  }

  /// The settings that the configuration file at `path` adds up to by itself.
  static func resolved(file path: String) throws(SettingsError) -> ResolvedSettings {
    try ResolvedSettings(
      flags: [:], environment: [:], file: try file(path, .flag("--config")), jobs: 1)
  }

  private static func file(
    _ path: String, _ origin: SettingOrigin
  ) throws(SettingsError) -> ResolvedSettings.File {
    do throws(Failure) {
      let name = FileName.printed(path)
      let bytes = try RegularFile.read(path, limit: ResolvedSettings.File.mostBytes)
      return ResolvedSettings.File(name: name, bytes: bytes)
    } catch {
      let message =
        error.code == .inputTooLarge
        ? "the file has more than \(ResolvedSettings.File.mostBytes) bytes" : error.message
      throw SettingsError(.wholeFile(name: FileName.printed(path)), "\(message) (\(origin))")
    }
  }

  /// Our own variables, values that are no UTF-8 included.
  private static func environment() -> [String: String] {
    var result: [String: String] = [:]
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let bytes = unsafe UnsafeBufferPointer(start: entry, count: strlen(entry))
        .map { UInt8(bitPattern: $0) }
      if bytes.starts(with: "GONGKAI_".utf8), let end = bytes.firstIndex(of: UInt8(ascii: "=")) {
        result[FileName.carried(bytes[..<end])] = FileName.carried(bytes[(end + 1)...])
      }
      unsafe next += 1
    }
    return result
  }
}
