internal import NationalForm
internal import TextScanning

/// Labels of the rows of table 2 that have a number like a heading's: （三）不予公开, 1.属于国家秘密.
enum FormRowLabels {
  /// Whether `words` (folded, without blanks and number) are such a label.
  static func contains(_ words: [Unicode.Scalar]) -> Bool {
    guard (2...40).contains(words.count) else { return false }
    return labels.contains(words)
  }

  private static let labels: Set<[Unicode.Scalar]> = {
    var labels: Set<[Unicode.Scalar]> = []
    for row in NationalForm.applications.rows {
      for label in row.path {
        for wording in label.wordings {
          let folded = TextFolding.folded(wording).withoutBlanks
          guard let number = HeadingNumber(folded), number.level >= 2 else { continue }
          let words = Array(folded[number.contentStart...])
          // 其他 and 总计 are words like any other.
          if words.count > 2 { labels.insert(words) }
        }
      }
    }
    return labels
  }()
}
