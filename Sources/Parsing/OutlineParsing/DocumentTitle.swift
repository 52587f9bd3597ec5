internal import TextScanning

/// Finds the title of a document that is no annual report.
enum DocumentTitle {
  /// The lines of the title: from the first short line to the one that ends as titles of official documents do.
  ///
  /// Nil where the first lines are no title. `某市人民政府办公室 / 关于印发某办法的通知` is one title on two lines.
  ///
  /// - Parameter contents: The first line of a table of contents, before which a title stands.
  static func lines(of lines: [Line], before contents: Int?) -> Range<Int>? {
    let limit = min(lines.count, contents.flatMap { $0 > 0 ? $0 : nil } ?? 12)
    // Of two lines of a cover that may end a title, 某局2024年 / 部门决算, the first ends it.
    for index in 0..<limit {
      guard let compact = lines[index].compact(upTo: 60), !isForeign(lines[index], compact),
        HeadingNumber(compact) == nil, isPlain(compact)
      else { continue }
      if compact.ends(withAny: endings), !isAlone(compact) {
        return start(of: index, lines)..<index + 1
      }
      // …管理办法的通 / 知
      if index + 1 < limit, let below = lines[index + 1].compact(upTo: 3), isPlain(below),
        (compact + below).ends(withAny: endings), !below.ends(withAny: endings)
      {
        return start(of: index, lines)..<index + 2
      }
    }
    guard let first = (0..<min(limit, 12)).first(where: { isTitle(lines[$0]) }) else { return nil }
    // Nothing but lines of the page may stand above.
    return (0..<first).allSatisfy { isPage(lines[$0]) } ? first..<first + 1 : nil
  }

  private static func start(of index: Int, _ lines: [Line]) -> Int {
    var start = index
    while start > 0, index - start < 3, !lines[start].followsTable,
      let above = lines[start - 1].compact(upTo: 40), isPart(lines[start - 1], above)
    {
      start -= 1
    }
    return start
  }

  private static func isPage(_ line: Line) -> Bool {
    guard let compact = line.compact(upTo: 120) else { return false }
    return isForeign(line, compact)
  }

  private static func isTitle(_ line: Line) -> Bool {
    guard let compact = line.compact(upTo: 40), compact.count >= 4, HeadingNumber(compact) == nil,
      !isForeign(line, compact), compact.contains(where: \.isIdeograph)
    else { return false }
    return !compact.contains { ",;:。!?".unicodeScalars.contains($0) }
  }

  private static func isPlain(_ compact: [Unicode.Scalar]) -> Bool {
    !compact.contains { ";。!?".unicodeScalars.contains($0) }
  }

  /// Whether the line is the page's: its metadata, menus and columns.
  private static func isForeign(_ line: Line, _ compact: [Unicode.Scalar]) -> Bool {
    Furniture.isFurniture(compact) || Navigation.isNavigation(line.text)
      || MetadataLine(line.text) != nil || isItem(compact) || isNumber(compact)
  }

  /// Whether the line is one of a list: - 政策解读, • 公开方式.
  static func isItem(_ compact: [Unicode.Scalar]) -> Bool {
    guard let first = compact.first, "-•·".unicodeScalars.contains(first) else { return false }
    return compact.dropFirst().first.map { $0 != "-" } ?? true
  }

  /// Whether the line is a document's number alone: 某统[2015]1号.
  private static func isNumber(_ compact: [Unicode.Scalar]) -> Bool {
    compact.count <= 24 && compact.last == "号" && compact.contains("[") && compact.contains("]")
  }

  /// Words that end titles, and standing alone are none.
  private static func isAlone(_ compact: [Unicode.Scalar]) -> Bool {
    compact.count <= 4 && endings.contains { $0.isWhole(compact) }
  }

  /// Whether a line above goes with the title; a number such as 〔2021〕7号, a letterhead or a date doesn't.
  private static func isPart(_ line: Line, _ compact: [Unicode.Scalar]) -> Bool {
    !isForeign(line, compact) && !compact.ends(withAny: ["号", "日", "文件"])
      && compact.contains(where: \.isIdeograph)
      && !compact.contains { ",;:。!?[]".unicodeScalars.contains($0) }
      && !compact.starts(withAny: ["附件", "附:"])
  }

  private static let endings: [Phrase] = [
    "通知", "决定", "办法", "规定", "意见", "公告", "通告", "报告", "方案", "批复", "复函", "的函", "条例", "细则", "通报", "纪要",
    "规划", "计划", "指南", "制度", "规则", "准则", "章程", "总结", "要点", "说明", "议案", "命令", "公报", "解读", "(试行)",
    "年报", "预算", "决算", "预算公开", "决算公开", "预算表", "决算表", "预算信息公开", "决算信息公开", "绩效目标", "公开情况",
    "名单", "目录", "清单", "标准", "规范", "预案", "协议", "合同", "公约", "倡议书", "请示", "(征求意见稿)",
  ]
}
