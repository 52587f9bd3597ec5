internal import ReportRecords
internal import TextScanning

/// Words of the titles of reports, and of texts about reports.
enum TitleWords {
  private static let topics: [Phrase] = ["信息公开", "政务公开", "信息与政务公开"]

  /// What a title says beside year and agency, by whose pieces a line break within a word is known.
  static let parts: [Phrase] = [
    "政府信息公开", "政务信息公开", "政务公开", "信息与政务公开", "工作", "年度报告", "年度", "年报", "报告", "关于", "情况",
  ]

  /// What other yearly reports disclose: 2023年政府采购信息公开情况年度报告.
  private static let otherSubjects: [Phrase] = [
    "采购", "预决算", "预算", "决算", "债务", "财务", "环境", "捐赠", "交易", "企业", "项目", "信用", "执法", "新媒体", "质量",
    "薪酬",
  ]

  /// Whether `compact` speaks of the disclosure of information, and not of one subject's.
  static func namesTopic(_ compact: [Unicode.Scalar]) -> Bool {
    topics.contains { topic in
      guard let start = compact.firstIndex(of: topic) else { return false }
      return !isOtherSubject(compact[..<start])
    }
  }

  /// Whether what stands before 信息公开 ends in another subject right behind the year: 2023年政府采购, but not 某某市生态环境.
  private static func isOtherSubject(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = Array(words)
    guard words.ends(withAny: otherSubjects), let year = TitleYear.first(in: words) else {
      return false
    }
    let subject = words[year.range.upperBound...].drop { "年度".unicodeScalars.contains($0) }
    // 政府网站与政务新媒体
    return subject.split(whereSeparator: { "与和及、".unicodeScalars.contains($0) })
      .allSatisfy { $0.count <= longestSubject }
      && subject.first.map { !"省市县区州旗镇乡".unicodeScalars.contains($0) } ?? false
  }

  private static let longestSubject = 6

  /// - Parameter compact: Folded, without blanks.
  static func isTitleEnd(_ compact: [Unicode.Scalar]) -> Bool {
    var title = withoutFinalYear(withoutFinalBracket(compact))
    for ending: Phrase in ["模板", "模版", "样式", "格式"] where title.ends(with: ending) {
      title.removeLast(2)
    }
    return title.ends(withAny: ["报告", "年报"]) && !title.ends(withAny: otherReports)
  }

  /// Without 2023, 2023年, 2023年度 at the end.
  private static func withoutFinalYear(_ compact: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var end = compact.count
    while end > 0, "年度".unicodeScalars.contains(compact[end - 1]) { end -= 1 }
    guard end > 4, let year = DateScanner.year(in: compact, at: end - 4), year.end == end,
      compact[end - 1].isDigit
    else { return compact }
    return Array(compact[..<(end - 4)])
  }

  /// Without `(2020年度)`, `(公示稿)` at the end.
  private static func withoutFinalBracket(_ compact: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard compact.last == ")", let open = compact.lastIndex(of: "("), compact.count - open <= 12
    else { return compact }
    return Array(compact[..<open])
  }

  /// Reports on information disclosure that are not the annual one.
  private static let otherReports: [Phrase] = [
    "调研报告", "评估报告", "整改报告", "整改情况的报告", "整改情况报告", "自查报告", "检查报告", "督查报告", "测评报告", "分析报告", "审计报告",
    "考核报告", "述职报告",
    "研究报告", "监测报告", "专题报告", "调查报告", "汇报报告", "可行性报告", "学习报告", "会议报告", "的工作报告", "政府工作报告", "评议报告",
    "验收报告", "核查报告", "履职报告", "培训报告", "季度报告", "半年报告", "月报告",
  ]

  /// Whether the line holds no mark of a sentence, a path or a list.
  static func isPlain(_ compact: [Unicode.Scalar]) -> Bool {
    !compact.contains { ",;:。!?>|/《》“”_@=".unicodeScalars.contains($0) } && !isArticle(compact)
      && !compact.starts(withAny: [
        "根据", "按照", "现将", "依据", "附件", "关于做好", "关于报送", "关于印发", "关于开展", "关于组织", "关于编制", "一图读懂", "图解",
        "图说", "附表", "上一篇", "下一篇", "上一条", "下一条", "相关",
      ])
  }

  /// Whether the line is an article of a rule: 第三条各镇负责编制….
  static func isArticle(_ compact: [Unicode.Scalar]) -> Bool {
    guard compact.first == "第" else { return false }
    let number = compact.dropFirst().prefix { ChineseNumeral.isNumeral($0) || $0.isDigit }
    return !number.isEmpty && number.endIndex < compact.count && compact[number.endIndex] == "条"
  }

  /// The title in a line that goes on with what is none of it, a site's name, a file's ending or a button: …年度报告_某某网,
  /// …年度报告.docx; nil where none does.
  static func beforeSuffix(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard line.count > 12,
      let end = (["报告", "年报"] as [Phrase]).compactMap({ word in
        line.firstIndex(of: word).map { $0 + word.count }
      }).min(), end < line.count
    else { return nil }
    let title = Array(line[..<end])
    // …年报(2013年2月25日)
    if line[end] == "(", line.last == ")",
      let date = DateScanner.date(in: line, at: end + 1), date.end == line.count - 1
    {
      return isTitleEnd(title) ? title : nil
    }
    guard line.first(of: suffixes, at: end) != nil else { return nil }
    // 年报-2020年度: what follows is the rest of the title.
    guard isTitleEnd(title), !title.contains(where: { ",;。".unicodeScalars.contains($0) }),
      !line[end...].contains(where: { ",;。:".unicodeScalars.contains($0) || $0.isDigit })
    else { return nil }
    return title
  }

  private static let suffixes: [Phrase] = [
    "-", "_", "—", "|", ".doc", ".pdf", ".wps", ".ofd", "二维码", "[打印]", "[关闭]", "打印", "【打印",
  ]

  /// Whether `title` may be the headline of a text about a report.
  static func isHeadline(_ title: [Unicode.Scalar]) -> Bool {
    let agency = Array(title[AgencyTitle(title).agency])
    return agency.contains(anyOf: verbs) || title.starts(withAny: ["关于公布", "关于发布", "关于公开"])
      || title.contains(anyOf: ["解读", "读懂", "出炉"])
  }

  private static let verbs: [Phrase] = [
    "发布", "公布", "公示", "出炉", "印发", "召开", "报送", "上报", "组织召开", "组织开展", "部署", "编制完成", "编制发布", "编写",
    "填报", "完成", "做好", "审议",
    "通过",
    "晒出", "推进", "举办", "全面", "及时", "圆满", "顺利", "第三方", "各部门", "各单位", "各镇", "各乡镇", "上线",
  ]
}
