/// The central directory of a zip archive, as far as libzip doesn't tell of it (APPNOTE 4.3.7, 4.3.12, 4.3.16).
enum ZipDirectory {
  /// The names that entries have in front of their own bytes, where the directory calls them otherwise, by index.
  ///
  /// A name of which a byte was damaged is right in one of the two places. Empty where the directory isn't where its end
  /// record says, which libzip knows how to deal with.
  static func otherNames(in bytes: Span<UInt8>) -> [Int: String] {
    guard let end = endRecord(bytes) else { return [:] }
    let size = bytes.number(4, at: end + 12)
    // Something may stand in front of the archive, by which all places are off.
    let shift = end - size - bytes.number(4, at: end + 16)
    var names: [Int: String] = [:]
    var place = end - size
    guard shift >= 0, place >= 0 else { return [:] }
    for index in 0..<bytes.number(2, at: end + 10) {
      guard place + 46 <= end, bytes.number(4, at: place) == 0x0201_4B50 else { return [:] }
      let length = bytes.number(2, at: place + 28)
      let local = bytes.number(4, at: place + 42) + shift
      guard place + 46 + length <= end, local + 30 <= bytes.count,
        bytes.number(4, at: local) == 0x0403_4B50
      else { return [:] }
      let localLength = bytes.number(2, at: local + 26)
      guard local + 30 + localLength <= bytes.count else { return [:] }
      let name = bytes.extracting(place + 46..<place + 46 + length)
      let localName = bytes.extracting(local + 30..<local + 30 + localLength)
      if !name.indices.elementsEqual(localName.indices, by: { name[$0] == localName[$1] }) {
        let copy = localName.indices.map { localName[$0] }
        names[index] = String(decoding: copy, as: UTF8.self)
      }
      place +=
        46 + length + bytes.number(2, at: place + 30) + bytes.number(2, at: place + 32)
    }
    return names
  }

  /// Where the last end record begins; only a comment of at most 65,535 bytes follows it.
  private static func endRecord(_ bytes: Span<UInt8>) -> Int? {
    var place = bytes.count - 22
    let first = max(0, place - 0xFFFF)
    while place >= first {
      if bytes.number(4, at: place) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The number of `count` bytes at `index`, the lowest first.
  fileprivate func number(_ count: Int, at index: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[index + $1]) << (8 * $1) }
  }
}
