import ArgumentParser
import ConsoleText
import Conversion
import Diagnostics
import Glibc
import InputFiles
import PlainWords

/// Where results go: standard output, or a file that appears whole or not at all.
///
/// A device or a pipe is written into, and never replaced: `-o /dev/null` as root must leave it there. Writes by itself: `print` to a full disk exits 0.
final class OutputSink {
  private let descriptor: Int32
  /// For messages.
  private let name: String
  /// The file that is renamed at the end; nil for standard output, a device or a pipe.
  private let file: (temporary: [CChar], final: [CChar])?

  /// - Parameter path: Nil and `-` for standard output.
  init(path: String?) throws {
    guard let path, path != "-" else {
      descriptor = STDOUT_FILENO
      name = "standard output"
      file = nil
      return
    }
    let name = FileName.printed(path)
    self.name = name
    let final = FileName.bytes(path)
    if let stream = try Self.stream(final, name) {
      descriptor = stream
      file = nil
      return
    }
    let place = try Self.place(of: final, name)
    var temporary = (place + Array(".part-XXXXXX".utf8)).map { CChar(bitPattern: $0) } + [0]
    descriptor = unsafe mkstemp(&temporary)
    guard descriptor >= 0 else {
      throw ExitStatus.cannotCreate.exit("\(name): cannot be created: \(Self.reason(errno))")
    }
    // mkstemp makes it 0600; a result is as public as any other new file.
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, 0o666 & ~mask)
    file = (temporary, place.map { CChar(bitPattern: $0) } + [0])
  }

  /// What stands at `path`, open for writing, where it is a device, a pipe or a socket; nil for a file, a folder or nothing.
  private static func stream(_ path: [UInt8], _ name: String) throws -> Int32? {
    let path = path.map { CChar(bitPattern: $0) } + [0]
    var status = stat()
    guard unsafe stat(path, &status) == 0,
      ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    else { return nil }
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ExitStatus.cannotCreate.exit("\(name): cannot be opened: \(reason(errno))")
    }
    return descriptor
  }

  /// The path of the file that is made or replaced: what a link leads to, and not the link.
  private static func place(of path: [UInt8], _ name: String) throws -> [UInt8] {
    let bytes = path.map { CChar(bitPattern: $0) } + [0]
    var status = stat()
    guard unsafe lstat(bytes, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let real = unsafe realpath(bytes, nil) else {
      throw ExitStatus.cannotCreate.exit(
        "\(name): is a link, and what it leads to: \(reason(errno))")
    }
    defer { unsafe free(real) }
    return unsafe Array(UnsafeRawBufferPointer(start: real, count: strlen(real)))
  }

  /// Runs `body`, then commits the file; removes the unfinished one if `body` or the commit fails.
  func finishing(_ body: (OutputSink) throws -> Void) throws {
    do {
      try body(self)
      try commit()
    } catch {
      if let file { unsafe unlink(file.temporary) }
      throw error
    }
  }

  /// The same for a body that waits for something.
  func finishing(_ body: (OutputSink) async throws -> Void) async throws {
    do {
      try await body(self)
      try commit()
    } catch {
      if let file { unsafe unlink(file.temporary) }
      throw error
    }
  }

  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE, file == nil {
        // The reader has what it wanted (`gongkai convert … | head`).
        throw ExitCode.success
      } else if errno != EINTR {
        throw failure(errno)
      }
    }
  }

  private func commit() throws {
    guard let file else { return }
    guard fsync(descriptor) == 0, close(descriptor) == 0,
      unsafe rename(file.temporary, file.final) == 0
    else { throw failure(errno) }
  }

  private func failure(_ code: Int32) -> ExitCode {
    ExitStatus.cannotWrite.exit(
      "\(name): cannot be written: \(Self.reason(code))")
  }

  private static func reason(_ code: Int32) -> String {
    let limit = SystemLimit.words(for: code).map { ": \($0)" } ?? ""
    return unsafe String(cString: strerror(code)) + limit
  }
}

/// Messages for a person.
enum StandardError {
  /// - Parameter message: One line; what names and contents it holds may be anything.
  static func say(_ message: String, in language: Language = .ofProgram) {
    say(ErrorWords.words(message), in: language)
  }

  static func say(_ words: Words, in language: Language = .ofProgram) {
    write(Array("gongkai: \(TerminalText.line(language.text(words)))\n".utf8))
  }

  /// Why a document failed: in Chinese what its code means, then the reason as records have it.
  static func say(_ failure: Failure, path: String) {
    let words = failure.code.words(failure.message)
    say(Words("\(path)：\(words.chinese)", "\(path): \(words.english)"))
  }

  static func write(_ bytes: [UInt8]) {
    // Nobody is left to tell if this fails.
    _ = unsafe Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
