/// Converts many inputs, some at a time, and hands what they give over in the order of the inputs.
package struct BatchConverter<Input: Sendable, Output: Sendable>: Sendable {
  /// Documents converted at the same time.
  private let width: Int
  private let convert: @Sendable (Input) async -> Output

  package init(width: Int, convert: @escaping @Sendable (Input) async -> Output) {
    self.width = max(1, width)
    self.convert = convert
  }

  /// Outputs that wait for an earlier one to be ready, at most: this bounds the memory.
  private var lookahead: Int { width * 4 }

  /// Calls `emit` once for each of `inputs`, in order; stops at the first error that it throws.
  package func run(
    _ inputs: [Input], emit: (Output) throws -> Void
  ) async throws {
    // A task for each would go from processor to processor, and what it has read with it.
    guard width > 1 else {
      for input in inputs { try emit(await convert(input)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var waiting: [Int: Output] = [:]
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
        guard let (index, output) = try await group.next() else { return }
        waiting[index] = output
        while let output = waiting.removeValue(forKey: emitted) {
          try emit(output)
          emitted += 1
        }
      }
    }
  }
}
