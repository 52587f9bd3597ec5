internal import DocumentModel
internal import TextScanning

/// A line of labels and values parted by blanks or colons: `发布机构 某某局 公开日期 2024-01-17`.
struct MetadataLine {
  struct Pair {
    var label: [Unicode.Scalar]
    var value: String
  }

  private(set) var pairs: [Pair] = []

  /// Nil where the line doesn't begin with a label that stands apart from its value.
  init?(_ text: String) {
    guard text.utf8.count <= 600 else { return nil }
    let raw = text.scalars
    let folded = TextFolding.folded(raw)
    var words: [Range<Int>] = []
    var index = 0
    while index < folded.count {
      guard folded[index] != " " else {
        index += 1
        continue
      }
      let start = index
      while index < folded.count, folded[index] != " " { index += 1 }
      words.append(start..<index)
    }
    var place = 0
    while place < words.count {
      guard let label = Self.label(folded, words[place]) else {
        guard !pairs.isEmpty else { return nil }
        place += 1
        continue
      }
      var values: [Range<Int>] = []
      if label.upperBound < words[place].upperBound {
        values.append(label.upperBound..<words[place].upperBound)
      }
      place += 1
      while place < words.count, Self.label(folded, words[place]) == nil {
        values.append(words[place])
        place += 1
      }
      var value = values.map { raw.string($0.lowerBound, $0.upperBound) }.joined(separator: " ")
      while let first = value.unicodeScalars.first, first == ":" || first == "：" || first == " " {
        value.unicodeScalars.removeFirst()
      }
      pairs.append(Pair(label: Self.name(folded, label), value: value))
    }
    guard pairs.contains(where: { !$0.value.isEmpty }) else { return nil }
  }

  private static func name(_ text: [Unicode.Scalar], _ label: Range<Int>) -> [Unicode.Scalar] {
    text[label].filter { $0 != ":" && $0 != "[" && $0 != "]" }
  }

  /// The label that a word is, or that stands before the colon in it.
  private static func label(_ text: [Unicode.Scalar], _ word: Range<Int>) -> Range<Int>? {
    let end = text[word].firstIndex(of: ":").map { $0 + 1 } ?? word.upperBound
    let name = name(text, word.lowerBound..<end)
    guard Furniture.isLabel(name) || name.isAny(of: titleLabels) else {
      return nil
    }
    return word.lowerBound..<end
  }

  /// The title that a page gives for what it holds.
  var title: String? {
    pairs.first { pair in
      pair.label.isAny(of: Self.titleLabels) && !pair.value.isEmpty
    }?.value
  }

  private static let titleLabels: [Phrase] = [
    "名称", "标题", "信息名称", "文件名称", "信息标题", "文章标题", "题目", "文件标题", "公文名称",
  ]
}
