internal import Diagnostics
internal import DocumentModel

/// Heads, feet and page numbers: what stands at the edge of pages and is no part of the text.
struct RunningText {
  /// For each page the lines that stay.
  private(set) var pages: [[Line]]
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
  }

  /// Takes running text away from `pages`, whose sizes are `sizes`, in points.
  init(_ pages: [[Line]], heights: [Double]) {
    self.pages = pages
    var candidates: [Candidate] = []
    for (page, (lines, height)) in zip(pages, heights).enumerated() {
      for (index, line) in lines.enumerated() {
        let isHead = line.box.bottom < height * Self.headShare
        guard isHead || line.box.top > height * (1 - Self.footShare) else { continue }
        let text = String(
          String.UnicodeScalarView(line.text.unicodeScalars.filter { !CleanText.isBlank($0) }))
        candidates.append(
          Candidate(page: page, line: index, isHead: isHead, text: text, box: line.box))
      }
    }
    let numbers = Self.pageNumbers(candidates)
    let repeated = Self.repeated(candidates, pageCount: pages.count)
    remove(numbers.union(repeated.lines))
    for candidate in repeated.first {
      notes.append(
        Note(
          candidate.isHead ? .header : .footer, candidate.text,
          at: .page(candidate.page + 1, box: candidate.box)))
    }
  }

  private mutating func remove(_ removed: Set<LineID>) {
    guard !removed.isEmpty else { return }
    for page in pages.indices {
      pages[page] = pages[page].enumerated()
        .filter { !removed.contains(LineID(page: page, line: $0.offset)) }
        .map(\.element)
    }
    let count = Set(removed.map(\.page)).count
    issues = [
      Issue(
        .pdfRunningTextRemoved,
        "heads, feet or page numbers were taken away on \(count) page\(count == 1 ? "" : "s")")
    ]
  }

  private struct LineID: Hashable {
    var page, line: Int
  }

  /// Page numbers: dressed ones (`-1-`, `— 3 —`, `第3页 共9页`, `3/9`) at once, bare digits where they count pages.
  private static func pageNumbers(_ candidates: [Candidate]) -> Set<LineID> {
    var found: Set<LineID> = []
    var bare: [Int: [Candidate]] = [:]
    for candidate in candidates {
      switch PageNumber(candidate.text) {
      case .dressed: found.insert(LineID(page: candidate.page, line: candidate.line))
      case .bare(let number): bare[number - candidate.page, default: []].append(candidate)
      case nil: break
      }
    }
    for (offset, group) in bare where Set(group.map(\.page)).count > 1 || offset == 1 {
      for candidate in group { found.insert(LineID(page: candidate.page, line: candidate.line)) }
    }
    return found
  }

  /// Lines that stand with the same words, digits aside, at the same height of at least two pages.
  private static func repeated(
    _ candidates: [Candidate], pageCount: Int
  ) -> (lines: Set<LineID>, first: [Candidate]) {
    struct Key: Hashable {
      var text: String
      var height: Int
    }
    var groups: [Key: [Candidate]] = [:]
    for candidate in candidates where PageNumber(candidate.text) == nil {
      let text = String(
        String.UnicodeScalarView(
          candidate.text.unicodeScalars.map { Figure.isDigit($0) ? "0" : $0 }))
      let key = Key(text: text, height: Int((candidate.box.middleY / 4).rounded()))
      groups[key, default: []].append(candidate)
    }
    var lines: Set<LineID> = []
    var first: [Candidate] = []
    for group in groups.values where group.count > 1 && group.count * 3 >= pageCount {
      for candidate in group { lines.insert(LineID(page: candidate.page, line: candidate.line)) }
      first.append(group[0])
    }
    first.sort { ($0.page, $0.line) < ($1.page, $1.line) }
    return (lines, first)
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
      } else if Self.dress.contains(scalar) {
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

  private static let dress = Set("-—–－―─~·•第页共/，,Pageof".unicodeScalars)
}
