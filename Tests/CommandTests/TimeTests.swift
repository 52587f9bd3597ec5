import Foundation
import TestSupport
import Testing

/// Runs `command` beside a folder `in` with the texts a.txt and z.txt and three PDFs over which pdftotext hangs.
private func shell(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      #"""
      mkdir in bin; printf '甲' > in/a.txt; printf '乙' > in/z.txt
      for i in 1 2 3; do printf '%%PDF-1.4\n%s\n' $i > in/$i.pdf; done; touch -d '2020-01-01' in/*
      printf '#!/bin/bash\nexec sleep 60\n' > bin/pdftotext; chmod +x bin/pdftotext; PATH="$PWD/bin:$PATH"
      night() { gongkai run in -o out -j 1 "$@" > mail; s=$?; echo "$s $(head -1 mail)"; }
      # What was done with each document, in the order in which it was.
      done_() { jq -r 'select(.path and (.message | test("^(Failed|Converted)"))) | [.path, .code // .status] | join(" ")' out/latest/log.jsonl; }

      """# + command, in: folder)
  }
  return try #require(result)
}

@Test func whatRanIntoItsLimitWaitsUntilTheOthersAreDone() throws {
  let result = try shell(
    """
    rm in/2.pdf; night --timeout 1; done_; printf '丙' > in/m.txt; printf 丁 > in/z.txt; printf '%%PDF-1.4\\n9\\n' > in/9.pdf
    touch -d 2020-02-02 in/m.txt in/z.txt in/9.pdf; night --timeout 1; done_; touch -d 2021-01-01 in/1.pdf in/9.pdf in/*.txt; night --timeout 1; done_
    """)
  #expect(
    result.text == """
      3 gongkai: 2 new failures; of 4 documents 2 failed, 4 converted
      1.pdf backend_timeout
      3.pdf backend_timeout
      a.txt ok
      z.txt ok
      3 gongkai: 1 new failure; of 6 documents 3 failed, 5 converted
      9.pdf backend_timeout
      m.txt ok
      z.txt ok
      1.pdf backend_timeout
      3.pdf backend_timeout
      3 gongkai: nothing new; of 6 documents 3 failed, 3 converted
      1.pdf backend_timeout
      9.pdf backend_timeout
      a.txt ok
      m.txt ok
      z.txt ok
      3.pdf backend_timeout

      """)
}

@Test func documentsThatHangHaveTheirShareOfANightTogether() throws {
  let result = try shell(
    #"""
    jobs() { jq -r '.slowest[] | select(.path | endswith("pdf")) | "\(.path) \(.seconds | floor)"' out/latest/summary.json | sort; }
    night --timeout 4 --timeout-budget 4; jobs; jq -r '.error.message // empty' out/records.jsonl
    night --timeout 4 --timeout-budget 4; jobs; grep 'another night' mail; jq -c .work.left out/latest/summary.json
    printf '%%PDF-1.4\nanother\n' > in/2.pdf; night --timeout 4 --timeout-budget 1; jobs; jq -c .work.left out/latest/summary.json
    """#)
  #expect(
    result.text == """
      3 gongkai: 3 new failures; of 5 documents 3 failed, 5 converted
      1.pdf 4
      2.pdf 2
      3.pdf 2
      pdftotext was not done 4 s after the document was begun, the limit backend_seconds
      pdftotext was not done 2 s after the document was begun, the limit backend_seconds
      pdftotext was not done 2 s after the document was begun, the limit backend_seconds
      3 gongkai: nothing new; of 5 documents 3 failed, 1 converted
      1.pdf 4
                2  wait for another night: they take too long (timeout_budget)
      2
      3 gongkai: nothing new; of 5 documents 3 failed, 1 converted
      2.pdf 4
      2

      """)
}

@Test func whatHangsIsBoundedInSum() throws {
  let result = try shell(
    #"""
    for i in 4 5 6 7 8; do cp in/1.pdf in/$i.pdf; echo $i >> in/$i.pdf; done; start=$SECONDS
    night --timeout 4 --timeout-budget 1; [ $((SECONDS - start)) -lt 15 ] && echo bounded
    jq -r '[.source.path, .error.message // .status] | join(" ")' out/records.jsonl | sed 3,7d
    printf '#!/bin/sh\necho no; exit 1\n' > bin/pdftotext; night --timeout 4; jq -r .error.code out/records.jsonl | sort | uniq -c
    """#)
  #expect(
    result.text == """
      3 gongkai: 8 new failures; of 10 documents 8 failed, 4 converted
      bounded
      1.pdf pdftotext was not done 4 s after the document was begun, the limit backend_seconds
      2.pdf pdftotext was not done 2 s after the document was begun, the limit backend_seconds
      8.pdf not begun: documents that hang have spent timeout_budget = 1 s and as much again; it is for another night
      a.txt ok
      z.txt ok
      3 gongkai: nothing new; of 10 documents 8 failed, 8 converted
            2 null
            8 pdf_corrupt

      """)
}

@Test func theMessageSaysThatASmallFileHasLessTime() throws {
  let result = try shell(
    """
    rm in/2.pdf in/3.pdf; printf '#!/bin/bash\\nkill -XCPU $$\\n' > bin/pdftotext
    night; jq -r '.error.message // empty' out/records.jsonl; gongkai convert in/1.pdf 2> /dev/null | jq -r .error.message
    """)
  #expect(
    result.text == """
      3 gongkai: 1 new failure; of 3 documents 1 failed, 3 converted
      pdftotext used processor time of more than the limit backend_seconds = 20; by its size it has 20 of 120 s (--timeout)
      pdftotext used processor time of more than the limit backend_seconds = 20; by its size it has 20 of 120 s (--timeout)

      """)
}
