/// Encoders for what the tests decode.
enum Packing {
  /// A zlib stream of blocks that are stored as they are.
  static func stored(_ bytes: [UInt8], hasChecksum: Bool = true) -> [UInt8] {
    var packed: [UInt8] = [0x78, 0x01]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(65_535)
      let (low, high) = (UInt8(block.count & 0xFF), UInt8(block.count >> 8))
      packed += [rest.isEmpty ? 1 : 0, low, high, ~low, ~high] + block
    } while !rest.isEmpty
    return hasChecksum ? packed + checksum(bytes) : packed
  }

  /// Adler-32, big-endian.
  static func checksum(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    let sum = b << 16 | a
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
  }

  /// LZW codes; the encoder clears its table when it is full.
  static func lzw(_ bytes: [UInt8], isEarly: Bool) -> [UInt8] {
    var writer = BitWriter()
    var table: [[UInt8]: Int] = [:]
    /// The code that the next sequence gets; the decoder is one behind.
    var next = 258
    var word: [UInt8] = []
    func width(_ count: Int) -> Int {
      let limit = count + (isEarly ? 1 : 0)
      return limit >= 2_048 ? 12 : limit >= 1_024 ? 11 : limit >= 512 ? 10 : 9
    }
    func code(_ word: [UInt8]) -> Int { word.count == 1 ? Int(word[0]) : table[word] ?? 0 }
    writer.write(256, width: 9)
    for byte in bytes {
      if word.isEmpty || table[word + [byte]] != nil {
        word.append(byte)
        continue
      }
      writer.write(code(word), width: width(next - 1))
      table[word + [byte]] = next
      next += 1
      word = [byte]
      if next == 4_095 {
        writer.write(code(word), width: width(next - 1))
        writer.write(256, width: width(next))
        table = [:]
        next = 258
        word = []
      }
    }
    if !word.isEmpty { writer.write(code(word), width: width(next - 1)) }
    writer.write(257, width: width(word.isEmpty ? next - 1 : next))
    return writer.bytes
  }

  private struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var free = 0

    mutating func write(_ value: Int, width: Int) {
      for bit in (0..<width).reversed() {
        if free == 0 {
          bytes.append(0)
          free = 8
        }
        free -= 1
        if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(free) }
      }
    }
  }
}
