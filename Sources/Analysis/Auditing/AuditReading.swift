package import RecordReading

extension Audit {
  /// Reads all lines, taking some apart at a time.
  ///
  /// - Parameter width: How many groups of lines are under way; each holds some 10 MB.
  package static func reading(_ lines: inout RecordLines, width: Int) async throws -> Audit {
    var audit = Audit()
    try await withThrowingTaskGroup(of: [Line].self) { group in
      var underWay = 0
      while let batch = try Self.batch(&lines) {
        if underWay >= max(1, width), let done = try await group.next() {
          for line in done { audit.add(line) }
          underWay -= 1
        }
        group.addTask { batch.map { Line($0.bytes, number: $0.number) } }
        underWay += 1
      }
      while let done = try await group.next() {
        for line in done { audit.add(line) }
      }
    }
    return audit
  }

  /// The next lines, about as many as make a task worth its while; nil at the end.
  private static func batch(
    _ lines: inout RecordLines
  ) throws -> [(bytes: [UInt8], number: Int)]? {
    var batch: [(bytes: [UInt8], number: Int)] = []
    var size = 0
    while size < 2 << 20, let line = try lines.next() {
      size += line.count
      batch.append((line, lines.number))
    }
    return batch.isEmpty ? nil : batch
  }
}
