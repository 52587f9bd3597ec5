internal import DocumentModel

/// A paragraph made ready for matching: full-width forms folded to ASCII, blanks left only between Latin words.
///
/// Positions are indices into ``scalars``; ``printed(_:)`` leads back to the text as it stands in the paragraph.
@usableFromInline package struct ProseText {
  /// Folded: `（` is `(`, `，` is `,`, `％` is `%`, `９` is `9`; ideographic punctuation 。、《》 stays.
  @usableFromInline package private(set) var scalars: [Unicode.Scalar]
  /// For each of ``scalars`` its index in ``source``; empty where nothing was removed, and each has its own.
  private var origins: [Int] = []
  /// The paragraph, scalar by scalar.
  package let source: [Unicode.Scalar]

  package init(_ paragraph: String) {
    let source = paragraph.scalars
    self.init(source, folded: TextFolding.folded(source))
  }

  /// - Parameter folded: Of `source`, scalar by scalar.
  package init(_ source: [Unicode.Scalar], folded: [Unicode.Scalar]) {
    self.source = source
    scalars = folded
    if scalars.contains(" ") { removeBlanks() }
  }

  private mutating func removeBlanks() {
    let folded = scalars
    scalars.removeAll(keepingCapacity: true)
    origins.reserveCapacity(folded.count)
    var blank: Int?
    for (index, scalar) in folded.enumerated() {
      if scalar == " " {
        blank = blank ?? index
        continue
      }
      if let position = blank, let last = scalars.last, Self.isWord(last), Self.isWord(scalar) {
        scalars.append(" ")
        origins.append(position)
      }
      blank = nil
      scalars.append(scalar)
      origins.append(index)
    }
  }

  private func origin(_ index: Int) -> Int { origins.isEmpty ? index : origins[index] }

  @inlinable package var count: Int { scalars.count }

  /// The scalar at `index`, or NUL beyond either end, so that looking around needs no bounds.
  @inlinable package subscript(index: Int) -> Unicode.Scalar {
    index >= 0 && index < scalars.count ? scalars[index] : "\0"
  }

  /// The text of `range` without the blanks that folding removed, otherwise as printed.
  package func string(_ range: Range<Int>) -> String {
    let range = range.clamped(to: scalars.indices)
    if origins.isEmpty { return String(scalars: source[range]) }
    return String(scalars: origins[range].map { source[$0] })
  }

  /// The text from the first to the last scalar of `range` exactly as printed, blanks included: at most `limit` scalars,
  /// losing the beginning of what is too long, but nothing from `core` on.
  package func printed(_ range: Range<Int>, limit: Int, core: Int) -> String {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count else {
      return ""
    }
    var end = origin(range.upperBound - 1) + 1
    var start = origin(range.lowerBound)
    if end - start > limit {
      start = min(end - limit, origin(min(max(core, range.lowerBound), range.upperBound - 1)))
      end = min(end, start + limit)
    }
    while start < end, source[start] == " " || source[start].isClosingMark || source[start] == "、" {
      start += 1
    }
    while end > start, source[end - 1] == " " { end -= 1 }
    return String(scalars: source[start..<end])
  }

  /// Whether `word` (folded) stands at `index`.
  @inlinable package func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    guard index >= 0, word.count <= scalars.count - index else { return false }
    for offset in word.indices where scalars[index + offset] != word[offset] { return false }
    return true
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isASCIILetter
  }
}
