internal import DocumentModel

/// Reading aids (`w:ruby`, 17.3.3.25) over words, such as pinyin over a rare name.
///
/// They become notes: between its characters they would break the name, and number the figures anew.
extension StoryReader {
  mutating func startRuby() {
    rubyStarts.append((buffer.count, tail))
    tail = TextTail()
    push(.content, .ruby)
  }

  mutating func endRuby() {
    guard let (start, outer) = rubyStarts.popLast() else { return }
    tail = outer
    guard start < buffer.count else { return }
    let text = lines(of: Array(buffer[start...])).joined(separator: " ")
    buffer.removeSubrange(start...)
    for index in fields.indices {
      fields[index].codeStart = fields[index].codeStart.map { min($0, start) }
    }
    guard !text.isEmpty else { return }
    findings.note(.ruby)
    paragraph.rubies.append(text)
  }

  /// Makes one note of the reading aids in the paragraph that ends.
  mutating func endRubies() {
    guard !paragraph.rubies.isEmpty else { return }
    let text = paragraph.rubies.joined(separator: " ")
    byteCount += text.utf8.count
    rubies.append(text)
    paragraph.rubies = []
  }
}
