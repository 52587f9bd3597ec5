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
    /// Whether it says 特编制本报告, 本年度报告根据…编制 or the like.
    var isAnnounced = false
    /// Whether it says what it is, 现公布某县2022年政府信息公开工作年度报告.
    var isNamed = false
    /// Whether a sentence begins with the report's own title: 青禾县水务局2020年…年度报告是根据…编制.
    var isDescribed = false
    /// Whether its sentences are those of who reports: 我局, 我镇.
    var isOwn = false
    var hasHeadings = false
    /// Parts on fees and on reviews, which the regulation of 2008 asks for.
    var hasLegacyCore = false
    var hasPeriod = false
    /// Text of sentences below the title.
    var hasSentences = false
    /// Words of notices, guides and news.
    var isAboutReports = false
    /// What the form's notice asks the first part to be about: 主动公开, 依申请公开, 政府信息管理, 平台建设, 监督保障.
    var innerParts = 0
    /// 第一条, 第二条: a rule on how reports are made.
    var isRule = false
    /// Tables with numbers in them.
    var hasNumbers: Bool

    /// Whether the text has what only a report has.
    var isReport: Bool { !isRule && (hasItsParts || saysSo) }

    private var hasItsParts: Bool {
      parts >= 5 || parts >= 3 && hasPeriod || innerParts >= 3 && parts >= 1
        || legacyParts >= 4 && hasPeriod || legacyParts >= 5 && hasLegacyCore
    }

    private var saysSo: Bool {
      isAnnounced && (parts >= 2 || legacyParts >= 2 || innerParts >= 3 || hasPeriod)
        || isNamed && (parts >= 1 || legacyParts >= 1 || innerParts >= 2)
        || hasHeadings && (isDescribed || isNamed && isOwn)
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
      } else if evidence.isAboutReports || evidence.isRule, !evidence.isReport,
        !evidence.hasNumbers
      {
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
    var inner: Set<Int> = []
    var articles = Articles()
    var legacy: Set<Int> = []
    var period = PeriodReader()
    var sentences = 0
    for line in lines.prefix(2_000) {
      if let heading = heading(line) {
        evidence.hasHeadings = true
        if let topic = SectionTopic.topic(of: heading) { topics.insert(topic.order) }
        if let part = legacyParts.firstIndex(where: { heading.contains($0) }) {
          legacy.insert(part)
        }
        continue
      }
      if let part = innerPart(line.text) { inner.insert(part) }
      if !evidence.hasHeadings, HeadingNumber.mayBegin(line.text) {
        // 一、概述 2017年,我局…: a heading with text run in.
        evidence.hasHeadings =
          HeadingNumber(TextFolding.foldedPrefix(line.text, 8))?.style == .chinese
      }
      if line.text.utf8.first == 0xE7 { articles.read(TextFolding.foldedPrefix(line.text, 12)) }
      if !evidence.hasSentences {
        evidence.hasSentences = line.text.unicodeScalars.contains("。") || line.width > 60
      }
      guard line.text.utf8.count >= 36, sentences < 60 else { continue }
      sentences += 1
      let text = TextFolding.foldedPrefix(line.text, 1_500).withoutBlanks
      period.read(text, at: line.location)
      if !evidence.isNamed, let name = Announcement.name(in: text) {
        evidence.isAnnounced = true
        // News too says that somebody has made a 《…年度报告》.
        evidence.isNamed = !name.isQuoted && TitleYear.first(in: name.title) != nil
        evidence.isDescribed = evidence.isDescribed || Announcement.beginsWithTitle(text)
      }
      if !evidence.isOwn { evidence.isOwn = text.contains(anyOf: owners) }
      if !evidence.isAnnounced { evidence.isAnnounced = Announcement.isMade(by: text) }
      if evidence.isAnnounced { legacy.formUnion(innerHeadings(text)) }
      if text.contains(anyOf: wordsAboutReports) { evidence.isAboutReports = true }
    }
    evidence.parts = topics.count
    evidence.legacyParts = legacy.count
    evidence.innerParts = inner.count
    evidence.hasLegacyCore = ["收费", "复议"].allSatisfy { (word: Phrase) in
      legacyParts.firstIndex(of: word).map(legacy.contains) ?? false
    }
    evidence.isRule = articles.areRule
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

  private static let owners: [Phrase] = [
    "我局", "我委", "我厅", "我镇", "我乡", "我街道", "我校", "我院", "我单位",
  ]

  /// Which of the things that the first part is about `text` begins with: (一)主动公开情况.
  private static func innerPart(_ text: String) -> Int? {
    guard let first = text.unicodeScalars.first, "（(123456789".unicodeScalars.contains(first) else {
      return nil
    }
    let words = Array(TextFolding.foldedPrefix(text, 20).withoutBlanks.prefix(14))
    return innerParts.firstIndex { words.contains($0) }
  }

  /// Which parts of `text` (folded, without blanks) have headings within the paragraph: …。一、概述….。二、主动公开….
  private static func innerHeadings(_ text: [Unicode.Scalar]) -> Set<Int> {
    guard text.contains("。二、") else { return [] }
    var found: Set<Int> = []
    for mark in text.indices.dropFirst(2)
    where text[mark] == "、" && text[mark - 2] == "。" && ChineseNumeral.digit(text[mark - 1]) != nil
    {
      let words = Array(text[(mark + 1)...].prefix(14))
      if let part = legacyParts.firstIndex(where: { words.contains($0) }) { found.insert(part) }
    }
    return found
  }

  private static let innerParts: [Phrase] = ["依申请公开", "主动公开", "信息管理", "平台建设", "监督保障"]

  private static let legacyParts: [Phrase] = [
    "概述", "概况", "基本情况", "主动公开", "依申请公开", "收费", "复议", "存在的主要问题", "存在问题", "存在的问题", "需要说明的事项", "附表",
  ]

  /// Whether the lines at the top name a document of another kind.
  private static func namesAnotherKind(_ lines: [Line]) -> Bool {
    for line in lines.prefix(8) {
      guard let compact = line.compact(upTo: 80), !compact.contains("。"),
        !DocumentTitle.isItem(compact)
      else { continue }
      if compact.ends(withAny: otherKinds) || compact.starts(withAny: guides) { return true }
      // 各镇人民政府,县直各单位:
      if compact.first == "各", compact.last == ":" { return true }
    }
    return false
  }

  private static let otherKinds: [Phrase] = [
    "通知", "的函", "复函", "解读", "方案", "办法", "要点", "问答", "指南", "预算", "决算", "合同", "协议", "清单", "细则", "纪要",
    "通报",
    "批复", "意见", "说明", "计划", "培训会", "会议", "指引", "规范", "制度", "目录", "规定", "条例", "请示", "总结", "讲话",
    "汇总表", "统计表", "范文", "范本", "模板", "样本",
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
