/// What looking at all bytes of a file finds, where its cross-reference table is damaged.
///
/// It goes by the same rules as poppler (XRef::constructXRef): whatever stands where a line begins, or behind `endobj`.
struct FileScan {
  struct Object: Hashable {
    var offset: Int
    var generation: Int
  }

  /// By number; of those with one number the last, unless an earlier one has a higher generation.
  private(set) var objects: [Int: Object] = [:]
  /// Offsets behind the word `trailer`.
  private(set) var trailers: [Int] = []
  /// Indexes of the words `endstream`, from the first.
  private(set) var streamEnds: [Int] = []

  /// - Parameter origin: The index that offsets count from.
  init(_ bytes: [UInt8], origin: Int, limits: PDFFileLimits) throws(PDFRefusal) {
    var index = 0
    while index < bytes.count &- 2 {
      switch bytes[index] {
      case 0x6F where bytes[index &+ 1] == 0x62 && bytes[index &+ 2] == 0x6A:
        try addObject(bytes, at: index, origin, limits)
        index &+= 3
      case 0x74 where Self.stands("trailer", at: index, in: bytes):
        if Self.isFirst(index, in: bytes), trailers.count < limits.sections {
          trailers.append(index &+ 7 &- origin)
        }
        index &+= 7
      case 0x65 where Self.stands("endstream", at: index, in: bytes):
        try addStreamEnd(bytes, at: index, limits)
        index &+= 9
      default: index &+= 1
      }
    }
  }

  private mutating func addObject(
    _ bytes: [UInt8], at index: Int, _ origin: Int, _ limits: PDFFileLimits
  ) throws(PDFRefusal) {
    guard let header = ObjectHeaders.header(in: bytes, before: index),
      header.start >= origin, Self.isFirst(header.start, in: bytes)
    else { return }
    let (number, generation) = (header.reference.number, header.reference.generation)
    guard number > 0, generation >= objects[number]?.generation ?? 0 else { return }
    guard number < limits.objects, objects.count < limits.objects else { throw .limit("objects") }
    objects[number] = Object(offset: header.start &- origin, generation: generation)
  }

  private mutating func addStreamEnd(
    _ bytes: [UInt8], at index: Int, _ limits: PDFFileLimits
  ) throws(PDFRefusal) {
    let end = index &+ 9
    guard index > 0, bytes[index &- 1].isPDFBlank, end == bytes.count || bytes[end].isPDFBlank
    else { return }
    guard streamEnds.count < limits.objects else { throw .limit("objects") }
    streamEnds.append(index)
  }

  /// Whether nothing but blanks stands before `index` in its line, or `endobj` does.
  private static func isFirst(_ index: Int, in bytes: [UInt8]) -> Bool {
    var start = index
    while start > 0, bytes[start &- 1].isPDFBlank {
      start &-= 1
      if bytes[start] == 0x0A || bytes[start] == 0x0D { return true }
    }
    return start == 0 || start >= 6 && stands("endobj", at: start &- 6, in: bytes)
  }

  private static func stands(_ word: StaticString, at index: Int, in bytes: [UInt8]) -> Bool {
    FileEnds.stands(word, at: index, in: bytes[...])
  }
}
