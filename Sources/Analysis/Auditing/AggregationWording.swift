internal import ReportRecords

/// How reports say that their numbers sum up those of other bodies, as data.
///
///     根据12个镇街和县政府各部门、各有关单位政府信息公开工作年度报告编制
enum AggregationWording {
  /// One of each list, in this order and within one sentence.
  static let patterns: [[[String]]] = [
    [["根据", "依据", "综合", "汇总"], bodies, ["编制", "汇总", "综合", "形成"]],
    [["由", "将", "对"], bodies, ["汇总", "综合而成"]],
    [["汇总", "统计范围"], bodies],
    [["本报告", "报告所列数据", "报告中所列数据", "统计数据"], ["包括", "涵盖", "包含", "含"], bodies],
  ]

  /// Other bodies in the plural; 各科室 and the like are parts of the body itself.
  static let bodies = [
    "各部门", "各有关部门", "政府部门", "各乡镇", "各乡", "各镇", "镇街", "各街道", "乡镇街道", "各单位", "各有关单位", "所属部门",
    "所属单位", "下属单位", "直属单位", "各县", "各区",
  ]

  /// Looks at the lead and at the text of 总体情况, where reports say how they were made.
  static func isAggregate(_ sections: [Section]) -> Bool {
    for section in sections {
      guard section.topic == .overview || (section.topic == nil && section.heading == nil) else {
        continue
      }
      if sentences(section.text).contains(where: says) { return true }
    }
    return false
  }

  static func says(_ sentence: String) -> Bool {
    let sentence = Array(sentence.utf8)
    // Few sentences name other bodies, and every pattern does.
    guard end(of: bodyBytes, in: sentence[...]) != nil else { return false }
    return patternBytes.contains { pattern in
      var rest = sentence[...]
      for words in pattern {
        guard let end = end(of: words, in: rest) else { return false }
        rest = rest[end...]
      }
      return true
    }
  }

  private static let bodyBytes = bodies.map { Array($0.utf8) }
  private static let patternBytes = patterns.map { $0.map { $0.map { Array($0.utf8) } } }

  /// Where the first of `words` in `text` ends; nil where it has none of them.
  private static func end(of words: [[UInt8]], in text: ArraySlice<UInt8>) -> Int? {
    for start in text.indices {
      for word in words where word.first == text[start] && text[start...].starts(with: word) {
        return start + word.count
      }
    }
    return nil
  }

  /// Without what stands in 《》, where 编制 and 各部门 are words of a title.
  static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "《": depth += 1
      case "》": depth = max(0, depth - 1)
      case "。", "；", "\n":
        sentences.append(String(sentence))
        sentence = String.UnicodeScalarView()
        depth = 0
      default: if depth == 0 { sentence.append(scalar) }
      }
    }
    sentences.append(String(sentence))
    return sentences
  }
}
