internal import Glibc

/// The kinds of side-cars, in the order in which they are believed.
enum SideCarKind: CaseIterable {
  case shortcut, json

  var suffix: [UInt8] {
    switch self {
    case .shortcut: Array(".url".utf8)
    case .json: Array(".json".utf8)
    }
  }

  static let suffixes = allCases.map(\.suffix)

  func address(in bytes: [UInt8]) -> String? {
    switch self {
    case .shortcut: SourceAddress.inShortcut(bytes)
    case .json: SourceAddress.inJSON(bytes)
    }
  }

  /// The name of the file that one called `name` would describe; nil where it can't be a side-car.
  static func described(by name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for suffix in suffixes {
      if name.count > suffix.count, name.suffix(suffix.count).elementsEqual(suffix) {
        return name.dropLast(suffix.count)
      }
    }
    return nil
  }
}

/// What comes of opening a side-car.
enum SideCarFile {
  case absent, unreadable
  case open(OpenFile)

  init(_ file: OpenFile?, _ error: Int32) {
    self = file.map(Self.open) ?? (error == ENOENT ? .absent : .unreadable)
  }
}
