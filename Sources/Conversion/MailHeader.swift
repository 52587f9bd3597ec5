/// The header that a file begins with which a mail program saved (RFC 5322, 2.2).
///
/// What follows it is encoded as a rule, and often not the document but a letter around it.
struct MailHeader {
  /// Whether it belongs to a web page that a browser saved as one file.
  private(set) var isWebPage = false

  /// Nil where `bytes` begin with something else.
  ///
  /// A mail has fields of two kinds: who wrote to whom, what about and when; and those for mail programs. A letter that
  /// somebody typed has the first kind at most.
  init?(startOf bytes: [UInt8]) {
    var names: Set<String> = []
    var rest = bytes.prefix(Self.mostBytes)
    var index = -1
    // Of nearly all files the first line tells.
    while !rest.isEmpty {
      let whole = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[whole.endIndex...].dropFirst()
      index += 1
      let line = whole.last == UInt8(ascii: "\r") ? whole.dropLast() : whole
      guard let first = line.first else { break }
      // In front of each mail of a mailbox.
      if index == 0, line.starts(with: "From ".utf8) { continue }
      let isContinued = first == UInt8(ascii: " ") || first == UInt8(ascii: "\t")
      if isContinued, !names.isEmpty {
        isWebPage = isWebPage || Self.isRelated(line)
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) })
      else { break }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      names.insert(name)
      if name == "content-type", Self.isRelated(line[colon...]) { isWebPage = true }
    }
    guard !names.isDisjoint(with: Self.ofWriters), !names.isDisjoint(with: Self.ofPrograms) else {
      return nil
    }
    // A letter has its pictures beside it in the same way; no browser addresses what it saves.
    if !names.isDisjoint(with: Self.ofLetters) { isWebPage = false }
  }

  private static func isRelated(_ line: ArraySlice<UInt8>) -> Bool {
    String(decoding: line, as: UTF8.self).lowercased().contains("multipart/related")
  }

  private static let mostBytes = 16 << 10
  private static let ofWriters: Set<String> = ["from", "to", "subject", "date"]
  private static let ofLetters: Set<String> = [
    "to", "received", "return-path", "delivered-to", "dkim-signature", "cc",
  ]
  private static let ofPrograms: Set<String> = [
    "message-id", "received", "return-path", "delivered-to", "mime-version", "content-type",
    "content-transfer-encoding", "dkim-signature", "x-mailer",
  ]
}
