internal import CLibXML2

/// What reading an XML part may cost.
package struct XMLLimits: Hashable, Sendable {
  /// Nested elements.
  package var depth: Int
  /// Bytes of a start tag; one with a few long attributes may be longer.
  package var tagBytes: Int
  /// Attributes and namespace declarations of one tag, and namespaces in scope; real tags have up to 60.
  package var attributes: Int

  package init(depth: Int, tagBytes: Int, attributes: Int = 1_024) {
    self.depth = depth
    self.tagBytes = tagBytes
    self.attributes = attributes
  }
}

/// Feeds XML as it arrives to a handler: libxml2's push parser without network, entities or document types.
///
/// libxml2 bounds neither depth nor attributes in this mode, and compares the attributes of a tag pairwise (400,000 of
/// them take 52 s inside one call). So depth and attributes are counted at every start tag, and a tag that
/// does not end is given up before libxml2 looks at it.
package struct XMLEventParser<Handler: XMLEventHandler>: ~Copyable {
  private let state: HandlerParserState<Handler>

  package init(
    _ handler: Handler, vocabulary: XMLVocabulary, limits: XMLLimits
  ) throws(XMLError) {
    state = try HandlerParserState(handler, vocabulary: vocabulary, limits: limits)
  }

  /// What the handler has gathered so far.
  package var handler: Handler { unsafe state.handler }

  /// Parses the next bytes of the part.
  package mutating func feed(_ bytes: Span<UInt8>) throws(XMLError) {
    // Bounds what one call of libxml2 can do, whatever the caller's chunks are.
    let step = 64 << 10
    var start = 0
    while start < bytes.count {
      let end = min(start + step, bytes.count)
      try state.parse(bytes.extracting(start..<end))
      start = end
    }
  }

  /// Says that the part ends here; only now is it known to be whole.
  package mutating func finish() throws(XMLError) {
    try state.finish()
  }
}

private final class HandlerParserState<Handler: XMLEventHandler>: ParserState {
  // Only the calls below touch it, and libxml2 makes them one after the other.
  @exclusivity(unchecked) var handler: Handler

  init(_ handler: Handler, vocabulary: XMLVocabulary, limits: XMLLimits) throws(XMLError) {
    unsafe self.handler = handler
    try super.init(vocabulary: vocabulary, limits: limits)
  }

  override func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    unsafe handler.start(name, attributes)
  }

  override func end(_ name: XMLName) { unsafe handler.end(name) }

  override func text(_ text: borrowing XMLText) { unsafe handler.text(text) }
}
