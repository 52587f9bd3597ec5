internal import CLibXML2

/// The attributes of one start tag, good only during the call that brings them.
@safe package struct XMLAttributes: ~Copyable {
  /// Where they come from: exactly one is there.
  private let parsed: XMLParsedAttributes?
  private let scanned: XMLScannedAttributes?

  init(_ parsed: XMLParsedAttributes) {
    unsafe self.parsed = unsafe parsed
    unsafe scanned = nil
  }

  init(_ scanned: XMLScannedAttributes) {
    unsafe self.scanned = unsafe scanned
    unsafe parsed = nil
  }

  /// The value of the attribute `local` of the vocabulary, in whatever namespace; nil where it is absent.
  ///
  /// - Parameter namespace: Restricts the search: an index of the vocabulary, or -1 for attributes without a
  ///   known namespace.
  package func value(_ local: Int, namespace: Int? = nil) -> String? {
    if let scanned = unsafe scanned {
      return unsafe scanned.bytes(of: local, namespace).map {
        unsafe String(decoding: $0, as: UTF8.self)
      }
    }
    return unsafe parsed?.bytes(of: local, namespace).map { unsafe XMLParsedAttributes.decoded($0) }
  }

  /// The first byte of ``value(_:namespace:)``; nil where the attribute is absent or empty.
  package func firstByte(of local: Int) -> UInt8? {
    if let scanned = unsafe scanned { return unsafe scanned.bytes(of: local, nil)?.first }
    return unsafe parsed?.bytes(of: local, nil)?.first
  }

  /// The bytes of ``value(_:namespace:)`` in one number, the first the highest.
  ///
  /// Nil where the attribute is absent or has more than eight. For values that are compared and not kept.
  package func packed(_ local: Int) -> UInt64? {
    let bytes =
      unsafe scanned != nil
      ? unsafe scanned?.bytes(of: local, nil) : unsafe parsed?.bytes(of: local, nil)
    guard let bytes = unsafe bytes, bytes.count <= 8 else { return nil }
    var packed: UInt64 = 0
    var index = 0
    if bytes.count >= 4 {
      packed = unsafe UInt64(
        UInt32(bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(as: UInt32.self)))
      index = 4
    }
    while index < bytes.count {
      packed = packed << 8 | UInt64(unsafe bytes[index])
      index += 1
    }
    return packed
  }

  /// Whether the attribute `xml:space` says so.
  package var keepsSpace: Bool {
    if let scanned = unsafe scanned { return unsafe scanned.keepsSpace }
    return unsafe parsed?.keepsSpace ?? false
  }

  fileprivate static let preserve = "preserve".utf8

  /// The namespace that `prefix` stands for at this tag: an index of the vocabulary, or -1.
  package func namespace(ofPrefix prefix: String) -> Int {
    if let scanned = unsafe scanned {
      return unsafe scanned.names.namespace(ofPrefix: Array(prefix.utf8))
    }
    return unsafe parsed?.parser.namespace(ofPrefix: prefix) ?? -1
  }
}

/// Attributes as libxml2 reports them.
@unsafe struct XMLParsedAttributes {
  /// Groups of five pointers: local name, prefix, namespace, start and end of the value.
  let fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let count: Int
  unowned(unsafe) let parser: ParserState

  func bytes(of local: Int, _ namespace: Int?) -> UnsafeBufferPointer<UInt8>? {
    guard let fields = unsafe fields, let address = unsafe parser.names.address(of: local) else {
      return nil
    }
    for index in 0..<(unsafe count) {
      let field = unsafe fields + 5 * index
      guard unsafe UInt(bitPattern: field[0]) == address else { continue }
      if let namespace {
        guard unsafe parser.namespaces.index(of: UInt(bitPattern: field[2])) == namespace
        else { continue }
      }
      guard let start = unsafe field[3], let end = unsafe field[4], unsafe start <= end else {
        return nil
      }
      return unsafe UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  var keepsSpace: Bool {
    guard let fields = unsafe fields else { return false }
    for index in 0..<(unsafe count) {
      let field = unsafe fields + 5 * index
      guard let name = unsafe field[0], let start = unsafe field[3], let end = unsafe field[4]
      else { continue }
      let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
      if unsafe field[1] != nil, unsafe xmlStrcmp(name, "space") == 0,
        unsafe value.elementsEqual(XMLAttributes.preserve)
      {
        return true
      }
    }
    return false
  }

  /// A SAX handler gets an ampersand as the reference that a tree builder would resolve.
  ///
  /// Looked for byte by byte: as characters, its semicolon and a combining mark behind it are one.
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard unsafe bytes.contains(UInt8(ascii: "&")) else {
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    let reference = Array("&#38;".utf8)
    var value: [UInt8] = []
    var rest = unsafe bytes[...]
    while let next = unsafe rest.first {
      value.append(next)
      unsafe rest = rest.dropFirst(rest.starts(with: reference) ? reference.count : 1)
    }
    return String(decoding: value, as: UTF8.self)
  }
}

/// Attributes as ``XMLScanner`` finds them.
@unsafe struct XMLScannedAttributes {
  let attributes: UnsafeBufferPointer<XMLScannedAttribute>
  /// What they stand in.
  let bytes: UnsafeBufferPointer<UInt8>
  let rewritten: UnsafeBufferPointer<UInt8>
  unowned(unsafe) let names: XMLScannedNames

  func bytes(of local: Int, _ namespace: Int?) -> UnsafeBufferPointer<UInt8>? {
    for index in unsafe attributes.indices {
      let attribute = unsafe attributes[index]
      guard Int(attribute.local) == local else { continue }
      if let namespace {
        // Without a prefix an attribute is in no namespace.
        let prefix = unsafe names[attribute.name].prefix
        guard namespace == (prefix == 0 ? -1 : unsafe names.namespace(prefix)) else { continue }
      }
      return unsafe value(index)
    }
    return nil
  }

  var keepsSpace: Bool {
    for index in unsafe attributes.indices where unsafe attributes[index].role == .space {
      if unsafe value(index).elementsEqual(XMLAttributes.preserve) { return true }
    }
    return false
  }

  private func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let attribute = unsafe attributes[index]
    return unsafe UnsafeBufferPointer(
      rebasing: (attribute.isRewritten ? rewritten : bytes)[attribute.value])
  }
}
