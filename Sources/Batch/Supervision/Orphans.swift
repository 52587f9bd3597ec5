internal import CSys
internal import Glibc

/// What a process that died left behind: its programs, and whatever these started.
enum Orphans {
  /// Makes orphans of this process's descendants its own children, which can then be found.
  static func adopt() {
    // Where the kernel refuses, orphans go to init and end with their processor time.
    _ = csys_adopt_strays()
  }

  /// Kills every descendant of this process but the children in `known` and what descends from them.
  static func end(except known: [pid_t]) {
    // What can't be killed within a second hangs in the kernel; the next call tries again.
    _ = unsafe csys_kill_strays(known, known.count, 1_000)
  }
}
