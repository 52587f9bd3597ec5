internal import CLibXML2

/// The attributes of one start tag, good only during the call that brings them.
@safe package struct XMLAttributes: ~Copyable {
  /// Groups of five pointers: local name, prefix, namespace, start and end of the value.
  private let fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private unowned(unsafe) let parser: ParserState
  package let count: Int

  init(
    _ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, of parser: ParserState
  ) {
    unsafe self.fields = unsafe fields
    unsafe self.parser = parser
    self.count = unsafe fields == nil ? 0 : count
  }

  /// The value of the attribute `local` of the vocabulary, in whatever namespace; nil where it is absent.
  ///
  /// - Parameter namespace: Restricts the search: an index of the vocabulary, or -1 for attributes without a
  ///   known namespace.
  package func value(_ local: Int, namespace: Int? = nil) -> String? {
    unsafe bytes(of: local, namespace).map { unsafe Self.decoded($0) }
  }

  /// The first byte of ``value(_:namespace:)``; nil where the attribute is absent or empty.
  package func firstByte(of local: Int) -> UInt8? {
    unsafe bytes(of: local, nil)?.first
  }

  private func bytes(of local: Int, _ namespace: Int?) -> UnsafeBufferPointer<UInt8>? {
    guard let fields = unsafe fields, let address = unsafe parser.names.address(of: local) else {
      return nil
    }
    for index in 0..<count {
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

  /// The value of the attribute `xml:space`.
  package var keepsSpace: Bool {
    guard let fields = unsafe fields else { return false }
    for index in 0..<count {
      let field = unsafe fields + 5 * index
      guard let name = unsafe field[0], let start = unsafe field[3], let end = unsafe field[4]
      else { continue }
      // The only value of xml:space beside "default" is "preserve".
      if unsafe field[1] != nil, unsafe xmlStrcmp(name, "space") == 0, unsafe end - start == 8 {
        return true
      }
    }
    return false
  }

  /// The namespace that `prefix` stands for at this tag: an index of the vocabulary, or -1.
  package func namespace(ofPrefix prefix: String) -> Int {
    unsafe parser.namespace(ofPrefix: prefix)
  }

  private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let value = unsafe String(decoding: bytes, as: UTF8.self)
    // A SAX handler gets an ampersand as the reference that a tree builder would resolve.
    guard unsafe bytes.contains(UInt8(ascii: "&")) else { return value }
    return value.split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&")
  }
}
