/// Finds the title of a document that is no annual report.
enum DocumentTitle {
  /// The lines of the title: from the first short line to the one that ends as titles of official documents do.
  ///
  /// Nil where the first lines are no title. `某市人民政府办公室 / 关于印发某办法的通知` is one title on two lines.
  static func lines(of lines: [Line]) -> Range<Int>? {
    for index in lines.indices.prefix(12) {
      guard let compact = lines[index].compact(upTo: 60), !Furniture.isFurniture(compact),
        HeadingNumber(compact) == nil
      else { continue }
      guard compact.ends(withAny: endings),
        !compact.contains(where: { ";。!?".unicodeScalars.contains($0) })
      else { continue }
      var start = index
      while start > 0, index - start < 3, !lines[start].followsTable,
        let above = lines[start - 1].compact(upTo: 40), isPart(above)
      {
        start -= 1
      }
      return start..<index + 1
    }
    guard let first = lines.first, let compact = first.compact(upTo: 40), compact.count >= 4,
      HeadingNumber(compact) == nil, !Furniture.isFurniture(compact),
      compact.contains(where: \.isIdeograph),
      !compact.contains(where: { ",;:。!?".unicodeScalars.contains($0) })
    else { return nil }
    return 0..<1
  }

  /// Whether a line above goes with the title; a number such as 〔2021〕7号, a letterhead or a date doesn't.
  private static func isPart(_ line: [Unicode.Scalar]) -> Bool {
    !Furniture.isFurniture(line) && !line.ends(withAny: ["号", "日", "文件"])
      && line.contains(where: \.isIdeograph)
      && !line.contains { ",;:。!?[]".unicodeScalars.contains($0) }
      && !line.starts(withAny: ["附件", "附:"])
  }

  private static let endings: [Phrase] = [
    "通知", "决定", "办法", "规定", "意见", "公告", "通告", "报告", "方案", "批复", "复函", "的函", "条例", "细则", "通报", "纪要",
    "规划", "计划", "指南", "制度", "规则", "准则", "章程", "总结", "要点", "说明", "议案", "命令", "公报", "解读", "(试行)",
    "年报",
    "名单", "目录", "清单", "标准", "规范", "预案", "协议", "合同", "公约", "倡议书", "请示", "(征求意见稿)",
  ]
}
