import ConfinedPrograms
import Diagnostics
import Foundation
import Supervision
import TestSupport
import Testing

// Each test has a process of its own: a supervisor ends every child of its process that is no worker of its.

/// A worker in bash: `body` has the request in `$r` and answers it.
private func program(
  _ body: String, documents: Int = 1_000, environment: [String] = []
) -> WorkerProgram {
  WorkerProgram(
    path: "/bin/bash", arguments: ["-c", "while read -r r; do \(body)\ndone"],
    environment: ["PATH=/usr/bin:/bin"] + environment, memoryBytes: 1 << 40,
    documents: documents)
}

/// Gives `requests` to workers: what became of each, in their order.
private func outcomes(
  _ requests: [String], _ program: WorkerProgram, width: Int = 2,
  seconds: @escaping (String) -> Int = { _ in 30 }, stopAfter: Double = .infinity
) throws -> (outcomes: [String], costs: Supervisor.Costs) {
  let supervisor = Supervisor(program, width: width)
  var next = 0
  var results = [String](repeating: "none", count: requests.count)
  let start = MonotonicClock.now()
  var parts = requests.map { _ in "" }
  func request(_ job: Int) -> Supervisor.Request {
    Supervisor.Request(
      line: Array((requests[job] + "\n").utf8), seconds: seconds(requests[job]))
  }
  try supervisor.run(
    Supervisor.Work(
      next: {
        guard next < requests.count else { return nil }
        defer { next += 1 }
        return (next, request(next))
      },
      request: request,
      finished: { job, outcome, _ in
        #expect(results[job] == "none")
        switch outcome {
        case .answer(let line):
          results[job] = parts[job] + String(decoding: line.dropLast(), as: UTF8.self)
        case .lost(let loss): results[job] = loss.failure.code.rawValue
        }
      },
      part: { job, line in
        parts[job] += String(decoding: line.dropLast(), as: UTF8.self) + " "
        return seconds(requests[job])
      },
      lost: { _, _, _ in },
      tick: { MonotonicClock.now() - start < stopAfter }), graceSeconds: 0.1)
  return (results, supervisor.costs)
}

/// Processes whose environment holds `marker`.
private func processes(_ marker: String) -> Int {
  let ids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter {
    $0.allSatisfy(\.isNumber)
  }
  return (ids ?? []).count { id in
    guard let environment = FileManager.default.contents(atPath: "/proc/\(id)/environ") else {
      return false
    }
    return environment.range(of: Data(marker.utf8)) != nil
  }
}

@Test func everyRequestHasItsAnswer() async {
  await #expect(processExitsWith: .success) {
    for width in [1, 2, 5] {
      let requests = (0..<200).map { "r\($0)" }
      let (results, costs) = try outcomes(requests, program("echo \"<$r>\""), width: width)
      #expect(results == requests.map { "<\($0)>" })
      #expect(costs.workersLost == 0)
    }
  }
}

@Test func aConfinedWorkerReadsItsDocumentsAndDoesNothingElse() async {
  await #expect(processExitsWith: .success) {
    try inTemporaryFolder { folder in
      try Data("text".utf8).write(to: folder.appending(path: "a"))
      var program = program(
        """
        case $r in
        read*) { cat ${r#read } && echo; } 2>/dev/null || echo no;;
        write*) { echo x > ${r#write }; } 2>/dev/null && echo yes || echo no;;
        rights) grep -E '^(CapEff|NoNewPrivs):' /proc/$$/status | tr -d '\\n\\t'; echo;;
        esac
        """)
      program.documentPlaces = [Array(folder.path.utf8)]
      let (results, costs) = try outcomes(
        [
          "read \(folder.path)/a", "read /etc/passwd", "write \(folder.path)/a",
          "write /dev/null", "rights",
        ], program)
      // Whether files are refused depends on the kernel.
      let isRefused = ProgramRefusals.inForce()?.contains(.files) ?? false
      #expect(costs.workersLost == 0)
      #expect(results[0] == "text" && results[3] == "yes")
      #expect(!isRefused || results[1] == "no" && results[2] == "no")
      let rights = getuid() == 0 ? "0000000000000004" : "0000000000000000"
      #expect(results[4] == "CapEff:\(rights)NoNewPrivs:1")
    }
  }
}

@Test func aLargeRequestAndALargeAnswerGoThrough() async {
  await #expect(processExitsWith: .success) {
    let large = String(repeating: "x", count: 1 << 20)
    let (results, _) = try outcomes([large, "b"], program("echo \"$r$r\""))
    #expect(results == [large + large, "bb"])
  }
}

@Test func aDocumentThatKillsItsWorkerIsTriedOnceMore() async {
  await #expect(processExitsWith: .success) {
    let (results, costs) = try outcomes(
      ["a", "die", "b"], program("[ $r = die ] && kill -SEGV $$; echo $r"))
    #expect(results == ["a", "worker_crashed", "b"])
    #expect("\(costs.workersLost) lost, \(costs.retries) again" == "2 lost, 1 again")
  }
}

@Test func aSecondWorkerMayDoBetter() async {
  await #expect(processExitsWith: .success) {
    try inTemporaryFolder { folder in
      let mark = folder.appending(path: "tried").path
      let (results, costs) = try outcomes(
        ["a", "b"], program("[ $r = b ] && [ ! -e \(mark) ] && touch \(mark) && exit 3; echo $r"))
      #expect(results == ["a", "b"])
      #expect("\(costs.workersLost) lost, \(costs.retries) again" == "1 lost, 1 again")
    }
  }
}

@Test func aWorkerOverItsDeadlineIsKilledWithAllThatItStarted() async {
  await #expect(processExitsWith: .success) {
    let marker = "MARK=\(UUID().uuidString)"
    let start = MonotonicClock.now()
    let (results, _) = try outcomes(
      ["a", "hang", "b"],
      program(
        """
        [ $r = hang ] && { setsid sleep 100 & (trap '' TERM; sleep 100) & sleep 100; }; echo $r
        """, environment: [marker]), seconds: { $0 == "hang" ? 1 : 30 })
    #expect(results == ["a", "worker_timeout", "b"])
    #expect(MonotonicClock.now() - start < 6)
    #expect(processes(marker) == 0)
  }
}

@Test func whatAWorkerSaysOfMemoryIsItsCause() async {
  await #expect(processExitsWith: .success) {
    let (results, _) = try outcomes(
      ["a"], program("echo 'Fatal error: out of memory' >&2; kill -ILL $$"))
    #expect(results == ["worker_memory"])
  }
}

@Test func workersAreReplacedAndKilledOnesMissed() async {
  await #expect(processExitsWith: .success) {
    let marker = "MARK=\(UUID().uuidString)"
    let (results, costs) = try outcomes(
      (0..<20).map { "\($0)" }, program("echo $$", documents: 5, environment: [marker]), width: 1)
    #expect(Set(results).count == 4)
    #expect(costs.workersLost == 0)
    #expect(processes(marker) == 0)
  }
}

@Test func aStopEndsWhatIsUnderWay() async {
  await #expect(processExitsWith: .success) {
    let start = MonotonicClock.now()
    let (results, _) = try outcomes(
      ["a", "hang", "b"], program("[ $r = hang ] && sleep 100; echo $r"), width: 1, stopAfter: 0.3)
    #expect(results == ["a", "none", "none"])
    #expect(MonotonicClock.now() - start < 5)
  }
}

@Test func aProgramThatIsNotThereIsAnError() async {
  await #expect(processExitsWith: .success) {
    var missing = program("")
    missing.path = "/none/here"
    #expect(throws: SupervisionError.self) { try outcomes(["a"], missing) }
  }
}

@Test func noDescriptorIsLeft() async {
  await #expect(processExitsWith: .success) {
    func open() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
    _ = try outcomes(["a"], program("echo $r"))
    let before = try open()
    for _ in 0..<10 {
      _ = try outcomes(["a", "die", "b"], program("[ $r = die ] && exit 1; echo $r"))
    }
    let after = try open()
    #expect(after <= before + 3)
  }
}

@Test func anAnswerOfSeveralLinesIsTakenLineByLine() async {
  await #expect(processExitsWith: .success) {
    let body = """
      case $r in
      many*) printf '{"members":2,"x":1}\\na\\n'; sleep 0.2; printf 'b\\n';;
      none) echo '{"members":0}';;
      *) echo "<$r>";;
      esac
      """
    let (results, costs) = try outcomes(["many", "none", "one"], program(body))
    #expect(results == [#"{"members":2,"x":1} a b"#, #"{"members":0}"#, "<one>"])
    #expect(costs.workersLost == 0)
  }
}

@Test func eachLineOfAnAnswerHasItsOwnTimeAndItsOwnSecondWorker() async {
  await #expect(processExitsWith: .success) {
    let slow = "echo '{\"members\":3}'; for i in 1 2 3; do sleep 0.6; echo $i; done"
    let (results, _) = try outcomes(["r"], program(slow), seconds: { _ in 1 })
    #expect(results == [#"{"members":3} 1 2 3"#])
    // To say what is to come is no progress.
    let dying = "echo '{\"members\":2}'; sleep 0.1; kill -9 $$"
    let (lost, costs) = try outcomes(["r"], program(dying), width: 1)
    #expect(lost == ["worker_crashed"])
    #expect("\(costs.workersLost) lost, \(costs.retries) again" == "2 lost, 1 again")
  }
}
