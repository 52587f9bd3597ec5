internal import DocumentModel
internal import FormParsing
internal import NationalForm
internal import ReportRecords
internal import TextScanning

/// Tells whether a document is an annual report on information disclosure, by its title, its parts, its words and its tables.
///
/// A report without its title line is still one; a notice of the format, a guide to a report, a piece of news and a list of
/// reports are none, whatever they say about it.
struct ReportKind {
  private(set) var isReport: Bool
  /// What leaves it in doubt; nil where nothing does.
  private(set) var doubt: String?

  /// What speaks for a report beside its title.
  private struct Evidence {
    /// Topics of headings of the first level.
    var parts = 0
    /// Parts of reports from before the national form.
    var legacyParts = 0
    /// Whether it says 现公布某县2022年政府信息公开工作年度报告.
    var isAnnounced = false
    var hasPeriod = false
    /// Text of sentences below the title.
    var hasSentences = false
    /// Words of notices, guides and news.
    var isAboutReports = false
    /// Tables with numbers in them.
    var hasNumbers: Bool

    /// Whether the text has what only a report has.
    var isReport: Bool {
      parts >= 5 || isAnnounced && (parts >= 2 || hasPeriod || legacyParts >= 2)
        || parts >= 3 && hasPeriod || legacyParts >= 4 && (isAnnounced || hasPeriod)
    }

    var isSome: Bool { parts >= 1 || legacyParts >= 1 || isAnnounced || hasPeriod }
  }

  init(_ lines: [Line], title: TitleReading?, form: FormReading) {
    let isForm = form.edition != nil
    if let title, ["季度", "半年"].contains(where: { title.text.contains($0) }) {
      isReport = true
      doubt = "its title speaks of a part of the year"
      return
    }
    // Nearly every report: nothing else need be looked at.
    if let title, isForm, !title.isHeadline, title.others == 0, !title.isFromMetadata {
      isReport = true
      return
    }
    let evidence = Self.evidence(lines, form)
    let names = Self.namesAnotherKind(lines)
    switch (title, isForm) {
    case (nil, true):
      isReport = evidence.hasNumbers || !(names || evidence.isAboutReports)
      if isReport, names || evidence.isAboutReports {
        doubt = "its tables are a report's, but its title or text speaks of another document"
      }
    case (nil, false):
      isReport = evidence.isReport && !names && !evidence.isAboutReports
      if isReport {
        doubt = nil
      } else if !names, !evidence.isAboutReports,
        evidence.parts >= 3 || evidence.isAnnounced || evidence.legacyParts >= 4
      {
        doubt = "some of it reads like an annual report without title and tables"
      } else if evidence.isReport, names, !evidence.isAboutReports {
        doubt = "its title is another document's, but its parts are an annual report's"
      }
    case (let title?, _):
      let isWeak = title.isHeadline
      if title.others >= 3, evidence.parts < 3, !evidence.hasNumbers {
        isReport = false
        doubt = nil
      } else if evidence.isAboutReports, !evidence.isReport, !evidence.hasNumbers {
        isReport = false
        doubt =
          evidence.isSome ? "its title is a report's, but its text speaks about reports" : nil
      } else if isWeak {
        isReport = evidence.isReport || evidence.hasNumbers || evidence.parts >= 3
        if !isReport, evidence.isSome {
          doubt =
            "its title speaks of an annual report, and little in the text shows that it is one"
        }
      } else if evidence.isSome || isForm {
        isReport = true
      } else {
        isReport = evidence.hasSentences || title.others == 0 && title.names
        doubt = "nothing but the title shows that it is an annual report"
      }
    }
  }

  // MARK: Evidence

  private static func evidence(_ lines: [Line], _ form: FormReading) -> Evidence {
    var evidence = Evidence(
      hasNumbers: form.cells.indices.count(where: { form.cells[$0].value != nil }) >= 10)
    var topics: Set<Int> = []
    var legacy: Set<Int> = []
    var period = PeriodReader()
    var sentences = 0
    for line in lines.prefix(2_000) {
      if let heading = heading(line) {
        if let topic = SectionTopic.topic(of: heading) { topics.insert(topic.order) }
        if let part = legacyParts.firstIndex(where: { heading.contains($0) }) {
          legacy.insert(part)
        }
        continue
      }
      if !evidence.hasSentences {
        evidence.hasSentences = line.text.unicodeScalars.contains("。") || line.width > 60
      }
      guard line.text.utf8.count >= 36, sentences < 60 else { continue }
      sentences += 1
      let text = TextFolding.foldedPrefix(line.text, 1_500).withoutBlanks
      period.read(text, at: line.location)
      if !evidence.isAnnounced { evidence.isAnnounced = announces(text) }
      if text.contains(anyOf: wordsAboutReports) { evidence.isAboutReports = true }
    }
    evidence.parts = topics.count
    evidence.legacyParts = legacy.count
    evidence.hasPeriod = period.start != nil
    return evidence
  }

  /// The words of a heading of the first level, or of one with 1、 before it in a report from before the national form.
  private static func heading(_ line: Line) -> [Unicode.Scalar]? {
    guard
      let shape = HeadingShape(line.text, inDocument: false) ?? HeadingShape(unnumbered: line.text),
      shape.level == 1 || shape.level == 3, let heading = shape.heading
    else { return nil }
    let words = TextFolding.folded(heading).withoutBlanks
    return shape.level == 1 || legacyParts.contains { words.contains($0) } ? words : nil
  }

  private static let legacyParts: [Phrase] = [
    "概述", "概况", "基本情况", "主动公开", "依申请公开", "收费", "复议", "存在的主要问题", "存在问题", "存在的问题", "需要说明的事项", "附表",
  ]

  /// Whether `text` says that it is the report: 现公布某县2022年政府信息公开工作年度报告, 特编制本报告.
  private static func announces(_ text: [Unicode.Scalar]) -> Bool {
    guard text.contains(anyOf: ["信息公开", "政务公开"]), text.contains(anyOf: ["年度报告", "年报", "本报告"]) else {
      return false
    }
    if text.contains(anyOf: ["公布如下", "报告如下", "予以公布", "予以公开如下"]), text.contains("现") { return true }
    guard let start = openings.compactMap({ text.firstIndex(of: $0) }).min() else { return false }
    let rest = Array(text[start...].prefix(60))
    return rest.contains(anyOf: ["年度报告", "年报", "本报告"])
  }

  /// What `text` (folded) calls the report that it is: 青禾县2022年政府信息公开工作年度报告.
  static func announcedTitle(in text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let text = Array(text.prefix(1_500)).withoutBlanks
    guard
      let start = ["现公布", "现向社会公布", "现予公布", "现将"].compactMap({ (opening: Phrase) in
        text.firstIndex(of: opening).map { $0 + opening.count }
      }).min()
    else { return nil }
    let words = text[start...].prefix(70)
    guard let end = words.firstIndex(where: { ",。;:《".unicodeScalars.contains($0) }) else {
      return nil
    }
    var title = Array(words[..<end])
    for ending: Phrase in ["公布如下", "报告如下", "公开如下", "予以公布"] where title.ends(with: ending) {
      title.removeLast(ending.count)
    }
    return TitleWords.isTitleEnd(title) && TitleWords.namesTopic(title) ? title : nil
  }

  private static let openings: [Phrase] = [
    "现公布", "现向社会公布", "现予公布", "编制本报告", "编制本年度报告", "编制了本报告", "编写本报告", "制作本报告", "特编制", "编制并公布",
    "特向社会公布",
    "现向社会公开", "本报告由",
  ]

  /// Whether the lines at the top name a document of another kind.
  private static func namesAnotherKind(_ lines: [Line]) -> Bool {
    for line in lines.prefix(8) {
      guard let compact = line.compact(upTo: 80), !compact.contains("。") else { continue }
      if compact.ends(withAny: otherKinds) || compact.starts(withAny: guides) { return true }
    }
    return false
  }

  private static let otherKinds: [Phrase] = [
    "通知", "的函", "复函", "解读", "方案", "办法", "要点", "问答", "指南", "预算", "决算", "合同", "协议", "清单", "细则", "纪要",
    "通报",
    "批复", "意见", "说明", "计划", "培训会", "会议", "指引", "规范", "制度", "目录", "规定", "条例", "请示", "总结", "讲话",
    "汇总表", "统计表",
  ]

  private static let guides: [Phrase] = ["一图读懂", "图解", "文字解读", "政策解读", "图说", "视频解读", "专家解读", "解读"]

  /// What notices to those who write reports, guides and news say, and no report does.
  private static let wordsAboutReports: [Phrase] = [
    "请各单位", "请各地", "请各部门", "请认真", "请严格按照", "各单位要", "各地区各部门", "各部门要", "报送至", "报送我办", "填报说明", "填报要求",
    "编写要求", "特此通知", "现将有关事项通知如下", "现就有关事项通知", "本报讯", "记者从", "记者获悉", "网讯", "据悉", "年度报告显示", "报告显示",
    "年报显示", "贯彻执行。附件", "为便于公众", "便于社会公众了解", "现将年报主要内容解读", "现解读如下", "解读如下",
  ]
}

extension Section.Topic {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
