import Foundation
import Logging
import PlainWords
import Synchronization
import Testing

@testable import RunReporting

/// Lines that were written, and how many more the disk takes.
private final class Disk: Sendable {
  let lines = Mutex<[String]>([])
  let room = Mutex(Int.max)

  func append(_ bytes: [UInt8]) -> Bool {
    guard
      room.withLock({
        $0 -= 1; return $0 >= 0
      })
    else { return false }
    lines.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
    return true
  }
}

private func logger(
  _ screen: Disk, _ file: LogFile?, level: Logger.Level = .info,
  format: RunLog.ConsoleFormat = .text, color: Bool = false, in language: Language = .english
) -> Logger {
  let console = RunConsole(
    style: .init(
      hasBar: false, hasColor: color, hasPlainProgress: false, language: language),
    width: { 80 },
    now: { 0 }, write: { _ = screen.append($0) })
  return Logger(label: "test") { _ in
    RunLog(console: console, consoleLevel: level, format: format, file: file) {
      WallTime(seconds: 1_767_319_200, milliseconds: 7)
    }
  }
}

private func sayAll(_ logger: Logger) {
  logger.trace("t")
  logger.debug("d")
  logger.info("i")
  logger.warning("w", metadata: ["signal": "9", "path": "a\nb\u{1B}[2J.pdf", "level": "x"])
  logger.error("e")
}

@Test func theTerminalGetsWhatWasAskedForAndTheFileAllFromDebug() {
  let (screen, disk) = (Disk(), Disk())
  sayAll(logger(screen, LogFile(append: { disk.append($0) }), level: .warning))
  #expect(
    screen.lines.withLock(\.self) == [
      #"gongkai: warning: w (level=x, path=a\nb\u{1b}[2J.pdf, signal=9)"# + "\n",
      "gongkai: error: e\n",
    ])
  let time = #"{"time":"2026-01-02T02:00:00.007Z","#
  #expect(
    disk.lines.withLock(\.self) == [
      time + #""level":"debug","message":"d"}"# + "\n",
      time + #""level":"info","message":"i"}"# + "\n",
      time + #""level":"warning","message":"w","metadata_level":"x","#
        + #""path":"a\nb\u001b[2J.pdf","signal":"9"}"# + "\n",
      time + #""level":"error","message":"e"}"# + "\n",
    ])
}

@Test func theTerminalSpeaksChineseAndTheFileEnglish() {
  let (screen, disk) = (Disk(), Disk())
  let log = logger(screen, LogFile(append: { disk.append($0) }), in: .chinese)
  log.warning("A record was removed: its file is gone", metadata: ["path": "甲.pdf"])
  log.error("out: cannot write: No space left on device")
  log.info("what no template is for")
  #expect(
    screen.lines.withLock(\.self) == [
      "gongkai: 警告：已移除一条记录：文件已不在 (path=甲.pdf)\n",
      "gongkai: 错误：out：无法写入：磁盘已满\n", "gongkai: what no template is for\n",
    ])
  let time = #"{"time":"2026-01-02T02:00:00.007Z","#
  #expect(
    disk.lines.withLock(\.self) == [
      time
        + #""level":"warning","message":"A record was removed: its file is gone","path":"甲.pdf"}"#
        + "\n",
      time + #""level":"error","message":"out: cannot write: No space left on device"}"# + "\n",
      time + #""level":"info","message":"what no template is for"}"# + "\n",
    ])
}

@Test func everyLineOfTheFileIsOneObjectWhateverTheTextHolds() throws {
  let (screen, disk) = (Disk(), Disk())
  let text = String(
    String.UnicodeScalarView(
      (0...0x2100).compactMap(Unicode.Scalar.init) + ["\u{10FFB5}", "\u{1F600}", "年"]))
  logger(screen, LogFile(append: { disk.append($0) })).error(
    "\(text)", metadata: ["\(text)": "\(text)"])
  let lines = disk.lines.withLock(\.self)
  #expect(lines.count == 1)
  let line = try #require(lines.first).dropLast()
  #expect(
    line.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
        && !["\u{2028}", "\u{2029}"].contains($0)
    })
  let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
  #expect(
    object?.mapValues { Array($0.unicodeScalars) } == [
      "time": Array("2026-01-02T02:00:00.007Z".unicodeScalars),
      "level": Array("error".unicodeScalars), "message": Array(text.unicodeScalars),
      text: Array(text.unicodeScalars),
    ])
}

@Test func linesOfJSONGoToTheTerminalWhereTheyAreWanted() {
  let screen = Disk()
  sayAll(logger(screen, nil, level: .error, format: .json, color: true))
  #expect(
    screen.lines.withLock(\.self) == [
      #"{"time":"2026-01-02T02:00:00.007Z","level":"error","message":"e"}"# + "\n"
    ])
}

@Test func levelsHaveColorsOnATerminal() {
  let screen = Disk()
  sayAll(logger(screen, nil, level: .debug, color: true))
  #expect(
    screen.lines.withLock { $0.map { String($0.prefix { $0 != "w" && $0 != "\n" }) } } == [
      "gongkai: \u{1B}[2mdebug: \u{1B}[0md", "gongkai: i", "gongkai: \u{1B}[33m",
      "gongkai: \u{1B}[31merror: \u{1B}[0me",
    ])
}

@Test func aFullDiskCostsLinesAndNothingElse() {
  let (screen, disk) = (Disk(), Disk())
  let file = LogFile(append: { disk.append($0) })
  disk.room.withLock { $0 = 1 }
  sayAll(logger(screen, file))
  #expect(file.lostLines == 3)
  #expect(disk.lines.withLock(\.count) == 1)
  #expect(screen.lines.withLock(\.count) == 3)
}

@Test func timesAreUTCToTheMillisecond() {
  #expect(
    [
      WallTime(seconds: 0, milliseconds: 0), WallTime(seconds: 951_782_399, milliseconds: 999),
      WallTime(seconds: 4_102_444_800, milliseconds: 20), WallTime(seconds: -1, milliseconds: 0),
    ].map(\.iso8601) == [
      "1970-01-01T00:00:00.000Z", "2000-02-28T23:59:59.999Z", "2100-01-01T00:00:00.020Z",
      "1969-12-31T23:59:59.000Z",
    ])
}
