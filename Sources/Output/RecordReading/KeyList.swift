/// Words to be told from each other in bytes, which mostly come in the order in which they are listed.
struct KeyList: Sendable {
  /// One behind the other.
  private var bytes: [UInt8] = []
  /// Where each ends.
  private var ends: [Int] = []

  init(_ keys: [String]) {
    for key in keys {
      bytes += key.utf8
      ends.append(bytes.count)
    }
  }

  /// The place of the word at `range` in the list; nil for another word.
  ///
  /// - Parameter next: Where to look first, and then the place behind the one found.
  func index(of range: Range<Int>, in text: [UInt8], from next: inout Int) -> Int? {
    for step in ends.indices {
      let index = next + step < ends.count ? next + step : next + step - ends.count
      if isEqual(index, range, text) {
        next = index + 1 < ends.count ? index + 1 : 0
        return index
      }
    }
    return nil
  }

  private func isEqual(_ index: Int, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }
}
