import Foundation
import PlainWords
import TestSupport
import Testing

/// A message of the lists in `Sources/Analysis/PlainWords/Messages`, as it is written there.
struct ListedMessage {
  /// `AuditMessages.unmapped`.
  var key: String
  var chinese, english: String

  static let all: [ListedMessage] = {
    let folder = TestFolders.sources.appending(path: "Analysis/PlainWords/Messages")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }.flatMap(messages)
  }()

  private static func messages(in file: URL) -> [ListedMessage] {
    guard let bytes = FileManager.default.contents(atPath: file.path) else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    let list = file.deletingPathExtension().lastPathComponent.prefix { $0 != "+" }
    var found: [ListedMessage] = []
    let member = #/package static (?:let|func) (?<name>\w+)/#
    let literal = #/"(?<text>(?:[^"\\]|\\\((?:[^()]|\([^()]*\))*\)|\\.)*)"/#
    let starts = text.matches(of: member)
    for (index, match) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
      let body = text[match.range.upperBound..<end]
      guard let words = body.range(of: "Words(", options: .backwards) else { continue }
      let texts = body[words.upperBound...].matches(of: literal).map { String($0.output.text) }
      guard texts.count == 2 else {
        found.append(
          ListedMessage(key: "\(list).\(match.output.name)", chinese: "", english: ""))
        continue
      }
      found.append(
        ListedMessage(
          key: "\(list).\(match.output.name)", chinese: texts[0], english: texts[1]))
    }
    return found
  }

  /// What a text takes in, each side's own language of it being the same thing.
  static func placeholders(_ text: String) -> [String] {
    text.matches(of: #/\\\((?<value>(?:[^()]|\([^()]*\))*)\)/#)
      .map { String($0.output.value) }
      .map { $0.replacing(".chinese", with: "").replacing(".english", with: "") }.sorted()
  }
}

@Test func everyMessageIsThereInBothLanguagesWithTheSamePlaceholders() {
  #expect(ListedMessage.all.count > 150)
  for message in ListedMessage.all {
    #expect(!message.chinese.isEmpty && !message.english.isEmpty, "\(message.key)")
    #expect(
      ListedMessage.placeholders(message.chinese) == ListedMessage.placeholders(message.english),
      "\(message.key)")
    // The marks of each language, which a text that was copied has not.
    #expect(message.english.firstMatch(of: #/[，。；：（）“”]/#) == nil, "\(message.key)")
    let rest = message.chinese.replacing(#/\\\((?:[^()]|\([^()]*\))*\)/#, with: "")
    #expect(
      rest.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) || $0.value >= 0xFF00 },
      "\(message.key)")
  }
}

@Test func everyMessageIsUsed() throws {
  let lists = TestFolders.sources.appending(path: "Analysis/PlainWords/Messages").path
  let files = FileManager.default.enumerator(
    at: TestFolders.sources, includingPropertiesForKeys: nil)
  var text = ""
  for case let file as URL in files ?? .init()
  where file.pathExtension == "swift" && !file.path.hasPrefix(lists) {
    text += try String(contentsOf: file, encoding: .utf8)
  }
  let used = Set(text.matches(of: #/\b\w+Messages\.\w+/#).map { String($0.output) })
  let listed = Set(ListedMessage.all.map(\.key))
  #expect(listed.subtracting(used) == [])
  #expect(used.subtracting(listed) == [])
}

@Test(arguments: [
  ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "C.UTF-8"], .english),
  (["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"], .english),
  (["LANG": "en_GB", "LC_MESSAGES": "zh_TW"], .chinese),
  (["LANG": "zh_CN", "LC_MESSAGES": "zh_CN", "LC_ALL": "POSIX"], .english),
  (["LANG": "zh", "LC_MESSAGES": "", "LC_ALL": ""], .chinese),
])
func theFirstLocaleThatIsSetDecides(variables: [String: String], language: Language) {
  #expect(Language { variables[$0] } == language)
}

extension String {
  /// Without interpolations.
  var withoutValues: String {
    replacing(#/\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/#, with: " ")
  }
}
