/// Undoes the filters of streams, and counts what comes out against the limits of the file.
final class StreamDecoder {
  private let limits: PDFFileLimits
  private var remaining: Int
  /// Made for the first stream that needs it.
  private var inflater: Inflater?

  init(_ limits: PDFFileLimits) {
    self.limits = limits
    remaining = limits.decodedBytes
  }

  /// What `filters` make of `bytes[range]`.
  func decoded(
    _ bytes: [UInt8], in range: Range<Int>, _ filters: [StreamFilter]
  ) throws(PDFRefusal) -> [UInt8] {
    guard let first = filters.first else {
      let limit = OutputLimit(limits, input: range.count, remaining: remaining)
      try limit.check(range.count)
      remaining &-= range.count
      return Array(bytes[range])
    }
    var output = try decoded(bytes, in: range, first)
    for filter in filters.dropFirst() {
      output = try decoded(output, in: output.indices, filter)
    }
    return output
  }

  private func decoded(
    _ bytes: [UInt8], in range: Range<Int>, _ filter: StreamFilter
  ) throws(PDFRefusal) -> [UInt8] {
    let limit = OutputLimit(limits, input: range.count, remaining: remaining)
    var output: [UInt8]
    switch filter {
    case .asciiHex: output = try ByteFilters.asciiHex(bytes[range])
    case .ascii85: output = try ByteFilters.ascii85(bytes[range], limit: limit)
    case .runLength: output = try ByteFilters.runLength(bytes[range], limit: limit)
    case .flate(let predictor):
      output = try inflated(bytes, in: range, limit)
      if let predictor { output = try predictor.undone(output) }
    case .lzw(let predictor, let isEarly):
      output = try LZWDecoder.decoded(bytes[range], isEarly: isEarly, limit: limit)
      if let predictor { output = try predictor.undone(output) }
    case .identity: output = Array(bytes[range])
    }
    try limit.check(output.count)
    remaining &-= output.count
    return output
  }

  private func inflated(
    _ bytes: [UInt8], in range: Range<Int>, _ limit: OutputLimit
  ) throws(PDFRefusal) -> [UInt8] {
    guard let inflater = inflater ?? Inflater() else { throw .limit("memory") }
    self.inflater = inflater
    return try inflater.inflated(bytes, in: range, limit: limit)
  }
}
