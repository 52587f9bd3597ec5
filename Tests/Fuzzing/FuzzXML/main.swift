internal import FuzzSupport
internal import XMLEvents

// A part of a package. Whatever the scanner takes for plain, libxml2 takes too and reads alike, in pieces of any length.
Fuzzing.isTextual = true

/// Writes down all that it is told.
private struct Log: XMLEventHandler {
  var events: [UInt8] = []

  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    events += Array("<\(name.namespace):\(name.local)".utf8)
    for local in Oracle.names.indices {
      note(" \(local)=", attributes.value(local))
      note(" first=", attributes.firstByte(of: local).map { String($0) })
      for namespace in -1..<2 {
        note(" \(namespace):\(local)=", attributes.value(local, namespace: namespace))
      }
    }
    if attributes.keepsSpace { events += Array(" space".utf8) }
    for prefix in ["", "w", "mc", "o"] {
      note(" \(prefix):", String(attributes.namespace(ofPrefix: prefix)))
    }
    events.append(0x3E)
    return name.local == Oracle.passedOver ? .passedOver : .wanted
  }

  mutating func end(_ name: XMLName) {
    events += Array("</\(name.namespace):\(name.local)>".utf8)
  }

  mutating func text(_ text: borrowing XMLText) { text.append(to: &events) }

  private mutating func note(_ label: String, _ value: String?) {
    if let value { events += Array((label + value.debugDescription).utf8) }
  }
}

private enum Oracle {
  static let names = ["p", "r", "t", "val", "Requires", "Choice", "rPr"]
  /// The index of `rPr`.
  static let passedOver = 6
  static let vocabulary = XMLVocabulary(
    namespaces: [
      ["http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
      ["http://schemas.openxmlformats.org/markup-compatibility/2006"],
    ], names: names)
  static let limits = XMLLimits(depth: 40, tagBytes: 4_096, attributes: 32)

  /// Nil where the bytes are not plain.
  static func scanned(_ bytes: [UInt8], step: Int) -> [UInt8]? {
    var log = Log()
    var scanner = XMLScanner(vocabulary: vocabulary, limits: limits)
    do throws(NotPlainXML) {
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + step)
        try scanner.feed(bytes.span.extracting(start..<end), to: &log)
        start = end
      }
      try scanner.finish()
      return log.events
    } catch {
      return nil
    }
  }

  /// Nil where libxml2 or a limit refuses them.
  static func parsed(_ bytes: [UInt8]) -> [UInt8]? {
    do throws(XMLError) {
      var parser = try XMLEventParser(Log(), vocabulary: vocabulary, limits: limits)
      try parser.feed(bytes.span)
      try parser.finish()
      return parser.handler.events
    } catch {
      return nil
    }
  }
}

Fuzzing.run { bytes in
  guard let events = Oracle.scanned(bytes, step: max(1, bytes.count)) else { return }
  precondition(Oracle.parsed(bytes) == events, "oracle: the parser reads it otherwise")
  for step in [1, 7, 64] {
    precondition(Oracle.scanned(bytes, step: step) == events, "oracle: read otherwise by \(step)")
  }
}
