/// What some bytes would be if they were Big5.
struct Big5Count {
  private var pairs = 0
  /// Among them marks (lead A1 to A3) and the 5,401 frequent characters (A4 to C6), over nine tenths of any text.
  private var frequent = 0
  private var invalid = 0

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
      let isTrail = (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
      guard (0x81...0xFE).contains(lead), isTrail else {
        invalid += 1
        index += 1
        continue
      }
      pairs += 1
      if (0xA1...0xC6).contains(lead) { frequent += 1 }
      index += 2
    }
  }

  var isLikely: Bool { pairs > 8 && invalid * 20 <= pairs && frequent * 10 >= pairs * 8 }
}
