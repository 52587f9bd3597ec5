extension PDFFile {
  /// Whether poppler reads the file as a linearized one (annex F), and where it looks for the newest section then.
  ///
  /// It does so where the first object says that the file is linearized and has as many bytes as it has; a file that
  /// was changed since has more. The section is expected behind that object, not where `startxref` says.
  ///
  /// - Parameter startXref: Nil for a file that is repaired.
  func checkLinearization(_ startXref: Int?) throws(PDFRefusal) {
    guard let found = linearization(), case .integer(bytes.count) = found.dictionary["L"] else {
      return
    }
    // Offsets that begin to count behind junk are another matter still.
    guard reader.origin == 0, found.end == startXref ?? found.end else {
      throw .damaged("linearization")
    }
    linearizedPageCount = found.dictionary["N"]?.integer
    isLinearized = true
  }

  /// The dictionary of the first object, if it is a linearization dictionary, and where the next object begins.
  private func linearization() -> (dictionary: PDFDictionary, end: Int)? {
    // poppler looks at the first 1,024 bytes only.
    var lexer = PDFLexer(bytes, at: reader.origin, end: 1_024)
    do throws(PDFRefusal) {
      guard case .integer = try lexer.next(), case .integer = try lexer.next(),
        case .keyword(let word) = try lexer.next(), bytes[word].elementsEqual("obj".utf8),
        case .dictionary(let dictionary) = try lexer.object(allowsReferences: true),
        let version = dictionary["Linearized"]?.number, version > 0
      else { return nil }
      lexer.skipBlanks()
      guard lexer.skip("endobj") else { return nil }
      while lexer.position < bytes.count, bytes[lexer.position].isPDFBlank { lexer.position &+= 1 }
      return (dictionary, lexer.position)
    } catch {
      return nil
    }
  }
}
