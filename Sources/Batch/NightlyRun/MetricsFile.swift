internal import DurableFiles
internal import InputFiles
internal import RunReporting

/// The file for the Prometheus textfile collector.
enum MetricsFile {
  /// Writes `summary` to `path`, a file, a device or a pipe; the time of the last success is taken over from the file before.
  ///
  /// - Parameter check: Called while a pipe is full; ends that by throwing.
  static func write(_ summary: RunSummary, to path: String, check: () throws -> Void) throws {
    switch try OutputTarget(FileName.bytes(path)) {
    case .file(let folder, let name):
      let previous = try folder.open(name)?.read(at: 0, count: 1 << 20) ?? []
      try folder.replace(name) { try $0.write(summary.metrics(previous: previous)) }
    case .stream(let stream): try stream.write(summary.metrics(previous: []), check: check)
    }
  }
}
