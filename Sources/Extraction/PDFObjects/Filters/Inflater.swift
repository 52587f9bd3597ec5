internal import CLibZ

/// Undoes FlateDecode (7.4.4) with zlib, whose memory is used for one stream after another.
@safe final class Inflater {
  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil where zlib gets no memory.
  init?() {
    unsafe stream = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Without zlib's own reading of header and checksum: a missing checksum is no error here.
    let version = unsafe inflateInit2_(
      stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard version == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The bytes that are packed in `bytes[range]` as a zlib stream (RFC 1950); what stands behind it is ignored.
  ///
  /// Throws `damaged` for data that ends early or has a wrong checksum. A checksum of which bytes are missing is let
  /// pass: all data has come by then.
  func inflated(
    _ bytes: [UInt8], in range: Range<Int>, limit: OutputLimit
  ) throws(PDFRefusal) -> [UInt8] {
    guard range.count >= 2, Self.isHeader(bytes[range.lowerBound], bytes[range.lowerBound &+ 1])
    else { throw .damaged("zlib header") }
    let data = range.dropFirst(2)
    guard data.count <= Int(UInt32.max), unsafe inflateReset(stream) == Z_OK else {
      throw .limit("streamBytes")
    }
    let output = try unsafe bytes.withUnsafeBufferPointer {
      (buffer) throws(PDFRefusal) -> [UInt8] in
      let input = unsafe UnsafeBufferPointer(rebasing: buffer[data])
      return try unsafe inflated(input, limit: limit)
    }
    let rest = bytes[data].suffix(Int(unsafe stream.pointee.avail_in)).prefix(4)
    if rest.count == 4, rest.reduce(0, { $0 &<< 8 | UInt($1) }) != Self.checksum(output) {
      throw .damaged("zlib checksum")
    }
    return output
  }

  private func inflated(
    _ input: UnsafeBufferPointer<UInt8>, limit: OutputLimit
  ) throws(PDFRefusal) -> [UInt8] {
    let most = limit.bytes &+ 1
    var output: [UInt8] = []
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(input.count)
    // Content streams of real files grow 3 to 6 times.
    var room = min(most, max(1_024, input.count &* 6))
    while true {
      let status = inflateOnce(into: &output, room: room)
      try limit.check(output.count)
      if status == Z_STREAM_END { return output }
      guard status == Z_OK, unsafe stream.pointee.avail_out == 0 else {
        throw .damaged("deflate data")
      }
      room = min(most &- output.count, output.count)
    }
  }

  /// Appends at most `room` bytes, which nobody has to clear before.
  private func inflateOnce(into output: inout [UInt8], room: Int) -> Int32 {
    let stream = unsafe stream
    var status = Z_OK
    output.append(addingCapacity: room) { rest in
      unsafe rest.withUnsafeMutableBufferPointer { buffer, count in
        // zlib counts in 32 bits; what is left is done in the next round.
        let asked = UInt32(clamping: min(room, buffer.count))
        unsafe stream.pointee.next_out = buffer.baseAddress
        unsafe stream.pointee.avail_out = asked
        status = unsafe inflate(stream, Z_NO_FLUSH)
        count = Int(asked &- (unsafe stream.pointee.avail_out))
      }
    }
    return status
  }

  /// Whether these two bytes begin a zlib stream of method deflate without a preset dictionary.
  private static func isHeader(_ method: UInt8, _ flags: UInt8) -> Bool {
    let number = UInt(method) &<< 8 | UInt(flags)
    return method & 0x0F == 8 && flags & 0x20 == 0 && number.isMultiple(of: 31)
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe adler32_z(1, buffer.baseAddress, buffer.count)
    }
  }
}
