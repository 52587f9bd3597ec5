/// A list of changes to the files of a state, in few bytes, so that each counts.
///
/// A change is a kind, two bytes for a place, one for a length and as many bytes; what is cut off is left out.
struct Damage {
  enum Change {
    /// Bytes of the index that others take the place of; the file is 32 KiB and more.
    case index(place: Int, bytes: [UInt8])
    /// The same of the segment of lines.
    case segment(place: Int, bytes: [UInt8])
    /// The index ends there.
    case indexCut(Int)
    /// The segment ends there.
    case segmentCut(Int)
    /// A statement of SQL, as a stranger's program may run on the index.
    case statement(String)
    /// The whole index.
    case wholeIndex([UInt8])
  }

  private(set) var changes: [Change] = []

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while changes.count < 16, let kind = rest.popFirst(), let high = rest.popFirst(),
      let low = rest.popFirst()
    {
      let place = Int(high) << 8 | Int(low)
      switch kind & 7 {
      case 0, 1, 2: changes.append(.index(place: place, bytes: Self.piece(&rest)))
      case 3: changes.append(.segment(place: place, bytes: Self.piece(&rest)))
      case 4: changes.append(.indexCut(place))
      case 5: changes.append(.segmentCut(place))
      case 6:
        let text = rest.prefix { $0 != 0x0A }
        rest = rest.dropFirst(text.count + 1)
        changes.append(.statement(String(decoding: text, as: UTF8.self)))
      default:
        changes.append(.wholeIndex(Array(rest)))
        rest = []
      }
    }
  }

  private static func piece(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    guard let length = rest.popFirst() else { return [] }
    let piece = rest.prefix(Int(length))
    rest = rest.dropFirst(piece.count)
    return Array(piece)
  }
}
