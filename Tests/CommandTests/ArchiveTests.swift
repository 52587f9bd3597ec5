import Foundation
import TestSupport
import Testing

/// Runs `command` in a folder with a maker of archives: `zip NAME [MEMBER=TEXT|MEMBER=@FILE]…`.
private func shell(_ command: String) throws -> String {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(prelude + command, in: folder)
  }
  return try #require(result).text
}

private let prelude = #"""
  mkdir in
  zip() { python3 - "$@" <<'END'
  import os, sys, zipfile
  with zipfile.ZipFile(sys.argv[1], "w") as archive:
      for member in sys.argv[2:]:
          name, _, text = member.partition("=")
          archive.writestr(zipfile.ZipInfo(name), open(text[1:], "rb").read() if text[:1] == "@" else text)
  os.utime(sys.argv[1], (10**9, 10**9 + sum(map(len, sys.argv)) + sum(map(ord, "".join(sys.argv)))))
  END
  }
  lines() { jq -r '[.source.path, .source.container_path // "-", .status, .error.code // "-"] | join(" ")' "$1"; }
  work() { jq -c '[.inputs.found, .work.converted, .work.unchanged, .work.added, .work.changed, .work.removed, .documents.total]' out/latest/summary.json; }
  changes() { jq -r '[.change, .path, .container_path // "-", .to // "-"] | join(" ")' out/latest/changes.jsonl; }
  run() { gongkai run in -o out --quiet "$@"; echo "status $?"; }

  """#

@Test func aRunHasTheLinesOfConvertAndReadsAnArchiveOnlyOnce() throws {
  let text = try shell(
    """
    printf 甲 > in/a.txt; touch -d 2001-01-01 in/a.txt
    zip in/b.zip z.txt=乙 2023/y.html='<html>' x.txt=丙; zip in/c.zip
    gongkai convert in -o all.jsonl 2>/dev/null; echo $?; lines all.jsonl
    run; work; cmp all.jsonl out/records.jsonl && echo equal; cat out/failures.csv
    run; work; changes; gongkai run in -o out --dry-run
    run --force; work; cmp all.jsonl out/records.jsonl && echo equal
    """)
  #expect(
    text == """
      3
      a.txt - ok -
      b.zip z.txt ok -
      b.zip 2023/y.html failed html_no_content
      b.zip x.txt ok -
      c.zip - failed archive_no_document
      status 3
      [5,5,0,5,0,0,5]
      equal
      path,code,stage,retryable,bytes,message,container_path
      b.zip,html_no_content,extract,false,6,There is no text in the page,2023/y.html
      c.zip,archive_no_document,extract,false,22,the archive holds no file,
      status 3
      [5,0,5,0,0,0,5]
      found        5 documents, 37 bytes
      to convert   0 documents, 0 bytes (0 of them new)
      unchanged    5
      to remove    0 records whose file is gone
      status 3
      [5,5,0,0,0,0,5]
      equal

      """)
}

@Test func membersInAnotherOrderAreWrittenInTheirNewOrder() throws {
  let text = try shell(
    """
    zip in/a.zip x.txt=甲 y.txt=乙; run; lines out/records.jsonl
    zip in/a.zip y.txt=乙 x.txt=甲; touch -d 2002-01-01 in/a.zip; run; lines out/records.jsonl; changes
    gongkai convert in -o all.jsonl 2>/dev/null; cmp all.jsonl out/records.jsonl && echo equal
    """)
  #expect(
    text == """
      status 0
      a.zip x.txt ok -
      a.zip y.txt ok -
      status 0
      a.zip y.txt ok -
      a.zip x.txt ok -
      equal

      """)
}

@Test func aMemberThatVanishesIsRemovedAndOneThatMovesIsNot() throws {
  let text = try shell(
    """
    zip in/b.zip 1.txt=一 2.txt=二 3.txt=三 4.txt=四 5.txt=五; run; work
    zip in/b.zip 0.txt=零 1.txt=一 3.txt=叁 4.txt=四 5.txt=五; gongkai run in -o out --dry-run | head -2
    run; work; changes; lines out/records.jsonl
    mv in/b.zip in/a.zip; run; work; changes
    rm in/a.zip; printf 文 > in/a.zip; run --allow-removal; work; changes
    zip in/a.zip 1.txt=一; run --allow-removal; work; changes
    """)
  #expect(
    text == """
      status 0
      [5,5,0,5,0,0,5]
      found        5 documents, 15 bytes
      to convert   5 documents, 15 bytes (0 of them new), equal ones once
      status 0
      [5,5,0,1,1,1,5]
      added b.zip 0.txt -
      removed b.zip 2.txt -
      changed b.zip 3.txt -
      b.zip 0.txt ok -
      b.zip 1.txt ok -
      b.zip 3.txt ok -
      b.zip 4.txt ok -
      b.zip 5.txt ok -
      status 0
      [5,5,0,0,0,0,5]
      renamed b.zip 0.txt a.zip!/0.txt
      renamed b.zip 1.txt a.zip!/1.txt
      renamed b.zip 3.txt a.zip!/3.txt
      renamed b.zip 4.txt a.zip!/4.txt
      renamed b.zip 5.txt a.zip!/5.txt
      status 0
      [1,1,0,1,0,5,1]
      added a.zip - -
      removed a.zip 0.txt -
      removed a.zip 1.txt -
      removed a.zip 3.txt -
      removed a.zip 4.txt -
      removed a.zip 5.txt -
      status 0
      [1,1,0,1,0,1,1]
      removed a.zip - -
      added a.zip 1.txt -

      """)
}

@Test func anInterruptedArchiveLeavesNothingToTheOneBefore() throws {
  let text = try shell(
    """
    mkdir bin; printf '#!/bin/bash\\nsleep 60\\n' > bin/pdftotext; chmod +x bin/pdftotext
    printf '%%PDF-1.4\\n' > bad.pdf; zip in/b.zip 1.txt=一 2.txt=二; run; cp out/records.jsonl first.jsonl
    zip in/b.zip 0.txt=零 1.txt=壹 2.txt=贰 3.pdf=@bad.pdf
    PATH=$PWD/bin:$PATH \(BuiltProgram.executable.path) run in -o out --quiet &
    until pgrep -f "$PWD/bin/pdftotext" > /dev/null; do sleep 0.1; done; sleep 1.5; kill -TERM $!; wait $!; echo "status $?"
    cp -r out half; zip in/b.zip 1.txt=一 2.txt=二; run; cmp out/records.jsonl first.jsonl && echo equal; work
    rm -r out; mv half out; zip in/b.zip 0.txt=零 1.txt=壹 2.txt=贰; run; work; changes; run; work
    """)
  #expect(
    text == """
      status 0
      status 143
      status 0
      equal
      [2,2,0,0,0,0,2]
      status 0
      [3,3,0,1,2,0,3]
      added b.zip 0.txt -
      changed b.zip 1.txt -
      changed b.zip 2.txt -
      status 0
      [3,0,3,0,0,0,3]

      """)
}

@Test func aNewArchiveThatWasInterruptedIsCountedRightly() throws {
  let text = try shell(
    """
    mkdir bin; printf '#!/bin/bash\\nsleep 60\\n' > bin/pdftotext; chmod +x bin/pdftotext; printf '%%PDF-1.4\\n' > bad.pdf
    for n in 1 2 3 4 5 6 7 8; do printf "第${n}份" > in/$n.txt; done; run
    rm in/*; zip in/b.zip 0.pdf=@bad.pdf $(for n in 1 2 3 4 5 6 7 8; do echo $n.txt=第$n份; done)
    PATH=$PWD/bin:$PATH \(BuiltProgram.executable.path) run in -o out --quiet &
    until pgrep -f "$PWD/bin/pdftotext" > /dev/null; do sleep 0.1; done; sleep 1.5; kill -TERM $!; wait $!; echo "status $?"
    run --allow-removal; work
    """)
  #expect(
    text == """
      status 0
      status 143
      status 3
      [9,9,0,1,0,0,9]

      """)
}

@Test func aMissingProgramSpoilsNoRecordOfAnArchive() throws {
  let text = try shell(
    """
    pdf='\(TestFolders.package.path)/Fixtures/pdf/'$(ls '\(TestFolders.package.path)/Fixtures/pdf' | head -1)/input.pdf
    zip in/b.zip 1.txt=一 2.pdf=@$pdf 3.txt=三; run; cp out/records.jsonl first.jsonl
    mkdir bin; for name in bash jq; do ln -s "$(command -v $name)" bin/; done
    zip in/b.zip 1.txt=壹 2.pdf=@$pdf 3.txt=三; PATH=$PWD/bin run | tail -1; cmp out/records.jsonl first.jsonl && echo untouched
    cp -r out half; run; work; changes
    rm -r out; mv half out; zip in/b.zip 1.txt=一 2.pdf=@$pdf 3.txt=三; run; cmp out/records.jsonl first.jsonl && echo equal
    """)
  #expect(
    text == """
      status 0
      status 69
      untouched
      status 0
      [3,3,0,0,1,0,3]
      changed b.zip 1.txt -
      status 0
      equal

      """)
}

@Test func eachLostMemberOfANameIsRemoved() throws {
  let text = try shell(
    """
    zip in/b.zip $(for n in $(seq 20); do echo 报告=第$n份; done) a=一; run; work
    zip in/b.zip 报告=第7份 a=一; run --max-removed 0; gongkai run in -o out | head -1; cp -r out kept
    run --allow-removal; work; changes | sed 's/ ([0-9]*)/ (N)/' | sort | uniq -c | sed 's/^ *//'; lines out/records.jsonl; run; work
    zip in/b.zip 报告=第8份 报告=第7份 a=一; run; work; changes
    """)
  #expect(
    text == """
      status 0
      [21,21,0,21,0,0,21]
      status 4
      gongkai: stopped, nothing is published: 19 of 21 records would go, they are no longer in their archives; are these whole? \
      --allow-removal lets them go
      status 0
      [2,0,2,0,1,19,2]
      1 changed b.zip 报告 -
      19 removed b.zip 报告 (N) -
      b.zip 报告 ok -
      b.zip a ok -
      status 0
      [2,0,2,0,0,0,2]
      status 0
      [3,3,0,1,1,0,3]
      changed b.zip 报告 -
      added b.zip 报告 (2) -

      """)
}

@Test func whatAnArchiveTakesWithItIsToldSo() throws {
  let text = try shell(
    #"""
    many() { for n in $(seq 8); do echo $n.txt=第$n份; done; }
    night() { gongkai run in -o out "$@" 2> said > mail; echo "$? $(head -1 mail)"; grep -v 'What changed' mail | grep -E -A3 '^(Would|Removed|No longer)' | sed '/^$/,$d'; grep warning said | tail -1; }
    printf 一 > in/1.docx; printf 二 > in/2.docx; zip in/b.zip $(many); night
    printf 'PK\3\4 half' > in/b.zip; night; night --allow-removal; zip in/b.zip $(many); night
    printf 文 > in/b.zip; night; zip in/b.zip $(many) x.docx=; night; zip in/b.zip $(many); night
    for n in 1 2; do zip in/$n.docx a=甲 b=乙; done; night --max-removed 1; night --allow-removal; night
    rm in/b.zip; printf 'PK\3\4 half' > in/1.docx; night
    """#)
  #expect(
    text == """
      0 gongkai: all well, 10 documents, 10 converted
      4 gongkai: stopped, nothing is published: 8 of 10 records would go, \
      their archives fail now (zip_corrupt); fetch these again; --allow-removal lets them go
      Would be removed, their archives fail now (8)
        b.zip!/1.txt
            zip_corrupt
        b.zip!/2.txt
      3 gongkai: 8 records lost (8 removed), 1 new failure; of 3 documents 1 failed, 0 converted
      Removed, their archives fail now (8)
        b.zip!/1.txt
            zip_corrupt
        b.zip!/2.txt
      gongkai: warning: A record was removed: its archive fails now (code=zip_corrupt, path=b.zip!/8.txt)
      0 gongkai: all well, 10 documents, 8 converted
      No longer failing, these archives can be read now (1)
        b.zip
      4 gongkai: stopped, nothing is published: 8 of 10 records would go, \
      files of another kind lie in their place; are these the right ones? --allow-removal lets them go
      Would be removed, a file of another kind lies in their place (8)
        b.zip!/1.txt
        b.zip!/2.txt
        b.zip!/3.txt
      3 gongkai: 1 new failure; of 11 documents 1 failed, 9 converted
      0 gongkai: all well, 10 documents, 8 converted
      No longer failing, they are no longer in their archives, or these fail now (1)
        b.zip!/x.docx
      4 gongkai: stopped, nothing is published: 2 of 10 records would go, \
      files of another kind lie in their place; are these the right ones? --allow-removal lets them go
      Would be removed, a file of another kind lies in their place (2)
        1.docx
        2.docx
      0 gongkai: 2 records lost (2 removed); none of 12 documents failed, 0 converted
      Removed, a file of another kind lies in their place (2)
        1.docx
        2.docx
      gongkai: warning: A record was removed: an archive lies in its place (path=2.docx)
      0 gongkai: all well, 12 documents, 0 converted
      4 gongkai: stopped, nothing is published: 10 of 12 records would go, \
      8 with their files, 2 whose archives fail now (zip_corrupt); is a disk not mounted, or is an archive not whole? --allow-removal lets them go
      Would be removed, their files are gone (8)
        b.zip!/1.txt
        b.zip!/2.txt
        b.zip!/3.txt
      --
      Would be removed, their archives fail now (2)
        1.docx!/a
            zip_corrupt
        1.docx!/b

      """)
}

@Test func whatAnArchiveHoldsAndNobodyReadsIsCountedEveryNight() throws {
  let text = try shell(
    #"""
    skipped() { jq -c '[.inputs.found, (.inputs.skipped | map("\(.name) \(.count)"))]' out/latest/summary.json; }
    passed() { jq -r 'select(.message == "Passed over") | [.reason, .path] | join(" ")' out/latest/log.jsonl | LC_ALL=C sort -k 2; }
    zip in/b.zip 1.txt=一 '~$2.docx=二' .git/a=三 .git/b=四 c.pdf.part=五 d.txt/=六; printf 七 > in/.hidden
    gongkai convert in 2>&1 > c.jsonl; jq -r .source.container_path c.jsonl; zip in/c.zip $(seq -f '.%g=x' 9) 9.txt=九; gongkai convert in/c.zip 2>&1 > c.jsonl
    run; skipped; passed; run; skipped; passed; gongkai run in -o out --dry-run | grep passed
    zip in/b.zip 1.txt=一; rm in/c.zip; run --allow-removal; skipped
    """#)
  #expect(
    text == """
      gongkai: b.zip: 3 passed over in the archive: ~$2.docx (temporary), .git/ (hidden), c.pdf.part (temporary)
      1.txt
      d.txt/
      gongkai: c.zip: 9 passed over in the archive: .1 (hidden), .2 (hidden), .3 (hidden), .4 (hidden), .5 (hidden), … and 4 more
      status 0
      [3,["hidden 11","temporary 2"]]
      hidden .hidden
      hidden b.zip!/.git/
      temporary b.zip!/c.pdf.part
      temporary b.zip!/~$2.docx
      hidden c.zip!/.1
      hidden c.zip!/.2
      hidden c.zip!/.3
      hidden c.zip!/.4
      hidden c.zip!/.5
      hidden c.zip!/.6
      hidden c.zip!/.7
      hidden c.zip!/.8
      hidden c.zip!/.9
      status 0
      [3,["hidden 11","temporary 2"]]
      hidden .hidden
      passed over  11 hidden
      passed over  2 temporary
      status 0
      [1,["hidden 1"]]

      """)
}

@Test func whatIsLostOfTheStateOfAnArchiveIsReadAgain() throws {
  let text = try shell(
    """
    zip in/b.zip 1.txt=一 2.txt=二 3.txt=三; printf 甲 > in/z.txt; run; cp out/records.jsonl first.jsonl
    # A byte of the second line, and another document so that all is published anew.
    chmod u+w out/state/*.jsonl; sed -i '2s/"chars"/"chars_"/' out/state/records-1.jsonl; printf 乙 > in/z.txt; run
    head -3 out/records.jsonl | cmp - <(head -3 first.jsonl) && echo equal
    rm -r out/state; zip in/b.zip 1.txt=一 3.txt=三; run --allow-removal; work; changes
    """)
  #expect(
    text == """
      status 0
      status 0
      equal
      status 0
      [3,3,0,0,0,1,3]
      removed b.zip 2.txt -

      """)
}

@Test func aMemberThatKillsItsWorkerTakesNoOtherWithIt() throws {
  let text = try shell(
    """
    mkdir bin; printf '#!/bin/bash\\nsleep 60\\n' > bin/pdftotext; chmod +x bin/pdftotext; PATH=$PWD/bin:$PATH
    printf '%%PDF-1.4\\n' > bad.pdf; zip in/b.zip 1.txt=一 2.pdf=@bad.pdf 3.txt=三
    for i in 1 2; do
      until p=$(pgrep -f "$PWD/bin/pdftotext"); do sleep 0.1; done; kill -9 $(ps -o ppid= -p $p); sleep 0.5
    done & run --jobs 1; lines out/records.jsonl; work
    jq -c '[.work.workers_lost, .work.retried]' out/latest/summary.json
    """)
  #expect(
    text == """
      status 3
      b.zip 1.txt ok -
      b.zip 2.pdf failed worker_crashed
      b.zip 3.txt ok -
      [3,2,0,3,0,0,3]
      [2,1]

      """)
}

@Test func aWorkerAnnouncesHowManyLinesAnArchiveHas() throws {
  let text = try shell(
    """
    zip in/b.zip 1.txt=一 2.txt=二
    printf '%s\\n' in/b.zip '{"path":"in/b.zip","start":1}' in/none | gongkai worker |
      jq -c 'if .members then . else [.source.path, .source.container_path, .error.code] end'
    """)
  let sum = #"[a-f0-9]{64}"#
  let pattern = try Regex(
    #"\{"members":2,"sha256":"\#(sum)","paths":\["1.txt","2.txt"\],"bytes":\[3,3\]\}\n"#
      + #"\["in/b.zip","1.txt",null\]\n\["in/b.zip","2.txt",null\]\n"#
      + #"\{"members":1,"sha256":"\#(sum)","paths":\["2.txt"\],"bytes":\[3\]\}\n"#
      + #"\["in/b.zip","2.txt",null\]\n\["in/none",null,"input_unreadable"\]\n"#)
  #expect(text.wholeMatch(of: pattern) != nil, "\(text)")
}

@Test func anArchiveIsNoSingleDocument() throws {
  let text = try shell(
    """
    zip in/b.zip 1.txt=一
    for command in extract explain parse; do gongkai $command in/b.zip 2>&1 | tail -1 | cut -c1-90; done
    """)
  #expect(text.contains("The file is a zip archive, not a document; convert and run read its"))
}

@Test func aDryRunSaysThatMembersAreStillToBeCounted() throws {
  let text = try shell("zip in/b.zip 1.txt=一 2.txt=二; gongkai run in -o out --dry-run | tail -1")
  #expect(
    text
      == "archives     1 of these by name, each counted as one: their members show once they are read\n"
  )
}

private let hasBSDTar = ["/usr/bin", "/usr/local/bin", "/bin"].contains {
  FileManager.default.isExecutableFile(atPath: "\($0)/bsdtar")
}

@Test(.enabled(if: hasBSDTar)) func a7zIsReadAsAZipOfItsMembersIs() throws {
  let text = try shell(
    """
    mkdir -p s/2023; printf 甲 > s/2023/甲.txt; printf 乙 > 's/-*?[乙].txt'
    export LC_ALL=C.UTF-8; (cd s; bsdtar --format 7zip -cf ../in/a.7z 2023/甲.txt ./-*)
    gongkai convert in -o all.jsonl; echo $?; lines all.jsonl
    for file in s/2023/甲.txt s/-*; do gongkai convert "./$file"; done | jq -c 'del(.source)' > loose
    jq -c 'del(.source)' all.jsonl | cmp - loose && echo equal; jq -r .source.sha256 all.jsonl | cut -c1-8
    sha256sum s/2023/甲.txt s/-* | cut -c1-8
    run; work; cmp all.jsonl out/records.jsonl && echo equal
    """)
  #expect(
    text == """
      0
      a.7z 2023/甲.txt ok -
      a.7z -*?[乙].txt ok -
      equal
      """ + "\n" + text.split(separator: "\n").dropFirst(4).prefix(4).joined(separator: "\n") + """

        status 0
        [2,2,0,2,0,0,2]
        equal

        """)
  let sums = text.split(separator: "\n").dropFirst(4).prefix(4)
  #expect(sums.prefix(2).elementsEqual(sums.suffix(2)), "\(sums)")
}

/// RAR 5 with two stored members, written by hand: nothing free writes that.
private let rarMaker = #"""
  python3 - <<'END'
  import struct, zlib
  def number(n):
      return bytes([n]) if n < 128 else bytes([n & 127 | 128]) + number(n >> 7)
  def block(kind, body, data=None):
      head = number(kind) + number(0 if data is None else 2) + (b"" if data is None else number(len(data))) + body
      head = number(len(head)) + head
      return struct.pack("<L", zlib.crc32(head)) + head + (data or b"")
  def file(name, data):
      body = number(4) + number(len(data)) + number(0o100644) + struct.pack("<L", zlib.crc32(data)) + number(0) + number(1)
      return block(2, body + number(len(name.encode())) + name.encode(), data)
  start = b"Rar!\x1a\x07\x01\x00" + block(1, number(0))
  first, second = file("2023/甲.txt", "甲".encode()), file("乙.txt", "乙".encode())
  files = {"good": start + first + second + block(5, number(0)), "empty": start + block(5, number(0)),
           "no-end": start + first + second, "in-header": start + first + second[:10], "in-data": start + first[:-1],
           "flipped": start + first[:-1] + b"x" + second + block(5, number(0)),
           "volume": b"Rar!\x1a\x07\x01\x00" + block(1, number(1)) + first + block(5, number(1))}
  for name, content in files.items():
      open(f"in/{name}.rar", "wb").write(content)
  END

  """#

@Test(.enabled(if: hasBSDTar)) func aRarIsReadOnlyIfAllOfItIsThere() throws {
  let text = try shell(
    rarMaker + """
      printf '7z\\274\\257\\047\\034rest' > in/z.7z
      printf '甲乙丙丁' > a.txt; bsdtar --format 7zip --options compression=store -cf in/y.7z a.txt
      sed -i 's/甲乙丙丁/甲乙丙丙/' in/y.7z
      gongkai convert in -o all.jsonl 2>/dev/null; echo $?; lines all.jsonl
      jq -r .source.media_type all.jsonl | sort | uniq -c | sed 's/^ *//'
      """)
  #expect(
    text == """
      3
      empty.rar - failed archive_no_document
      flipped.rar - failed zip_corrupt
      good.rar 2023/甲.txt ok -
      good.rar 乙.txt ok -
      in-data.rar - failed zip_corrupt
      in-header.rar - failed zip_corrupt
      no-end.rar - failed zip_corrupt
      volume.rar - failed unsupported_format
      y.7z - failed zip_corrupt
      z.7z - failed zip_corrupt
      6 application/vnd.rar
      2 application/x-7z-compressed
      2 text/plain

      """)
}

/// Of a member `a.txt` under a password, whose name can be read and can't.
@Test(.enabled(if: hasBSDTar)) func a7zUnderAPasswordIsCalledSo() throws {
  let text = try shell(
    """
    base64 -d > in/member.7z <<< \
      N3q8ryccAAT3ZNEffwAAAAAAAAAUAAAAAAAAABf7XeEC/Ul7znYjNL+wvYcDV2G34ABoAGddAACBMweuD87zck4yJTFxGnc0ZO3Ap8ZW27D1xQrHgp1TZrZjGikHOXVRPEyyS/vhJ+IvM3FbKIIGAMZweTd24DLAXFkongRpWIM81bObB1Y4Klfj5ec2Cy2p+SEjQL48fe3r1w4AAAAAFwYQAQlvAAcLAQABISEBGAxpAAA=
    base64 -d > in/name.7z <<< \
      N3q8ryccAATA5iIDgAAAAAAAAAAoAAAAAAAAADE1n83JcKkKgx0SN3JC1eN6OS4gZUDxHzFm6/z9mEonMTZ8AowNg+RVXoGsMb5+2rYey0T0C6mO/0s1bzMbGbCVJ9R8TAMBJd873mwO5VdvRvmfgRDzR648Tm2iL8Jo+78RBUUigIf6yhDCSGF+BM0XShiBinDZbQvZzYCbwuOm0OgZARcGEAEJcAAHCwEAASQG8QcBElMP3yjcyhrp21x2/OHLwhokOwxpAAA=
    gongkai convert in -o all.jsonl 2> /dev/null; lines all.jsonl; jq -r .error.message all.jsonl
    """)
  #expect(
    text == """
      member.7z - failed encrypted
      name.7z - failed encrypted
      the archive or a member of it needs a password
      the archive or a member of it needs a password

      """)
}

@Test func anArchiveThatWaitsIsCountedByItsMembers() throws {
  let text = try shell(
    """
    mkdir bin; printf '#!/bin/bash\\nexec sleep 60\\n' > bin/pdftotext; chmod +x bin/pdftotext; PATH=$PWD/bin:$PATH
    printf '%%PDF-1.4\\n' > bad.pdf; zip in/b.zip 1.pdf=@bad.pdf 2.txt=一; zip in/c.zip 1.txt=一 2.txt=二 3.pdf=@bad.pdf
    for i in 1 2; do run -j 1 --timeout 2 --timeout-budget 1; jq -c '[.inputs.found, .work.converted, .work.unchanged, .work.left]' out/latest/summary.json; done
    """)
  #expect(
    text == """
      status 3
      [5,5,0,0]
      status 3
      [5,2,0,3]

      """)
}

@Test func aRunGoesOnWithoutTheProgramFor7z() throws {
  let text = try shell(
    """
    printf '7z\\274\\257\\047\\034rest' > in/a.7z; printf 甲 > in/b.txt
    mkdir bin; for name in bash jq pdftotext; do ln -s "$(command -v $name)" bin/; done
    PATH=$PWD/bin run; lines out/records.jsonl; jq -r '.error.message // empty' out/records.jsonl
    """)
  #expect(
    text == """
      status 3
      a.7z - failed backend_missing
      b.txt - ok -
      bsdtar is not in PATH; install libarchive-tools

      """)
}
