import Foundation
import TestSupport
import Testing

private func run(_ command: String, files: [String: String] = [:]) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    result = try BuiltProgram.shell(prelude + command, in: folder)
  }
  return try #require(result)
}

/// Shell functions to look at an output.
private let prelude = #"""
  lines() { jq -r '[.source.path, .status, .error.code // "-"] | join(" ")' "$1/records.jsonl"; }
  work() { jq -c '[.work.converted, .work.unchanged, .work.copied, .work.added, .work.changed, .work.removed]' "$1/latest/summary.json"; }
  # A program named $1 that does $2 instead of what it should.
  fake() { mkdir -p bin; printf '#!/bin/bash\n%s\n' "$2" > bin/$1; chmod +x bin/$1; PATH="$PWD/bin:$PATH"; }
  pdf() { printf '%%PDF-1.4\n%s\n' "$1"; }

  """#

@Test func aRunLeavesRecordsFailuresAndItsReport() throws {
  let result = try run(
    """
    mkfifo in/fifo; gongkai run in -o out --quiet; echo $?
    lines out; cat out/failures.csv; readlink out/latest | grep -c '^runs/2.*Z$'; ls out out/latest/
    """, files: ["in/b.txt": "乙", "in/a/1.txt": "甲", "in/.hidden": "x", "in/c.html": "<html>"])
  #expect(
    result.text == """
      3
      a/1.txt ok -
      b.txt ok -
      c.html failed html_no_content
      fifo failed input_not_regular
      path,code,stage,retryable,bytes,message,container_path
      c.html,html_no_content,extract,false,6,There is no text in the page,
      fifo,input_not_regular,input,false,0,"Is a FIFO, not a regular file",
      1
      out:
      datapackage.json
      failures.csv
      labels.csv
      latest
      parquet.sql
      records.jsonl
      runs
      schema.json
      state
      views.sql

      out/latest/:
      changes.jsonl
      log.jsonl
      report.html
      summary.json
      summary.txt

      """)
}

@Test func aSecondRunConvertsOnlyWhatChanged() throws {
  let result = try run(
    """
    gongkai run in -o out --quiet; work out
    printf 丁 > in/b.txt; touch in/c.txt; printf 戊 > in/d.txt; rm in/a.txt
    gongkai run in -o out --quiet; work out; cat out/latest/changes.jsonl
    gongkai run in -o out --quiet; work out; gongkai run in -o out --quiet --force; work out
    gongkai run in -o other --quiet; cmp out/records.jsonl other/records.jsonl && echo equal
    """, files: ["in/a.txt": "甲", "in/b.txt": "乙", "in/c.txt": "丙"])
  #expect(
    result.text == """
      [3,0,0,3,0,0]
      [2,1,0,1,1,1]
      {"change":"removed","path":"a.txt","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      {"change":"changed","path":"b.txt","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      {"change":"added","path":"d.txt","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      [0,3,0,0,0,0]
      [3,0,0,0,0,0]
      equal

      """)
}

@Test func equalBytesAreConvertedOnceAndKeepTheirOwnNames() throws {
  let result = try run(
    """
    cp in/a.txt in/b.txt; cp in/a.txt in/c.md; printf https://example.invalid/b > in/b.txt.url
    gongkai run in -o out --quiet -j 3; work out; mv in/a.txt in/z.txt
    gongkai run in -o out --quiet; work out; jq -c '[.source.path, .source.name, .source.url]' out/records.jsonl
    gongkai convert in/z.txt | cmp - <(sed -n 3p out/records.jsonl) && echo as converted
    """, files: ["in/a.txt": "某县2020年工作年度报告\n\n一、总体情况\n\n全年公开12条。\n"])
  #expect(
    result.text == """
      [2,0,1,3,0,0]
      [0,2,1,0,0,0]
      ["b.txt","b.txt","https://example.invalid/b"]
      ["c.md","c.md",null]
      ["z.txt","z.txt",null]
      as converted

      """)
}

@Test func aDamagedRecordIsLentToNobodyAndNoneIsLost() throws {
  let result = try run(
    """
    for i in 1 2 3; do printf "第 $i 份" > in/$i.txt; done; gongkai run in -o out --quiet
    printf x | dd of=out/records.jsonl bs=1 seek=700 conv=notrunc status=none
    cp in/1.txt in/4.txt; gongkai run in -o out --quiet; echo $?; lines out
    gongkai run in -o other --quiet; cmp out/records.jsonl other/records.jsonl && echo equal
    """, files: ["in/0.txt": "零"])
  #expect(
    result.text == """
      0
      0.txt ok -
      1.txt ok -
      2.txt ok -
      3.txt ok -
      4.txt ok -
      equal

      """)
}

@Test func theOutputDoesNotDependOnWorkersOrInterruptions() throws {
  let result = try run(
    """
    for i in $(seq 60); do printf "第 $i 份" > in/$((i % 7))-$i.txt; done
    gongkai run in -o one --quiet -j 1; gongkai run in -o four --quiet -j 4
    cmp one/records.jsonl four/records.jsonl && echo equal
    for t in 0.1 0.3 0.5; do timeout -s TERM $t bash -c "$(declare -f gongkai); gongkai run in -o cut --quiet --wait"; done
    gongkai run in -o cut --quiet --wait; echo $?; cmp one/records.jsonl cut/records.jsonl && echo equal
    """, files: ["in/0.txt": "零"])
  #expect(result.text == "equal\n0\nequal\n")
}

@Test func aDocumentThatKillsItsWorkerOrHangsCostsOnlyItself() throws {
  let result = try run(
    """
    pdf a > in/1.pdf
    fake pdftotext 'sleep 60'
    for i in 1 2; do
      until p=$(pgrep -f "$PWD/bin/pdftotext"); do sleep 0.1; done; kill -9 $(ps -o ppid= -p $p); sleep 0.5
    done & gongkai run in -o out --quiet; echo $?; lines out
    gongkai run in -o out --quiet --timeout 1; echo $?; lines out
    jq -c '[.work.workers_lost, .work.retried]' out/runs/*/summary.json
    """, files: ["in/0.txt": "零", "in/2.txt": "二"])
  #expect(
    result.text == """
      3
      0.txt ok -
      1.pdf failed worker_crashed
      2.txt ok -
      3
      0.txt ok -
      1.pdf failed backend_timeout
      2.txt ok -
      [2,1]
      [0,0]

      """)
}

@Test func aMissingProgramMarksNothingAsDone() throws {
  let result = try run(
    """
    pdf a > in/1.pdf; mkdir none; jq=$(command -v jq)
    (PATH=$PWD/none; gongkai run in -o out --quiet); echo $?; ls out
    """, files: ["in/0.txt": "零"])
  #expect(result.text == "69\nlatest\nruns\nstate\n")
}

@Test func aSecondRunAtTheSameTimeLeavesAndNamesTheHolder() throws {
  let result = try run(
    """
    pdf a > in/1.pdf; fake pdftotext 'sleep 60'
    gongkai run in -o out --quiet --timeout 20 & sleep 2; gongkai run in -o out --quiet; echo $?
    kill -TERM $(pgrep -P $! 2>/dev/null || echo $!); wait; gongkai run in -o out --quiet --timeout 1; echo $?
    """, files: ["in/0.txt": "零"])
  #expect(result.text == "75\n3\n")
  #expect(result.errors.contains("out is in use by another run (process "))
}

@Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")))
func aTextWhoseConverterCannotBeLoadedTonightIsNotToBlame() throws {
  let result = try run(
    """
    mkdir in; printf '政府信息公开工作年度报告，本年度收到申请。' | iconv -t GB18030 > in/1.txt
    module=$(find /usr/lib /lib -name GB18030.so | head -1)
    ASAN_OPTIONS=detect_leaks=0 strace -f -qq -o trace -P "$module" -e trace=openat -e inject=openat:error=ENOSPC \
      \(BuiltProgram.executable.path) run in -o out --quiet
    echo $?; grep -c INJECTED trace; gongkai run in -o out --quiet; echo $?; lines out
    """)
  #expect(result.text == "69\n1\n0\n1.txt ok -\n")
}

/// How a run is started, the signal that it gets, and its exit status.
@Test(arguments: [
  ("", "TERM", 143), ("", "HUP", 129),
  (
    "python3 -c 'import os, signal, sys; signal.pthread_sigmask(0, {15}); os.execv(sys.argv[1], sys.argv[1:])'",
    "TERM", 143
  ),
  (
    "python3 -c 'import os, signal, sys; signal.signal(15, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])'",
    "TERM", 143
  ),
  ("nohup", "HUP", 3),
  // A shell without job control lets a background job ignore what Ctrl-C sends.
  ("", "INT", 3),
])
func aSignalStopsARunHoweverItWasStarted(start: String, signal: String, status: Int) throws {
  let result = try run(
    """
    pdf a > in/1.pdf; fake pdftotext 'sleep 60'
    \(start) \(BuiltProgram.executable.path) run in -o out --quiet --timeout \(status == 3 ? 4 : 60) & sleep 2
    kill -\(signal) $!; wait $!; echo $?
    """, files: ["in/0.txt": "零"])
  #expect(result.text == "\(status)\n")
}

@Test(arguments: [
  ("gongkai run none -o out", 66), ("gongkai run in", 64), ("gongkai run -o out", 64),
  ("gongkai run in -o /proc/none/out", 73),
  ("printf 'jbos: 3' > c; gongkai run in -o o --config c", 78),
  ("GONGKAI_JBOS=3 gongkai run in -o out", 78), ("gongkai run in -o out", 0),
  ("gongkai run in -o out > /dev/full", 74), ("gongkai run in -o out --fail-on partial", 0),
  ("printf '<html>' > in/x; gongkai run in -o out", 3),
  ("printf '<html>' > in/x; gongkai run in -o out --fail-on new-failure", 4),
  ("gongkai run in -o out; rm in/*; gongkai run in -o out", 66),
  ("gongkai run in -o out; rm in/*; gongkai run in -o out --allow-empty", 0),
  ("gongkai run in -o out --metrics-file none/x.prom", 73),
])
func theExitStatusOfARunSaysWhatHappened(command: String, status: Int32) throws {
  #expect(
    try run(
      "(\(command)) > log 2>&1; s=$?; [ $s = \(status) ] || cat log; exit $s",
      files: ["in/a.txt": "甲"]
    ).status == status)
}

@Test func aDryRunOnlySaysWhatItWouldDo() throws {
  let result = try run(
    "gongkai run in -o out --dry-run; ls", files: ["in/a.txt": "甲", "in/b.txt": "乙丙"])
  #expect(
    result.text == """
      found        2 documents, 9 bytes
      to convert   2 documents, 9 bytes (2 of them new), equal ones once
      unchanged    0
      to remove    0 records whose file is gone
      in

      """)
}

@Test func aWorkerAnswersInOrderWhateverItIsAsked() throws {
  let result = try run(
    #"""
    { echo a.txt; echo '{"path":"b.txt","url":"https://example.invalid/b"}'; echo '{odd'; echo none; echo
      echo '{"path":"{odd"}'
      echo '{"path":"c.txt","root":"in","location":"../a.txt"}'; for p in "$PWD/a.txt" ../a.txt /etc/passwd x/../../a.txt "$PWD/in/x"; do
        echo "{\"path\":\"$p\",\"root\":\"in\"}"; done
      echo '{"path":""}'; echo '{"path":"a.txt","path":"b.txt"}'  head -c 200000 /dev/zero | tr '\0' x; echo
      sha=$(sha256sum a.txt | cut -c-64); echo "{\"path\":\"a.txt\",\"known\":[\"$sha\"]}"; printf a.txt
    } | gongkai worker > answers; echo $?
    jq -c 'if .same_as then "same" else [.source.path, .error.code, .source.url] end' answers | sed "s|$PWD|PWD|"
    grep -c bad_request answers; jq -r 'select(.error.code == "input_changed") | .error.message' answers | sort | uniq -c | sed 's/^ *//'
    """#, files: ["a.txt": "甲", "b.txt": "乙", "{odd": "奇", "in/x": "x"])
  #expect(
    result.text == """
      0
      ["a.txt",null,null]
      ["b.txt",null,"https://example.invalid/b"]
      [null,"bad_request",null]
      ["none","input_unreadable",null]
      [null,"bad_request",null]
      ["{odd",null,null]
      ["c.txt","input_changed",null]
      ["PWD/a.txt","input_changed",null]
      ["../a.txt","input_changed",null]
      ["/etc/passwd","input_changed",null]
      ["x/../../a.txt","input_changed",null]
      ["PWD/in/x",null,null]
      [null,"bad_request",null]
      [null,"bad_request",null]
      [null,"bad_request",null]
      "same"
      ["a.txt",null,null]
      5
      5 The path leads out of the root folder

      """)
}

@Test func aDamagedOutputComesBack() throws {
  let result = try run(
    """
    gongkai run in -o out --quiet; cp out/records.jsonl good
    printf x | dd of=out/records.jsonl bs=1 seek=700 conv=notrunc status=none
    gongkai run in -o out --quiet; cmp out/records.jsonl good && echo mended
    printf rubbish > out/state/index.sqlite
    gongkai run in -o out --quiet; cmp out/records.jsonl good && echo mended
    rm -r out/state; gongkai run in -o out --quiet; cmp out/records.jsonl good && echo mended
    """, files: ["in/a.txt": "甲", "in/b.txt": "乙"])
  #expect(result.text == "mended\nmended\nmended\n")
}
