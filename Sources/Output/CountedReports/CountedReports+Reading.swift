package import RecordReading

extension CountedReports {
  /// Reads all lines, some groups at a time, and goes back to the first.
  package init(
    _ lines: inout RecordLines, map: AgencyMap? = nil, width: Int
  ) async throws {
    self.init(map: map)
    try await lines.forEach(width: width) { line, _ in
      ReportCandidate(line: line)
    } take: {
      add($0)
    }
    close()
    lines.rewind()
  }

  /// The same, one line at a time.
  package init(
    _ lines: inout RecordLines, map: AgencyMap? = nil, check: () throws -> Void
  ) throws {
    self.init(map: map)
    while let line = try lines.next() {
      try check()
      add(ReportCandidate(line: line))
    }
    close()
    lines.rewind()
  }
}
