package import RecordReading

extension Audit {
  /// Reads all lines, `width` groups of them at a time.
  package static func reading(_ lines: inout RecordLines, width: Int) async throws -> Audit {
    var audit = Audit()
    try await lines.forEach(width: width) {
      Line($0, number: $1)
    } take: {
      audit.add($0)
    }
    return audit
  }
}
