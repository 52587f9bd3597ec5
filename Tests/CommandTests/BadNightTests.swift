import Foundation
import TestSupport
import Testing

/// Runs `command` beside a folder `in` with two texts and their output `out`, of a night with metrics.
private func shell(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      #"""
      mkdir in; printf 甲 > in/a.txt; printf 乙 > in/b.txt
      # A night: its status, and what the summary and the metrics say of it.
      night() {
        gongkai run in -o out --metrics-file m.prom --quiet "$@" 2> said; s=$?; echo "$s $(head -1 out/latest/summary.txt)"
        sed -n 's/^gongkai_run_exit_status/metrics/p' m.prom; [ "$(grep last_success_timestamp_seconds m.prom)" = "$success" ] && echo kept
      }
      night > /dev/null; success=$(grep last_success_timestamp_seconds m.prom)

      """# + command, in: folder)
  }
  return try #require(result)
}

@Test func aNightThatDoesNotBeginSaysSo() throws {
  let result = try shell(
    #"""
    mv in away; night; mv away in; night --manifest none; (ulimit -n 20; night)
    migrate() { python3 -c "import sqlite3; c = sqlite3.connect('out/state/index.sqlite'); c.execute('$1'); c.commit()"; }
    migrate 'INSERT INTO grdb_migrations VALUES (99)'; night | cut -c-69; migrate 'DELETE FROM grdb_migrations WHERE identifier = 99'
    mkdir in/new; touch in/new/x; gongkai run in -o in/new --metrics-file m.prom 2> /dev/null; ls in/new; rm -r in/new
    sed -n 's/^gongkai_run_exit_status/metrics/p' m.prom; mv in away; gongkai run in -o none --metrics-file n.prom 2> /dev/null
    sed -n 's/^gongkai_run_exit_status/metrics/p' n.prom; ls -d none; gongkai run in -o out --dry-run 2> /dev/null; mv away in
    ls out/runs | wc -l; cat out/runs/*/summary.txt | grep -c '^gongkai'; night | head -1
    """#)
  #expect(
    result.text == """
      66 gongkai: the run did not begin (exit 66): in: No such file or directory; the output is still the last good one
      metrics 66
      kept
      66 gongkai: the run broke (exit 66): none: No such file or directory; the output is still the last good one
      metrics 66
      kept
      71 gongkai: the run did not begin (exit 71): the program needs 32 open files, and a process may have 20; \
      ulimit -n 1024, or LimitNOFILE=1024 in the unit; the output is still the last good one
      metrics 71
      kept
      78 gongkai: the run did not begin (exit 78): out/state was written by
      metrics 78
      kept
      x
      metrics 64
      metrics 66
      5
      5
      0 gongkai: all well, 2 documents, 0 converted

      """)
}

@Test(.enabled(if: geteuid() == 0, "a small disk is made by root"))
func aFullDiskLeavesTheLastRunsName() throws {
  let result = try shell(
    """
    mkdir disk; mount -t tmpfs -o size=1500k none disk 2> /dev/null || { echo skipped; exit; }
    gongkai run in -o disk/out --quiet; before=$(readlink disk/out/latest); cat /dev/zero > disk/fill 2> /dev/null; printf 丙 > in/c.txt
    gongkai run in -o disk/out --quiet --metrics-file m.prom 2> /dev/null; echo $?; grep '^gongkai_run_exit' m.prom
    [ "$(readlink disk/out/latest)" = "$before" ] && test -s disk/out/latest/summary.txt && echo named
    rm disk/fill; gongkai run in -o disk/out --quiet; head -1 disk/out/latest/summary.txt; umount disk
    """)
  let expected = """
    74
    gongkai_run_exit_status 74
    named
    gongkai: all well, 3 documents, 1 converted

    """
  #expect(result.text == expected || result.text == "skipped\n")
}

@Test func metricsReplaceNothingButFiles() throws {
  let result = try shell(
    """
    night() { gongkai run in -o out --quiet --metrics-file "$1"; echo $?; }
    mkfifo pipe; night pipe; (grep -c ^gongkai pipe > lines) & night pipe; wait; [ "$(cat lines)" -gt 20 ] && [ -p pipe ] && echo read
    touch real.prom; ln -s real.prom link; night link; [ -L link ] && grep -c '^gongkai_run_exit' real.prom
    ln -s nowhere dangling; night dangling; mkdir folder; night folder
    """)
  #expect(result.text == "73\n0\nread\n0\n1\n73\n73\n")
  #expect(
    result.errors == """
      gongkai: error: pipe: cannot open: No such device or address: nobody reads the pipe
      gongkai: error: dangling: cannot create: No such file or directory
      gongkai: error: folder: cannot create: Is a directory

      """)
}

@Test(arguments: [
  "page records.jsonl -o", "convert in -o", "extract in/a.txt -o", "audit records.jsonl -o",
])
func anOutputReplacesNothingButFiles(command: String) throws {
  let result = try shell(
    """
    cp out/records.jsonl .; mkfifo pipe; (cat pipe > got) & gongkai \(command) pipe; wait; test -s got && [ -p pipe ] && echo read
    touch real; ln -s real link; gongkai \(command) link; [ -L link ] && test -s real && echo followed
    ln -s nowhere dangling; gongkai \(command) dangling 2> /dev/null; echo $?; [ -e nowhere ] || echo nothing
    """)
  #expect(result.text == "read\nfollowed\n73\nnothing\n")
}

@Test func aNightOfCrashesLosesNoRecord() throws {
  let result = try shell(
    #"""
    rm -r in/* out; for f in '\#(TestFolders.package.path)'/Fixtures/pdf/*/input.pdf; do n=$((n + 1)); cp "$f" in/$n.pdf; done
    night() { gongkai run in -o out "$@" 2> /dev/null > mail; echo "$? $(head -1 mail)"; }
    night; before=$(sha256sum < out/records.jsonl); mkdir bin; printf '#!/bin/sh\nkill -SEGV $$\n' > bin/pdftotext; chmod +x bin/pdftotext
    PATH="$PWD/bin:$PATH" night --force; awk '/^Would/ { on = 1 } on && !NF { exit } on' mail | sed -n 2,3p
    # However often: nothing of this stands.
    for i in 1 2 3; do PATH="$PWD/bin:$PATH" night > /dev/null; done; PATH="$PWD/bin:$PATH" night | cut -c-70
    [ "$before" = "$(sha256sum < out/records.jsonl)" ] && echo kept; night
    PATH="$PWD/bin:$PATH" night --force --allow-removal
    """#)
  #expect(
    result.text == """
      0 gongkai: all well, 10 documents, 10 converted
      4 gongkai: stopped, nothing is published: 10 of 10 documents failed by what is the machine's fault and not theirs, \
      and 10 of 10 records would be lost; see what it lacks (memory, a whole poppler: gongkai doctor), then run again; \
      --allow-removal lets them go
        1.pdf
        10.pdf
      4 gongkai: stopped, nothing is published: 10 of 10 documents failed by
      kept
      0 gongkai: all well, 10 documents, 10 converted
      3 gongkai: 10 records lost (10 now failing); of 10 documents 10 failed, 10 converted

      """)
}

@Test(
  .enabled(if: geteuid() == 0, "a user without privileges is needed, who can be refused a file"))
func whatCanNotBeOpenedIsTriedEveryNight() throws {
  let result = try shell(
    #"""
    rm -r out; mkdir in/某局; printf 丙 > in/某局/c.txt; cp "$(type gongkai | grep -o "'.*'" | tr -d "'")" ./program
    chmod -R 777 .; night() { setpriv --reuid 65534 --clear-groups ./program run in -o out "$@" 2> /dev/null > mail; echo "$? $(head -1 mail)"; }
    part() { awk -v p="$1" 'index($0, p) == 1 { on = 1 } on && !NF { exit } on' mail; }
    night; printf 丁 > in/a.txt; chmod 0 in/a.txt in/某局; night; part Kept; part All; for i in 1 2 3; do night > /dev/null; done; chmod 666 in/a.txt; chmod 777 in/某局
    night; part 'No longer'; night --exclude a.txt; part Removed; rm -r in/*; night --dry-run; grep would mail | cut -c-89
    """#)
  #expect(
    result.text == """
      0 gongkai: all well, 3 documents, 3 converted
      3 gongkai: 1 record lost (1 now failing), 1 other new failure; of 4 documents 2 failed, 1 converted
      Kept as they were, for their folder cannot be read (1)
        某局/
            1 record
      All failures, and what to do (2)
        2  input_unreadable  check permissions and the disk; the next run tries again
      0 gongkai: all well, 3 documents, 1 converted
      No longer failing, these folders can be read again (1)
        某局
      0 gongkai: 1 record lost (1 removed); none of 2 documents failed, 0 converted
      Removed, their files are no inputs any more (--include, --exclude, --files-from) (1)
        a.txt
      0 found        0 documents, 0 bytes
      would stop   nothing found, but the output holds 2 records: the run would end with 66; is

      """)
}

@Test func aRepairIsNoNews() throws {
  let result = try shell(
    """
    printf x | dd of=out/records.jsonl bs=1 seek=700 conv=notrunc status=none; cp in/a.txt in/c.txt; night
    awk '/^What changed/ { on = 1 } on && !NF { exit } on' out/latest/summary.txt; cat out/latest/changes.jsonl
    """)
  #expect(
    result.text == """
      0 gongkai: all well, 3 documents, 2 converted
      metrics 0
      What changed
                2  converted (6 B)
                1  new
                1  unchanged
      {"change":"added","path":"c.txt","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}

      """)
}
