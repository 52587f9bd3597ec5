internal import CompoundFiles
internal import Diagnostics

/// Which properties which bytes of the text stream have: the pages of 512 bytes (FKP, MS-DOC 2.4.3) of one kind in order.
struct FormattedRuns {
  struct Run {
    /// Bytes of the text stream.
    var bytes: Range<Int>
    /// The index of its properties in ``formats``.
    var format: Int
  }

  enum Kind {
    case characters, paragraphs

    var part: WordFile.Part { self == .characters ? .characterPages : .paragraphPages }
    /// Bytes a run in the second list of a page.
    var entryLength: Int { self == .characters ? 1 : 13 }
    var name: String { self == .characters ? "characters" : "paragraphs" }
  }

  private(set) var runs: [Run] = []
  /// Where the properties lie in the text stream, each once; the first is that of no properties.
  private(set) var formats: [Range<Int>] = [0..<0]
  /// Indices of ``formats`` by where they begin.
  private var known: [Int: Int] = [:]

  private static let pageSize = 512

  init(_ kind: Kind, _ file: WordFile) throws(Failure) {
    guard let range = file.range(of: kind.part), !range.isEmpty,
      let list = PositionList(file.table, range, dataLength: 4)
    else { throw Self.corrupt(kind) }
    // No page is in the list twice.
    guard list.data.count <= file.text.count / Self.pageSize + 1 else { throw Self.corrupt(kind) }
    for index in list.data.indices {
      guard let number = file.table.uint32(list.data[index]) else { throw Self.corrupt(kind) }
      guard
        let page = file.text.range(
          (number & 0x3F_FFFF) * Self.pageSize, count: Self.pageSize)
      else { throw Self.corrupt(kind) }
      try append(page, within: list[index], kind, file.text)
    }
  }

  private static func corrupt(_ kind: Kind) -> Failure {
    WordFile.corrupt("the properties of its \(kind.name) are missing or damaged")
  }

  private mutating func append(
    _ page: Range<Int>, within limits: Range<Int>, _ kind: Kind, _ text: [UInt8]
  ) throws(Failure) {
    let count = Int(text[page.upperBound - 1])
    guard count > 0, 4 * (count + 1) + kind.entryLength * count < Self.pageSize else {
      throw Self.corrupt(kind)
    }
    for index in 0..<count {
      guard let start = text.uint32(page.lowerBound + 4 * index),
        let end = text.uint32(page.lowerBound + 4 * index + 4), start <= end
      else { throw Self.corrupt(kind) }
      let entry = page.lowerBound + 4 * (count + 1) + kind.entryLength * index
      let format = try format(
        at: 2 * Int(text[entry]), of: page, kind, text)
      let bytes =
        max(start, limits.lowerBound)..<max(start, limits.lowerBound, min(end, limits.upperBound))
      guard !bytes.isEmpty else { continue }
      guard bytes.lowerBound >= runs.last?.bytes.upperBound ?? 0 else { throw Self.corrupt(kind) }
      runs.append(Run(bytes: bytes, format: format))
    }
  }

  /// The index of the properties that begin at `offset` of the page.
  private mutating func format(
    at offset: Int, of page: Range<Int>, _ kind: Kind, _ text: [UInt8]
  ) throws(Failure) -> Int {
    guard offset > 0 else { return 0 }
    let start = page.lowerBound + offset
    if let index = known[start] { return index }
    guard start < page.upperBound else { throw Self.corrupt(kind) }
    var first = start + 1
    var length = Int(text[start])
    if kind == .paragraphs {
      // The length counts words; of 0 it is the next byte, and else the first word has one byte only.
      if length == 0 {
        guard let longer = text.byte(start + 1) else { throw Self.corrupt(kind) }
        length = 2 * Int(longer)
        first += 1
      } else {
        length = 2 * length - 1
      }
    }
    guard first + length <= page.upperBound else { throw Self.corrupt(kind) }
    formats.append(first..<first + length)
    known[start] = formats.count - 1
    return formats.count - 1
  }

  /// The index of the run that holds the byte at `offset`, or of the first after it.
  func index(at offset: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].bytes.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
