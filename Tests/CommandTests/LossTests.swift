import Foundation
import TestSupport
import Testing

@Test func aFileThatBecameEmptyIsALoss() throws {
  let result = try nightShell(
    """
    night; : > in/01.txt; : > in/某局/甲.txt; : > in/new.docx; night 2> said; cat said; part Lost; part New; work out
    grep lost out/latest/changes.jsonl
    jq -r 'select(.code) | [.level, .message, .path] | join(" ")' out/latest/log.jsonl | grep -v Failed
    jq -c .error out/records.jsonl | sort | uniq -c; gongkai convert in > converted 2> /dev/null; cmp out/records.jsonl converted
    night; printf 甲 > in/01.txt; night
    """)
  #expect(
    result.text == """
      0 gongkai: all well, 13 documents, 13 converted
      3 gongkai: 2 records lost (2 now failing), 1 other new failure; of 14 documents 3 failed, 3 converted
      gongkai: warning: A record is lost: The file has no bytes (code=input_empty, path=01.txt)
      gongkai: warning: A record is lost: The file has no bytes (code=input_empty, path=某局/甲.txt)
      Lost, these documents had a record and fail now (2)
        01.txt
            The file has no bytes (input_empty)
        某局/甲.txt
            The file has no bytes (input_empty)
      New failures (1)
        input_empty  the download left nothing: fetch it again
          new.docx
              The file has no bytes (input_empty)
      [3,11,0,1,0,0,0]
      {"change":"lost","path":"01.txt","status":"failed","code":"input_empty","previous_code":null,"to":null,"container_path":null}
      {"change":"lost","path":"某局/甲.txt","status":"failed","code":"input_empty","previous_code":null,"to":null,"container_path":null}
      warning A record is lost: The file has no bytes 01.txt
      warning A record is lost: The file has no bytes 某局/甲.txt
           11 null
            3 {"code":"input_empty","message":"The file has no bytes","stage":"input","retryable":true}
      3 gongkai: nothing new; of 14 documents 3 failed, 3 converted
      3 gongkai: 1 recovered; of 14 documents 2 failed, 3 converted

      """)
}

@Test func whatIsRemovedAndRenamedIsNamed() throws {
  let result = try nightShell(
    #"""
    night; rm in/01.txt; mv in/02.txt in/某局/$'乙\nb\e.txt'; night 2> /dev/null; part Removed; part Renamed; work out
    cat out/latest/changes.jsonl
    jq -c 'select(.message | startswith("A record")) | [.level, .message, .path, .to]' out/latest/log.jsonl
    night; cp in/03.txt in/x.txt; rm in/03.txt; mkdir in/z; mv in/05.txt in/z; night; part Renamed; night --fail-on removed
    rm in/06.txt; night --fail-on removed 2> /dev/null
    """#)
  #expect(
    result.text == #"""
      0 gongkai: all well, 13 documents, 13 converted
      0 gongkai: 1 record lost (1 removed); none of 12 documents failed, 0 converted
      Removed, their files are gone (1)
        01.txt
      Renamed, the same bytes have another name (1)
        02.txt
            -> 某局/乙\nb\u{1b}.txt
      [0,11,1,0,0,1,1]
      {"change":"removed","path":"01.txt","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      {"change":"renamed","path":"02.txt","status":"ok","code":null,"previous_code":null,"to":"某局/乙\nb\u001b.txt","container_path":null}
      ["warning","A record was removed: its file is gone","01.txt",null]
      ["info","A record was renamed: the same bytes have another name","02.txt","某局/乙\nb\u001b.txt"]
      0 gongkai: all well, 12 documents, 0 converted
      0 gongkai: all well, 12 documents, 0 converted
      Renamed, the same bytes have another name (2)
        03.txt
            -> x.txt
        05.txt
            -> z/05.txt
      0 gongkai: all well, 12 documents, 0 converted
      4 gongkai: 1 record lost (1 removed); none of 11 documents failed, 0 converted

      """#)
}

private let stopped = """
  gongkai: stopped, nothing is published: 9 of 13 records would go, their files are gone; is a disk not mounted? \
  --allow-removal lets them go
  """

@Test func moreThanMayGoStopsTheRun() throws {
  let result = try nightShell(
    """
    night; mkdir away; mv in/0* away; printf 新 > in/new.txt; before=$(cat out/*.jsonl out/*.csv | sha256sum)
    night 2> said; cat said; part Would | tail -n +2 | xargs; [ "$before" = "$(cat out/*.jsonl out/*.csv | sha256sum)" ] && echo kept
    night --max-removed 8 2> /dev/null
    gongkai run in -o out --dry-run | tail -2; gongkai run in -o out --dry-run -v | tail -9 | xargs
    mv away/* in; night; mv in/0* away; night --allow-removal 2> /dev/null; part Removed | head -2; night
    """)
  #expect(
    result.text == """
      0 gongkai: all well, 13 documents, 13 converted
      4 \(stopped)
      gongkai: error: \(stopped.dropFirst(40))
      01.txt 02.txt 03.txt 04.txt 05.txt 06.txt 07.txt 08.txt 09.txt
      kept
      4 \(stopped)
      to remove    9 records whose file is gone
      would stop   more than --max-removed 10% lets go, unless they have new names; --allow-removal lets them go
      01.txt 02.txt 03.txt 04.txt 05.txt 06.txt 07.txt 08.txt 09.txt
      0 gongkai: all well, 14 documents, 0 converted
      0 gongkai: 9 records lost (9 removed); none of 5 documents failed, 0 converted
      Removed, their files are gone (9)
        01.txt
      0 gongkai: all well, 5 documents, 0 converted

      """)
}

@Test func mostOfAFewRecordsAreTooMany() throws {
  let result = try nightShell(
    """
    rm -r in; mkdir -p in/a in/b; for i in 1 2 3; do echo $i > in/b/$i.txt; done; echo 0 > in/a/0.txt
    night; rm in/b/*; night 2> /dev/null; wc -l < out/records.jsonl; echo 1 > in/b/1.txt; echo 2 > in/b/2.txt; night 2> /dev/null
    """)
  #expect(
    result.text == """
      0 gongkai: all well, 4 documents, 4 converted
      4 gongkai: stopped, nothing is published: 3 of 4 records would go, their files are gone; \
      is a disk not mounted? --allow-removal lets them go
      4
      0 gongkai: 1 record lost (1 removed); none of 3 documents failed, 0 converted

      """)
}

@Test func aTreeThatWasRenamedIsNoMassRemoval() throws {
  let result = try nightShell(
    """
    night; mkdir in/2023; mv in/*.txt in/某局 in/2023; night; part Renamed | head -1; rm in/2023/0*; night 2> /dev/null
    night --max-removed 70% 2> /dev/null
    """)
  #expect(
    result.text == """
      0 gongkai: all well, 13 documents, 13 converted
      0 gongkai: all well, 13 documents, 0 converted
      Renamed, the same bytes have another name (13)
      4 \(stopped)
      0 gongkai: 9 records lost (9 removed); none of 4 documents failed, 0 converted

      """)
}

@Test func whatGoesTogetherWithTheStateIsNamedToo() throws {
  let result = try nightShell(
    #"""
    mv in/12.txt in/$'\xb5.txt'; night; rm -r out/state in/01.txt; : > in/02.txt; mv in/03.txt in/x.txt
    night 2> said; sed 's/[0-9]\{8\}T[0-9]*Z/RUN/' said; part Removed; part Lost; part Renamed; work out
    night; printf rubbish > out/state/index.sqlite; rm in/04.txt; night 2> said; sed 's/damaged: .*/damaged: …/' said; part Removed
    rm -r out/state; mkdir away; mv in/0* in/10.txt away; night 2> /dev/null; mv away/* in; night; ls out/state | wc -l
    printf rubbish > out/records.jsonl; rm -r out/state; night
    """#)
  #expect(
    result.text == """
      0 gongkai: all well, 13 documents, 13 converted
      3 gongkai: 2 records lost (1 removed, 1 now failing); of 12 documents 1 failed, 12 converted
      gongkai: warning: The state is new: what was published is known from records.jsonl (records=13)
      gongkai: warning: A record was removed: its file is gone (path=01.txt)
      gongkai: warning: A record is lost: The file has no bytes (code=input_empty, path=02.txt)
      Removed, their files are gone (1)
        01.txt
      Lost, these documents had a record and fail now (1)
        02.txt
            The file has no bytes (input_empty)
      Renamed, the same bytes have another name (1)
        03.txt
            -> x.txt
      [12,0,0,0,0,1,1]
      3 gongkai: nothing new; of 12 documents 1 failed, 1 converted
      3 gongkai: 1 record lost (1 removed); of 11 documents 1 failed, 11 converted
      gongkai: warning: It is set aside, and everything is converted again: the state is damaged: …
      gongkai: warning: The state is new: what was published is known from records.jsonl (records=12)
      gongkai: warning: A record was removed: its file is gone (path=04.txt)
      Removed, their files are gone (1)
        04.txt
      4 gongkai: stopped, nothing is published: 6 of 10 records would go, their files are gone; \
      is a disk not mounted? --allow-removal lets them go
      3 gongkai: nothing new; of 11 documents 1 failed, 11 converted
      3
      3 gongkai: 1 new failure; of 11 documents 1 failed, 11 converted

      """)
}

@Test func theFirstLineSaysWhatCouldNotBeMade() throws {
  let result = try nightShell(
    """
    night; mkdir out/reports.csv; rm in/01.txt; night --tables 2> /dev/null; part Removed
    rmdir out/reports.csv; night; rm in/02.txt; night --metrics-file none/x.prom 2> /dev/null
    """)
  #expect(
    result.text == """
      0 gongkai: all well, 13 documents, 13 converted
      73 gongkai: the records are published, but gongkai tables: out/reports.csv: cannot rename: Is a directory; \
      1 record lost (1 removed); none of 12 documents failed, 0 converted
      Removed, their files are gone (1)
        01.txt
      0 gongkai: all well, 12 documents, 0 converted
      73 gongkai: the records are published, but none: cannot open: No such file or directory; \
      1 record lost (1 removed); none of 11 documents failed, 0 converted

      """)
}

@Test func whatARunPassesOverIsNamedInItsLog() throws {
  let result = try nightShell(
    """
    rm -r in/*; printf 甲 > in/a.txt; touch in/Thumbs.db in/.DS_Store in/~\\$a.docx in/a.docx.part in/a.txt.url; mkdir in/.git
    gongkai run in -o out --quiet
    jq -r 'select(.message == "Passed over") | [.level, .reason, .path] | join(" ")' out/latest/log.jsonl
    gongkai run in -o out --dry-run | tail -5; gongkai run in -o out --dry-run -v | tail -8
    """)
  #expect(
    result.text == """
      debug hidden .DS_Store
      debug hidden .git/
      debug system Thumbs.db
      debug temporary a.docx.part
      debug bad_sidecar a.txt.url
      debug temporary ~$a.docx
      passed over  2 hidden
      passed over  2 temporary
      passed over  1 system
      passed over  1 sidecar
      passed over  1 bad sidecar
      passed over  1 sidecar
      passed over  1 bad sidecar
                   .DS_Store (hidden)
                   .git/ (hidden)
                   Thumbs.db (system)
                   a.docx.part (temporary)
                   a.txt.url (bad sidecar)
                   ~$a.docx (temporary)

      """)
}

@Test func whatFailedIsNoRecordThatGoes() throws {
  let result = try nightShell(
    """
    for i in 1 2 3 4 5 6; do ln -s nowhere in/link$i; done; night; rm in/link*; night; rm -r in; mkdir in; night
    """)
  #expect(
    result.text == """
      3 gongkai: 6 new failures; of 19 documents 6 failed, 13 converted
      0 gongkai: all well, 13 documents, 0 converted
      66 gongkai: the run broke (exit 66): nothing found, but the output holds 13 records: is the input mounted? \
      (--allow-empty removes them); the output is still the last good one

      """)
}
