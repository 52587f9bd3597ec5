import Foundation
import TestSupport
import Testing

/// Runs `command` beside a folder `in` with two texts; `nobody LIMIT ARGUMENTS` is the program without privileges, under a limit.
private func shell(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      #"""
      mkdir in free; chmod 777 free; printf '甲' > in/a.txt; printf '乙' > in/b.txt
      program='\#(BuiltProgram.executable.path)'
      nobody() {
        [ -e ./gongkai ] || cp "$program" ./gongkai
        timeout 20 setpriv --reuid 65534 --clear-groups bash -c "ulimit $1; exec ./gongkai \"\$@\"" - "${@:2}" < /dev/null
      }

      """# + command, in: folder)
  }
  return try #require(result)
}

private let isRoot = geteuid() == 0

@Test(
  .enabled(if: isRoot, "a user without privileges is needed, who can be bounded"),
  arguments: [
    "doctor", "convert in", "run in -o free/out", "worker", "schema", "audit none",
    "extract in/a.txt",
  ])
func withoutAThreadThereIsOneSentence(command: String) throws {
  let result = try shell("nobody '-u 1' \(command)")
  #expect(result.status == 71)
  #expect(
    result.errors == """
      gongkai: no thread can be started: this user may have 1 processes and threads; \
      raise ulimit -u, or LimitNPROC= and TasksMax= in the unit

      """)
}

@Test(.enabled(if: isRoot, "a user without privileges is needed, who can be bounded"))
func helpAndMistakesNeedNoThread() throws {
  let result = try shell(
    "nobody '-u 1' --help > help; echo $?; nobody '-u 1' --none 2> said; echo $?")
  #expect(result.text == "0\n64\n")
}

@Test(
  .enabled(if: isRoot, "a user without privileges is needed, who can be bounded"),
  arguments: [5, 6, 7])
func withoutRoomForAWorkerTheRunEndsAndKeepsAll(processes: Int) throws {
  let result = try shell(
    """
    nobody '-u 100' run in -o free/out -j 1 --quiet; cp free/out/records.jsonl before; printf 丙 > in/a.txt
    nobody '-u \(processes)' run in -o free/out -j 2 --quiet; s=$?; cmp before free/out/records.jsonl || lines=$(wc -l < free/out/records.jsonl)
    [ $s = 71 -o "$s $lines" = '0 2' ] && echo fine || echo $s; head -1 free/out/latest/summary.txt >&2
    """)
  #expect(result.text.hasSuffix("fine\n"), "\(result.text)\(result.errors)")
}

@Test func tooFewOpenFilesAreMoreOrNamed() throws {
  let result = try shell(
    """
    (ulimit -Sn 20; gongkai run in -o out -j 3 --quiet); echo $?; (ulimit -n 50; gongkai run in -o out -j 3 --quiet); echo $?
    for n in 12 16 31; do (ulimit -n $n; gongkai convert in 2>&1 > /dev/null); done | sed 's/have [0-9]*/have N/' | uniq -c
    (ulimit -n 32; gongkai convert in) | wc -l
    """)
  #expect(
    result.text == """
      0
      71
            3 gongkai: the program needs 32 open files, and a process may have N; \
      ulimit -n 1024, or LimitNOFILE=1024 in the unit
      2

      """)
  #expect(
    result.errors == """
      gongkai: a run with 3 workers needs 52 open files, and a process may have 50; \
      ulimit -n 1024, or LimitNOFILE=1024 in the unit, or fewer --jobs

      """)
}

@Test func aLimitOfTheSizeOfFilesIsNamed() throws {
  let result = try shell(
    """
    (ulimit -f 1; gongkai convert in -o records.jsonl); echo $?; ls
    (ulimit -f 100; gongkai run in -o out --quiet); echo $?; (ulimit -f 16; gongkai run in -o out2 --quiet); echo $?
    gongkai run in -o out --quiet; echo $?
    """)
  #expect(result.text == "74\nfree\nin\n74\n74\n0\n")
  let lines = result.errors.split(separator: "\n")
  #expect(lines.count == 3)
  for line in lines {
    #expect(
      line.hasSuffix(
        " bytes; ulimit -f unlimited, or LimitFSIZE=infinity in the unit"), "\(line)")
  }
}

@Test func aStateOfALaterVersionIsNoFaultOfTheRun() throws {
  let result = try shell(
    """
    gongkai run in -o out --quiet; before=$(sha256sum out/records.jsonl)
    python3 -c "import sqlite3; d = sqlite3.connect('out/state/index.sqlite'); d.execute(\\"INSERT INTO grdb_migrations VALUES ('99')\\"); d.commit()"
    gongkai run in -o out; echo $?; gongkai run in -o out --dry-run; echo $?; [ "$before" = "$(sha256sum out/records.jsonl)" ] && echo kept
    """)
  #expect(result.text == "78\n78\nkept\n")
  let line = """
    gongkai: out/state was written by a later version of gongkai than this one, 0.2.0: use that, or remove \
    out/state to convert everything again

    """
  #expect(result.errors == line + line)
}

@Test(arguments: [64, 512])
func aStackThatIsTooSmallIsNamed(kibibytes: Int) throws {
  let result = try shell(
    """
    for c in 'run in -o out' 'convert in' worker 'doctor -j 1' --version; do (ulimit -s \(kibibytes); gongkai $c < /dev/null); echo $?; done; ls
    (ulimit -Ss \(kibibytes); gongkai run in -o out --quiet); echo $?; wc -l < out/records.jsonl
    """)
  #expect(result.text == "71\n71\n71\n71\n71\nfree\nin\n0\n2\n")
  let line = """
    gongkai: the program needs 1048576 bytes of stack, and a thread may have \(kibibytes << 10); \
    ulimit -s 8192, or LimitSTACK=8M in the unit

    """
  #expect(result.errors == String(repeating: line, count: 5))
}

@Test(arguments: [200_000, 300_000])
func memoryInWhichTheProgramHasNoRoomIsNamed(kibibytes: Int) throws {
  let result = try shell(
    "for c in 'run in -o out --quiet' 'convert in' worker; do (ulimit -v \(kibibytes); gongkai $c < /dev/null); echo $?; done; ls out/latest 2> /dev/null"
  )
  let words =
    "the program needs 402653184 bytes of memory, and a process may have \(kibibytes << 10); raise ulimit -v, or LimitAS= and LimitDATA= in the unit"
  #expect(result.text == "71\n71\n71\n")
  #expect(result.errors == String(repeating: "gongkai: \(words)\n", count: 3))
}

@Test func theEndOfTheProcessorTimeIsNamed() throws {
  let result = try shell(
    """
    for i in $(seq 3000); do yes "第 $i 份，收到申请 3 件。" | head -n 2000 > in/$i.txt; done
    (ulimit -t 2; gongkai convert in -j 1 -o out.jsonl); echo $?; ls out.jsonl; rm -r in/1* in/2* in/[3-9]??.txt in/[3-9]?.txt
    (ulimit -t 600; gongkai convert in -o out.jsonl); echo $?
    """)
  #expect(result.text == "71\n0\n")
  #expect(
    result.errors.hasPrefix(
      "gongkai: a process may have 2 seconds of processor time; ulimit -t unlimited, or LimitCPU=infinity in the unit\n"
    ))
}
