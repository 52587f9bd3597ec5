internal import CLibXML2
internal import Glibc

/// What libxml2's callbacks work on: a C function cannot be generic, so the handler sits in a subclass.
@safe class ParserState {
  private let context: xmlParserCtxtPtr
  let names: XMLNameTable
  let namespaces: XMLNameTable
  private let limits: XMLLimits
  private var depth = 0
  /// Open elements from the one that the handler passes over on.
  private var passedOver = 0
  private var failure: XMLError?
  /// Bytes of a start tag over the limit that were searched for attributes, and the attributes found.
  private var searched = 0
  private var attributesAhead = 0

  init(vocabulary: XMLVocabulary, limits: XMLLimits) throws(XMLError) {
    _ = libraryIsReady
    // The handler gets itself as user data, which does not exist yet: it is set below.
    var callbacks = unsafe Self.callbacks()
    guard let context = unsafe xmlCreatePushParserCtxt(&callbacks, nil, nil, 0, nil),
      let dictionary = unsafe context.pointee.dict
    else { throw .noContext }
    unsafe self.context = unsafe context
    self.limits = limits
    names = unsafe XMLNameTable(
      vocabulary.names.enumerated().filter { !$0.element.isEmpty }
        .map { ($0.element, $0.offset) },
      count: vocabulary.names.count, in: dictionary)
    namespaces = unsafe XMLNameTable(
      vocabulary.namespaces.enumerated().flatMap { index, uris in uris.map { ($0, index) } },
      count: 0, in: dictionary)
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    unsafe xmlCtxtUseOptions(context, Int32(options))
    unsafe context.pointee.userData = unsafe Unmanaged.passUnretained(self).toOpaque()
  }

  deinit {
    unsafe xmlFreeParserCtxt(context)
  }

  func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent { .passedOver }
  func end(_ name: XMLName) {}
  func text(_ text: borrowing XMLText) {}

  func parse(_ bytes: Span<UInt8>) throws(XMLError) {
    // What has no context, such as a failed character conversion, would go to standard error. The setting is one of
    // the thread, and the thread may be another at every call.
    unsafe xmlSetStructuredErrorFunc(nil, { _, _ in })
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { chunk in
        _ = unsafe xmlParseChunk(context, chunk.baseAddress, Int32(clamping: chunk.count), 0)
      }
    }
    try check()
    try checkUnfinishedTag()
  }

  func finish() throws(XMLError) {
    unsafe xmlSetStructuredErrorFunc(nil, { _, _ in })
    unsafe xmlParseChunk(context, nil, 0, 1)
    try check()
  }

  private func check() throws(XMLError) {
    if let failure { throw failure }
    let code = unsafe Int(context.pointee.errNo)
    let level = unsafe context.pointee.lastError.level
    // A namespace without a declaration (200...205) and warnings leave the text as it is.
    let isFatal =
      unsafe context.pointee.wellFormed == 0 || context.pointee.disableSAX != 0
      || (code != 0 && !(200...205).contains(code) && level.rawValue >= XML_ERR_ERROR.rawValue)
    guard isFatal else { return }
    if code == XML_ERR_INTERNAL_ERROR.rawValue, unsafe isHuge(context.pointee.lastError) {
      throw .huge
    }
    throw unsafe .malformed(line: Int(context.pointee.lastError.line), code: code)
  }

  /// Whether `error` is libxml2's bound of 10 MB, which has no code of its own.
  private func isHuge(_ error: xmlError) -> Bool {
    guard let message = unsafe error.message else { return false }
    return unsafe strstr(message, "Huge input") != nil
  }

  /// Gives up a start tag of which more than the limit has come and that goes on with ever more attributes.
  ///
  /// The library has not looked at it yet: it waits for the end of the tag. Its input is UTF-8 by now, whatever the
  /// part is encoded in.
  private func checkUnfinishedTag() throws(XMLError) {
    guard let input = unsafe context.pointee.input, let start = unsafe input.pointee.cur,
      let end = unsafe input.pointee.end
    else { return }
    let waiting = unsafe end - start
    guard waiting > limits.tagBytes, unsafe start[0] == UInt8(ascii: "<"),
      unsafe start[1] != UInt8(ascii: "!"), unsafe start[1] != UInt8(ascii: "?")
    else {
      searched = 0
      attributesAhead = 0
      return
    }
    for offset in min(searched, waiting)..<waiting
    where unsafe start[offset] == UInt8(ascii: "=") {
      attributesAhead += 1
    }
    searched = waiting
    // One picture in base64 is a long attribute, and harmless.
    if attributesAhead > limits.attributes { throw .tagTooLong(limit: limits.tagBytes) }
  }

  private func stop(_ error: XMLError) {
    if failure == nil { failure = error }
    unsafe xmlStopParser(context)
  }

  private func name(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> XMLName {
    unsafe XMLName(
      namespace: namespace == nil ? -1 : namespaces.index(of: UInt(bitPattern: namespace)),
      local: local == nil ? -1 : names.index(of: UInt(bitPattern: local)))
  }

  /// Lets `body` work on the state that libxml2 hands back, without counting one more reference at every event: the
  /// state outlives the parsing.
  private static func with(
    _ pointer: UnsafeMutableRawPointer?, _ body: (ParserState) -> Void
  ) {
    guard let pointer = unsafe pointer else { return }
    unsafe Unmanaged<ParserState>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body)
  }

  private static func callbacks() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    // Without it the namespace-aware callbacks below are ignored.
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { data, local, _, uri, namespaceCount, _, count, _, fields in
      unsafe ParserState.with(data) { state in
        unsafe state.startElement(
          local, uri, namespaceCount: Int(namespaceCount), count: Int(count), fields)
      }
    }
    unsafe handler.endElementNs = { data, local, _, uri in
      unsafe ParserState.with(data) { state in unsafe state.endElement(local, uri) }
    }
    unsafe handler.characters = { data, bytes, count in
      unsafe ParserState.with(data) { state in
        guard state.failure == nil, state.passedOver == 0 else { return }
        state.text(unsafe XMLText(UnsafeBufferPointer(start: bytes, count: Int(count))))
      }
    }
    // The same function, else libxml2 tries to guess which blanks matter.
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.cdataBlock = unsafe handler.characters
    unsafe handler.internalSubset = { data, _, _, _ in
      unsafe ParserState.with(data) { $0.stop(.documentType) }
    }
    return unsafe handler
  }

  private func startElement(
    _ local: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, namespaceCount: Int,
    count: Int, _ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= limits.depth else { return stop(.tooDeep(limit: limits.depth)) }
    // Two entries for each namespace in scope; the library searches them one by one for every prefix.
    guard count + namespaceCount <= limits.attributes,
      unsafe Int(context.pointee.nsNr) <= 2 * limits.attributes
    else { return stop(.tooManyAttributes(limit: limits.attributes)) }
    let attributes = unsafe XMLParsedAttributes(
      fields: fields, count: fields == nil ? 0 : count, parser: self)
    if passedOver > 0
      || start(unsafe name(local, uri), unsafe XMLAttributes(attributes)) == .passedOver
    {
      passedOver += 1
    }
  }

  private func endElement(
    _ local: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
  ) {
    guard failure == nil else { return }
    depth -= 1
    if passedOver > 0 {
      passedOver -= 1
    } else {
      end(unsafe name(local, uri))
    }
  }

  /// The namespace declared for `prefix` at the tag that is being reported, -1 if the vocabulary lacks it.
  func namespace(ofPrefix prefix: String) -> Int {
    guard let table = unsafe context.pointee.nsTab else { return -1 }
    // Prefix and URI by turns, the innermost last.
    var index = unsafe Int(context.pointee.nsNr) - 2
    while index >= 0 {
      if let candidate = unsafe table[index], unsafe xmlStrcmp(candidate, prefix) == 0 {
        return unsafe namespaces.index(of: UInt(bitPattern: table[index + 1]))
      }
      index -= 2
    }
    return -1
  }
}

/// The one-time set-up of libxml2, which is not thread-safe.
///
/// Catalogs are off: one could name a file or a host.
private let libraryIsReady: Bool = {
  xmlInitParser()
  xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
  return true
}()
