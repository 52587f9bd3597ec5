import Diagnostics
import Foundation
import InputFiles
import TestSupport
import Testing

private func code(_ read: () throws(Failure) -> [UInt8]) -> FailureCode? {
  do throws(Failure) {
    _ = try read()
    return nil
  } catch {
    return error.code
  }
}

@Test func whatIsNoRegularFileIsRefusedWithoutWaiting() throws {
  try inTemporaryFolder { folder in
    let fifo = folder.appending(path: "x.docx").path
    let made = unsafe mkfifo(fifo, 0o600)
    #expect(made == 0)
    #expect(
      [fifo, folder.path, "/dev/zero", folder.appending(path: "none").path].map { path in
        code { () throws(Failure) in try RegularFile.read(path, limit: 10) }
      } == [.inputNotRegular, .inputNotRegular, .inputNotRegular, .inputUnreadable])
  }
}

@Test func aFileOverTheLimitIsNotRead() throws {
  try inTemporaryFolder { folder in
    let file = folder.appending(path: "a.txt")
    try Data("12345".utf8).write(to: file)
    #expect(
      code { () throws(Failure) in try RegularFile.read(file.path, limit: 4) } == .inputTooLarge)
    #expect(try RegularFile.read(file.path, limit: 5) == Array("12345".utf8))
  }
}
