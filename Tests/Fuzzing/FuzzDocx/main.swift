internal import Conversion
internal import DocumentModel
internal import FuzzSupport
internal import TestSupport

// The first byte says what the others are, by its two lowest bits: a whole package ("0"), or parts set apart by NUL,
// complete ("1") or what stands inside their root elements ("2"). A package is deflated as a rule, so that changes of
// its bytes hardly ever reach the XML.
Fuzzing.isTextual = true
Fuzzing.run { bytes in
  guard let mode = bytes.first else { return }
  let rest = bytes.dropFirst()
  let package = mode & 3 == 0 ? Array(rest) : Parts(rest).package(isComplete: mode & 3 == 1)
  guard !package.isEmpty else { return }
  RecordOracle.check(SourceFile(name: "报告.docx", bytes: package), as: .docx)
}
