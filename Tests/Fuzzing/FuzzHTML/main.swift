internal import Conversion
internal import DocumentModel
internal import FuzzSupport

// A web page in any encoding, or, where it begins with a field of mail, one that was saved as one file.
Fuzzing.isTextual = true
Fuzzing.run { bytes in
  guard !bytes.isEmpty else { return }
  let isArchive = bytes.first == UInt8(ascii: "M") || bytes.first == UInt8(ascii: "F")
  RecordOracle.check(
    SourceFile(name: isArchive ? "报告.mht" : "报告.html", bytes: bytes),
    as: isArchive ? .mhtml : .html)
}
