import Foundation
import TestSupport
import Testing

/// What `command` says and prints, in a folder that holds, each under `$n` with another end, files of a name that clears
/// the screen, begins a line of its own and turns the direction of writing.
private func said(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      #"""
      n=$'x\e]0;title\a\e[2J\ngongkai: all well\u202e\u009b'
      mkdir "$n"; printf 'PK\003\004' > "$n.docx"; printf '{"schema":"gongkai.record/1.0"}\n' > "$n.jsonl"
      printf '某局政府信息公开工作年度报告\n' > "$n.txt"; printf 'a: 1\n' > "$n.yaml"; printf 'x\n' > "$n.csv"

      """# + command, in: folder)
  }
  return try #require(result)
}

/// Control characters and marks of writing direction in `text`, but for the ends of lines.
private func controls(_ text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.filter {
    $0 != "\n"
      && [.control, .format, .lineSeparator, .paragraphSeparator].contains(
        $0.properties.generalCategory)
  }
}

@Test(arguments: [
  ("gongkai convert . > /dev/null", 3), (#"gongkai convert "$n.none""#, 66),
  (#"gongkai convert "$n.docx" -o "$n/none/x""#, 73), (#"gongkai convert --"$n""#, 64),
  (#"gongkai convert --jobs "$n" ."#, 64), (#"gongkai "$n""#, 64),
  (#"gongkai run "$n=$n" --x"#, 64),
  (#"gongkai extract "$n.docx""#, 3), (#"gongkai parse "$n.none" > /dev/null"#, 66),
  (#"gongkai tables "$n.none" -o t"#, 66), (#"gongkai tables "$n" -o t"#, 66),
  (#"gongkai tables "$n.txt" -o t"#, 65), (#"gongkai page "$n.none" -o p"#, 66),
  (#"gongkai page "$n.txt" -o p"#, 65), (#"gongkai audit "$n.txt""#, 65),
  (#"gongkai audit "$n.none""#, 66), (#"gongkai audit "$n.txt" --agencies "$n.csv""#, 78),
  (#"gongkai diff "$n.docx" "$n.docx""#, 3), (#"gongkai diff "$n.txt" "$n.none""#, 66),
  (#"gongkai diff "$n.jsonl" --agency "$n" --years 2020 2021"#, 66),
  (#"gongkai explain "$n.docx""#, 3), (#"gongkai explain "$n.txt" --cell "$n""#, 64),
  (#"gongkai explain "$n.txt""#, 0), (#"gongkai explain "$n.jsonl" --path "$n""#, 66),
  (#"gongkai check "$n.docx" "$n.txt""#, 3), (#"gongkai check "$n.none""#, 66),
  (#"gongkai check "$n.txt" --html "$n/none/x""#, 73),
  (#"gongkai check "$n.txt" --json --previous "$n.none""#, 66),
  (#"gongkai run . -o "$n.docx""#, 73), (#"gongkai run "$n.none" -o out"#, 66),
  (#"gongkai run . -o out --config "$n.yaml""#, 78), (#"gongkai run . -o out --limit "$n=1""#, 64),
  (#"gongkai run . -o out --config "$n.none""#, 78), (#"gongkai run . -o out --verbose"#, 3),
  (#"gongkai run . -o out --manifest "$n.csv""#, 78),
  (#"GONGKAI_JOBS="$n" gongkai run . -o o"#, 78),
  (#"gongkai worker --limit "$n=1""#, 64), (#"gongkai doctor "$n.none" -o "$n/$n""#, 66),
  (#"rm -r *; touch "$n"; chmod 0 "$n"; mv "$n" d; gongkai doctor . -o "$n""#, 0),
])
func noNameReachesTheTerminalAsItIs(command: String, status: Int32) throws {
  let result = try said(command)
  #expect(result.status == status, "\(result.errors)\(result.text)")
  #expect(controls(result.errors) == [])
  #expect(controls(result.text) == [])
  let lines = (result.errors + result.text).split(separator: "\n")
  #expect(!lines.contains { $0.hasPrefix("gongkai: all well") })
}

@Test func aNameIsShownInAFormThatTellsItFromOthers() throws {
  let result = try said("gongkai convert $'x\\e\\u200b\\n\\xb5.none'")
  #expect(
    result.errors == #"gongkai: x\u{1b}\u{200b}\n\xB5.none: No such file or directory"# + "\n")
}

/// `failures.csv` is read in terminals, too.
@Test func aListOfFailuresHoldsNoControlCharacters() throws {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      #"""
      mkdir in; for n in $'a\nb' $'c\e[2Jd' $'e\u202ef' '=1+1' '0012345678901234'; do printf '\0\1\2\3' > "in/$n.txt"; done
      (cd in; python3 -c "import zipfile; zipfile.ZipFile('z.zip', 'w').writestr('x\x1by.txt', b'\0\1\2\3')")
      rows() { python3 -c "import csv; [print(*(r[i] for i in (0, 1, 6))) for r in csv.reader(open('out/failures.csv', newline=''))]"; }
      gongkai run in -o out --quiet; echo $?; rows; LC_ALL=C grep -c -P '[\x00-\x09\x0b-\x1f\x7f]' out/failures.csv
      gongkai run in -o out --quiet --csv-bom; rows | tail -n +2
      """#, in: folder)
  }
  let rows = [
    "0012345678901234.txt text_undecodable ", "=1+1.txt text_undecodable ",
    #"a\nb.txt text_undecodable "#, #"c\u{1b}[2Jd.txt text_undecodable "#,
    #"e\u{202e}f.txt text_undecodable "#, #"z.zip text_undecodable x\u{1b}y.txt"#,
  ]
  let plain = ["3", "path code container_path"] + rows + ["0"]
  let harmless = rows.map { $0.hasPrefix("=") ? "'" + $0 : $0 }
  #expect(try #require(result).text == (plain + harmless + [""]).joined(separator: "\n"))
}
