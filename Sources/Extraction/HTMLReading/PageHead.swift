internal import DocumentModel

/// What a page says of itself beside its text, as it stands in the tags.
struct PageHead {
  /// `<meta>`, in order: the name in lower case, and the content with its character references.
  private(set) var metas: [(name: String, content: String)] = []
  private(set) var title: String?
  /// `<base href>` and `<link rel=canonical>`.
  private(set) var base: String?
  private(set) var canonical: String?
  /// What a browser noted when it saved the page: `<!-- saved from url=(0042)http://… -->`.
  private(set) var savedFrom: String?
  /// Style sheets in the page.
  private(set) var styles: [UInt8] = []
  /// Whether there are style sheets elsewhere, which nothing is known of.
  private(set) var hasOtherStyles = false
  /// Whether there is more in its style sheets than is read.
  private(set) var isIncomplete = false
  /// Whether case counts in classes and ids: not in a page without a document type, or with one of before 2000.
  private(set) var keepsCase = false
  /// The attributes of `<html>`.
  private(set) var rootAttributes: [(name: String, value: String)] = []
  private(set) var scripts = 0
  /// The documents that frames show.
  private(set) var frames: [String] = []

  mutating func noteTag(_ tag: MarkupTag) {
    switch tag.name {
    case "meta":
      guard metas.count < 200, let name = tag["name"] ?? tag["property"],
        let content = tag["content"]
      else { return }
      metas.append((name.lowercased(), content))
    case "base": if base == nil { base = tag["href"] }
    case "link":
      let kind = tag["rel"]?.lowercased() ?? ""
      if kind.holds("stylesheet") { hasOtherStyles = true }
      if kind == "canonical", canonical == nil { canonical = tag["href"] }
    case "html":
      if rootAttributes.isEmpty {
        rootAttributes = tag.attributes.map { ($0.name, Self.text(Array($0.value.utf8)[...])) }
      }
    case "script": scripts += 1
    case "frame", "iframe":
      if frames.count < 20, let source = tag["src"], !source.isEmpty { frames.append(source) }
    default: break
    }
  }

  mutating func noteContent(of tag: MarkupTag, _ content: ArraySlice<UInt8>) {
    switch tag.name {
    case "title": if title == nil { title = Self.text(content.prefix(2_048)) }
    case "style":
      if holdsImport(content) { hasOtherStyles = true }
      let media = tag["media"]?.trimmed.lowercased() ?? ""
      if media.isEmpty || media == "all" || media == "screen" {
        note(sheet: content)
      } else {
        note(
          sheet: Array("@media \(media.filter { $0 != "{" && $0 != "}" }){".utf8) + content + [0x7D]
        )
      }
    default: break
    }
  }

  private static let mostStyles = 1 << 20

  /// Adds a style sheet of the page or one that came with it.
  mutating func note(sheet: some Collection<UInt8>) {
    guard styles.count + sheet.count < Self.mostStyles else {
      hasOtherStyles = true
      isIncomplete = true
      return
    }
    styles += sheet
    styles.append(0x0A)
  }

  /// Notes `<!doctype …>`.
  mutating func noteType(_ declaration: ArraySlice<UInt8>) {
    guard declaration.span.hasASCIIPrefix("<!doctype html", at: 0) else { return }
    let text = String(decoding: declaration.prefix(300), as: UTF8.self).lowercased()
    let isOld =
      text.holds("html 3") || text.holds("html 2")
      || (text.holds("transitional") || text.holds("frameset")) && text.holds("html 4")
        && !text.holds("http")
    keepsCase = !isOld
  }

  mutating func noteComment(_ comment: ArraySlice<UInt8>) {
    guard savedFrom == nil else { return }
    let text = String(decoding: comment.prefix(2_048), as: UTF8.self)
    let words = text.drop { $0.isWhitespace }
    guard words.hasPrefix("saved from url=("), let close = words.firstIndex(of: ")") else { return }
    savedFrom = String(words[words.index(after: close)...].prefix { !$0.isWhitespace })
  }

  private func holdsImport(_ content: ArraySlice<UInt8>) -> Bool {
    content.holds("@import")
  }

  /// The content of the first `<meta>` called `name`, clean; nil where there is none or it holds nothing.
  func meta(_ name: String) -> String? {
    let name = name.lowercased()
    for meta in metas where meta.name == name {
      let text = Self.text(Array(meta.content.utf8)[...])
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// `bytes` with their character references decoded, clean.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var decoded: [UInt8] = []
    let span = bytes.span
    var index = 0
    while index < span.count {
      if span[index] == UInt8(ascii: "&"), let (scalar, length) = Markup.entity(in: span, at: index)
      {
        decoded.appendUTF8(scalar)
        index += length
      } else {
        decoded.append(span[index])
        index += 1
      }
    }
    return CleanText.line(String(decoding: decoded, as: UTF8.self))
  }
}
