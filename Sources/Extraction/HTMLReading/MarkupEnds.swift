internal import DocumentModel

/// Where parts of a page end in which no tag counts, as the standard's tokenizer has it.
enum MarkupEnds {
  /// The content of the comment whose `<!--` begins at `start`, and where what follows it begins; nil where the page ends in it.
  ///
  /// It ends with `-->`, `--!>`, or at once: `<!-->`, `<!--->`.
  static func comment(
    in page: Span<UInt8>, at start: Int
  ) -> (content: Range<Int>, next: Int)? {
    let first = start + 4
    for ending in [">", "->"] where page.hasASCIIPrefix(ending, at: first) {
      return (first..<first, first + ending.utf8.count)
    }
    var index = first
    while index + 2 < page.count {
      if page[index] == UInt8(ascii: "-") {
        for ending in ["-->", "--!>"] where page.hasASCIIPrefix(ending, at: index) {
          return (first..<index, index + ending.utf8.count)
        }
      }
      index += 1
    }
    return nil
  }

  /// Where the end tag `</name` begins that closes an element without tags in it, whose content begins at `start`; nil where none does.
  ///
  /// A script in a comment of a script has an end tag of its own.
  static func content(of name: String, in page: Span<UInt8>, from start: Int) -> Int? {
    let isScript = name == "script"
    let closing = "</\(name)"
    var isComment = false
    var isInner = false
    var index = start
    while index < page.count {
      switch page[index] {
      case UInt8(ascii: "<"):
        if isTag(closing, in: page, at: index) {
          if !isInner { return index }
          isInner = false
        } else if isScript, isComment, isTag("<script", in: page, at: index) {
          isInner = true
        } else if isScript, page.hasASCIIPrefix("<!--", at: index) {
          isComment = true
          // Its dashes may be those of its end.
          index += 2
          continue
        }
      case UInt8(ascii: "-") where isComment && page.hasASCIIPrefix("-->", at: index):
        isComment = false
        isInner = false
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func isTag(_ tag: String, in page: Span<UInt8>, at index: Int) -> Bool {
    guard page.hasASCIIPrefix(tag, at: index), index + tag.utf8.count < page.count else {
      return false
    }
    switch page[index + tag.utf8.count] {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, UInt8(ascii: "/"), UInt8(ascii: ">"): return true
    default: return false
    }
  }
}
