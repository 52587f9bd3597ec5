internal import Glibc

/// A CSV file (RFC 4180) that says where files were downloaded from: columns `path` and `url`, others are ignored.
package struct Manifest: Sendable {
  package struct Row: Hashable, Sendable {
    /// As ``FoundFile/path``.
    package var path: [UInt8]
    package var url: String
    package init(path: [UInt8], url: String) {
      self.path = path
      self.url = url
    }
  }

  /// The file as a whole can't be used.
  package struct Damage: Error, Hashable, Sendable {
    package var path: String
    /// From 1; of where the row begins.
    package var line: Int
    package var reason: String
  }

  /// Bytes of a row.
  private static let rowLimit = 64 << 10
  private let name: String
  private let file: OpenFile

  /// The file `path`, a name as ``FileName`` carries it.
  package init(_ path: String) throws(NoInput) {
    guard let file = OpenFile(unsafe open(FileName.bytes(path).cString, RegularFile.readingFlags))
    else { throw NoInput(path: path, reason: reason(errno)) }
    guard file.status?.kind == .regular else {
      throw NoInput(path: path, reason: "Not a regular file")
    }
    name = path
    self.file = file
  }

  /// Calls `visit` for every row with a path below the input folder and an address that ``SourceAddress`` takes.
  ///
  /// Keeps one row in memory. A path may come more than once: the last one counts.
  ///
  /// - Returns: The number of rows that gave nothing.
  package func rows(_ visit: (Row) throws -> Void) throws -> Int {
    guard lseek(file.descriptor, 0, SEEK_SET) == 0 else {
      throw NoInput(path: name, reason: reason(errno))
    }
    var stream = ByteStream(file.descriptor, name: name)
    var reader = CSVRows()
    guard let header = try row(&reader, &stream) else {
      throw Damage(path: name, line: 1, reason: "no header; it must name the columns path and url")
    }
    let columns = header.map {
      Array($0.withoutByteOrderMark.filter { $0 != 0x20 && $0 != 0x22 }).lowercasedASCII
    }
    guard let pathColumn = columns.firstIndex(of: "path"),
      let urlColumn = columns.firstIndex(of: "url")
    else {
      throw Damage(path: name, line: 1, reason: "the header must name the columns path and url")
    }
    var bad = 0
    while let fields = try row(&reader, &stream) {
      if fields == [[]] { continue }
      guard fields.indices.contains(pathColumn), fields.indices.contains(urlColumn),
        fields[pathColumn].first != UInt8(ascii: "/"),
        let path = RelativePath.normalized(fields[pathColumn]), !path.isEmpty,
        let url = SourceAddress.checked(fields[urlColumn])
      else {
        bad += 1
        continue
      }
      try visit(Row(path: path, url: url))
    }
    return bad
  }

  private func row(_ reader: inout CSVRows, _ stream: inout ByteStream) throws -> [[UInt8]]? {
    do throws(CSVRows.Problem) {
      return try reader.row(limit: Self.rowLimit) { () throws(NoInput) in try stream.byte() }
    } catch {
      switch error {
      case .unreadable(let noInput): throw noInput
      case .openQuote:
        throw Damage(path: name, line: reader.rowLine, reason: "a quoted field never ends")
      case .textBesideQuotes:
        throw Damage(path: name, line: reader.rowLine, reason: "text stands behind a quoted field")
      case .tooLong:
        throw Damage(
          path: name, line: reader.rowLine, reason: "a row of more than \(Self.rowLimit) bytes")
      }
    }
  }
}
