import Foundation
import TestSupport
import Testing

/// Makes a tree `in` with a file, a folder nobody may read, and links; converts it as an unprivileged user.
private func outcomes(_ prefix: String, then last: String = "") throws -> [String] {
  var lines: [String] = []
  try inTemporaryFolder { folder in
    let result = try BuiltProgram.shell(
      """
      export -f gongkai
      chmod 755 .; mkdir -p in/locked in/sub
      printf 文 > in/locked/a.txt; printf 文 > in/sub/b.txt; printf 文 > c.txt
      ln -s sub/b.txt in/inside; ln -s ../c.txt in/outside
      chmod 000 in/locked
      \(prefix) bash -c 'gongkai convert in; echo $?; gongkai convert in/locked; echo $?' |
        python3 -c '
      import json, sys
      for line in sys.stdin:
        record = json.loads(line)
        if isinstance(record, int): print(record)
        else: print(record["source"]["path"], (record["error"] or {}).get("code"))'
      chmod 755 in/locked
      \(last)
      """, in: folder)
    lines = result.text.split(separator: "\n").map(String.init)
  }
  return lines
}

private let unprivileged =
  getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "env"

@Test func aFolderThatCannotBeReadIsNoEmptyFolder() throws {
  #expect(
    try outcomes(unprivileged) == [
      "inside None", "locked input_unreadable", "outside input_not_regular", "sub/b.txt None", "3",
      "66",
    ])
}

@Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")))
func aKernelWithoutTheNewestCallsReadsTheSameFiles() throws {
  let trace = "strace -f -qq -o trace -e trace=openat2 -e inject=openat2:error=ENOSYS"
  #expect(
    try outcomes(
      "touch trace; chmod 666 trace; \(unprivileged) \(trace)",
      then: "grep -q INJECTED trace && echo traced")
      == [
        "inside None", "locked input_unreadable", "outside input_not_regular", "sub/b.txt None",
        "3",
        "66", "traced",
      ])
}
