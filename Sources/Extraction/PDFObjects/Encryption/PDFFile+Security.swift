extension PDFFile {
  /// The security handler of the file; nil for one that isn't encrypted.
  ///
  /// Called before anything else is resolved, since what is resolved here is kept as it is.
  func securityHandler() throws(PDFRefusal) -> SecurityHandler? {
    guard let reference = trailer["Encrypt"] else { return nil }
    guard case .dictionary(let dictionary) = try resolve(reference) else { throw .encrypted }
    var identifier: [UInt8] = []
    if case .array(let parts) = try resolve(trailer["ID"]), let first = parts.first {
      guard case .string(let bytes) = try resolve(first) else { throw .encrypted }
      identifier = bytes
    }
    return try SecurityHandler(try resolved(dictionary, depth: 3), identifier: identifier)
  }

  /// `dictionary` with its values resolved, and those of its dictionaries, `depth` times.
  private func resolved(
    _ dictionary: PDFDictionary, depth: Int
  ) throws(PDFRefusal) -> PDFDictionary {
    guard depth > 0 else { return dictionary }
    return try dictionary.mapped { (_, value) throws(PDFRefusal) in
      let value = try resolve(value)
      guard case .dictionary(let inner) = value else { return value }
      return .dictionary(try resolved(inner, depth: depth - 1))
    }
  }
}
