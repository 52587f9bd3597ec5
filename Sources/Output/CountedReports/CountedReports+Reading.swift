package import RecordReading

extension CountedReports {
  /// Reads all lines, some groups at a time, and goes back to the first.
  package init(
    _ lines: inout RecordLines, map: AgencyMap? = nil, width: Int
  ) async throws {
    self.init(map: map)
    try await lines.forEach(width: width) { line, _ in
      Self.candidate(line)
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
      add(Self.candidate(line))
    }
    close()
    lines.rewind()
  }

  private static func candidate(_ line: [UInt8]) -> ReportCandidate? {
    RecordView(line).flatMap(ReportCandidate.init)
  }
}
