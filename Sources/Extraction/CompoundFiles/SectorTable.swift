/// Bytes that are cut into sectors of one size, and the chains that sectors form.
struct SectorTable {
  let bytes: [UInt8]
  let sectorSize: Int
  /// Bytes before the first sector.
  let headerSize: Int

  init(_ bytes: [UInt8], sectorSize: Int, headerSize: Int? = nil) {
    self.bytes = bytes
    self.sectorSize = sectorSize
    self.headerSize = headerSize ?? sectorSize
  }

  /// Sectors that the bytes have; the last one may be short.
  var count: Int { max(0, bytes.count - headerSize + sectorSize - 1) / sectorSize }

  /// The bytes of a sector; nil where the file has none.
  private func range(_ sector: Int) -> Range<Int>? {
    guard sector >= 0, sector < count else { return nil }
    let start = headerSize + sector * sectorSize
    return start..<min(start + sectorSize, bytes.count)
  }

  /// What follows each sector: the FAT (MS-CFB 2.3), of which the header and the DIFAT say where it lies.
  func next() throws(CompoundFileError) -> [UInt32] {
    guard let tableCount = bytes.uint32(44), var difat = bytes.uint32(68) else {
      throw .damaged("the header is cut off")
    }
    guard tableCount <= count else { throw .damaged("it has fewer sectors than its header says") }
    var tables: [Int] = []
    for index in 0..<109 where tables.count < tableCount {
      guard let sector = bytes.uint32(76 + 4 * index) else { break }
      tables.append(sector)
    }
    var seen = 0
    while tables.count < tableCount {
      guard difat < Int(CompoundFile.lastSector), seen < count, let range = range(difat),
        range.count == sectorSize
      else { throw .damaged("the list of its sectors is cut off") }
      seen += 1
      for offset in stride(from: range.lowerBound, to: range.upperBound - 4, by: 4)
      where tables.count < tableCount {
        guard let sector = bytes.uint32(offset) else { break }
        tables.append(sector)
      }
      difat = bytes.uint32(range.upperBound - 4) ?? Int(CompoundFile.endOfChain)
    }
    var next: [UInt32] = []
    next.reserveCapacity(min(count, tables.count * sectorSize / 4))
    for table in tables {
      guard next.count < count else { break }
      guard let range = range(table) else {
        throw .damaged("the list of its sectors lies beyond its end")
      }
      Self.append(bytes[range], to: &next, limit: count)
    }
    return next
  }

  /// The numbers of four bytes in `stream`.
  static func numbers(_ stream: [UInt8]) -> [UInt32] {
    var numbers: [UInt32] = []
    append(stream[...], to: &numbers, limit: .max)
    return numbers
  }

  private static func append(_ bytes: ArraySlice<UInt8>, to numbers: inout [UInt32], limit: Int) {
    var offset = bytes.startIndex
    while offset + 4 <= bytes.endIndex, numbers.count < limit {
      numbers.append(
        UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
          | UInt32(bytes[offset + 3]) << 24)
      offset += 4
    }
  }

  /// The bytes of the chain that begins with the sector `start`.
  ///
  /// - Parameter size: How many there are; nil for all of the chain. Fewer come only where the last sector is short.
  func stream(
    from start: Int, _ next: [UInt32], size: Int?
  ) throws(CompoundFileError) -> [UInt8] {
    if let size, size > bytes.count {
      throw .damaged("a stream has \(size) bytes, more than the file")
    }
    var stream: [UInt8] = []
    stream.reserveCapacity(size ?? sectorSize)
    var isSeen = [Bool](repeating: false, count: count)
    var sector = UInt32(truncatingIfNeeded: start)
    while size.map({ stream.count < $0 }) ?? (sector != CompoundFile.endOfChain) {
      guard sector < CompoundFile.lastSector, let range = range(Int(sector)) else {
        throw .damaged("a chain of sectors is cut off or leads beyond its end")
      }
      guard !isSeen[Int(sector)] else { throw .damaged("a chain of sectors goes in a circle") }
      isSeen[Int(sector)] = true
      stream += bytes[range]
      // The short one is the file's last, so that a stream ends with it or is cut off.
      if range.count < sectorSize { break }
      sector = Int(sector) < next.count ? next[Int(sector)] : CompoundFile.endOfChain
    }
    guard let size else { return stream }
    if stream.count > size { stream.removeSubrange(size...) }
    guard size - stream.count < sectorSize else {
      throw .damaged("a stream is \(size - stream.count) bytes short")
    }
    return stream
  }
}
