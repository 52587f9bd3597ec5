/// A part is not as plain as ``XMLScanner`` has it; nothing is known to be wrong with it.
package struct NotPlainXML: Error {}

/// Reads XML as office programs write it, and gives up on any other.
///
/// What it reads it reports as libxml2 does, in a fraction of the time. Plain is UTF-8 with names of ASCII, and made of
/// tags, text and references alone. At a comment, a declaration, a CDATA section, at whatever is not well-formed and
/// whatever goes beyond a limit the scanner throws: the part is then to be read by ``XMLEventParser`` from its beginning,
/// which knows what it means or what is wrong with it.
package struct XMLScanner: ~Copyable {
  private struct Element {
    var name: Int
    /// How many of its ``outerBindings`` its tag made.
    var bindings: Int
  }

  let limits: XMLLimits
  let names: XMLScannedNames
  private var isBegun = false
  private var hasRoot = false
  private var open: [Element] = []
  /// Open elements from the one that the handler passes over on.
  private var passedOver = 0
  /// What the prefixes that open elements declare stood for outside of them.
  private var outerBindings: [XMLScannedNames.Binding] = []
  /// Bytes of a tag or text that the last piece ended in.
  private var pending: [UInt8] = []

  // The tag that is being read.
  var attributes: [XMLScannedAttribute] = []
  /// How many of ``attributes`` are its; the others are room.
  var attributeCount = 0
  /// Values of attributes that do not stand in the tag as they are meant.
  var rewritten: [UInt8] = []

  package init(vocabulary: XMLVocabulary, limits: XMLLimits) {
    names = XMLScannedNames(vocabulary)
    self.limits = limits
  }

  /// Reports what is whole in the next bytes of the part.
  package mutating func feed<Handler: XMLEventHandler>(
    _ piece: Span<UInt8>, to handler: inout Handler
  ) throws(NotPlainXML) {
    if pending.isEmpty {
      let end = try scan(piece, &handler)
      pending.append(piece.extracting(end...))
    } else {
      var bytes: [UInt8] = []
      swap(&bytes, &pending)
      bytes.append(piece)
      let end = try scan(bytes.span, &handler)
      bytes.removeSubrange(..<end)
      swap(&bytes, &pending)
    }
    guard pending.count <= limits.tagBytes else { throw NotPlainXML() }
  }

  /// Says that the part ends here; only now is it known to be whole.
  package func finish() throws(NotPlainXML) {
    guard hasRoot, open.isEmpty, pending.isEmpty else { throw NotPlainXML() }
  }

  /// Reports what is whole in `bytes`, and gives the index of what is not.
  private mutating func scan<Handler: XMLEventHandler>(
    _ bytes: Span<UInt8>, _ handler: inout Handler
  ) throws(NotPlainXML) -> Int {
    var index = 0
    if !isBegun {
      guard let start = try XMLDeclaration.end(in: bytes) else { return 0 }
      isBegun = true
      index = start
    }
    while index < bytes.count {
      let next: Int?
      if bytes.byte(index) != UInt8(ascii: "<") {
        next = try scanText(bytes, from: index, &handler)
      } else if bytes.byte(index + 1) == UInt8(ascii: "/") {
        next = try scanEnd(bytes, from: index, &handler)
      } else {
        next = try scanStart(bytes, from: index, &handler)
      }
      guard let next else { break }
      index = next
    }
    return index
  }

  private mutating func scanStart<Handler: XMLEventHandler>(
    _ bytes: Span<UInt8>, from start: Int, _ handler: inout Handler
  ) throws(NotPlainXML) -> Int? {
    guard let tag = try tag(bytes, from: start + 1) else { return nil }
    guard !open.isEmpty || !hasRoot, open.count < limits.depth else { throw NotPlainXML() }
    hasRoot = true
    guard names[tag.name].isOfElement else { throw NotPlainXML() }
    let bindings = tag.declares ? try declareNamespaces(bytes) : 0
    if passedOver > 0 {
      passedOver += 1
    } else if report(name(tag.name), bytes, &handler) == .passedOver {
      passedOver = 1
    }
    let element = Element(name: tag.name, bindings: bindings)
    if tag.isEmpty {
      close(element, &handler)
    } else {
      open.append(element)
    }
    return tag.end
  }

  /// What the handler knows name `index` by, where the scanner is.
  private func name(_ index: Int) -> XMLName {
    let name = names[index]
    return XMLName(namespace: names.namespace(name.prefix), local: Int(name.local))
  }

  private func report<Handler: XMLEventHandler>(
    _ name: XMLName, _ bytes: Span<UInt8>, _ handler: inout Handler
  ) -> XMLContent {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe attributes.withUnsafeBufferPointer { attributes in
        unsafe rewritten.withUnsafeBufferPointer { rewritten in
          handler.start(
            name,
            unsafe XMLAttributes(
              XMLScannedAttributes(
                attributes: UnsafeBufferPointer(rebasing: attributes.prefix(attributeCount)),
                bytes: bytes, rewritten: rewritten, names: names)))
        }
      }
    }
  }

  private mutating func scanEnd<Handler: XMLEventHandler>(
    _ bytes: Span<UInt8>, from start: Int, _ handler: inout Handler
  ) throws(NotPlainXML) -> Int? {
    guard let element = open.last else { throw NotPlainXML() }
    guard let nameEnd = names.end(of: element.name, bytes, at: start + 2) else {
      // It may be the one that is awaited and only cut off.
      return try bytes.stop(at: start + 2 + names[element.name].key.count)
    }
    let end = bytes.afterBlanks(nameEnd)
    guard bytes.byte(end) == UInt8(ascii: ">") else { return try bytes.stop(at: end) }
    open.removeLast()
    close(element, &handler)
    return end + 1
  }

  private mutating func close<Handler: XMLEventHandler>(
    _ element: Element, _ handler: inout Handler
  ) {
    if passedOver > 0 {
      passedOver -= 1
    } else {
      handler.end(name(element.name))
    }
    for _ in 0..<element.bindings {
      if let binding = outerBindings.popLast() { names.restore(binding) }
    }
  }

  /// Takes the declarations of namespaces out of ``attributes``, and gives their number.
  private mutating func declareNamespaces(_ bytes: Span<UInt8>) throws(NotPlainXML) -> Int {
    let outer = outerBindings.count
    var kept = 0
    for index in 0..<attributeCount {
      let attribute = attributes[index]
      guard attribute.role == .declaration else {
        attributes[kept] = attribute
        kept += 1
        continue
      }
      guard !attribute.isRewritten, outerBindings.count < limits.attributes else {
        throw NotPlainXML()
      }
      outerBindings.append(
        try names.declare(names[attribute.name].prefix, bytes, uri: attribute.value))
    }
    attributeCount = kept
    return outerBindings.count - outer
  }

  private mutating func scanText<Handler: XMLEventHandler>(
    _ bytes: Span<UInt8>, from start: Int, _ handler: inout Handler
  ) throws(NotPlainXML) -> Int? {
    guard !open.isEmpty else {
      // Nothing but blanks stands outside of the root.
      let end = bytes.afterBlanks(start)
      return end == start ? try bytes.stop(at: end) : end
    }
    var piece = start
    var index = start
    scanning: while true {
      let byte = bytes.byte(index)
      switch byte {
      case 0x80...:
        guard let next = try bytes.afterCharacter(index) else { break scanning }
        index = next
      case UInt8(ascii: "<"): break scanning
      case UInt8(ascii: "&"):
        guard let reference = try XMLReference.read(bytes, at: index) else { break scanning }
        send(bytes.extracting(piece..<index), &handler)
        rewritten.removeAll(keepingCapacity: true)
        rewritten.append(contentsOf: UTF8.encode(reference.scalar) ?? .init())
        send(rewritten.span, &handler)
        index = reference.end
        piece = index
      case 0x0D:
        // A return is read as a line feed, and so are both together.
        guard index + 1 < bytes.count else { break scanning }
        send(bytes.extracting(piece..<index), &handler)
        if bytes.byte(index + 1) != 0x0A { send([0x0A].span, &handler) }
        index += 1
        piece = index
      case UInt8(ascii: "]"):
        // What ends a CDATA section must not stand alone.
        guard index + 2 < bytes.count else { break scanning }
        guard bytes.byte(index + 1) != byte || bytes.byte(index + 2) != UInt8(ascii: ">") else {
          throw NotPlainXML()
        }
        index += 1
      case 0x20..., 0x09, 0x0A: index += 1
      default:
        guard index >= bytes.count else { throw NotPlainXML() }
        break scanning
      }
    }
    send(bytes.extracting(piece..<index), &handler)
    return index > start ? index : nil
  }

  private func send<Handler: XMLEventHandler>(
    _ text: Span<UInt8>, _ handler: inout Handler
  ) {
    guard passedOver == 0, !text.isEmpty else { return }
    unsafe text.withUnsafeBufferPointer { handler.text(unsafe XMLText($0)) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
