/// Why an XML part could not be read to its end.
package enum XMLError: Error, Hashable, Sendable {
  /// Not well-formed; `code` is libxml2's `xmlParserErrors`.
  case malformed(line: Int, code: Int)
  /// A document type declaration, which OOXML forbids and which is where entity bombs live.
  case documentType
  case tooDeep(limit: Int)
  /// One start tag is longer than `limit` bytes and holds more attributes than any real one.
  case tagTooLong(limit: Int)
  case tooManyAttributes(limit: Int)
  /// A single comment, name or attribute value above libxml2's own bound of 10 MB.
  case huge
  /// libxml2 could not get memory.
  case noContext
}
