/// What a command says when it can't go on, and why a document failed, in both languages: templates of the English text.
///
/// Such texts come from the parser of the command line, from libraries that speak to nobody, and from records. So the English text is
/// the key: the Chinese is found by the template that the text fits. What fits none stays English.
package enum ErrorWords {
  package static let all = parsing + own + libraries
  /// What this program says, and what it passes on of the system.
  package static let own =
    usage + settings + map + logged + losses + runs + system + outputs + inputs
    + programs + archives + files + documents + formats + damages + endings
    + systemErrors + refusals

  /// The text in both languages; what fits no template is English in both.
  package static func words(_ english: String) -> Words {
    Words(chinese(english) ?? english, english)
  }

  /// What is wrong with `name`, in both languages.
  package static func words(_ reason: String, of name: String) -> Words {
    Words("\(name)：\(chinese(reason) ?? reason)", "\(name): \(reason)")
  }

  /// The text in Chinese; nil where it fits no template.
  package static func chinese(_ english: String) -> String? {
    let bytes = Array(english.utf8)
    guard bytes.count <= longest else { return nil }
    return chinese(bytes[...], depth: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Bytes of a message that is looked at: two paths and a name within an archive are less, and more is no message to be read.
  package static let longest = 1 << 16
  /// Templates within templates; more are those of a name that looks like a message.
  private static let deepest = 4

  private static func chinese(_ english: ArraySlice<UInt8>, depth: Int) -> [UInt8]? {
    guard depth < deepest else { return nil }
    for template in templates {
      guard let values = template.english.values(of: english) else { continue }
      let placed = Dictionary(
        zip(template.english.places, values), uniquingKeysWith: { first, _ in first })
      var text = template.chinese.texts.first ?? []
      // Put together and not replaced: a value may look like a place.
      for (place, piece) in zip(template.chinese.places, template.chinese.texts.dropFirst()) {
        let value = placed[place] ?? []
        let words = place.isOfWords ? chinese(value, depth: depth + 1) : nil
        if let words, isGap(text, words) { text.append(UInt8(ascii: " ")) }
        text += (words ?? Array(value)) + piece
      }
      return text
    }
    return nil
  }

  /// Whether a blank belongs between the two: a Chinese character and then a Latin letter or a digit.
  private static func isGap(_ text: [UInt8], _ words: [UInt8]) -> Bool {
    guard let first = words.first, first < 0x80, text.count >= 3 else { return false }
    // The first byte of three, of U+4000 to U+9FFF.
    let character = Character(UnicodeScalar(first))
    return (0xE4...0xE9).contains(text[text.count - 3])
      && (character.isLetter || character.isNumber)
  }

  /// All, taken apart once: a run may say a line for each document.
  private static let templates = all.map {
    (english: TextTemplate($0.english), chinese: TextTemplate($0.chinese))
  }
}
