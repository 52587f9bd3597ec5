import DurableFiles
import Foundation
import TestSupport
import Testing

private func text(_ folder: URL, _ name: String) throws -> String {
  try String(contentsOf: folder.appending(path: name), encoding: .utf8)
}

private func names(_ folder: URL) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
}

@Test func aFileIsReplacedWhole() throws {
  try inTemporaryFolder { place in
    let folder = try Folder.creating(place.appending(path: "a/b").path)
    try folder.replace("x") { try $0.write(Array("old".utf8)) }
    try folder.replace("x") { writer in
      try writer.write(Array("new".utf8))
      try writer.flush()
      #expect(try text(place, "a/b/x") == "old")
    }
    #expect(try text(place, "a/b/x") == "new")
    #expect(try names(place.appending(path: "a/b")) == ["x"])
  }
}

@Test func aFileThatCannotBeFinishedLeavesTheOldOne() throws {
  struct Stop: Error {}
  try inTemporaryFolder { place in
    let folder = try Folder.creating(place.path)
    try folder.replace("x") { try $0.write(Array("old".utf8)) }
    #expect(throws: Stop.self) {
      try folder.replace("x") { writer in
        try writer.write([UInt8](repeating: 0, count: 1 << 20))
        throw Stop()
      }
    }
    #expect(try text(place, "x") == "old")
    #expect(try names(place) == ["x"])
  }
}

@Test func aFullDiskIsAnErrorThatNamesTheFile() throws {
  try inTemporaryFolder { place in
    try FileManager.default.createSymbolicLink(
      at: place.appending(path: "dev"), withDestinationURL: URL(filePath: "/dev"))
    let folder = try Folder.creating(place.appending(path: "dev").path)
    let writer = try folder.create("full")
    let error = #expect(throws: FileError.self) {
      try writer.write(Array("x".utf8))
      try writer.close()
    }
    #expect(error?.description == "\(place.path)/dev/full: cannot write: No space left on device")
    #expect(error?.isCreation == false)
  }
}

@Test func aLinkSharesTheFileAndReplacesWhatWasThere() throws {
  try inTemporaryFolder { place in
    let folder = try Folder.creating(place.path)
    let inner = try folder.folder("state")
    try inner.replace("r-1") { try $0.write(Array("one".utf8)) }
    try folder.replace("r") { try $0.write(Array("zero".utf8)) }
    try inner.link("r-1", as: "r", in: folder)
    try inner.link("r-1", as: "r", in: folder)
    #expect(try text(place, "r") == "one")
    #expect(folder.stamp("r")?.inode == inner.stamp("r-1")?.inode)
    try folder.point("latest", to: "state/r-1")
    try folder.point("latest", to: "r")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(
        atPath: place.appending(path: "latest").path) == "r")
    #expect(try names(place) == ["latest", "r", "state"])
  }
}

@Test func aLockIsHeldByOneAndNamesItsHolder() throws {
  try inTemporaryFolder { place in
    let folder = try Folder.creating(place.path)
    var lock: FileLock? = try FileLock.take("lock", in: folder, note: "process 1")
    #expect(throws: FileLock.Held(holder: "process 1")) {
      _ = try FileLock.take("lock", in: folder, note: "process 2")
    }
    withExtendedLifetime(lock) {}
    lock = nil
    _ = try FileLock.take("lock", in: folder, note: "p 3")
    #expect(try text(place, "lock") == "p 3")
  }
}

@Test func aFolderThatCannotBeMadeIsACreationError() throws {
  let error = #expect(throws: FileError.self) {
    _ = try Folder.creating("/proc/none/here")
  }
  #expect(error?.isCreation == true)
}

@Test func aNameThatWasLeftBehindIsNotWrittenThrough() throws {
  try inTemporaryFolder { place in
    let folder = try Folder.creating(place.path)
    try folder.replace("segment") { try $0.write(Array("lines".utf8)) }
    // As a run leaves it that is cut off between the link and its name.
    try FileManager.default.linkItem(
      at: place.appending(path: "segment"), to: place.appending(path: "x.tmp"))
    try folder.replace("x") { try $0.write(Array("other".utf8)) }
    #expect(try text(place, "segment") == "lines")
    #expect(try text(place, "x") == "other")
  }
}

@Test func aLinkThatGetsNoNameLeavesNothing() throws {
  try inTemporaryFolder { place in
    let folder = try Folder.creating(place.path)
    try folder.replace("segment") { try $0.write(Array("lines".utf8)) }
    _ = try folder.folder("taken")
    #expect(throws: FileError("rename", "\(place.path)/taken", code: EISDIR)) {
      try folder.link("segment", as: "taken", in: folder)
    }
    #expect(try names(place) == ["segment", "taken"])
  }
}
