internal import Diagnostics
internal import DocumentModel
internal import FuzzSupport
internal import PDFReading

// What pdftotext writes, a NUL, what pdftocairo writes. No program is run.
Fuzzing.isTextual = true
let reader = PDFReader(limits: Limits())
Fuzzing.run { bytes in
  let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let words = Array(parts.first ?? [])
  let drawing = Array(parts.dropFirst().first ?? [])
  RecordOracle.check { () async throws(Failure) in
    let read = try await reader.document(words: words, drawing: drawing)
    let clean = DocumentNoise.removed(from: read.value)
    return Diagnosed(clean.value, issues: read.issues + clean.issues)
  }
}
