import ConfinedPrograms
import DocumentModel
import InputFiles
import PlainWords
import RunSettings
import Testing

/// The settings that `file`, `environment` and `flags` add up to, or the message that refuses them.
private func resolve(
  _ file: String? = nil, environment: [String: String] = [:], flags: [String: [String]] = [:]
) -> Result<ResolvedSettings, SettingsError> {
  do throws(SettingsError) {
    return .success(
      try ResolvedSettings(
        flags: flags, environment: environment,
        file: file.map { .init(name: "gongkai.yaml", bytes: Array($0.utf8)) }, jobs: 2))
  } catch {
    return .failure(error)
  }
}

private func settings(
  _ file: String? = nil, environment: [String: String] = [:], flags: [String: [String]] = [:]
) throws -> RunSettings {
  try resolve(file, environment: environment, flags: flags).get().settings
}

private func refusal(
  _ file: String? = nil, environment: [String: String] = [:], flags: [String: [String]] = [:]
) -> String? {
  switch resolve(file, environment: environment, flags: flags) {
  case .success: nil
  case .failure(let error): "\(error.isUsage ? 64 : 78) \(error)"
  }
}

@Test func nothingSaidGivesTheDefaults() throws {
  #expect(try settings() == RunSettings(inputs: [], output: "", jobs: 2))
  for nothing in ["", "# nothing\n", "---\n", "output: null\nmanifest: ~\ncolor:\nlang: null\n"] {
    #expect(try settings(nothing) == RunSettings(inputs: [], output: "", jobs: 2))
  }
}

/// Every setting, none at its default.
private let everything = """
  inputs: [/data/原件, "b, c"]
  output: 2024
  jobs: 4
  include: ["*.pdf"]
  exclude:
    - '*旧*'
  files_from: list.txt
  null: true
  max_size: 64M
  manifest: urls.csv
  shard: 3/8
  checksum: true
  force: true
  retry_failed: true
  attempts: 5
  allow_empty: true
  max_removed: 500
  allow_removal: true
  wait: true
  dry_run: true
  tables: true
  csv_bom: true
  agencies: map.csv
  originals: ../../原件
  converters:
    - {when: "*.hwp", command: [hwp2docx, "{input}", "--out={output}"], output: docx}
    - when: "旧*"
      command: [/opt/a, -x, "{input}", "{output}"]
      output: text
      timeout: 5
      reads: [/srv/fonts]
  fail_on: [new-failure, checks]
  metrics_file: /var/lib/a.prom
  verbose: true
  log_format: json
  color: false
  lang: zh
  timeout: 60
  timeout_budget: 900
  worker_memory: 256M
  worker_documents: 99
  limits:
    zip_entries: 5000
    part_bytes: 1G
  """

private var everythingSet: RunSettings {
  var all = RunSettings(inputs: ["/data/原件", "b, c"], output: "2024", jobs: 4)
  all.include = ["*.pdf"]
  all.exclude = ["*旧*"]
  all.filesFrom = "list.txt"
  all.filesFromIsNulSeparated = true
  all.limits.inputBytes = 64 << 20
  all.manifest = "urls.csv"
  all.shard = Shard(number: 3, of: 8)
  all.checksum = true
  all.force = true
  all.retryFailed = true
  all.attempts = 5
  all.allowEmpty = true
  all.maxRemoved = .count(500)
  all.allowRemoval = true
  all.wait = true
  all.dryRun = true
  all.tables = true
  all.csvMark = true
  all.agencies = "map.csv"
  all.originals = "../../原件"
  all.converters = [
    SiteConverter(
      when: "*.hwp", command: ["hwp2docx", "{input}", "--out={output}"], output: .docx),
    SiteConverter(
      when: "旧*", command: ["/opt/a", "-x", "{input}", "{output}"], output: .text, timeout: 5,
      reads: ["/srv/fonts"]),
  ]
  all.failOn = [.newFailure, .checks]
  all.metricsFile = "/var/lib/a.prom"
  all.console.verbosity = .verbose
  all.console.format = .json
  all.console.color = false
  all.language = .chinese
  all.limits.backendSeconds = 60
  all.timeoutBudget = 900
  all.workerMemoryBytes = 256 << 20
  all.workerDocuments = 99
  all.limits.zipEntries = 5000
  all.limits.partBytes = 1 << 30
  return all
}

@Test func aFileCanSayEverything() throws {
  #expect(try settings(everything) == everythingSet)
}

@Test func everySettingIsInTheFileAbove() throws {
  let members = Mirror(reflecting: RunSettings(inputs: [], output: "", jobs: 1)).children
  // Console is three settings and two of them are one member; max_size and timeout are limits.
  #expect(SettingKey.all.count == members.count + 3 + 2)
  for key in SettingKey.all where key.name != "quiet" {
    #expect(everything.contains("\(key.name):"), "\(key.name)")
  }
}

@Test func theEnvironmentCanSayEverything() throws {
  let environment = [
    "GONGKAI_INPUTS": "/data/原件,b", "GONGKAI_OUTPUT": "2024", "GONGKAI_JOBS": "4",
    "GONGKAI_INCLUDE": "*.pdf", "GONGKAI_EXCLUDE": "*旧*", "GONGKAI_FILES_FROM": "list.txt",
    "GONGKAI_NULL": "1", "GONGKAI_MAX_SIZE": "64M", "GONGKAI_MANIFEST": "urls.csv",
    "GONGKAI_SHARD": "3/8",
    "GONGKAI_CHECKSUM": "true", "GONGKAI_FORCE": "1", "GONGKAI_RETRY_FAILED": "true",
    "GONGKAI_ATTEMPTS": "5", "GONGKAI_ALLOW_EMPTY": "1", "GONGKAI_WAIT": "1",
    "GONGKAI_MAX_REMOVED": "500", "GONGKAI_ALLOW_REMOVAL": "1",
    "GONGKAI_DRY_RUN": "1", "GONGKAI_TABLES": "1", "GONGKAI_CSV_BOM": "1",
    "GONGKAI_AGENCIES": "map.csv", "GONGKAI_ORIGINALS": "../../原件",
    "GONGKAI_FAIL_ON": "new-failure,checks",
    "GONGKAI_METRICS_FILE": "/var/lib/a.prom", "GONGKAI_VERBOSE": "1", "GONGKAI_QUIET": "0",
    "GONGKAI_LOG_FORMAT": "json", "GONGKAI_COLOR": "0", "GONGKAI_LANG": "zh",
    "GONGKAI_TIMEOUT": "60",
    "GONGKAI_TIMEOUT_BUDGET": "900",
    "GONGKAI_WORKER_MEMORY": "256M", "GONGKAI_WORKER_DOCUMENTS": "99",
    "GONGKAI_LIMITS": "zip_entries=5000,part_bytes=1G",
    "GONGKAI_CONFIG": "x.yaml", "GONGKAI_RECORD_GOLDEN": "1", "PATH": "/bin", "gongkai_x": "1",
  ]
  var all = everythingSet
  all.inputs = ["/data/原件", "b"]
  // Those can be in a file only.
  all.converters = []
  #expect(try settings(environment: environment) == all)
  #expect(
    Set(SettingKey.all.map(\.variable)).subtracting(environment.keys) == ["GONGKAI_CONVERTERS"])
}

@Test(arguments: [
  (
    "a",
    "takes a list of mappings with the keys when, command, output, timeout and reads, not \"a\""
  ),
  (
    "[a]",
    "takes a list of mappings with the keys when, command, output, timeout and reads, not a list that holds something else"
  ),
  ("[{when: a, command: [b, '{input}', '{output}']}]", "a converter needs an \"output\""),
  (
    "[{when: a, command: [b, '{input}', '{output}'], output: pdf}]",
    "a converter's output is one of docx, html, text"
  ),
  (
    "[{when: a, command: [b, '{input}'], output: docx}]",
    "a converter needs {output} among the arguments of its command"
  ),
  (
    "[{when: a, command: ['{input}', '{output}'], output: docx}]",
    "a converter needs {input} among the arguments of its command"
  ),
  (
    "[{when: a/b, command: [b, '{input}', '{output}'], output: docx}]",
    "a converter needs a pattern of file names in \"when\", without a slash"
  ),
  (
    "[{when: a, command: [./b, '{input}', '{output}'], output: docx}]",
    "a converter needs a program by its name or by its absolute path"
  ),
  (
    "[{when: a, command: [b, '{input}', '{output}'], output: docx, timeout: 0}]",
    "a converter needs a timeout from 1 to 86400 seconds"
  ),
  (
    "[{when: a, command: [b, '{input}', '{output}'], output: docx, timeout: x}]",
    "a converter's timeout is a number of seconds"
  ),
  ("[{when: a, command: b, output: docx}]", "a converter's command is something else"),
  (
    "[{when: a, command: [b, '{input}', '{output}'], output: docx, reads: [x]}]",
    "a converter needs absolute paths in \"reads\""
  ),
  ("[{shell: a}]", "a converter has no \"shell\""),
])
func aConverterThatCannotBeUsedIsRefused(yaml: String, words: String) throws {
  let message = try #require(refusal("converters: \(yaml)"))
  #expect(message.hasPrefix("78 ") && message.hasSuffix(words), "\(message)")
}

@Test func convertersAreShownAsTheyAreReadAgain() throws {
  let resolved = try resolve(everything).get()
  let again = try settings(resolved.yaml)
  #expect(again.converters == everythingSet.converters && again == resolved.settings)
}

@Test func aFlagBeatsTheEnvironmentBeatsTheFile() throws {
  func jobs(_ sources: Int) throws -> Int {
    try settings(
      sources > 0 ? "jobs: 11" : nil, environment: sources > 1 ? ["GONGKAI_JOBS": "12"] : [:],
      flags: sources > 2 ? ["jobs": ["13"]] : [:]
    ).jobs
  }
  #expect(try [0, 1, 2, 3].map(jobs) == [2, 11, 12, 13])
}

@Test func aFlagTakesBackWhatTheFileSays() throws {
  let found = try settings(
    "force: true\nquiet: true\ninclude: [a]\nlimits: {zip_entries: 5, xml_depth: 9}",
    environment: ["GONGKAI_LIMITS": "xml_depth=10"],
    flags: ["force": ["false"], "verbose": ["true"], "include": ["b", "c"]])
  var expected = RunSettings(inputs: [], output: "", jobs: 2)
  expected.console.verbosity = .verbose
  expected.include = ["b", "c"]
  expected.limits.zipEntries = 5
  expected.limits.xmlDepth = 10
  #expect(found == expected)
}

@Test(arguments: [
  ("job: 4", #"78 gongkai.yaml:1:1: there is no setting "job"; did you mean "jobs"?"#),
  (
    "jobs: 2\n\nretry-failed: true",
    #"78 gongkai.yaml:3:1: there is no setting "retry-failed"; did you mean "retry_failed"?"#
  ),
  ("banana: 4", #"78 gongkai.yaml:1:1: there is no setting "banana""#),
  ("? [a]\n: 4", #"78 gongkai.yaml:1:3: there is no setting "?""#),
  ("jobs: four", #"78 gongkai.yaml:1:7: jobs takes a number from 1 to 1024, not "four""#),
  ("jobs: \"4\"", "78 gongkai.yaml:1:7: jobs takes a number from 1 to 1024, not text in quotes"),
  ("jobs: [4]", "78 gongkai.yaml:1:7: jobs takes a number from 1 to 1024, not a list"),
  ("jobs:", "78 gongkai.yaml:1:6: jobs takes a number from 1 to 1024, not nothing"),
  ("jobs: 0", #"78 gongkai.yaml:1:7: jobs takes a number from 1 to 1024, not "0""#),
  (
    "jobs: 99999999999999999999",
    #"78 gongkai.yaml:1:7: jobs takes a number from 1 to 1024, not "99999999999999999999""#
  ),
  ("force: yes", #"78 gongkai.yaml:1:8: force takes true or false, not "yes""#),
  ("force: 1", #"78 gongkai.yaml:1:8: force takes true or false, not "1""#),
  ("include: '*.pdf'", #"78 gongkai.yaml:1:10: include takes a list of patterns, not "*.pdf""#),
  (
    "include: [{}]",
    "78 gongkai.yaml:1:11: include takes a list of patterns, not a list that holds something else"
  ),
  (
    "include: [*.pdf]",
    "78 gongkai.yaml:1:12: no YAML: did not find expected alphabetic or numeric character; text that begins with * needs quotes"
  ),
  (
    "include: [*pdf]",
    "78 gongkai.yaml:1:11: no YAML: found undefined alias; text that begins with * needs quotes"
  ),
  ("lang: de", #"78 gongkai.yaml:1:7: lang takes one of zh, en, not "de""#),
  ("log_format: xml", #"78 gongkai.yaml:1:13: log_format takes one of text, json, not "xml""#),
  (
    "fail_on: [partial, check]",
    "78 gongkai.yaml:1:10: fail_on takes a list of new-failure, partial, checks, removed, not a list"
  ),
  ("jobs: 4\nforce: true\njobs: 5", #"78 gongkai.yaml:1:1: "jobs" is there twice"#),
  (
    "limits:\n  zip_entires: 5",
    #"78 gongkai.yaml:2:16: there is no limit "zip_entires"; did you mean "zip_entries"?"#
  ),
  (
    "limits: {zip_entries: 0}",
    #"78 gongkai.yaml:1:23: zip_entries takes a number from 1 to 1000000, not "0""#
  ),
  (
    "limits: {xml_value_bytes: 5}",
    #"78 gongkai.yaml:1:27: xml_value_bytes takes only 10000000, which cannot be changed, not "5""#
  ),
  ("limits: [a]", "78 gongkai.yaml:1:9: limits takes a mapping of limits to numbers, not a list"),
  (
    "max_size: 5M\nlimits: {input_bytes: 6M}",
    "78 gongkai.yaml:2:23: limits.input_bytes contradicts max_size"
  ),
  ("quiet: true\nverbose: true", "78 gongkai.yaml:2:10: verbose contradicts quiet"),
  ("- jobs", "78 gongkai.yaml:1:1: the file must be a mapping, lines of key: value"),
  ("jobs: 4\n---\njobs: 5", "78 gongkai.yaml:2:1: no YAML: but found another document"),
  ("jobs: [", "78 gongkai.yaml:2:1: no YAML: did not find expected node content"),
  ("a: &x [1]", "78 gongkai.yaml:1:1: anchors and aliases (&name, *name) are not taken"),
])
func aMistakeInTheFileIsNamedWithItsPlace(file: String, message: String) {
  #expect(refusal(file) == message)
}

@Test func sayingTheSameTwiceIsNoContradiction() throws {
  #expect(try settings("max_size: 5M\nlimits: {input_bytes: 5242880}").limits.inputBytes == 5 << 20)
}

@Test(arguments: [
  ("GONGKAI_JOB", "4", #"78 GONGKAI_JOB: there is no such setting; did you mean "GONGKAI_JOBS"?"#),
  ("GONGKAI_JOBS", "", #"78 GONGKAI_JOBS: jobs takes a number from 1 to 1024, not """#),
  ("GONGKAI_LIMITS", "5", #"78 GONGKAI_LIMITS: "5" is not of the form name=value"#),
])
func aMistakeInTheEnvironmentIsNamed(variable: String, value: String, message: String) {
  #expect(refusal(environment: [variable: value]) == message)
}

@Test func aMistakeInAFlagIsAUsageError() {
  #expect(
    [
      refusal(flags: ["jobs": ["x"]]), refusal(flags: ["limits": ["zip_entires=5"]]),
      refusal(flags: ["worker_memory": ["5T"]]),
    ] == [
      #"64 --jobs: jobs takes a number from 1 to 1024, not "x""#,
      #"64 --limit: there is no limit "zip_entires"; did you mean "zip_entries"?"#,
      "64 --worker-memory: worker_memory takes bytes (as digits, or with K, M or G) "
        + #"from 67108864 to 1099511627776, not "5T""#,
    ])
}

@Test func hostileFilesAreRefusedAtOnce() {
  let bomb =
    "a: &a [x]\n"
    + (1...9).map { "\("abcdefghij".dropFirst($0).prefix(1)): &b\($0) [*a, *a]\n" }.joined()
  let deep = String(repeating: "[", count: 30_000)
  let flow = "jobs: " + String(repeating: "{a: ", count: 15_000)
  #expect(
    [bomb, deep, flow, String(repeating: "#", count: 65_537)].map { refusal($0) } == [
      "78 gongkai.yaml:1:1: anchors and aliases (&name, *name) are not taken",
      "78 gongkai.yaml:1:1: no YAML: Maximum nesting level reached, "
        + "set with yaml_set_max_nest_level())",
      "78 gongkai.yaml:1:3999: no YAML: Maximum nesting level reached, "
        + "set with yaml_set_max_nest_level())",
      "78 gongkai.yaml: the file has more than 65536 bytes",
    ])
}

@Test func aFileThatIsNoTextIsRefused() {
  let error = #expect(throws: SettingsError.self) {
    try ResolvedSettings(
      flags: [:], environment: [:], file: .init(name: "x", bytes: [0x6A, 0xFF, 0xFE]), jobs: 1)
  }
  #expect(error?.description == "x: the file is no valid UTF-8")
}

@Test(arguments: ["-1", "101%", "x", "1.5", "x%", "\"\""])
func noOtherNumberOfRecordsMayBeRemoved(text: String) {
  #expect(
    refusal("max_removed: \(text)")?.hasPrefix(
      "78 gongkai.yaml:1:14: max_removed takes a number of documents, or percent of them such as 10%"
    )
      == true)
}

@Test func anAmpersandInTextIsNoAnchor() throws {
  #expect(try settings("output: a & b\nmanifest: \"&x\"").output == "a & b")
}

@Test func whatIsShownIsAFileThatSaysTheSame() throws {
  var odd = everything
  odd += "\nquiet: false\n"
  for (file, environment) in [
    (odd, [:]), ("", [:]),
    (
      "output: \"a: \\\"b\\\" # 年\"",
      [
        "GONGKAI_MANIFEST": "~", "GONGKAI_EXCLUDE": "null,- x,\u{10FFB5}\u{85}",
        "GONGKAI_JOBS": "9",
      ]
    ),
  ] as [(String, [String: String])] {
    let resolved = try resolve(file, environment: environment).get()
    #expect(try settings(resolved.yaml) == resolved.settings)
  }
}

@Test func whatIsShownTellsWhereItComesFrom() throws {
  let shown = try resolve(
    "# night\njobs: 4\nlimits: {xml_depth: 99}", environment: ["GONGKAI_WAIT": "true"],
    flags: ["output": ["out"], "max_size": ["1K"]]
  ).get().yaml
  let lines = shown.split(separator: "\n").map(String.init)
  #expect(lines.count == SettingKey.all.count + Limits.all.count)
  #expect(
    lines.filter { !$0.hasSuffix("# default") } == [
      "output: out                             # --output",
      "jobs: 4                                 # gongkai.yaml:2:7",
      "max_size: 1024                          # --max-size",
      "wait: true                              # GONGKAI_WAIT",
      "limits:",
      "  input_bytes: 1024                     # --max-size",
      "  xml_depth: 99                         # gongkai.yaml:3:21",
    ])
}

@Test(arguments: [
  ("10%", 5, 40, false), ("10%", 6, 60, false), ("10%", 6, 59, true), ("10%", 3, 4, true),
  ("10%", 2, 4, false), ("10%", 2, 3, true), ("10%", 1, 1, false), ("10%", 0, 0, false),
  ("100%", 9, 9, false), ("0%", 1, 9, false), ("0%", 6, 900, true), ("0", 1, 900, true),
  ("3", 3, 4, false), ("3", 4, 400, true),
])
func moreThanMayBeRemovedIsTold(limit: String, removed: Int, published: Int, isExceeded: Bool)
  throws
{
  let settings = try settings("max_removed: \(limit)")
  #expect(settings.maxRemoved.isExceeded(by: removed, of: published) == isExceeded)
}
