internal import CSys
internal import Glibc

/// Processes that a program started and left behind: in its group, in a session of their own, forked twice.
///
/// Only a process that does one document at a time can tell them from honest children, so it has to say that it is one.
package enum Strays {
  /// Declares that this process works on one document at a time and has no other children.
  ///
  /// From now on what its children leave behind becomes its own child, and is killed when the program that started it
  /// has ended. It and its children can't gain privileges any more. There is no way back.
  ///
  /// - Returns: False where the kernel refuses; then only process groups are killed.
  @discardableResult package static func adopt() -> Bool { csys_adopt_strays() == 0 }

  /// Kills what a program left behind, where this process adopts it.
  ///
  /// Costs one system call if there is nothing.
  static func end() {
    guard csys_adopts_strays() != 0 else { return }
    // What can't be killed within a second hangs in the kernel; the next call tries again.
    _ = csys_kill_strays(nil, 0, 1_000)
  }
}
