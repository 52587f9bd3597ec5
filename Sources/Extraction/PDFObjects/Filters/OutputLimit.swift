/// How many bytes a filter may give, and which limit says so.
struct OutputLimit: Hashable {
  let bytes: Int
  /// Of the limit in ``PDFFileLimits``: `streamBytes`.
  let name: String

  /// The lowest of the limits that apply to a filter that takes `input` bytes; `remaining` are left for the file.
  init(_ limits: PDFFileLimits, input: Int, remaining: Int) {
    let (product, overflows) = max(input, 0).multipliedReportingOverflow(by: limits.ratio)
    let byRatio = max(limits.ratioFloor, overflows ? Int.max : product)
    let lowest = min(limits.streamBytes, remaining, byRatio)
    // Room for one byte more, so that what is too much is noticed.
    bytes = min(max(lowest, 0), Int.max - 1)
    name =
      lowest == limits.streamBytes
      ? "streamBytes" : lowest == remaining ? "decodedBytes" : "ratio"
  }

  func check(_ count: Int) throws(PDFRefusal) {
    guard count <= bytes else { throw .limit(name) }
  }
}
