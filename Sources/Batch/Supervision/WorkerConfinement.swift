internal import CSys
internal import Glibc

/// What workers are confined to: a document that takes one over can read, write in a
/// folder of the run's where programs need that, and do nothing else.
///
/// Laid upon a worker before it runs, when it has one thread yet, and passed on to all that it starts.
final class WorkerConfinement {
  /// -1 where the kernel has no Landlock.
  private let ruleset: Int32
  private let hasScratch: Bool

  /// Nil where `program` isn't to be confined.
  init?(_ program: WorkerProgram) {
    guard let places = program.documentPlaces else { return nil }
    hasScratch = program.scratch != nil
    ruleset = csys_ruleset(1)
    guard ruleset >= 0 else { return }
    csys_permit_this_program(ruleset)
    for place in places {
      unsafe csys_permit_reading(ruleset, place.map { CChar(bitPattern: $0) } + [0])
    }
    for path in program.readable { unsafe csys_permit_reading(ruleset, path) }
    if let scratch = program.scratch { unsafe csys_permit_writing(ruleset, scratch) }
    for program in program.programs { unsafe csys_permit_program(ruleset, program) }
  }

  deinit {
    if ruleset >= 0 { close(ruleset) }
  }

  fileprivate var bounds: csys_bounds {
    var bounds = csys_bounds()
    bounds.ruleset = ruleset
    // As root it reads the originals of every user, and has no other right of root's.
    bounds.capabilities = csys_read_any_file()
    // What it doesn't have, none of its programs gets.
    bounds.listens = hasScratch ? 1 : 0
    return bounds
  }
}

extension WorkerConfinement? {
  /// Calls `body` with the bounds of a worker, nil for one without any.
  func withBounds<Result>(_ body: (UnsafePointer<csys_bounds>?) -> Result) -> Result {
    guard let self else { return body(nil) }
    return unsafe withUnsafePointer(to: self.bounds) { unsafe body($0) }
  }
}
