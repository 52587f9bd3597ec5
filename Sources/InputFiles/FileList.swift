/// The names in a list of files, one after the other.
package enum FileList {
  /// What ends a name.
  package enum Separator: Sendable {
    case newline, nul
  }

  /// Bytes of a name: the system takes no longer one.
  static let nameLimit = 4_096

  enum Entry: Equatable {
    case name([UInt8])
    /// `start` is where it begins; the rest isn't kept.
    case tooLong(start: [UInt8], line: Int)
  }

  /// Calls `visit` for every name that isn't empty.
  ///
  /// With ``Separator/newline``, a carriage return before it is part of the end.
  static func entries(
    _ stream: inout ByteStream, _ separator: Separator, _ visit: (Entry) throws -> Void
  ) throws {
    var name: [UInt8] = []
    var length = 0
    var line = 1
    func end() throws {
      if separator == .newline, name.last == 0x0D, length == name.count {
        name.removeLast()
        length -= 1
      }
      if length > nameLimit {
        try visit(.tooLong(start: Array(name.prefix(64)), line: line))
      } else if length > 0 {
        try visit(.name(name))
      }
      name.removeAll(keepingCapacity: true)
      length = 0
      line += 1
    }
    while let byte = try stream.byte() {
      if byte == (separator == .nul ? 0 : 0x0A) {
        try end()
      } else {
        length += 1
        if length <= nameLimit + 1 { name.append(byte) }
      }
    }
    try end()
  }
}

/// A relative path in its shortest form: without `.`, empty components and what `..` takes back.
enum RelativePath {
  /// Nil where `..` leads above the start; empty for the start itself.
  static func normalized(_ path: some Collection<UInt8>) -> [UInt8]? {
    var components: [some Collection<UInt8>] = path.split(separator: UInt8(ascii: "/"))
    components.removeAll { $0.elementsEqual([UInt8(ascii: ".")]) }
    var kept = components
    kept.removeAll()
    for component in components {
      if component.elementsEqual([UInt8(ascii: "."), UInt8(ascii: ".")]) {
        if kept.popLast() == nil { return nil }
      } else {
        kept.append(component)
      }
    }
    return Array(kept.joined(separator: [UInt8(ascii: "/")]))
  }
}
