import ConsoleText
import PlainWords
import Synchronization
import Testing

@testable import RunReporting

/// What a console writes, and a clock that the test moves.
private final class Screen: Sendable {
  private let bytes = Mutex<[UInt8]>([])
  private let clock = Mutex(1000.0)
  private let columns = Mutex(80)

  func console(bar: Bool = true, color: Bool = false, plain: Bool = true) -> RunConsole {
    RunConsole(
      style: .init(hasBar: bar, hasColor: color, hasPlainProgress: plain),
      width: { self.columns.withLock(\.self) }, now: { self.clock.withLock(\.self) },
      write: { piece in self.bytes.withLock { $0 += piece } })
  }

  func wait(_ seconds: Double) { clock.withLock { $0 += seconds } }
  func resize(_ width: Int) { columns.withLock { $0 = width } }

  /// What was written since the last call, with the erasing escape as `<erase>`.
  func output() -> String {
    bytes.withLock { bytes in
      defer { bytes = [] }
      return String(decoding: bytes, as: UTF8.self).replacing("\u{1B}[K", with: "<erase>")
    }
  }
}

private func progress(
  _ done: Int, of documents: Int, failed: Int = 0, bytes: Int? = nil, elapsed: Double = 10
) -> RunProgress {
  var progress = RunProgress(documents: documents, bytes: documents * 1000)
  progress.doneDocuments = done
  progress.doneBytes = bytes ?? done * 1000
  progress.failed = failed
  progress.elapsedSeconds = elapsed
  return progress
}

@Test(arguments: [
  (
    100,
    "━━━━━━━━━━━━━━━━━━━━━━━━────────────────   61%  61,204/100,000  6,120.4/s  ETA 10:24  118 failed"
  ),
  (80, "━━━━━━━━━━━━━━─────────   61%  61,204/100,000  6,120.4/s  ETA 10:24  118 failed"),
  (0, "━━━━━━━━━━━━━━─────────   61%  61,204/100,000  6,120.4/s  ETA 10:24  118 failed"),
  (65, " 61%  61,204/100,000  6,120.4/s  ETA 10:24  118 failed"),
  (56, " 61%  61,204/100,000  6,120.4/s  ETA 10:24  118 failed"),
  (55, " 61%  61,204/100,000  6,120.4/s  ETA 10:24  118 failed"),
  (54, " 61%  61,204/100,000  ETA 10:24  118 failed"),
  (44, " 61%  61,204/100,000  ETA 10:24  118 failed"),
  (43, " 61%  61,204/100,000  118 failed"), (20, " 61%  118 failed"), (16, " 61%"), (5, " 61%"),
  (4, ""), (1, ""),
  (-3, "━━━━━━━━━━━━━━─────────   61%  61,204/100,000  6,120.4/s  ETA 10:24  118 failed"),
])
func theBarFitsTheTerminal(width: Int, bar: String) {
  let found = ProgressLine.bar(
    progress(61_204, of: 100_000, failed: 118), remaining: 624, width: width, hasColor: false,
    in: .english)
  #expect(found == bar)
  #expect(width <= 0 || found.count < width)
}

@Test(arguments: [
  (
    100,
    "━━━━━━━━━━━━━━━━━━━━━━───────────────   61%  61,204/100,000  6,120.4 份/秒  剩余 10:24  失败 118 份"
  ),
  (67, " 61%  61,204/100,000  6,120.4 份/秒  剩余 10:24  失败 118 份"),
  (50, " 61%  61,204/100,000  剩余 10:24  失败 118 份"),
  (20, " 61%  失败 118 份"), (18, " 61%  失败 118 份"), (17, " 61%"),
])
func theBarFitsTheTerminalInChinese(width: Int, bar: String) {
  let found = ProgressLine.bar(
    progress(61_204, of: 100_000, failed: 118), remaining: 624, width: width, hasColor: false,
    in: .chinese)
  #expect(found == bar)
  #expect(DisplayWidth.of(found) < width)
}

@Test func thePlainLineIsInChinese() {
  #expect(
    [624, nil].map {
      ProgressLine.plain(progress(1_200, of: 4_000, failed: 13), remaining: $0, in: .chinese)
    } == [
      "已完成 4,000 份文档中的 1,200 份（30%），120.0 份/秒，失败 13 份，约剩 10:24",
      "已完成 4,000 份文档中的 1,200 份（30%），120.0 份/秒，失败 13 份",
    ])
}

@Test func theBarIsEmptyAtFirstAndFullAtTheEnd() {
  func bar(_ progress: RunProgress, _ remaining: Double?) -> String {
    ProgressLine.bar(progress, remaining: remaining, width: 60, hasColor: false, in: .english)
  }
  #expect(
    [
      bar(progress(0, of: 3, elapsed: 0), nil), bar(progress(1, of: 3), 3725),
      bar(progress(3, of: 3), 0), bar(progress(0, of: 0, elapsed: 0), nil),
      bar(progress(5, of: 3), -1), bar(progress(1, of: 3), .infinity),
    ] == [
      "──────────────────────────────    0%  0/3  0.0/s  ETA --:--",
      "━━━━━━━━━───────────────────   33%  1/3  0.1/s  ETA 1:02:05",
      "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  100%  3/3  0.3/s  ETA 0:00",
      "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  100%  0/0  0.0/s  ETA --:--",
      "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  100%  5/3  0.5/s  ETA --:--",
      "━━━━━━━━━━────────────────────   33%  1/3  0.1/s  ETA --:--",
    ])
}

@Test func colorChangesNothingButTheColor() {
  let colored = ProgressLine.bar(
    progress(1, of: 2, failed: 1), remaining: nil, width: 60, hasColor: true, in: .english)
  #expect(
    colored == "\u{1B}[32m━━━━━━━━━━\u{1B}[0m\u{1B}[2m──────────\u{1B}[0m   50%  1/2  0.1/s  "
      + "ETA --:--  \u{1B}[31m1 failed\u{1B}[0m")
}

@Test func theBarIsRedrawnTenTimesASecondAtMost() {
  let screen = Screen()
  let console = screen.console()
  screen.resize(30)
  console.show(progress(1, of: 9))
  #expect(screen.output() == "\r 11%  1/9  0.1/s  ETA --:--<erase>")
  for done in 2...9 {
    screen.wait(0.01)
    console.show(progress(done, of: 9))
  }
  #expect(screen.output() == "")
  screen.wait(0.05)
  console.show(progress(9, of: 9))
  #expect(screen.output() == "\r100%  9/9  0.9/s  ETA --:--<erase>")
  screen.wait(0.2)
  console.show(progress(9, of: 9))
  #expect(screen.output() == "")
}

@Test func messagesGoAboveTheBarAndTheEndTakesItAway() {
  let screen = Screen()
  let console = screen.console()
  screen.resize(30)
  console.say("gongkai: first")
  console.show(progress(1, of: 9))
  console.say("gongkai: second")
  console.clear()
  console.clear()
  console.say("gongkai: third")
  let bar = " 11%  1/9  0.1/s  ETA --:--"
  #expect(
    screen.output() == "gongkai: first\n\r\(bar)<erase>\r<erase>gongkai: second\n\(bar)\r<erase>"
      + "gongkai: third\n")
}

@Test func withoutATerminalThereIsOnePlainLineAMinute() {
  let screen = Screen()
  let console = screen.console(bar: false)
  for second in 0..<180 {
    console.show(
      progress(second * 10, of: 4_000, failed: second / 9, elapsed: Double(second)))
    screen.wait(1)
  }
  #expect(
    screen.output() == """
      gongkai: 600 of 4,000 documents (15 %), 10.0/s, 6 failed, about 5:40 to go
      gongkai: 1,200 of 4,000 documents (30 %), 10.0/s, 13 failed, about 4:40 to go

      """)
}

@Test func aQuietConsoleSaysOnlyMessages() {
  let screen = Screen()
  let console = screen.console(bar: false, plain: false)
  for _ in 0..<180 {
    console.show(progress(1, of: 2))
    screen.wait(1)
  }
  console.say("gongkai: error: x")
  #expect(screen.output() == "gongkai: error: x\n")
}

@Test func theRemainingTimeGoesByBytesAndIsSmoothed() {
  var estimate = RemainingTime()
  func add(_ bytes: Int, at time: Double) -> Int? {
    var progress = RunProgress(documents: 0, bytes: 10_000)
    progress.doneBytes = bytes
    estimate.add(progress, at: time)
    return estimate.seconds.map { Int($0.rounded()) }
  }
  // 100 bytes a second; nothing is known in the first 3 seconds.
  #expect(
    [0, 1, 2, 3, 4].map { add($0 * 100, at: 50 + Double($0)) } == [nil, nil, nil, 97, 96])
  // A second with 2,100 bytes makes it a few times faster, not for ever.
  #expect(add(2_500, at: 55) == 14)
  // Standing still makes it longer from second to second.
  #expect([65, 75, 135].map { add(2_500, at: $0) } == [53, 101, 1254])
  #expect(add(10_000, at: 136) == 0)
}
