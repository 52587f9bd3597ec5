internal import RecordReading

/// A line that ``RecordWriter`` wrote.
package enum RecordLine {
  /// The line of the same bytes found elsewhere; nil for bytes that are no record.
  package static func moved(
    _ line: [UInt8], to path: String, name: String, url: String?
  ) -> [UInt8]? {
    guard line.last == UInt8(ascii: "\n"),
      let members = JSONWalk.members(of: 0..<(line.count - 1), in: line),
      members["schema"] != nil, let source = members["source"],
      let inner = JSONWalk.members(of: source, in: line),
      let oldPath = inner["path"], let oldName = inner["name"], let oldURL = inner["url"]
    else { return nil }
    var moved: [UInt8] = []
    moved.reserveCapacity(line.count + path.utf8.count + name.utf8.count + 64)
    var from = 0
    for (range, value) in [(oldPath, path), (oldName, name), (oldURL, url)]
      .sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
    {
      moved += line[from..<range.lowerBound]
      var writer = JSONWriter()
      if let value { writer.string(value) } else { writer.token("null") }
      moved += writer.bytes
      from = range.upperBound
    }
    return moved + line[from...]
  }
}
