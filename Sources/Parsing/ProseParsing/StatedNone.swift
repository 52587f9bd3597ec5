internal import ReportRecords
internal import TextScanning

/// Statements that something did not happen: 未收到政府信息公开申请, 没有发生行政复议和行政诉讼, 零投诉.
struct StatedNone {
  /// From the negation to the end of what it negates.
  var range: Range<Int>
  /// What did not happen: 收到政府信息公开申请.
  var label: Range<Int>
  var unit: String
  /// Where the clause ends.
  var clauseEnd: Int

  /// Scalars that one statement may take up.
  private static let reach = 60

  /// The statement whose negation (未, 没, 没有, 无) begins at `start`; nil where none does.
  ///
  /// Verb and object are both looked for, since 无正当理由, 无法提供 and 未按时公开 negate no quantity: either a verb of
  /// ``verbs`` stands behind the negation and an object follows, or the object ends the clause: 无行政复议案件.
  init?(_ text: ProseText, at start: Int, reportYear: Int?, _ known: inout ObjectOfClause) {
    guard Self.conditions.start(in: text, endingAt: start) == nil,
      let content = Self.negations.end(in: text, from: start)
    else { return nil }
    clauseEnd = Clause.end(text, from: content, length: Self.reach)
    guard clauseEnd == text.count || Clause.isBreak(text, at: clauseEnd) else { return nil }
    let verb = Self.verbs.end(in: text, from: content, upTo: clauseEnd)
    // 未被复议机关纠错 says how a review ended, and not that there was none.
    if text[content] == "被" || text.has(["有", "被"], at: content) {
      let passive = text[content] == "被" ? content + 1 : content + 2
      guard Self.claims.end(in: text, from: passive) != nil,
        Self.courts.first(in: text, passive..<clauseEnd) == nil
      else { return nil }
    }
    if Self.outcomes.first(in: text, content..<clauseEnd) != nil { return nil }
    // 未发生与诉讼(行政诉讼)有关的费用: what is negated stands behind the bracket.
    if text[clauseEnd] == "(", Self.goesOn(text, behind: clauseEnd) { return nil }
    guard verb != nil || text[start] != "未",
      verb != nil || Self.idioms.end(in: text, from: content) == nil
    else { return nil }
    guard let object = known.object(text, in: content..<clauseEnd) else { return nil }
    if verb == nil {
      guard Self.onlyTail(text, object.range.upperBound..<clauseEnd) else { return nil }
    }
    guard !Self.countsSomething(text, content..<clauseEnd) else { return nil }
    // 无行政处罚和行政事业性收费 says nothing of money alone.
    if object.unit == "元",
      Self.powers.first(in: text, content..<object.range.lowerBound) != nil
    {
      return nil
    }
    unit = object.unit
    range = start..<object.range.upperBound
    let silent = Self.silentVerbs.end(in: text, from: content, upTo: object.range.upperBound)
    label = (silent ?? content)..<object.range.upperBound
    // 不存在3起诉讼 says neither none nor three.
    let first = label.lowerBound
    if text[first].isDigit, text[first] != "1" || text[first + 1].isDigit { return nil }
    if NarrowedStatement.isOne(text, at: start, clauseEnd: clauseEnd, reportYear: reportYear) {
      return nil
    }
  }

  /// The statement whose 零 stands at `start`, right before what did not happen: 实现零投诉、零复议; nil where none does.
  init?(_ text: ProseText, zeroAt start: Int) {
    let content = start + 1
    clauseEnd = content
    while clauseEnd < text.count, clauseEnd - content <= Self.longestObject,
      !Clause.isBreak(text, at: clauseEnd), !Self.zeroEnds.contains(text[clauseEnd])
    {
      clauseEnd += 1
    }
    let clause = Clause.start(text, before: start, downTo: max(0, start - Self.reach))
    guard !text[start - 1].isDigit, !ChineseCount.isNumeral(text[start - 1]),
      text[clauseEnd] != "的", let object = Self.object(text, in: content..<clauseEnd),
      object.range == content..<clauseEnd, Self.aims.first(in: text, clause..<start) == nil
    else { return nil }
    unit = object.unit
    range = start..<clauseEnd
    label = object.range
  }

  private static let longestObject = 12
  private static let zeroEnds: Set<Unicode.Scalar> = ["、", "和", "及", "”", "\"", "的"]
  /// What somebody means to reach: 力争零投诉.
  private static let aims = WordList("力争 争取 确保 努力 目标 追求 力求 做到 计划 要求")

  /// The object of the clause looked at last, so that a clause full of 无 is searched once.
  struct ObjectOfClause {
    private var clauseEnd = -1
    private var found: Object?

    fileprivate mutating func object(_ text: ProseText, in range: Range<Int>) -> Object? {
      if range.upperBound != clauseEnd {
        found = StatedNone.object(text, in: range)
        clauseEnd = range.upperBound
      }
      guard let found, found.range.lowerBound >= range.lowerBound else { return nil }
      return found
    }
  }

  /// The unit of what `range` names, where a zero stands for it: 件 for 申请, 元 for 收费; nil for anything else.
  static func unit(_ text: ProseText, of range: Range<Int>) -> String? {
    object(text, in: range)?.unit
  }

  fileprivate struct Object {
    var range: Range<Int>
    var unit: String
  }

  /// What is negated, to the last of several: 行政复议、行政诉讼.
  fileprivate static func object(_ text: ProseText, in range: Range<Int>) -> Object? {
    var found: Object?
    for (words, unit) in objects {
      guard let last = words.last(in: text, range) else { continue }
      if let earlier = found, earlier.range.upperBound >= last.upperBound { continue }
      found = Object(range: last, unit: unit)
    }
    guard var object = found else { return nil }
    // 信息公开申请人 and 申请表 are no requests.
    if noObjects.end(in: text, from: object.range.upperBound) != nil { return nil }
    while let end = objectTails.end(in: text, from: object.range.upperBound, upTo: range.upperBound)
    {
      object.range = object.range.lowerBound..<end
    }
    return object
  }

  /// Whether words follow right behind the bracket that opens at `open`.
  private static func goesOn(_ text: ProseText, behind open: Int) -> Bool {
    let end = Clause.end(text, from: open + 1, length: reach)
    return text[end] == ")" && !Clause.isBreak(text, at: end + 1)
  }

  private static func onlyTail(_ text: ProseText, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      guard let end = tails.end(in: text, from: index, upTo: range.upperBound) else { return false }
      index = end
    }
    return true
  }

  /// Whether a number above one stands in `range`: 没有超过10件.
  private static func countsSomething(_ text: ProseText, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      guard text[index].isDigit else {
        index += 1
        continue
      }
      guard case .quantity(let quantity) = ArabicNumber.read(text, at: index) else { return true }
      let counts = MeasureWords.match(text, at: quantity.end) != nil
      if counts, quantity.value.digits > 1 || quantity.value.scale > 0 { return true }
      index = max(index + 1, quantity.end)
    }
    return false
  }

  /// What somebody is met with: 未被申请行政复议.
  private static let claims = WordList("申请 提起 提出 起诉 行政复议 行政诉讼 复议 诉讼 投诉 举报 信访 要求")
  private static let courts = WordList("复议机关 复议机构 法院 判决 上级")
  private static let outcomes = WordList(
    "纠错 纠正 败诉 撤销 责令 确认违法 判决 驳回 维持 胜诉 追责 问责 通报 超期 逾期 超时 延期")

  /// Kinds of decisions, which are counted in 件.
  private static let powers = WordList("行政处罚 行政许可 行政强制")
  private static let negations = WordList("未 没 不存在 没有 无 尚无 未曾 从未")
  /// Before the negation, these make it a condition or another word.
  private static let conditions = WordList("如 若 凡 对 有 是否 毫 假如 因 由于")
  /// Behind the negation, these make another word of it.
  private static let idioms = WordList(
    "正当 法 需 条件 效 关 权 偿 障碍 故 现成 理由 论 须 人 纸 线 接触 证 一例外 能 按 及时 经 来 必要")

  /// Behind a negation, these show that something is counted.
  private static let verbs = WordList(
    """
    收到 接到 接收 收取 收过 新收 受理 发生 产生 出现 引发 引起 被 因 有 涉及 存在 向 对 征收 发现 办理 制发 制定 出台 印发 提起
    接收到 收到过 关于 结转 收费 需要收取
    """)
  /// Verbs that a label does without: 发生行政复议 is 行政复议.
  private static let silentVerbs = WordList(
    "发生 发生过 产生 出现 存在 有 引发 引起 发生关于 发生因 被 收到任何 收到任何形式的 收到过")

  private static let objects: [(WordList, String)] = [
    (WordList("申请 依申请公开 申请公开"), "件"),
    (WordList("行政复议 复议 行政诉讼 诉讼 复议诉讼 申诉"), "件"),
    (WordList("举报 投诉 信访"), "件"),
    (WordList("收费 费用 处理费 检索费 复制费 邮寄费 任何费"), "元"),
    (WordList("规范性文件 规章"), "件"),
  ]
  private static let noObjects = WordList("人 表 材料 条件 渠道 流程 方式 的行政 回复 答复 办法 制度")
  private static let objectTails = WordList("公开 政府信息 信息 要求 案件 件 信件 信函 来信 来函 事项 案")
  /// What may follow the object at the end of the clause.
  private static let tails = WordList(
    "的 情况 情形 案件 事项 事件 发生 现象 问题 相关 等 件 案 信息 要求 行为 工作 产生 记录 业务 公开 及 和 、 类 数量 减免")
}
