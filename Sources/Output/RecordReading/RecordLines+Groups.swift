extension RecordLines {
  /// Gives `take` what `read` makes of each line, in their order; some groups of lines are read at a time.
  ///
  /// - Parameters:
  ///   - width: How many groups are under way; each holds a few MB.
  ///   - number: Of the line, from 1.
  /// - Throws: ``FileError``, ``TooLong``.
  package mutating func forEach<Value: Sendable>(
    width: Int, read: @escaping @Sendable (_ line: [UInt8], _ number: Int) -> Value,
    take: (Value) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, [Value]).self) { tasks in
      var (begun, taken) = (0, 0)
      var done: [Int: [Value]] = [:]
      var hasMore = true
      while hasMore || taken < begun {
        if hasMore, begun - taken < max(1, width) {
          guard let group = try group() else {
            hasMore = false
            continue
          }
          let number = begun
          tasks.addTask { (number, group.map { read($0.line, $0.number) }) }
          begun += 1
        } else if let (number, values) = try await tasks.next() {
          done[number] = values
          while let values = done.removeValue(forKey: taken) {
            values.forEach(take)
            taken += 1
          }
        }
      }
    }
  }

  /// The next lines, about as many as make a task worth its while; nil at the end.
  private mutating func group() throws -> [(line: [UInt8], number: Int)]? {
    var group: [(line: [UInt8], number: Int)] = []
    var size = 0
    while size < Self.groupBytes, let line = try next() {
      size += line.count
      group.append((line, number))
    }
    return group.isEmpty ? nil : group
  }

  private static let groupBytes = 512 << 10
}
