internal import Conversion
internal import DocumentModel
internal import FuzzSupport

// Bytes of a text, in any encoding.
Fuzzing.isTextual = true
Fuzzing.run { bytes in
  guard !bytes.isEmpty else { return }
  RecordOracle.check(SourceFile(name: "报告.txt", bytes: bytes), as: .text)
}
