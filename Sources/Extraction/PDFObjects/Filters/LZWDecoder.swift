/// Undoes LZWDecode (7.4.4.2): codes of 9 to 12 bits, each a sequence that the output already has.
struct LZWDecoder {
  private var input: ArraySlice<UInt8>.Iterator
  private let early: Int
  private let limit: OutputLimit
  private var output: [UInt8] = []
  /// Where the output has the sequence of each code from 258 on.
  private var sequences: [Range<Int>] = []
  private var width = 9
  private var bits: UInt32 = 0
  private var bitCount = 0

  private static let clear = 256
  private static let endOfData = 257
  private static let firstCode = 258
  private static let codeCount = 4_096

  /// - Parameter isEarly: Whether codes grow by a bit one code earlier than they must (`EarlyChange 1`, the default).
  static func decoded(
    _ bytes: ArraySlice<UInt8>, isEarly: Bool, limit: OutputLimit
  ) throws(PDFRefusal) -> [UInt8] {
    var decoder = LZWDecoder(bytes, isEarly: isEarly, limit: limit)
    try decoder.decode()
    return decoder.output
  }

  private init(_ bytes: ArraySlice<UInt8>, isEarly: Bool, limit: OutputLimit) {
    input = bytes.makeIterator()
    early = isEarly ? 1 : 0
    self.limit = limit
    sequences.reserveCapacity(Self.codeCount - Self.firstCode)
  }

  private mutating func decode() throws(PDFRefusal) {
    /// What the code before gave; nil behind a clear code.
    var previous: Range<Int>?
    while true {
      let code = try nextCode()
      switch code {
      case Self.endOfData:
        return
      case Self.clear:
        sequences.removeAll(keepingCapacity: true)
        width = 9
        previous = nil
      default:
        let start = output.count
        try append(code, after: previous)
        try limit.check(output.count)
        // The sequence before and the byte behind it are the next code's.
        if let previous { add(previous.lowerBound..<(start &+ 1)) }
        previous = start..<output.count
      }
    }
  }

  private mutating func append(_ code: Int, after previous: Range<Int>?) throws(PDFRefusal) {
    let index = code &- Self.firstCode
    if code < Self.clear {
      output.append(UInt8(truncatingIfNeeded: code))
    } else if index < sequences.count {
      repeatOutput(sequences[index])
    } else if index == sequences.count, let previous {
      // The code that is defined by this very step ends with its own first byte.
      repeatOutput(previous)
      output.append(output[previous.lowerBound])
    } else {
      throw .damaged("LZW code")
    }
  }

  // Byte by byte: a slice would make the array copy itself before it grows.
  private mutating func repeatOutput(_ range: Range<Int>) {
    for place in range { output.append(output[place]) }
  }

  private mutating func add(_ sequence: Range<Int>) {
    let next = sequences.count &+ Self.firstCode
    guard next < Self.codeCount else { return }
    sequences.append(sequence)
    switch next &+ 1 &+ early {
    case 512: width = 10
    case 1_024: width = 11
    case 2_048: width = 12
    default: break
    }
  }

  private mutating func nextCode() throws(PDFRefusal) -> Int {
    while bitCount < width {
      guard let byte = input.next() else { throw .damaged("LZW end of data") }
      bits = bits &<< 8 | UInt32(byte)
      bitCount &+= 8
    }
    bitCount &-= width
    return Int(bits &>> UInt32(bitCount)) & ((1 &<< width) &- 1)
  }
}
