package import ReportRecords

/// Converts many inputs, some at a time, and hands their records over in the order of the inputs.
package struct BatchConverter<Input: Sendable>: Sendable {
  /// Documents converted at the same time.
  private let width: Int
  private let convert: @Sendable (Input) async -> Record

  package init(
    width: Int, convert: @escaping @Sendable (Input) async -> Record
  ) {
    self.width = max(1, width)
    self.convert = convert
  }

  /// Records that wait for an earlier one to be ready, at most: this bounds the memory.
  private var lookahead: Int { width * 4 }

  /// Calls `emit` once for each of `inputs`, in order; stops at the first error that it throws.
  package func run(
    _ inputs: [Input], emit: (Record) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Record).self) { group in
      var waiting: [Int: Record] = [:]
      var started = 0
      var emitted = 0
      while emitted < inputs.count {
        while started < inputs.count, started - emitted - waiting.count < width,
          started - emitted < lookahead
        {
          let index = started
          group.addTask { [convert] in (index, await convert(inputs[index])) }
          started += 1
        }
        guard let (index, record) = try await group.next() else { return }
        waiting[index] = record
        while let record = waiting.removeValue(forKey: emitted) {
          try emit(record)
          emitted += 1
        }
      }
    }
  }
}
