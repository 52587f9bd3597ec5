import Foundation
import TestSupport
import Testing

/// The doctor's answer where the programs in `fakes` are found first.
private func doctor(
  _ arguments: String, fakes: [String: String] = [:], before: String = "", onlyFakes: Bool = false
) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    let programs = folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    for (name, script) in fakes {
      let file = programs.appending(path: name)
      try Data("#!/bin/bash\n\(script)\n".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    result = try BuiltProgram.shell(
      "\(before)\nPATH=$PWD/bin\(onlyFakes ? "" : ":$PATH") gongkai doctor -j 1 \(arguments)",
      in: folder, environment: ["SHELL_FOLDER": folder.path])
  }
  return try #require(result)
}

/// State and name of each check, `FAIL pdftotext`.
private func states(_ result: BuiltProgram.Result) -> [String] {
  result.text.split(separator: "\n").map { line in
    line.split(separator: " ").prefix(2).joined(separator: " ")
  }
}

private func line(_ name: String, of result: BuiltProgram.Result) -> String? {
  result.text.split(separator: "\n").map(String.init)
    .first { $0.split(separator: " ").dropFirst().first.map(String.init) == name }
}

@Test func aMachineThatHasEverythingIsFine() throws {
  let result = try doctor("-o out in", before: "mkdir in; printf 文 > in/a.txt")
  #expect(
    states(result).map { $0.replacing("warn", with: "ok") } == [
      "ok pdftotext", "ok poppler-data", "ok pdftocairo", "ok poppler-build", "ok bsdtar",
      "ok soffice", "ok confinement",
      "ok locale", "ok gconv",
      "ok open-files", "ok processes", "ok limits", "ok memory", "ok sqlite", "ok temp",
      "ok input", "ok output", "ok output-disk", "ok space",
    ])
  #expect(
    line("poppler-data", of: result) == "ok    poppler-data   Chinese characters come out right")
  #expect(line("input", of: result) == "ok    input          1 files, 0 MiB")
  #expect(result.status == 0)
}

@Test func aMissingOrBrokenBsdtarIsAWarning() throws {
  let missing = try doctor("", onlyFakes: true)
  #expect(
    line("bsdtar", of: missing)
      == "warn  bsdtar         not in PATH; rar and 7z archives cannot be read. To fix: apt-get install libarchive-tools"
  )
  let broken = try doctor("", fakes: ["bsdtar": "exit 1"])
  #expect(line("bsdtar", of: broken)?.hasPrefix("warn") == true)
  let sound = try doctor("", fakes: ["bsdtar": "echo 'bsdtar 3.7.1 - libarchive 3.7.1'"])
  #expect(line("bsdtar", of: sound)?.hasPrefix("ok    bsdtar         3.7.1, ") == true)
}

@Test func optionalProgramsAreTriedOutAndFailNothing() throws {
  let yaml = """
    converters:
      - {when: '*.x', command: [x2docx, '{input}', '{output}'], output: docx}
      - {when: '*.y', command: [y2text, '{input}', '{output}'], output: text}
      - {when: '*.z', command: [/nowhere/z, '{input}', '{output}'], output: html}
    """
  let result = try doctor(
    "--config a.yaml",
    fakes: [
      "x2docx": "exit 2", "y2text": "kill -SEGV $$", "soffice": "exit 0",
    ],
    before: "cat > a.yaml <<'END'\n\(yaml)\nEND")
  let lines = result.text.split(separator: "\n").map(String.init)
  #expect(
    lines.filter { $0.contains(" converter ") }.map { $0.prefix(4) } == ["ok  ", "warn", "warn"])
  #expect(lines.contains { $0.hasPrefix("ok    converter      *.x to docx by /") })
  #expect(lines.contains { $0.contains("/nowhere/z") || $0.contains("z is not there") })
  #expect(line("soffice", of: result)?.contains("reads no RTF file") == true)
  #expect(result.status == 0)
}

@Test func aMissingPdftotextFailsAndSaysWhatToInstall() throws {
  let result = try doctor("", onlyFakes: true)
  #expect(
    states(result).prefix(3) == ["FAIL pdftotext", "warn pdftocairo", "ok poppler-build"])
  #expect(
    line("pdftotext", of: result)?.hasSuffix("To fix: apt-get install poppler-utils poppler-data")
      == true)
  #expect(result.status == 69)
}

@Test(arguments: [
  ("echo pdftotext version 22.12.0 >&2; [ $1 = -v ] || echo '????'", "come out wrong"),
  (
    "echo pdftotext version 22.12.0 >&2; [ $1 = -v ] || echo \"Missing language pack for 'Adobe-GB1' mapping\" >&2",
    "its tables are missing. To fix: apt-get install poppler-data"
  ),
  ("echo pdftotext version 22.12.0 >&2; [ $1 = -v ] || kill -SEGV $$", "crashes (signal 11)"),
])
func aPdftotextThatReadsNoChineseFails(script: String, words: String) throws {
  let result = try doctor("", fakes: ["pdftotext": script])
  #expect(states(result).prefix(2) == ["ok pdftotext", "FAIL poppler-data"])
  #expect(line("poppler-data", of: result)?.contains(words) == true)
  #expect(result.status == 69)
}

@Test func aHangingPdftotextIsEndedWithWhatItStarted() throws {
  let result = try doctor(
    "; pgrep -f 'sleep 31[4]159' && echo left over; true",
    fakes: [
      "pdftotext":
        "echo pdftotext version 22.12.0 >&2; [ $1 = -v ] || sleep 314159"
    ])
  #expect(line("poppler-data", of: result)?.contains("takes more than 30 s for one page") == true)
  #expect(!result.text.contains("left over"))
}

@Test func anOldBuildIsAWarningWithItsReason() throws {
  let result = try doctor(
    "", fakes: ["dpkg-query": "printf 22.12.0-2+deb12u1"])
  #expect(line("poppler-build", of: result)?.contains("CVE-2025-52886") == true)
  #expect(states(result).contains("warn poppler-build"))
  #expect(result.status == 0)
}

@Test(arguments: [
  ("-o file", "output", 73), ("-o file/out", "output", 73), ("-o /proc/out", "output", 73),
  ("none", "input", 66), ("-o /proc/out none", "input", 66),
])
func aFolderThatCannotBeUsedFails(arguments: String, check: String, status: Int32) throws {
  let result = try doctor(arguments, before: "printf x > file")
  #expect(states(result).contains("FAIL \(check)"))
  #expect(result.status == status)
}

@Test func theDoctorLeavesNothingBehind() throws {
  let result = try doctor(
    "-o out/of/here . > /dev/null; PATH=/usr/bin:/bin; gongkai doctor -o out2 > /dev/null; find . -mindepth 1 | sort",
    before: "mkdir out2")
  #expect(result.text == "./bin\n./out2\n")
}

@Test func lowLimitsAndUnreadableInputsAreWarnings() throws {
  let result = try doctor(
    "in", before: "ulimit -n 40; ulimit -f 1000; mkdir in; mkfifo in/fifo; printf x > in/a")
  #expect(
    // Of this machine, memory may be scarce and LibreOffice not installed.
    states(result).filter {
      $0.hasPrefix("warn") && !$0.hasSuffix("memory") && !$0.hasSuffix("soffice")
    } == ["warn open-files", "warn limits", "warn input"])
  #expect(
    line("input", of: result)?.contains(
      "1 can't be read, such as fifo: Is a FIFO, not a regular file") == true)
}

@Test func theAnswerMayBeJSON() throws {
  struct Answer: Decodable, Equatable {
    struct Check: Decodable, Equatable { var name, state, detail: String; var fix: String? }
    var checks: [Check]
    var exit_status: Int
  }
  let result = try doctor("--json", onlyFakes: true)
  let answer = try JSONDecoder().decode(Answer.self, from: result.output)
  #expect(
    answer.checks.first
      == Answer.Check(
        name: "pdftotext", state: "fail", detail: "not in PATH; no PDF can be read",
        fix: "apt-get install poppler-utils poppler-data"))
  #expect(answer.exit_status == 69)
  #expect(result.status == 69)
}

@Test func filesBesideTheInputsAreCheckedAsARunNeedsThem() throws {
  let result = try doctor(
    "-o out --manifest none.csv --metrics-file nowhere/m.prom in; echo $?; gongkai doctor --config a.yaml -j 1; echo $?; ls out/state",
    before: """
      mkdir in; printf 文 > in/a.txt; gongkai run in -o out --quiet
      python3 -c "import sqlite3; d = sqlite3.connect('out/state/index.sqlite'); d.execute(\\"INSERT INTO grdb_migrations VALUES ('99')\\"); d.commit()"
      printf 'path,url\\na.txt,https://example.com/a\\n' > m.csv
      printf 'inputs: [in]\\noutput: out2\\nmanifest: m.csv\\nmetrics_file: m.prom\\n' > a.yaml
      """)
  let lines = result.text.split(separator: "\n").map(String.init)
  #expect(
    lines.filter { line in
      ["state", "manifest", "metrics"].contains { line.dropFirst(6).hasPrefix($0 + " ") }
        || line.count < 4
    } == [
      "FAIL  state          out/state was written by a later version of gongkai than this one, 0.2.0: use that, or remove "
        + "out/state to convert everything again. To fix: install the version that wrote it, or remove the folder",
      "FAIL  manifest       none.csv: No such file or directory. To fix: name a CSV file that this user may read, with "
        + "--manifest or in the configuration file",
      "FAIL  metrics        nowhere: cannot open: No such file or directory. To fix: make the folder, let this user write in "
        + "it with chown, or change --metrics-file",
      "78", "ok    manifest       the manifest can be read",
      "ok    metrics        the metrics can be written", "0",
    ])
  #expect(lines.filter { $0.hasPrefix("index.sqlite-") } == [])
}
