internal import Conversion
internal import DocumentModel
internal import FuzzSupport
internal import TestSupport

// `0` and a whole file; or `1`, and the text stream and the table stream, of which two bytes say how long the first is:
// put into a compound file anew, so that changes reach what the streams say.
Fuzzing.run { bytes in
  guard let mode = bytes.first else { return }
  var file = Array(bytes.dropFirst())
  if mode & 1 == 1 {
    guard file.count >= 2 else { return }
    let length = Int(file[0]) | Int(file[1]) << 8
    let streams = file.dropFirst(2)
    let (text, table) = (Array(streams.prefix(length)), Array(streams.dropFirst(length)))
    file =
      CompoundBuilder([
        ("WordDocument", text), ("1Table", table), ("0Table", table), ("Data", table),
      ])
      .file()
  }
  guard !file.isEmpty else { return }
  RecordOracle.check(SourceFile(name: "报告.doc", bytes: file), as: .wordBinary)
}
