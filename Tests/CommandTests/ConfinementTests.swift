import Foundation
import TestSupport
import Testing

/// What a program in the place of `pdftotext` could do when `command` was run, `DONE:unlink`, and how much it tried.
///
/// - Parameter prefix: Runs a command as another user.
private func doings(_ command: String, prefix: String) throws -> [String] {
  var result: BuiltProgram.Result?
  let attacker = TestFolders.package.appending(path: "Tests/Hostile/attacker.py").path
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      """
      export -f gongkai; chmod 777 .; cp '\(attacker)' attacker.py
      \(prefix) bash -c '
      mkdir bin in; cp attacker.py bin/pdftotext; chmod +x bin/pdftotext
      printf victim > victim; printf 乙 > in/b.txt; gongkai run in -o out --quiet
      printf "%%PDF-1.4\\n甲\\n" > in/a.pdf
      PATH=$PWD/bin:$PATH; \(command)' | grep -oE '(DONE|TRIED):[^"\\ ]*'
      cat victim
      """, in: folder)
  }
  let all = try #require(result)
  // What it is given is no PDF: that its pages can't be drawn is said, and is no doing.
  return (all.text + "\n" + all.errors).split(separator: "\n").map(String.init)
    .filter { !$0.hasPrefix("gongkai: warning:") }
}

private let isRoot = getuid() == 0

@Suite struct ConfinementTests {
  /// What is refused here, as the doctor says.
  private static let inForce = Result {
    try BuiltProgram.shell("gongkai doctor | grep confinement", in: TestFolders.package).text
  }

  @Test(
    arguments: [
      "gongkai convert in", "gongkai run in -o out --quiet; cat out/records.jsonl",
      "gongkai worker <<< in/a.pdf", "gongkai worker --supervised < <(echo in/a.pdf; sleep 5)",
      "gongkai extract in/a.pdf",
    ], [true, false])
  func aProgramThatWasTakenOverCanDoNothingButFork(command: String, asNobody: Bool) throws {
    guard isRoot || !asNobody else { return }
    let prefix = asNobody ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    let inForce = try Self.inForce.get()
    let found = try doings(command, prefix: prefix)
    if inForce.hasPrefix("ok"), !inForce.contains("not held back") {
      #expect(found == ["TRIED:53", "victim"])
    } else {
      // An older kernel; what remains is what it can refuse.
      print("Of this kernel only: \(inForce)")
      #expect(found.contains("TRIED:53"))
      #expect(!found.contains { $0.hasPrefix("DONE:tcp") || $0.hasPrefix("DONE:ptrace") })
    }
  }

  @Test func aConfinedRunReadsAllThatIsNamed() throws {
    try inTemporaryFolder { folder in
      let result = try BuiltProgram.shell(
        """
        mkdir in other; printf 甲 > in/a.txt; printf 乙 > other/b.txt; printf 丙 > c.txt
        ln -s ../c.txt in/link; ln -s "$PWD/c.txt" other/away
        gongkai run in other/b.txt other/away -o out --quiet; gongkai run other/away -o out2 --quiet
        printf 'a.txt\n' | gongkai run in -o out3 --quiet --files-from -
        for out in out out2 out3; do jq -r '[.source.path, .status] | join(" ")' $out/records.jsonl; done
        """, in: folder)
      #expect(
        result.text == """
          in/a.txt ok
          in/link ok
          other/away ok
          other/b.txt ok
          away ok
          a.txt ok

          """)
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")))
  func aKernelWithoutLandlockGoesOnAndTheDoctorWarns() throws {
    let fixture = TestFolders.fixtures.appending(path: "reports/liuqiao-government-2023/input.pdf")
    try inTemporaryFolder { folder in
      let result = try BuiltProgram.shell(
        """
        mkdir in; cp '\(fixture.path)' in/a.pdf
        old() { strace -f -qq -o trace -e trace=landlock_create_ruleset -e inject=landlock_create_ruleset:error=ENOSYS "$@"; }
        program=$(type gongkai | grep -o "/.*gongkai'" | tr -d "'")
        old "$program" run in -o out --quiet; grep -c INJECTED trace | grep -v '^0$' | wc -l
        gongkai run in -o other --quiet; cmp out/records.jsonl other/records.jsonl && echo equal
        old "$program" doctor | grep confinement
        """, in: folder)
      #expect(
        result.text == """
          1
          equal
          warn  confinement    programs that read documents can read and write everything that this user can: the kernel has no Landlock. \
          To fix: boot Linux 5.13 or newer with landlock in its list of security modules (lsm=)

          """)
    }
  }
}
