package import XMLEvents

/// Both ways to read XML, each with all that it told its handler, so that they can be held against each other.
package struct XMLReadings {
  private let vocabulary: XMLVocabulary
  private let limits: XMLLimits
  private let log: Log

  /// - Parameters:
  ///   - passedOver: An element whose content isn't wanted.
  ///   - prefixes: What to ask the namespace of, at every element.
  package init(
    namespaces: [[String]], names: [String], passedOver: String, prefixes: [String],
    limits: XMLLimits
  ) {
    vocabulary = XMLVocabulary(namespaces: namespaces, names: names)
    self.limits = limits
    log = Log(
      locals: names.indices, namespaces: namespaces.indices,
      passedOver: names.firstIndex(of: passedOver), prefixes: prefixes)
  }

  /// What the scanner tells of `bytes`, given to it in pieces of `step` bytes; nil where they are not plain.
  package func scanned(_ bytes: [UInt8], step: Int = .max) -> [UInt8]? {
    var log = log
    var scanner = XMLScanner(vocabulary: vocabulary, limits: limits)
    do throws(NotPlainXML) {
      var start = 0
      while start < bytes.count {
        let end = bytes.count - start > step ? start + step : bytes.count
        try scanner.feed(bytes.span.extracting(start..<end), to: &log)
        start = end
      }
      try scanner.finish()
      return log.events
    } catch {
      return nil
    }
  }

  /// What libxml2 tells of `bytes`; nil where it or a limit refuses them.
  package func parsed(_ bytes: [UInt8]) -> [UInt8]? {
    do throws(XMLError) {
      var parser = try XMLEventParser(log, vocabulary: vocabulary, limits: limits)
      try parser.feed(bytes.span)
      try parser.finish()
      return parser.handler.events
    } catch {
      return nil
    }
  }

  /// Writes down all that it is told.
  private struct Log: XMLEventHandler {
    let locals: Range<Int>
    let namespaces: Range<Int>
    let passedOver: Int?
    let prefixes: [String]
    private(set) var events: [UInt8] = []

    init(locals: Range<Int>, namespaces: Range<Int>, passedOver: Int?, prefixes: [String]) {
      self.locals = locals
      self.namespaces = namespaces
      self.passedOver = passedOver
      self.prefixes = prefixes
    }

    mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
      events += "<\(name.namespace):\(name.local)".utf8
      for local in locals {
        note(" \(local)=", attributes.value(local))
        note(" first=", attributes.firstByte(of: local).map { String($0) })
        note(" -1:\(local)=", attributes.value(local, namespace: -1))
        for namespace in namespaces {
          note(" \(namespace):\(local)=", attributes.value(local, namespace: namespace))
        }
      }
      if attributes.keepsSpace { events += " space".utf8 }
      for prefix in prefixes {
        note(" \(prefix):", String(attributes.namespace(ofPrefix: prefix)))
      }
      events.append(UInt8(ascii: ">"))
      return name.local == passedOver ? .passedOver : .wanted
    }

    mutating func end(_ name: XMLName) {
      events += "</\(name.namespace):\(name.local)>".utf8
    }

    mutating func text(_ text: borrowing XMLText) { text.append(to: &events) }

    private mutating func note(_ label: String, _ value: String?) {
      if let value { events += (label + value.debugDescription).utf8 }
    }
  }
}
