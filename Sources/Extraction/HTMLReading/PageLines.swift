internal import DocumentModel

/// The lines of a part of a page for looking at: without tables of data, links to pages and what is hidden.
struct PageLines {
  private let tree: ElementTree
  private let weights: PageWeights
  private let tables: PageTables

  init(_ tree: ElementTree, _ weights: PageWeights, _ tables: PageTables) {
    self.tree = tree
    self.weights = weights
    self.tables = tables
  }

  func lines(in nodes: Range<Int>) -> [String] {
    var lines: [String] = []
    var line = ""
    /// Where blocks end that are open.
    var ends: [Int] = []
    func end() {
      let text = CleanText.line(line)
      if !text.isEmpty { lines.append(text) }
      line = ""
    }
    var next = nodes.lowerBound
    while next < nodes.upperBound {
      while let last = ends.last, last <= next {
        ends.removeLast()
        end()
      }
      let node = tree.nodes[next]
      if node.text >= 0 {
        if weights.text[next] > weights.linked[next] { line += tree.texts[node.text] }
        next += 1
        continue
      }
      if node.name == .table, tables[next] != .layout || weights.text[next] == 0 {
        end()
        next = node.end
        continue
      }
      if node.name == .br { end() }
      if node.name?.isBlock == true {
        end()
        ends.append(node.end)
      }
      next += 1
    }
    end()
    return lines
  }
}

/// What a line tells of where it stands: in a document, or in what a site puts around it.
enum ReportLine {
  /// 6 of `六、其他需要报告的事项`; nil for any other line.
  static func number(_ line: String) -> Int? {
    let numerals = Array("一二三四五六七八九")
    let number = line.prefix { $0 == "十" || numerals.contains($0) }
    guard line.dropFirst(number.count).first == "、", line.count > number.count + 1 else {
      return nil
    }
    switch (number.count, number.first, number.last) {
    case (1, "十"?, _): return 10
    case (1, let digit?, _): return numerals.firstIndex(of: digit).map { $0 + 1 }
    case (2, "十"?, let digit?): return numerals.firstIndex(of: digit).map { $0 + 11 }
    default: return nil
    }
  }

  /// Whether it is a heading of any level, and no sentence.
  static func isHeading(_ line: String) -> Bool {
    line.scalarCount <= 40 && ListNumber.numbersItself(line) && !line.contains("。")
  }

  /// Whether it ends a document: `2024年1月25日`, `二〇二四年一月二十五日`, perhaps behind who signs.
  static func isDate(_ line: String) -> Bool {
    let text = line.filter { !$0.isWhitespace && !"（）()".contains($0) }
    guard text.hasSuffix("日"), text.count <= 44, let year = text.lastIndex(of: "年") else {
      return false
    }
    let digits = Set("0123456789０１２３４５６７８９〇○零一二三四五六七八九十")
    let rest = text[text.index(after: year)...].dropLast()
    let parts = rest.split(separator: "月", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(digits.contains) })
    else { return false }
    let start = text[..<year]
    let name = start.dropLast(4)
    return start.suffix(4).count == 4 && start.suffix(4).allSatisfy(digits.contains)
      && name.allSatisfy(\.isLetter)
      && !["今天", "发布", "日期", "时间", "更新"].contains { name.hasPrefix($0) }
  }

  /// Whether it is a sentence, and none that only a site says.
  static func isSentence(_ line: String) -> Bool {
    guard line.scalarCount >= 10, line.contains("。") || line.contains("；") else { return false }
    return !isFurniture(line)
  }

  /// Whether `lines` hold sentences enough to be missed.
  static func isText(_ lines: [String]) -> Bool {
    lines.reduce(0) { $0 + (isSentence($1) ? $1.scalarCount : 0) } >= 40
  }

  /// Whether it begins a report above its first heading.
  static func isPreamble(_ line: String) -> Bool {
    isSentence(line)
      && ["本报告", "年度报告", "工作报告", "现将", "编制"].contains { line.holds($0) }
  }

  /// Whether it can be the title of a report: `云溪区水利局2023年政府信息公开工作年度报告`.
  static func isTitle(_ line: String) -> Bool {
    (10...60).contains(line.scalarCount) && line.holds("年")
      && (line.hasSuffix("报告") || line.hasSuffix("年报"))
      && line.contains(where: \.isNumber)
      && !line.contains { ">＞》»|：:、".contains($0) }
  }

  static func isFurniture(_ line: String) -> Bool {
    SiteText.isImprint(line) || SiteText.leadsImprint(line) || SiteText.isPostingLine(line)
      || DocumentNoise.isFurniture(line) || words.contains { line.holds($0) }
  }

  /// Words of sentences that a site says to its readers.
  private static let words = [
    "您", "本站", "本网", "浏览器", "扫一扫", "扫码", "二维码", "欢迎", "请登录", "请输入", "免责声明", "转载", "上一篇", "下一篇",
    "温馨提示", "JavaScript", "javascript", "Cookie", "cookie", "当前位置", "所在位置", "所在的位置", "打印本页",
    "关闭窗口", "分享到", "技术支持", "主办单位", "版权",
  ]
}
