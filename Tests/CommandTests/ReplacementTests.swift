import Foundation
import TestSupport
import Testing

/// Instead of the texts, 24 reports with tables, each of other bytes; `keep` holds them too.
private let reports = #"""
  rm -r in; mkdir in; for i in $(seq -w 24); do
    sed "s/^一、总体情况/&\n\n第 $i 份。/" '\#(TestFolders.package.path)/Fixtures/text/tab-rows/input.txt' > in/$i.txt
  done; cp -r in keep; night > first; cut -d, -f-2 first

  """#

@Test func aReportInWhosePlaceAPageLiesIsLost() throws {
  let result = try nightShell(
    reports
      + #"""
      echo '404 Not Found' > in/01.txt; echo 系统维护中，请稍后再试。 > in/02.txt; echo '<html><body><p>安全验证</p></body></html>' > in/03.txt
      night --metrics-file m.prom 2> said; cat said; part Lost; cat out/latest/changes.jsonl; grep '^gongkai.*lost_rec' m.prom
      night; cp keep/0[123].txt in; night; echo '404 Not Found' > in/01.txt; night --fail-on removed 2> /dev/null; cp keep/01.txt in; night
      for i in $(seq -w 12); do echo "404 Not Found $i" > in/$i.txt; done; rm in/24.txt; before=$(cat out/records.jsonl | sha256sum)
      night 2> /dev/null; night --metrics-file m.prom 2> /dev/null; part Would | head -2; grep -E '^gongkai.*(lost_rec|refused)' m.prom
      [ "$before" = "$(cat out/records.jsonl | sha256sum)" ] && echo kept; night --allow-removal 2> /dev/null; night
      """#)
  #expect(
    result.text == """
      0 gongkai: all well, 24 documents
      0 gongkai: 3 records lost (3 now without report or tables); none of 24 documents failed, 3 converted
      gongkai: warning: A record is lost: its document is no report any more, or its tables or their figures are gone (path=01.txt)
      gongkai: warning: A record is lost: its document is no report any more, or its tables or their figures are gone (path=02.txt)
      gongkai: warning: A record is lost: its document is no report any more, or its tables or their figures are gone (path=03.txt)
      Lost, these were reports or had tables, which are gone or have no figures now (3)
        01.txt
        02.txt
        03.txt
      {"change":"lost","path":"01.txt","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      {"change":"lost","path":"02.txt","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      {"change":"lost","path":"03.txt","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      gongkai_run_lost_records{cause="removed"} 0
      gongkai_run_lost_records{cause="replaced"} 3
      gongkai_run_lost_records{cause="failed"} 0
      0 gongkai: all well, 24 documents, 0 converted
      0 gongkai: all well, 24 documents, 3 converted
      4 gongkai: 1 record lost (1 now without report or tables); none of 24 documents failed, 1 converted
      0 gongkai: all well, 24 documents, 1 converted
      4 \(replaced)
      4 \(replaced)
      Would be removed, their files are gone (1)
        24.txt
      gongkai_run_lost_records{cause="removed"} 0
      gongkai_run_lost_records{cause="replaced"} 0
      gongkai_run_lost_records{cause="failed"} 0
      gongkai_run_refused_removals 13
      kept
      0 gongkai: 13 records lost (1 removed, 12 now without report or tables); none of 23 documents failed, 0 converted
      0 gongkai: all well, 23 documents, 0 converted

      """)
}

private let replaced = """
  gongkai: stopped, nothing is published: 13 of 24 records would be lost, 1 with their files, 12 to what is no report or has no tables; \
  are these error pages? fetch the reports again; --allow-removal lets them go
  """

/// Pages of a site that is down: nothing in them can be read, so that no document took the place of a report.
@Test func aNightOfEmptyPagesPublishesNothing() throws {
  let result = try nightShell(
    reports
      + #"""
      before=$(cat out/records.jsonl | sha256sum)
      for i in $(seq -w 24); do echo '<html><body></body></html>' > in/$i.txt; done; night 2> /dev/null
      for i in $(seq -w 24); do : > in/$i.txt; done; night 2> /dev/null; part Would | head -2
      for i in $(seq -w 24); do printf '\0\1\2\3%s' $i > in/$i.txt; done; night 2> /dev/null
      for i in $(seq -w 24); do printf 'PK\3\4%s' $i > in/$i.txt; done; night 2> /dev/null
      [ "$before" = "$(cat out/records.jsonl | sha256sum)" ] && echo kept
      cp keep/* in; for i in 01 02; do echo '<html></html>' > in/$i.txt; done; night 2> /dev/null
      """#)
  let stopped = """
    4 gongkai: stopped, nothing is published: 24 of 24 records would be lost, what is there now is no report or has no tables; \
    are these error pages? fetch the reports again; --allow-removal lets them go
    """
  #expect(
    result.text == """
      0 gongkai: all well, 24 documents
      \(stopped)
      \(stopped)
      Would be lost, these were reports or had tables, which are gone or have no figures now (24)
        01.txt
      \(stopped)
      \(stopped)
      kept
      3 gongkai: 2 records lost (2 now failing); of 24 documents 2 failed, 24 converted

      """)
}

@Test func reportsWhoseFiguresAreGoneAreLost() throws {
  let result = try nightShell(
    reports
      + #"""
      sed -i -E 's/\t[0-9][0-9,.]*/\t/g' in/01.txt; night 2> /dev/null; part Lost; night; cp keep/01.txt in; night
      sed -i -E 's/\t[0-9][0-9,.]*/\t/g' in/*.txt; night 2> /dev/null
      """#)
  #expect(
    result.text == """
      0 gongkai: all well, 24 documents
      0 gongkai: 1 record lost (1 now without report or tables); none of 24 documents failed, 1 converted
      Lost, these were reports or had tables, which are gone or have no figures now (1)
        01.txt
      0 gongkai: all well, 24 documents, 0 converted
      0 gongkai: all well, 24 documents, 1 converted
      4 gongkai: stopped, nothing is published: 24 of 24 records would be lost, what is there now is no report or has no tables; \
      are these error pages? fetch the reports again; --allow-removal lets them go

      """)
}

@Test func aNightThatMayNotReadItsFilesPublishesNothing() throws {
  let result = try nightShell(
    reports
      + #"""
      before=$(cat out/records.jsonl | sha256sum); rm in/*
      for i in $(seq -w 24); do ln -s /etc/passwd in/$i.txt; done; night 2> /dev/null
      rm in/*; cp keep/* in; night --max-size 100 2> /dev/null; night --exclude '[01]*.txt' 2> /dev/null
      [ "$before" = "$(cat out/records.jsonl | sha256sum)" ] && echo kept
      """#)
  let stopped = """
    4 gongkai: stopped, nothing is published: 24 of 24 records would be lost, what is there now can't be read; \
    may this run read these files? see their permissions, kinds and sizes (max_size); --allow-removal lets them go
    """
  #expect(
    result.text == """
      0 gongkai: all well, 24 documents
      \(stopped)
      \(stopped)
      4 gongkai: stopped, nothing is published: 19 of 24 records would go, their files are no inputs any more \
      (--include, --exclude, --files-from); --allow-removal lets them go
      kept

      """)
}

@Test func oneReportOverOthersIsSaid() throws {
  let result = try nightShell(
    reports
      + #"""
      for i in 06 07; do cp in/01.txt in/$i.txt; done; cp in/02.txt in/new.txt; night 2> said; cat said; part Now
      cat out/latest/changes.jsonl; night; cp in/03.txt in/08.txt; night --fail-on removed 2> /dev/null
      """#)
  #expect(
    result.text == """
      0 gongkai: all well, 24 documents
      0 gongkai: 2 records are now equal to another document's; none of 25 documents failed, 0 converted
      gongkai: warning: A document has other bytes than before, which are another one's (path=06.txt, to=01.txt)
      gongkai: warning: A document has other bytes than before, which are another one's (path=07.txt, to=01.txt)
      Now equal to another document, these have other bytes than before (2)
        06.txt
            = 01.txt
        07.txt
            = 01.txt
      {"change":"doubled","path":"06.txt","status":"ok","code":null,"previous_code":null,"to":"01.txt","container_path":null}
      {"change":"doubled","path":"07.txt","status":"ok","code":null,"previous_code":null,"to":"01.txt","container_path":null}
      {"change":"added","path":"new.txt","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      0 gongkai: all well, 25 documents, 0 converted
      4 gongkai: 1 record is now equal to another document's; none of 25 documents failed, 0 converted

      """)
}

@Test func urlsThatAreGoneAreSaid() throws {
  let result = try nightShell(
    #"""
    printf 'path,url\n01.txt,https://example.invalid/1\n02.txt,https://example.invalid/2\n' > m.csv; printf https://example.invalid/3 > in/03.txt.url
    night --manifest m.csv; echo path,url > m.csv; night --manifest m.csv 2> said; cat said; grep 'urls gone' mail | tail -1
    night --manifest m.csv; rm in/03.txt.url; night 2> /dev/null
    """#)
  #expect(
    result.text == """
      0 gongkai: all well, 13 documents, 13 converted
      0 gongkai: 2 urls gone; none of 13 documents failed, 0 converted
      gongkai: warning: Urls of documents are gone: neither the manifest nor a side-car has them now (documents=2)
                2  urls gone: neither the manifest nor a side-car has them now
      0 gongkai: all well, 13 documents, 0 converted
      0 gongkai: 1 url gone; none of 13 documents failed, 0 converted

      """)
}

@Test func aSideCarThatIsNoneIsLogged() throws {
  let result = try nightShell(
    #"""
    mkfifo in/01.txt.url; ln -s /etc/hostname in/02.txt.url; mkdir in/03.txt.url; printf 丁 > in/03.txt.url/x.txt
    head -c 3000000 /dev/zero > in/04.txt.url; ln -s nowhere in/05.txt.json; night
    jq -r 'select(.reason == "bad_sidecar") | .path' out/latest/log.jsonl
    """#)
  #expect(
    result.text == """
      0 gongkai: all well, 14 documents, 14 converted
      01.txt.url
      02.txt.url
      03.txt.url
      04.txt.url
      05.txt.json

      """)
}

@Test(arguments: ["convert in/1.pdf", "convert -", "run in -o out --quiet; cat out/records.jsonl"])
func aProgramGetsNothingOfTheCallersEnvironment(command: String) throws {
  let result = try nightShell(
    #"""
    rm -r in/*; printf '%%PDF-1.4\n' > in/1.pdf; mkdir bin; chmod +x bin; export SECRET=1 LANG=zh_CN.UTF-8 GLIBC_TUNABLES=glibc.malloc.check=1
    printf '#!/bin/bash\n[ -n "$SECRET$LANG" ] || [[ "$GLIBC_TUNABLES" != *hugetlb* ]] && exit 99; exit 1\n' > bin/pdftotext
    chmod +x bin/pdftotext; PATH="$PWD/bin:$PATH"; gongkai \#(command) < in/1.pdf 2> /dev/null | jq -r .error.code
    """#)
  #expect(result.text == "pdf_corrupt\n")
}

@Test func aDocumentWhoseTablesAreGoneIsLost() throws {
  let result = try nightShell(
    reports
      + #"""
      rm in/*; page() { echo "<html><head><title>公示</title></head><body><h1>公示第 $1 号</h1>"
        echo "<table border><tr><td>项目</td><td>金额</td></tr><tr><td>道路</td><td>$1</td></tr></table><p>特此公示。</p></body></html>"; }
      for i in $(seq 24); do page $i > in/$i.html; done; cp -r in whole; night --allow-removal 2> /dev/null | tail -1 | cut -d, -f2
      printf '404 Not Found' > in/1.html; echo '<html><body><table border><tr><td>404</td></tr><tr><td>系统维护中</td></tr></table></body></html>' > in/2.html; echo '<html></html>' > in/3.html
      page 44 > in/4.html; sed -n '/"path":"1.html"/s/.*"kind":"\([a-z]*\)".*/\1/p' out/records.jsonl
      night 2> said; cat said; part Lost; cat out/latest/changes.jsonl; night; cp whole/* in; night
      # The same bytes: nothing to say. Most of them other pages: nothing is published.
      night --force; for i in $(seq 12); do echo "404 Not Found $i" > in/$i.html; done; night 2> /dev/null
      """#)
  #expect(
    result.text == """
      0 gongkai: all well, 24 documents
       24 converted
      document
      3 gongkai: 3 records lost (2 now without report or tables, 1 now failing); of 24 documents 1 failed, 4 converted
      gongkai: warning: A record is lost: its document is no report any more, or its tables or their figures are gone (path=1.html)
      gongkai: warning: A record is lost: its document is no report any more, or its tables or their figures are gone (path=2.html)
      gongkai: warning: A record is lost: There is no text in the page (code=html_no_content, path=3.html)
      Lost, these were reports or had tables, which are gone or have no figures now (2)
        1.html
        2.html
      {"change":"lost","path":"1.html","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      {"change":"lost","path":"2.html","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      {"change":"lost","path":"3.html","status":"failed","code":"html_no_content","previous_code":null,"to":null,"container_path":null}
      {"change":"changed","path":"4.html","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
      3 gongkai: nothing new; of 24 documents 1 failed, 0 converted
      0 gongkai: all well, 24 documents, 4 converted
      0 gongkai: all well, 24 documents, 24 converted
      4 gongkai: stopped, nothing is published: 12 of 24 records would be lost, what is there now is no report or has no tables; \
      are these error pages? fetch the reports again; --allow-removal lets them go

      """)
}
