internal import CSys
internal import Glibc
internal import Synchronization

/// What a program is confined to: it may read what belongs to the system, run itself, and do nothing else.
///
/// Its document comes to it as an open file in memory, or alone in a folder that is made for it. So whatever takes it over
/// finds no other document, no place to write that outlives it and nobody to talk to.
final class ProgramConfinement: Sendable {
  private let path: String
  private let readable: [String]
  private let scratch: String?
  /// Made when it is first needed: most documents need one program of the two.
  private let ruleset = Mutex<Ruleset?>(nil)

  /// - Parameters:
  ///   - path: The program.
  ///   - readable: Files and folders that it needs besides.
  ///   - scratch: A folder in which it may write, make sockets and listen at them.
  init(_ path: String, readable: [String] = [], scratch: String? = nil) {
    self.path = path
    self.readable = readable
    self.scratch = scratch
  }

  /// Looks the files of the program up anew: an upgrade has put others in their place.
  func renew() { ruleset.withLock { $0 = nil } }

  /// Calls `body` with what holds for a program of at most this memory (bytes), processor time and size of files.
  func withBounds<Result: ~Copyable, Failure>(
    memory: Int, seconds: Int, fileBytes: Int,
    _ body: (UnsafePointer<csys_bounds>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let ruleset = ruleset.withLock { ruleset in
      let found = ruleset ?? Ruleset(path, readable, scratch)
      ruleset = found
      return found
    }
    var bounds = csys_bounds()
    bounds.ruleset = ruleset.descriptor
    bounds.is_limited = 1
    bounds.address_space = UInt64(max(0, memory))
    bounds.cpu_seconds = UInt64(max(0, seconds))
    bounds.file_bytes = UInt64(max(0, fileBytes))
    bounds.open_files = scratch == nil ? Self.openFiles : Self.openFilesWithScratch
    bounds.listens = scratch == nil ? 0 : 1
    let result = unsafe try withUnsafePointer(to: bounds) { (bounds) throws(Failure) in
      unsafe try body(bounds)
    }
    // Not closed before, though another may have taken its place.
    withExtendedLifetime(ruleset) {}
    return result
  }

  /// Fonts, tables of poppler-data and libraries are opened one after the other: 16 are enough for any PDF seen.
  private static let openFiles: UInt64 = 64

  /// LibreOffice holds its libraries of types open, too.
  private static let openFilesWithScratch: UInt64 = 512

  private final class Ruleset: Sendable {
    /// -1 where the kernel has no Landlock.
    let descriptor: Int32

    init(_ path: String, _ readable: [String], _ scratch: String?) {
      descriptor = csys_ruleset(0)
      guard descriptor >= 0 else { return }
      unsafe csys_permit_program(descriptor, path)
      for path in readable { unsafe csys_permit_reading(descriptor, path) }
      if let scratch { unsafe csys_permit_writing(descriptor, scratch) }
    }

    deinit {
      if descriptor >= 0 { close(descriptor) }
    }
  }
}
