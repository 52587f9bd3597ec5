internal import DocumentModel
internal import ReportRecords
internal import TextScanning

/// Lines of a web page around a report: its metadata, its path and its buttons.
enum Furniture {
  /// Whether the line belongs to the page and not to the text.
  ///
  ///     索引号：11370800MB2857, 发布日期：2020-01-31 来源：…, 首页 > 政务公开, 字体：[大 中 小], 正文, 打印 关闭
  static func isFurniture(_ compact: [Unicode.Scalar]) -> Bool {
    if alone.contains(where: { $0.isWhole(compact) }) { return true }
    if compact.starts(withAny: paths) { return true }
    return label(of: compact) != nil
  }

  /// The length of the metadata label that `compact` begins with: 4 for `发布日期：…`.
  static func label(of compact: [Unicode.Scalar]) -> Int? {
    for label in labels where compact.has(label, at: 0) {
      let end = label.count
      guard end < compact.count else { return end }
      return ":[".unicodeScalars.contains(compact[end]) ? end : nil
    }
    return nil
  }

  static func isLabel(_ words: [Unicode.Scalar]) -> Bool {
    labels.contains { $0.isWhole(words) }
  }

  /// The day on which the page says it was published.
  static func publicationDate(in compact: [Unicode.Scalar]) -> CalendarDate? {
    for label in dateLabels {
      guard let start = compact.firstIndex(of: label) else { continue }
      var index = start + label.count
      while index < compact.count, ":[( ".unicodeScalars.contains(compact[index]) { index += 1 }
      if let match = DateScanner.date(in: compact, at: index) { return match.date }
    }
    return nil
  }

  /// Whether the page says at what time it was posted: 发布时间：2024-01-17 10:30 is no date of a text.
  static func hasTimeOfDay(_ compact: [Unicode.Scalar]) -> Bool {
    compact.indices.contains { index in
      compact[index] == ":" && index >= 3 && index + 2 < compact.count
        && compact[index - 1].isDigit && compact[index - 2].isDigit && compact[index + 1].isDigit
        && compact[index + 2].isDigit
    }
  }

  /// The body that the page names as the publisher, raw, from a line such as `发布机构：某某局`.
  static func publisher(in text: String) -> String? {
    let raw = text.scalars.withoutBlanks
    let folded = TextFolding.folded(raw)
    for label in publisherLabels where folded.has(label, at: 0) {
      var start = label.count
      while start < folded.count, folded[start] == ":" { start += 1 }
      let end = folded[start...].firstIndex { !$0.isIdeograph } ?? folded.count
      guard Organisation.isName(Array(folded[start..<end])) else { return nil }
      return raw.string(start, end)
    }
    return nil
  }

  private static let publisherLabels: [Phrase] = [
    "发布机构", "公开机构", "发文机关", "发布单位", "发文单位", "公开单位", "制发机关", "信息来源", "来源",
  ]

  private static let dateLabels: [Phrase] = [
    "发布日期", "发布时间", "公开日期", "成文日期", "生成日期", "发文日期", "公布日期", "时间", "日期",
  ]

  private static let labels: [Phrase] =
    publisherLabels + dateLabels + [
      "索引号", "信息索引", "文号", "发文字号", "主题分类", "主题词", "体裁分类", "组配分类", "分类", "公文种类", "有效性",
      "信息有效性", "废止日期", "失效日期", "生效日期", "公开方式", "公开时限", "公开形式", "公开范围", "公开类别", "信息名称", "名称",
      "标题", "作者", "编辑", "责任编辑", "审核", "浏览次数", "浏览量", "浏览", "阅读次数", "阅读量", "阅读", "点击数", "点击量",
      "点击率", "点击次数", "访问量", "访问次数", "字体", "字号", "字体大小", "分享到", "分享", "上一篇", "下一篇", "上一条", "下一条",
      "主办", "主办单位", "承办", "承办单位", "网站标识码", "版权所有", "技术支持",
      "打印本页",
    ]

  private static let paths: [Phrase] = [
    "首页>", "当前位置", "您现在的位置", "您的位置", "你的位置", "您当前的位置", "网站首页>", "所在位置", "现在位置",
  ]

  private static let alone: [Phrase] = [
    "正文", "打印", "关闭", "打印关闭", "关闭窗口", "打印本页", "返回顶部", "返回", "收藏", "首页", "语音播报", "扫一扫在手机打开当前页", "分享",
    "[打印][关闭]", "[打印]", "[关闭]", "图片", "大中小", "[大中小]", "[打印本页][关闭窗口]", "打印本页关闭窗口",
  ]
}
