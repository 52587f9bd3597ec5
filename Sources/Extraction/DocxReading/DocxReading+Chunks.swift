internal import Diagnostics
internal import DocumentModel
internal import HTMLReading

/// Parts in other formats that the body imports: what makes a docx of a web page writes nothing else.
extension DocxReading {
  /// What stands in the parts that `blocks` import, by the id of their relationship.
  mutating func chunks(
    of blocks: [DraftBlock], _ relationships: RelationshipsHandler
  ) throws(Failure) -> [String: Document] {
    var chunks: [String: Document] = [:]
    var parts = 0
    for case .chunk(let id) in blocks where chunks[id] == nil {
      parts += 1
      guard parts <= Self.mostChunks else {
        throw Failure(.documentLimit, "It imports more than \(Self.mostChunks) parts")
      }
      chunks[id] = Document()
      guard let part = relationships.byID[id]?.part, package.has(part) else {
        issues.append(
          Issue(.docxPartMissing, "the part that altChunk \(id) imports is not in the package"))
        continue
      }
      guard let chunk = try chunk(part) else { continue }
      chunks[id] = chunk.value
      for issue in chunk.issues {
        issues.append(Issue(issue.code, issue.message, at: .part(part)))
      }
    }
    return chunks
  }

  private static var mostChunks: Int { 64 }

  private mutating func chunk(_ part: String) throws(Failure) -> Diagnosed<Document>? {
    let bytes: [UInt8]
    do throws(PartError) {
      bytes = try package.bytes(of: part)
    } catch {
      let failure = error.failure(part: part)
      guard !error.isFatal else { throw failure }
      issues.append(Issue(.docxPartDamaged, failure.message, at: .part(part)))
      return nil
    }
    do throws(Failure) {
      if MHTMLReader.isArchive(bytes) { return try MHTMLReader(limits: limits).archive(bytes) }
      if PageDetection.isPage(bytes) { return try HTMLReader(limits: limits).page(bytes) }
    } catch {
      guard error.code != .documentLimit, error.code != .htmlLimit else { throw error }
      issues.append(
        Issue(
          .docxObjectSkipped, "what altChunk imports is not read: \(error.message)", at: .part(part)
        ))
      return nil
    }
    issues.append(
      Issue(
        .docxObjectSkipped, "what altChunk imports is not read: it is no web page", at: .part(part))
    )
    return nil
  }
}
