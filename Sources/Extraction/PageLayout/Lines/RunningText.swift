internal import Diagnostics
internal import DocumentModel

/// Heads, feet and page numbers: what stands at the edge of pages and is no part of the text.
struct RunningText {
  /// For each page the lines that stay.
  private(set) var pages: [[Line]]
  /// For each page the lines that are taken away.
  private(set) var removed: [[Line]]
  /// Repeated heads and feet, once each.
  private(set) var notes: [Note] = []
  private(set) var issues: [Issue] = []

  private struct Candidate {
    var page: Int
    var line: Int
    var isHead: Bool
    /// The text without blanks.
    var text: String
    var box: BoundingBox
    /// What page number the text says; nil where it says more.
    var number: PageNumber?
    var isRunning = false
  }

  /// Takes running text away from `pages`, whose sizes are `sizes`, in points.
  init(_ pages: [[Line]], heights: [Double]) {
    self.pages = pages
    removed = Array(repeating: [], count: pages.count)
    var candidates: [Candidate] = []
    for (page, (lines, height)) in zip(pages, heights).enumerated() {
      for (index, line) in lines.enumerated() {
        let isHead = line.box.bottom < height * Self.headShare
        let foot = height * (1 - Self.footShare)
        // On a small page the foot is higher than its share.
        guard isHead || line.box.middleY > foot else { continue }
        let text = Self.withoutBlanks(line.text)
        let number = PageNumber(text)
        guard isHead || line.box.top > foot || number == .dressed else { continue }
        candidates.append(
          Candidate(
            page: page, line: index, isHead: isHead, text: text, box: line.box,
            number: number))
      }
    }
    Self.markPageNumbers(&candidates)
    let first = Self.markRepeated(&candidates, pageCount: pages.count)
    remove(candidates.filter(\.isRunning))
    for candidate in first {
      notes.append(
        Note(
          candidate.isHead ? .header : .footer, candidate.text,
          at: .page(candidate.page + 1, box: candidate.box)))
    }
  }

  private static func withoutBlanks(_ text: String) -> String {
    // In clean text every blank is a space.
    guard text.holds(" ") else { return text }
    return String(scalars: text.unicodeScalars.lazy.filter { $0 != " " })
  }

  /// Takes the lines of `running` away, which are in the order of the pages.
  private mutating func remove(_ running: [Candidate]) {
    guard !running.isEmpty else { return }
    // From the end, so that what is still to go keeps its place.
    for candidate in running.reversed() {
      removed[candidate.page].append(pages[candidate.page].remove(at: candidate.line))
    }
    let count = removed.count { !$0.isEmpty }
    issues = [
      Issue(
        .pdfRunningTextRemoved,
        "heads, feet or page numbers were taken away on \(count) page\(count == 1 ? "" : "s")")
    ]
  }

  /// Page numbers: dressed ones (`-1-`, `— 3 —`, `第3页 共9页`, `3/9`) at once, bare digits where they count pages.
  private static func markPageNumbers(_ candidates: inout [Candidate]) {
    var bare: [Int: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() {
      switch candidate.number {
      case .dressed: candidates[index].isRunning = true
      case .bare(let number): bare[number - candidate.page, default: []].append(index)
      case nil: break
      }
    }
    for (offset, group) in bare
    where offset == 1 || group.contains(where: { candidates[$0].page != candidates[group[0]].page })
    {
      for index in group { candidates[index].isRunning = true }
    }
  }

  /// Lines that stand with the same words, digits aside, at the same height of at least two pages.
  ///
  /// - Returns: The first of each such group.
  private static func markRepeated(
    _ candidates: inout [Candidate], pageCount: Int
  ) -> [Candidate] {
    struct Key: Hashable {
      var text: String
      var height: Int
    }
    var groups: [Key: [Int]] = Dictionary(minimumCapacity: candidates.count)
    for (index, candidate) in candidates.enumerated() where candidate.number == nil {
      let key = Key(
        text: withoutDigits(candidate.text), height: Int((candidate.box.middleY / 4).rounded()))
      groups[key, default: []].append(index)
    }
    var first: [Int] = []
    for group in groups.values where group.count > 1 && group.count * 3 >= pageCount {
      for index in group { candidates[index].isRunning = true }
      first.append(group[0])
    }
    return first.sorted().map { candidates[$0] }
  }

  /// `text` with a zero for every digit.
  private static func withoutDigits(_ text: String) -> String {
    // Full-width digits begin with the byte of most full-width marks.
    guard text.utf8.contains(where: { 0x30...0x39 ~= $0 || $0 == 0xEF }) else { return text }
    return String(scalars: text.unicodeScalars.lazy.map { Figure.isDigit($0) ? "0" : $0 })
  }

  /// The part of a page's height that its head may take up; text begins lower, at 2.5 cm or more of 29.7.
  private static let headShare = 0.085
  private static let footShare = 0.1
}

/// A line that says nothing but the number of its page.
enum PageNumber: Hashable {
  /// `-1-`, `—3—`, `第3页共9页`, `3/9`, `Page3of9`.
  case dressed
  /// Digits only.
  case bare(Int)

  /// Nil for text that says more; `text` without blanks.
  init?(_ text: String) {
    var digits = ""
    var isDressed = false
    var isInDigits = false
    var runs = 0
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        if !isInDigits { runs += 1 }
        isInDigits = true
        digits.unicodeScalars.append(scalar)
      } else if Self.isDress(scalar) {
        isInDigits = false
        isDressed = isDressed || (scalar != "," && scalar != "，")
      } else {
        return nil
      }
    }
    guard isDressed || !text.contains(where: { $0 == "," || $0 == "，" }), (1...2).contains(runs),
      digits.utf8.count <= 6
    else { return nil }
    if isDressed {
      guard runs == 1 || text.contains("/") || text.contains("页") || text.contains("of") else {
        return nil
      }
      self = .dressed
    } else if let number = Int(digits) {
      self = .bare(number)
    } else {
      return nil
    }
  }

  private static func isDress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "—", "–", "－", "―", "─", "~", "·", "•", "第", "页", "共", "/", "，", ",", "P", "a", "g",
      "e", "o", "f":
      true
    default: false
    }
  }
}
