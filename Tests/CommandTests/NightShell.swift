import TestSupport
import Testing

/// Runs `command` beside a folder `in` with the texts 01.txt to 12.txt, each of other bytes, and 某局/甲.txt.
func nightShell(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      #"""
      mkdir -p in/某局; for i in $(seq -w 12); do printf "第 $i 份" > in/$i.txt; done; printf 甲 > in/某局/甲.txt
      lines() { jq -r '[.source.path, .status, .error.code // "-"] | join(" ")' "$1/records.jsonl"; }
      work() { jq -c '.work | [.converted, .unchanged, .copied, .added, .changed, .removed, .renamed]' "$1/latest/summary.json"; }
      # A night: its status and its subject.
      night() { gongkai run in -o out "$@" > mail; s=$?; echo "$s $(head -1 mail)"; cmp mail out/latest/summary.txt; }
      # The part of the mail under this heading.
      part() { awk -v p="$1" 'index($0, p) == 1 { on = 1 } on && !NF { exit } on' mail; }

      """# + command, in: folder)
  }
  return try #require(result)
}
