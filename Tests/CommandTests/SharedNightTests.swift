import Foundation
import TestSupport
import Testing

/// Nights that an earlier version got wrong, beside some checkouts; each has a test of our own making, too.
private let night: String? = TestFolders.shared.flatMap { shared in
  let folder = shared.appending(path: "faults/night").path
  return FileManager.default.fileExists(atPath: folder) ? folder : nil
}

private func shell(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  let environment = [
    "G": BuiltProgram.executable.path, "S": TestFolders.shared?.appending(path: "seeds").path ?? "",
    "N": night ?? "",
  ]
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(command, in: folder, environment: environment)
  }
  return try #require(result)
}

@Test(
  .enabled(if: night != nil, "there is no ../shared/faults/night"),
  arguments: [
    (
      "1_zero_byte_drops_record.sh",
      ["3 records lost (3 now failing); of 4", "exit 3, 4 records, failures: 3"]
    ),
    (
      "2_mass_removal.sh",
      ["gongkai: stopped, nothing is published: 3 of 4 records", "with 4 of 4 records"]
    ),
    ("3_out_is_in.sh", ["is an input itself"]),
    (
      "5_escape_in_message.sh", [#"a\u{1b}]0;title\u{7}\u{1b}[2Jgongkai: all well\n.docx: the zip"#]
    ),
  ])
func aNightThatWasWrongIsRight(script: String, words: [String]) throws {
  let result = try shell(#"sh "$N/\#(script)" 2>&1"#)
  for word in words { #expect(result.text.contains(word), "\(result.text)") }
  #expect(!result.text.contains("gongkai: all well,"))
}

@Test(.enabled(if: night != nil, "there is no ../shared/faults/night"))
func aDocumentFullOfFormulasIsSafeInASpreadsheet() throws {
  let result = try shell(
    #"""
    mkdir in; cp "$N/csv_formula_cells.docx" in/=1+1.docx; cp -r "$N/esc_name" in
    gongkai run in -o out --tables --csv-bom --quiet; python3 - <<'E'
    import csv, glob, re
    cells = [c for f in sorted(glob.glob("out/*.csv")) for r in csv.reader(open(f, encoding="utf-8-sig", newline="")) for c in r]
    print([c for c in cells if re.match(r"[=+\-@\t\r]", c) and not re.fullmatch(r"[+-]\d+(\.\d+)?", c)])
    print(sorted({c for c in cells if c.startswith("'")}))
    E
    """#)
  #expect(
    result.text == #"""
      []
      ["'-", "'=1+1", "'=1+1.docx", "'=cmd|' /C calc'!A0", "'@SUM(9)"]

      """#)
}
