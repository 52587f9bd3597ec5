import Foundation
import TestSupport
import Testing

/// Runs `command` beside a folder `in` of reports, archives, equal files and failures, some with names that are no UTF-8.
private func shell(reports: Int, _ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      #"""
      mkdir -p in/县/{a,b}
      for i in $(seq -w \#(reports)); do { cat "$F/text/tab-rows/input.txt"; echo "第${i}份。"; } > in/县/a/$i.txt; done
      cp "$F/archives/reports-and-damage/input.zip" in/县/b.zip; cp "$F/archives/no-document/input.zip" in/c.zip
      cp in/县/a/*1.txt in/县/b; printf 甲 > "$(printf 'in/\xB5\\xB6.txt')"; cp "$(printf 'in/\xB5\\xB6.txt')" 'in/\xB5.txt'
      : > in/empty.txt; printf '\0\1' > $'in/"no\n,document'; echo https://example.invalid/a > in/empty.txt.url
      printf 'path,url\n县/b.zip,https://example.invalid/b\n' > urls.csv
      # All shards of $1, in s$1.
      shards() { for k in $(seq $1); do gongkai run in -o s$1/$k --shard $k/$1 --quiet "${@:2}"; done; }
      files() { (cd $1; ls *.csv *.json *.jsonl *.sql | grep -v shard.json); }
      """# + "\n" + command, in: folder, environment: ["F": TestFolders.fixtures.path])
  }
  return try #require(result)
}

@Suite struct MergeCommandTests {
  /// More shards than files, and none at all: tables of no records are heads.
  @Test func shardsWithoutRecordsAreShards() throws {
    let result = try shell(
      reports: 1,
      #"""
      rm -r in; mkdir in; printf 甲 > in/a.txt; for k in 1 2 3; do gongkai run in -o s/$k --shard $k/3 --tables --quiet; echo $?; done
      gongkai merge s/* -o m --tables 2> /dev/null; echo $?; wc -l < m/records.jsonl; wc -l < m/reports.csv
      rm in/a.txt; mkdir mine; : > mine/notes.tmp; gongkai run in -o e/1 --shard 1/1 --tables --quiet --allow-empty; echo $?
      gongkai merge e/* -o mine --tables 2> /dev/null; echo $?; wc -l < mine/reports.csv; ls mine/notes.tmp
      """#)
    #expect(result.text == "0\n0\n0\n0\n1\n1\n0\n0\n1\nmine/notes.tmp\n")
  }

  @Test(arguments: [(1, 60, ""), (3, 60, "--tables"), (8, 160, "")])
  func shardsMergedAreOneRunToTheByte(count: Int, reports: Int, tables: String) throws {
    let result = try shell(
      reports: reports,
      #"""
      gongkai run in -o one --quiet \#(tables) --manifest urls.csv; echo $?
      # The last shard is killed in the middle, with some records on disk.
      last="gongkai run in -o s/\#(count) --shard \#(count)/\#(count) --quiet --jobs 1 --manifest urls.csv"
      for k in $(seq $((\#(count) - 1))); do gongkai run in -o s/$k --shard $k/\#(count) --quiet --manifest urls.csv; done
      ${last/gongkai/"\#(BuiltProgram.executable.path)"} & pid=$!
      until [ -n "$(find s/\#(count)/state -name 'records-*' -size +0 2> /dev/null)" ]; do sleep 0.005; done
      kill -9 $pid; wait $pid 2> /dev/null; ls s/\#(count)/shard.json 2>&1 | grep -c 'No such file'
      gongkai merge s/* -o m; echo $?; ls m 2>&1 | wc -l
      $last
      gongkai merge s/* -o m \#(tables) --page --originals /in; echo $?
      for f in $(cd one; ls *.csv *.json *.jsonl *.sql); do cmp one/$f m/$f || echo $f; done
      gongkai page one/records.jsonl -o page.html --originals /in; cmp page.html m/report.html
      # In other folders, in another order, over what is there: the same.
      mkdir copy; for k in $(seq \#(count)); do cp -r s/$k copy/x$((99 - k)); rm -r copy/x$((99 - k))/state; done
      gongkai merge copy/* -o m; cmp one/records.jsonl m/records.jsonl; cmp one/datapackage.json m/datapackage.json; ls m/report.html; ls m/*.csv | wc -l
      """#)
    let killed = count == 1 ? "s/1" : "s/\(count)"
    #expect(
      result.text.split(separator: "\n").filter { !$0.contains("Killed") } == [
        "3", "1", "65", "1", "3", tables.isEmpty ? "2" : "7",
      ])
    #expect(
      result.errors.contains(
        "\(killed) has no shard.json: its run is not finished, or had no --shard; run the same command again to its end\n"
      ), "\(result.errors)")
    #expect(result.errors.contains("\(count) shard\(count == 1 ? "" : "s") merged: "))
  }

  @Test func whatAreNotTheShardsOfOneRunIsRefusedByName() throws {
    let result = try shell(
      reports: 9,
      #"""
      shards 3; shards 2; cp -r s3/2 twin
      try() { gongkai merge "$@" -o m 2>&1; echo "= $?"; }
      try s3/1 s3/3; try s3/1 s3/2 twin s3/3; try s3/1 s2/2 s3/3
      mkdir other; try s3/1 s3/2 s3/3 other none
      cp -r s3/3 foreign; gongkai run in -o foreign --shard 3/3 --quiet --limit zip_entries=500; try s3/1 s3/2 foreign
      cp -r s3/3 memory; gongkai run in -o memory --shard 3/3 --quiet --worker-memory 600M; try s3/1 s3/2 memory
      cp -r s3/3 changed; printf x >> in/县/a/1.txt; gongkai run in -o changed --shard 3/3 --quiet; try s3/1 s3/2 changed
      # Lines lost, changed, or put into another shard.
      cp -r s3/3 cut; head -n -1 s3/3/records.jsonl > x; rm cut/records.jsonl; mv x cut/records.jsonl; try s3/1 s3/2 cut
      cp -r s3/3 bad; sed '2s/"ok"/"no"/;2s/"partial"/"no"/' s3/3/records.jsonl > x; rm bad/records.jsonl; mv x bad/records.jsonl; try s3/1 s3/2 bad
      cp -r s3/3 more; echo 'x.txt,a,b,true,1,,' >> more/failures.csv; try s3/1 s3/2 more
      cp -r s3/3 wrong; cp --remove-destination s3/1/records.jsonl wrong; try s3/1 s3/2 wrong | sed 's/holds .*, which/holds X, which/; s/shard [12];/shard N;/'
      gongkai run in -o plain --quiet; try plain; ls m 2>&1
      # Where merge has no business.
      gongkai merge s3/* -o s3/1 2>&1; echo "= $?"
      gongkai run in -o s3/1 --shard 2/3 2>&1; echo "= $?"; gongkai run in -o s3/1 2>&1; echo "= $?"
      gongkai run in -o plain --shard 1/2 2>&1; echo "= $?"; gongkai run in -o in/out --shard 1/2 2>&1; echo "= $?"; ls in/out 2>&1
      gongkai run in -o x --shard 0/2 2>&1; echo "= $?"
      """#)
    let again =
      "has no shard.json: its run is not finished, or had no --shard; run the same command again to its end"
    let rules = Self.rules
    #expect(
      result.text == """
        gongkai: shard 2/3 of s3/1 and the others is missing; run and name it, too
        = 65
        gongkai: s3/2 and twin are both shard 2/3; name each shard once
        = 65
        gongkai: s2/2 (shard 2/2) is of 2 shards and s3/1 (shard 1/3) of 3; give all the same --shard K/N
        = 65
        gongkai: other is no output of gongkai run --shard
        gongkai: none is no folder
        = 66
        gongkai: foreign (shard 3/3) was made with other settings than s3/1 (shard 1/3): version, rules and limits \(rules)zip_entries=500 and not \(rules); run all shards with the same program, settings and packages
        = 65
        gongkai: memory (shard 3/3) was made with other settings than s3/1 (shard 1/3): worker_memory 629145600 and not 536870912; run all shards with the same program, settings and packages
        = 65
        gongkai: changed (shard 3/3) was made of other inputs than s3/1 (shard 1/3): 16 files and 16, or files of other names, sizes or addresses; run every shard again over the same tree
        = 65
        gongkai: cut/records.jsonl (shard 3/3) is not what its run has written; run the shard again, or copy its folder again
        = 65
        gongkai: bad/records.jsonl (shard 3/3) is not what its run has written; run the shard again, or copy its folder again
        = 65
        gongkai: more/failures.csv (shard 3/3) is not what its run has written; run the shard again, or copy its folder again
        = 65
        gongkai: wrong is shard 3/3 and holds X, which belongs to shard N; convert it again into an empty folder
        = 65
        gongkai: plain \(again)
        = 65
        merge.lock
        gongkai: s3/1 is the output of a run; give merge a folder of its own
        = 64
        gongkai: s3/1 holds shard 1/3, and this run is of shard 2/3; give each its own folder, or remove this one
        = 64
        gongkai: s3/1 holds shard 1/3, and this run is of all records of its inputs; give each its own folder, or remove this one
        = 64
        gongkai: plain holds all records of its inputs, and this run is of shard 1/2; give each its own folder, or remove this one
        = 64
        gongkai: in/out lies among the inputs, where other shards would take it for some; give --output a folder outside of them
        = 64
        ls: cannot access 'in/out': No such file or directory
        gongkai: --shard: shard takes K/N, the K-th of N parts (N to 10000), not "0/2"
        = 64

        """)
  }

  /// As a note has them, without limits of one's own.
  private static let rules = "0.2.0/3/"

  @Test func shardsAreKeptUpToDateAndMergedAgain() throws {
    let result = try shell(
      reports: 12,
      #"""
      shards 3; gongkai merge s3/* -o m --tables 2> /dev/null
      rm in/县/a/0*.txt in/empty.txt; printf 乙 > in/new.txt; mv in/县/b.zip in/d.zip
      shards 3 --allow-removal; gongkai merge s3/* -o m; echo $?
      gongkai run in -o one --tables --quiet; for f in $(cd one; ls *.csv *.json *.jsonl *.sql); do cmp one/$f m/$f; done
      jq -s 'map(.work.converted) | add' s3/*/latest/summary.json
      gongkai run in -o s3/1 --shard 1/3 --dry-run | head -2 | sed 's/[0-9][0-9]* bytes/N bytes/' | sort -u | wc -l
      gongkai merge s3/* -o m --no-tables --quiet 2> /dev/null; echo $?; gongkai merge s3/* -o m --no-tables 2> /dev/null; ls m
      """#)
    #expect(
      result.text == """
        3
        12
        2
        64
        datapackage.json
        failures.csv
        labels.csv
        merge.lock
        parquet.sql
        records.jsonl
        schema.json
        views.sql

        """, "\(result.errors)")
  }
}
