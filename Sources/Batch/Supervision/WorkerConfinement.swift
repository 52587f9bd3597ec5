internal import CSys
internal import Glibc

/// What workers are confined to: a document that takes one over can read, and do nothing else.
///
/// Laid upon a worker before it runs, when it has one thread yet, and passed on to all that it starts.
final class WorkerConfinement {
  /// -1 where the kernel has no Landlock.
  private let ruleset = csys_ruleset(1)

  /// Nil where `program` isn't to be confined.
  init?(_ program: WorkerProgram) {
    guard let places = program.documentPlaces else { return nil }
    guard ruleset >= 0 else { return }
    csys_permit_this_program(ruleset)
    for place in places {
      unsafe csys_permit_reading(ruleset, place.map { CChar(bitPattern: $0) } + [0])
    }
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
