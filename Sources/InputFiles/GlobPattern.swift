/// A pattern of paths, as `--include` and `--exclude` take it.
///
/// `?` is any character but `/` (a byte that is no UTF-8 counts as one), `*` any number of them, `[a-z]` one of a set
/// and `[!a-z]` one outside it, `**` anything at all, `**/` any number of folders, none included; `\` takes away the
/// meaning of what follows. A pattern without `/` is for a name at any depth, one with `/` for a path from the input
/// folder on; a `/` at the end is for folders only. `*.pdf` matches `2023/a.pdf`, `2023/*.pdf` doesn't match
/// `2023/05/a.pdf`, and `2023/**/*.pdf` matches both.
package struct GlobPattern: Hashable, Sendable {
  private enum Token: Hashable {
    case character(UInt32)
    case any
    case set([ClosedRange<UInt32>], isNegated: Bool)
    case star
    case anything
    /// `**/`: nothing, or anything up to a `/`.
    case folders

    var mayBeEmpty: Bool {
      switch self {
      case .star, .anything, .folders: true
      case .character, .any, .set: false
      }
    }
  }

  private var tokens: [Token] = []
  private let isForNames: Bool
  private let isForFolders: Bool

  package init(_ pattern: String) {
    var characters = PathCharacters(FileName.bytes(pattern)[...]).map(\.self)
    isForFolders = characters.count > 1 && characters.last == slash
    if isForFolders { characters.removeLast() }
    isForNames = !characters.contains(slash)
    if characters.first == slash { characters.removeFirst() }
    var rest = characters[...]
    while let token = Self.token(&rest, after: tokens.last) {
      if !token.mayBeEmpty || token != tokens.last { tokens.append(token) }
    }
  }

  /// Whether the pattern is for `path`.
  package func matches(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    if isForFolders, !isFolder { return false }
    let path =
      isForNames
      ? path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex)...] : path
    // Every place in the pattern at once, so that no pattern is slow: places times characters.
    var places = Places(count: tokens.count + 1)
    enter(0, &places)
    for character in PathCharacters(path) {
      var next = Places(count: tokens.count + 1)
      for place in tokens.indices where places[place] { step(from: place, character, &next) }
      if next.isEmpty { return false }
      places = next
    }
    return places[tokens.count]
  }

  private struct Places {
    private var flags: [Bool]
    private(set) var isEmpty = true

    init(count: Int) { flags = Array(repeating: false, count: count) }

    subscript(place: Int) -> Bool { flags[place] }

    mutating func insert(_ place: Int) {
      flags[place] = true
      isEmpty = false
    }
  }

  /// Comes to `place`, and to those behind it that need no character.
  private func enter(_ place: Int, _ places: inout Places) {
    var place = place
    while !places[place] || place < tokens.count && tokens[place] == .folders {
      places.insert(place)
      guard place < tokens.count, tokens[place].mayBeEmpty else { return }
      place += 1
    }
  }

  private func step(from place: Int, _ character: UInt32, _ next: inout Places) {
    switch tokens[place] {
    case .character(let own): if own == character { enter(place + 1, &next) }
    case .any: if character != slash { enter(place + 1, &next) }
    case .set(let ranges, let isNegated):
      if character != slash, ranges.contains(where: { $0.contains(character) }) != isNegated {
        enter(place + 1, &next)
      }
    case .star: if character != slash { enter(place, &next) }
    case .anything: enter(place, &next)
    case .folders:
      // In the middle of a folder's name only a slash leads on.
      if character == slash { enter(place, &next) } else { next.insert(place) }
    }
  }

  private static func token(_ rest: inout ArraySlice<UInt32>, after last: Token?) -> Token? {
    guard let first = rest.popFirst() else { return nil }
    switch first {
    case UInt32(ascii: "\\"): return .character(rest.popFirst() ?? first)
    case UInt32(ascii: "?"): return .any
    case UInt32(ascii: "["): return set(&rest) ?? .character(first)
    case UInt32(ascii: "*"):
      let stars = rest.prefix { $0 == UInt32(ascii: "*") }.count
      rest = rest.dropFirst(stars)
      if stars == 0 { return .star }
      let isAtStart = last == nil || last == .character(slash) || last == .folders
      guard isAtStart, rest.first == slash else { return .anything }
      rest.removeFirst()
      return .folders
    default: return .character(first)
    }
  }

  /// The set that begins behind `[`; nil, with nothing taken, where no `]` ends it.
  private static func set(_ rest: inout ArraySlice<UInt32>) -> Token? {
    var ahead = rest
    let isNegated = ahead.first == UInt32(ascii: "!") || ahead.first == UInt32(ascii: "^")
    if isNegated { ahead.removeFirst() }
    var ranges: [ClosedRange<UInt32>] = []
    while var low = ahead.popFirst() {
      if low == UInt32(ascii: "]"), !ranges.isEmpty {
        rest = ahead
        return .set(ranges, isNegated: isNegated)
      }
      if low == UInt32(ascii: "\\") { low = ahead.popFirst() ?? low }
      var high = low
      if ahead.first == UInt32(ascii: "-"), let end = ahead.dropFirst().first,
        end != UInt32(ascii: "]")
      {
        ahead = ahead.dropFirst(2)
        high = end
      }
      // A range that runs backwards holds nothing but its ends.
      ranges += low <= high ? [low...high] : [low...low, high...high]
    }
    return nil
  }
}

private let slash = UInt32(ascii: "/")

extension UInt32 {
  fileprivate init(ascii scalar: Unicode.Scalar) { self = scalar.value }
}

/// The characters of a path as numbers: scalars, and bytes that are no UTF-8 beyond all scalars.
private struct PathCharacters: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func next() -> UInt32? {
    guard let first = rest.first else { return nil }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let piece = rest.prefix(length)
    var iterator = piece.makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&iterator), UTF8.width(scalar) == piece.count
    {
      rest = rest.dropFirst(length)
      return scalar.value
    }
    rest = rest.dropFirst()
    return 0x11_0000 + UInt32(first)
  }
}
