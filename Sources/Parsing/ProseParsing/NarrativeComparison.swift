internal import Diagnostics
internal import NationalForm
internal import ReportRecords
internal import TextScanning

/// The soft check N: a figure of the narrative against the cell of the tables that says the same.
struct NarrativeComparison {
  /// A cell, or several to be added up, and how the narrative words it.
  ///
  /// A class, because each figure is held against all of them and a copy of a struct counts each of its lists.
  private final class Statement: Sendable {
    /// The path in a record: `applications.new_received.total`.
    let scope: String
    let cells: [CellID]
    /// Whether it may be given as a part of another figure: 收到申请 8 件，其中予以公开 2 件.
    let mayBePart: Bool
    /// The clause has a word of this list.
    let words: WordList
    /// And of this one; nil where the words themselves tell.
    let object: WordList?
    /// And none of these.
    let otherwise: WordList
    /// Nor these, unless the figure is 0, which is true of each: 没有发生行政复议和行政诉讼.
    let rivals: WordList
    /// One of these comes before, unless the figure is 0; nil where the words themselves tell.
    let context: WordList?

    init(
      _ cells: [CellID], scope: String? = nil, mayBePart: Bool = false, words: String,
      object: WordList? = nil,
      otherwise: WordList, rivals: WordList = WordList(""), context: WordList? = nil
    ) {
      self.cells = cells
      self.scope = scope ?? cells.first?.description ?? ""
      self.mayBePart = mayBePart
      self.words = WordList(words)
      self.object = object
      self.otherwise = otherwise
      self.rivals = rivals
      self.context = context
    }
  }

  private let readings: [CellReading]
  private let hasValues: Bool

  init(_ cells: [CellReading]) {
    readings = cells
    // By index: an element handed to a closure is a copy, with a count for each of its strings.
    hasValues = cells.indices.contains { cells[$0].value != nil }
  }

  /// Compares `mention`, and reports what differs: a failure of N, or an issue where the narrative speaks of the body
  /// itself (本级, 本机关) and the tables may count others too.
  func compare(
    _ mention: FigureScanner.Mention, isPart: Bool, _ text: ProseText, reportYear: Int?,
    at location: Location, into prose: inout Diagnosed<Prose>
  ) {
    guard hasValues, let unit = mention.unit, Self.units.contains(unit),
      !includesCarriedIn(mention, text)
    else { return }
    let words = mention.statement
    // Nearly no figure is of any: one look instead of nine.
    guard Self.telling.first(in: text, words) != nil else { return }
    let start = mention.range.lowerBound
    guard
      !NarrowedStatement.isOne(
        text, at: start, clauseEnd: Clause.end(text, from: mention.range.upperBound, length: 40),
        reportYear: reportYear)
    else { return }
    for statement in Self.statements {
      guard statement.mayBePart || !isPart,
        statement.words.first(in: text, words) != nil,
        statement.object.map({ $0.first(in: text, words) != nil }) ?? true,
        statement.otherwise.first(in: text, words) == nil,
        mention.value == ExactDecimal(0) || statement.rivals.first(in: text, words) == nil,
        isInContext(mention, of: statement, text), let expected = sum(statement.cells),
        expected != mention.value
      else { continue }
      if isNarrower(mention, text) {
        prose.issues.append(
          Issue(
            .figureDiffers,
            "the text says \(mention.value) for the body itself, the table \(expected) (\(statement.scope)) for more bodies",
            at: location))
      } else {
        prose.value.softFailures.append(
          CheckFailure(
            id: "N", scope: statement.scope, severity: .warning, expected: expected,
            actual: mention.value, delta: mention.value - expected, blanksAsZero: false))
      }
    }
  }

  /// The cells that a failure with `scope` is about, to be added up; empty for a scope that there is not.
  static func cells(of scope: String) -> [CellID] {
    statements.first { $0.scope == scope }?.cells ?? []
  }

  private func isInContext(
    _ mention: FigureScanner.Mention, of statement: Statement, _ text: ProseText
  ) -> Bool {
    guard let context = statement.context, mention.value != ExactDecimal(0) else { return true }
    let end = mention.range.upperBound
    return context.first(in: text, max(0, end - Self.contextLength)..<end) != nil
  }

  /// Scalars before a figure in which its context may stand.
  private static let contextLength = 200

  /// Whether what follows the figure says that it holds what was carried over: 收到申请 32 件（含上年结转 2 件）, or
  /// 受理申请 32 件，其中新收 30 件，上年结转 2 件.
  private func includesCarriedIn(_ mention: FigureScanner.Mention, _ text: ProseText) -> Bool {
    let end = mention.range.upperBound
    guard text[end] == "(" else {
      guard text[end] == ",", Self.partly.end(in: text, from: end + 1) != nil else { return false }
      var stop = end + 1
      while stop - end < 60, !Clause.isStop(text, at: stop), text[stop] != ";" { stop += 1 }
      return Self.carriedIn.first(in: text, end..<stop) != nil
    }
    return Self.carried.first(in: text, end..<Clause.end(text, from: end + 1, length: 20)) != nil
  }

  private static let carried = WordList("结转")
  private static let partly = WordList("其中 含 包括 包含")
  private static let carriedIn = WordList("上年结转 上年度结转 上一年结转 上一年度结转 去年结转")

  private func sum(_ cells: [CellID]) -> ExactDecimal? {
    var sum = ExactDecimal(0)
    for cell in cells {
      guard let index = readings.index(of: cell), let value = readings[index].value,
        let next = sum + value
      else { return nil }
      sum = next
    }
    return sum
  }

  /// Whether the sentence speaks of one body among several.
  private func isNarrower(_ mention: FigureScanner.Mention, _ text: ProseText) -> Bool {
    let start = mention.range.lowerBound
    var sentence = start
    while sentence > 0, start - sentence < 60, !Clause.isStop(text, at: sentence - 1) {
      sentence -= 1
    }
    return Self.ownCircle.first(in: text, sentence..<mention.range.upperBound) != nil
  }

  private static let units: NameSet = ["件", "条", "份", "宗", "起", "项", "例", "次", "个"]
  private static let ownCircle = WordList(
    "本级 本机关 机关本级 区政府 市政府 县政府 州政府 政府办 政府办公室 政府办公厅 本单位 本部门")
  private static let channels = WordList(
    """
    网络 网上 网站 信函 信件 当面 现场 邮件 邮寄 传真 窗口 平台 自然人 法人 企业 商业 科研 公益 法律服务 结转 上年 去年 办结
    答复 办理 处理 公民 补正 撤回 重复 转办 复议 诉讼
    """)

  /// The first words of all statements.
  private static let telling = WordList(ofAll: statements.map(\.words))

  private typealias Named = NationalForm.Named

  private static let statements: [Statement] = [
    Statement(
      Named.newReceived,
      words: "收到 新收 受理 接收 接到", object: WordList("申请"), otherwise: channels),
    Statement(
      Named.carriedIn,
      words: "上年结转 上年度结转 上一年结转 上一年度结转 去年结转", otherwise: WordList("下年 下一年")),
    Statement(
      Named.carriedOut,
      words: "结转下 结转至下 结转到下 转下年 转下一年 转入下", otherwise: WordList("上年结转")),
    Statement(
      Named.granted,
      mayBePart: true,
      words: "予以公开", otherwise: WordList("不予公开 部分 主动 信息 非")),
    Statement(
      Named.partlyGranted,
      mayBePart: true,
      words: "部分公开", otherwise: WordList("不予公开 主动 信息 及 和 、")),
    Statement(
      Named.reviews,
      words: "行政复议", otherwise: ofOthers,
      rivals: WordList("诉讼"), context: againstDisclosure),
    Statement(
      Named.suits, scope: "derived.suit_total",
      words: "行政诉讼", otherwise: suitsOfOthers,
      rivals: WordList("复议"), context: againstDisclosure),
    Statement(
      Named.documentsIssued,
      words: "制发 制定 出台 印发", object: WordList("规范性文件"), otherwise: notIssued),
    Statement(
      Named.documentsMade,
      words: "制发 制定 出台 印发", object: WordList("规范性文件"), otherwise: notIssued),
  ]
  /// Results; and the cases of a body that decides reviews itself, or publishes what was decided.
  private static let reviewWords =
    "维持 纠正 撤回 审结 胜诉 败诉 驳回 答复 决定 文书 案例 主动公开 公开行政 公布 调解 听证 应诉 培训"
  private static let ofOthers = WordList(reviewWords)
  private static let suitsOfOthers = WordList(reviewWords + " 直接")
  /// By which a review is known to be one of the agency's work with information: 办理行政复议案件 43 件 is none.
  private static let againstDisclosure = WordList(
    """
    因政府信息公开 因信息公开 因依申请 信息公开申请 公开申请 依申请公开 涉及政府信息公开 涉政府信息公开 涉及信息公开
    信息公开行政复议 信息公开行政诉讼 信息公开复议 信息公开诉讼 信息公开类 信息公开的行政 信息公开引 信息公开被
    信息公开工作被 信息公开工作引 信息公开发生 信息公开方面 被申请 被提起 被复议 被诉 发生 引发 引起 申请行政复议 申请复议
    提起行政诉讼 提起诉讼
    """)
  private static let notIssued = WordList("清理 废止 解读 现行 修订 规章 配套 备案 审核 审查")
}
