internal import CFuzzer
internal import NationalForm

/// Called by libFuzzer for each new input, found by its name.
///
/// Half of the time its own changes of bytes are made; the other half whole lines, tags and cells are moved, figures
/// replaced and labels of the form put in, which changes of bytes hardly ever do.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int, _ seed: UInt32
) -> Int {
  var mutator = Mutator(seed: seed)
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
  guard Fuzzing.isTextual, mutator.dice(2) == 0, let changed = mutator.changed(bytes),
    changed.count <= limit
  else { return unsafe LLVMFuzzerMutate(data, size, limit) }
  for (index, byte) in changed.enumerated() { unsafe data[index] = byte }
  return changed.count
}

private struct Mutator {
  private var state: UInt64

  init(seed: UInt32) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number below `count`.
  mutating func dice(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, count)))
  }

  /// Nil where there is nothing to change.
  mutating func changed(_ bytes: [UInt8]) -> [UInt8]? {
    switch dice(8) {
    case 0, 1: figureReplaced(bytes)
    case 2: labelPut(into: bytes)
    default: piecesMoved(bytes)
    }
  }

  private mutating func piecesMoved(_ bytes: [UInt8]) -> [UInt8]? {
    let ends: Set<UInt8> = dice(3) == 0 ? Self.cellEnds : Self.lineEnds
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where ends.contains(byte) {
      pieces.append(bytes[start...index])
      start = index + 1
    }
    pieces.append(bytes[start...])
    guard pieces.count > 2 else { return nil }
    let from = dice(pieces.count)
    let run = pieces[from..<min(pieces.count, from + 1 + dice(dice(2) == 0 ? 2 : 12))]
    let to = dice(pieces.count)
    switch dice(4) {
    case 0: pieces.removeSubrange(run.indices)
    case 1: pieces.insert(contentsOf: run, at: to)
    case 2: pieces.replaceSubrange(to..<min(pieces.count, to + run.count), with: run)
    default: pieces.swapAt(from, to)
    }
    return Array(pieces.joined())
  }

  private mutating func figureReplaced(_ bytes: [UInt8]) -> [UInt8]? {
    let figures = bytes.split { !(0x30...0x39).contains($0) && $0 != 0x2E }
    guard !figures.isEmpty else { return nil }
    let old = figures[dice(figures.count)]
    let new =
      dice(2) == 0
      ? Array(figures[dice(figures.count)])
      : Array(Self.figures[dice(Self.figures.count)].utf8)
    return bytes[..<old.startIndex] + new + bytes[old.endIndex...]
  }

  private mutating func labelPut(into bytes: [UInt8]) -> [UInt8]? {
    let places = bytes.indices.filter { Self.cellEnds.contains(bytes[$0]) }
    guard !places.isEmpty else { return nil }
    let place = places[dice(places.count)] + 1
    return bytes[..<place] + Array(Self.labels[dice(Self.labels.count)].utf8) + bytes[place...]
  }

  private static let lineEnds: Set<UInt8> = [0x0A, 0x3E]
  private static let cellEnds: Set<UInt8> = [0x09, 0x0A, 0x20, 0x22, 0x2C, 0x3E, 0x7C]
  private static let figures = [
    "0", "1", "9", "10", "12", "100", "00", "1.5", "106.36", "2023", "1036", "99999999999999999999",
    "9223372036854775807", "2147483648", "1024", "1025", "63", "-1", "1,036", "12.345",
  ]
  private static let labels: [String] =
    NationalForm.tables.flatMap { table in
      (table.rows.flatMap(\.path) + table.columns.flatMap(\.path)).flatMap {
        $0.wordings
      }
    } + ["\t", "\n", "|", "０", "—", "（注）", "一、", "（一）", "《", "》", "件，", "其中", "万元", "增", "合计"]
}
