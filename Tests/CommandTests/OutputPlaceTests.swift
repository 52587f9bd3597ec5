import Foundation
import TestSupport
import Testing

/// Runs `command` beside a folder `in` with two originals.
private func shell(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      "mkdir -p in/a; printf 甲 > in/1.txt; printf 乙 > in/a/2.txt; " + command, in: folder)
  }
  return try #require(result)
}

@Test(arguments: [
  "run in -o in", "run in/ -o ./in/.", "run in -o link", "run link -o in", "run in -o in/../link/",
  "run in/a in -o in", "run in/a in/1.txt -o link/a", "run in -o in --dry-run",
  "run in -o in --files-from list", "run in -o $PWD/in", "run in -o in/a", "run in -o link/a",
  "run out/state -o out", "run out/runs/x -o out",
])
func anOutputThatHoldsOriginalsIsRefused(command: String) throws {
  let result = try shell(
    """
    ln -s in link; echo 1.txt > list; mkdir -p out/state out/runs/x; printf 丙 > out/state/records-1.jsonl
    before=$(find . | sort); gongkai \(command); echo $?; [ "$before" = "$(find . | sort)" ] && echo untouched
    """)
  #expect(result.text == "64\nuntouched\n")
  #expect(result.errors.contains(": choose another folder for --output"))
}

@Test func anOutputWhoseNameBeginsWithAHyphenIsAFolderLikeAnyOther() throws {
  let result = try shell(
    "gongkai run in --output=-out --tables --quiet; echo $?; ls ./-out/reports.csv ./-out/latest/report.html"
  )
  #expect(result.text == "0\n./-out/latest/report.html\n./-out/reports.csv\n")
  #expect(result.errors == "")
}

@Test(.enabled(if: geteuid() == 0, "a mount is made by root"))
func anOutputThatIsMountedFromTheInputIsRefused() throws {
  let result = try shell(
    """
    mkdir out in/own mine; mount --bind in/a out 2> /dev/null || { echo skipped; exit; }; mount --bind in/own mine
    gongkai run in -o out 2> said; echo $?; cat said; ls out; umount out
    gongkai run in -o mine --quiet; echo $?; gongkai run in -o mine --quiet; echo $?; wc -l < mine/records.jsonl; umount mine
    """)
  let expected = """
    64
    gongkai: out is a folder of the input, mounted in another place, and holds files that no run wrote; they would not be read: \
    choose another folder for --output
    2.txt
    0
    0
    2

    """
  #expect(result.text == expected || result.text == "skipped\n")
}

@Test func aListThatSaysNothingIsWaitedForTillASignal() throws {
  let result = try shell(
    """
    mkfifo list; for writer in '' 'sleep 30'; do
      [ -n "$writer" ] && { $writer > list & w=$!; }
      \(BuiltProgram.executable.path) run in -o out --files-from list --quiet & sleep 1; kill -TERM $!; wait $!; echo $?
    done; kill $w
    (sleep 0.5; echo 1.txt; sleep 0.5; echo a/2.txt) > list & gongkai run in -o out --files-from list --quiet; echo $?
    jq -r .source.path out/records.jsonl
    """)
  #expect(result.text == "143\n143\n0\n1.txt\na/2.txt\n")
}

@Test(arguments: [
  ("run in -o in/out", "in/out", 2), ("run in -o in/new/out", "in/new/out", 2),
  ("run in -o in/empty", "in/empty", 2), ("run in/1.txt -o in", "in", 1), ("run in -o .", ".", 2),
  ("run in -o other", "other", 2),
])
func anOutputBesideOriginalsIsTaken(command: String, output: String, records: Int) throws {
  let result = try shell(
    """
    mkdir in/empty other; touch other/file
    gongkai \(command) --quiet; echo $?; gongkai \(command) --quiet; echo $?; wc -l < \(output)/records.jsonl
    """)
  #expect(result.text == "0\n0\n\(records)\n")
  #expect(result.errors == "")
}

@Test func theDoctorSaysSoBeforeTheNight() throws {
  let result = try shell("gongkai doctor in -o in > out; echo $?; grep '^FAIL' out")
  #expect(
    result.text == """
      64
      FAIL  output         in is an input itself, and what lies in the output is not read. To fix: \
      choose another folder for --output

      """)
}

@Test func aPipeIsWrittenIntoAndNotReplaced() throws {
  let result = try shell(
    """
    mkfifo pipe; (wc -l < pipe > lines) & gongkai convert in -o pipe; echo $?; wait; cat lines
    [ -p pipe ] && echo still a pipe; gongkai convert in -o /dev/stdout | wc -l; ls
    """)
  #expect(result.text == "0\n2\nstill a pipe\n2\nin\nlines\npipe\n")
}
