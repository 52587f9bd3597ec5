internal import DocumentModel
internal import TextScanning

/// The measure words that make a number a quantity.
enum MeasureWords {
  struct Match: Equatable {
    /// The index behind the word.
    var end: Int
    /// As a record gives it: `人次`, `百分点`.
    var unit: String
    var chinese: ChineseUse
  }

  /// Whether a small number in Chinese numerals before the word is likely to count.
  enum ChineseUse {
    /// 举办两场, 召开三次.
    case usual
    /// Only where a clause ends behind it: 答复申请三件, but not 三项制度 or 五条措施.
    case atClauseEnd
    /// Only from eleven on: 二十个部门, but not 两个维护.
    case fromEleven
    case never
  }

  /// The measure word at `index`, the longest first.
  static func match(_ text: ProseText, at index: Int) -> Match? {
    guard let candidates = table[text[index]] else { return nil }
    for word in candidates where text.has(word.scalars, at: index) {
      let end = index + word.scalars.count
      if word.exceptions.end(in: text, from: end) != nil { continue }
      if word.isOnlyLast, !Clause.isBreak(text, at: end), !lists.contains(text[end]) { continue }
      // 人(次), 件(次), 条/次.
      for form in perTime where text.has(form, at: end) {
        return Match(end: end + form.count, unit: word.unit + "次", chinese: word.chinese)
      }
      return Match(end: end, unit: word.unit, chinese: word.chinese)
    }
    return nil
  }

  /// What may follow a word that is a measure word at the end of a clause only.
  private static let lists: Set<Unicode.Scalar> = ["、", "和", "及", "与"]
  /// These are mostly the beginnings of other words: 服务区4对, but not 3对外.
  private static let onlyLast = Set<Unicode.Scalar>("对头只匹羽口眼根面片架尊".unicodeScalars)

  private static let perTime: [[Unicode.Scalar]] = [["(", "次", ")"], ["/", "次"]]

  /// The same of a word in a bracket: 12(条).
  static func inBracket(_ text: ProseText, at index: Int) -> Match? {
    guard text[index] == "(", var match = match(text, at: index + 1), text[match.end] == ")" else {
      return nil
    }
    match.end += 1
    return match
  }

  private struct Word {
    var scalars: [Unicode.Scalar]
    var unit: String
    var chinese: ChineseUse
    /// What makes another word of it: 条例, 个月, 分之.
    var exceptions: WordList
    /// Whether it is one only where a clause ends behind it.
    var isOnlyLast = false
  }

  private static let table: [Unicode.Scalar: [Word]] = {
    var table: [Unicode.Scalar: [Word]] = [:]
    for (use, rows) in rows {
      for row in rows {
        let word = row.word.scalars
        guard let first = word.first else { continue }
        table[first, default: []].append(
          Word(
            scalars: word, unit: row.unit ?? row.word, chinese: use,
            exceptions: WordList(row.exceptions)))
      }
    }
    for scalar in onlyLast {
      table[scalar, default: []].append(
        Word(
          scalars: [scalar], unit: String(scalar), chinese: .never, exceptions: WordList(""),
          isOnlyLast: true))
    }
    return table.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
  }()

  private typealias Row = (word: String, unit: String?, exceptions: String)

  private static let rows: [(ChineseUse, [Row])] = [
    (
      .usual,
      [
        ("次", nil, "日 月 年 序 元 性 产业 全会"), ("人次", nil, ""), ("场次", nil, ""),
        ("批次", nil, ""), ("期次", nil, ""), ("个次", nil, ""), ("剂次", nil, ""), ("处次", nil, ""),
        ("起次", nil, ""), ("项次", nil, ""), ("份次", nil, ""), ("宗次", nil, ""), ("架次", nil, ""),
        ("趟次", nil, ""), ("艘次", nil, ""), ("组次", nil, ""), ("人天", nil, ""), ("册次", nil, ""),
        ("卷次", nil, ""), ("笔次", nil, ""), ("页次", nil, ""), ("件次", nil, ""), ("户次", nil, ""),
        ("家次", nil, ""),
        ("条次", nil, ""), ("篇次", nil, ""), ("车次", nil, ""), ("台次", nil, ""),
        ("班次", nil, ""), ("例次", nil, ""), ("人份", nil, ""), ("场", nil, "所 地 景 馆 合 面 域"),
        ("篇", nil, "幅 章"), ("份", nil, "额"), ("起", nil, "草 诉 到 来 点 步 至 始 实施 施行 执行"),
        ("名", nil, "录 单 称 义 列 次 为"),
      ]
    ),
    (
      .atClauseEnd,
      [
        ("件", nil, ""), ("条", nil, "例 款 约 块"), ("项", nil, "目"), ("家", nil, "庭 长 族 属"),
        ("人", nil, "民 大 员 才 力 社 口 事 均 物 工 性 文"), ("期", nil, "间 限 末 初 满 货 工程"),
        ("部", nil, "门 分 署 级 委 队 位 令 长"), ("本", nil, "级 地 市 区 县 局 单 部 年 报 科 机 着 办 厅 身 次 辖"),
        ("册", nil, ""), ("户", nil, "籍 外"), ("例", nil, "如 外 会 行"), ("张", nil, "贴 家 榜"),
        ("幅", nil, "度 员"), ("宗", nil, "旨 教"), ("批", nil, "准 复 评 示 量"), ("套", nil, "用 餐"),
        ("页", nil, "面"), ("位", nil, "于 置 列 居 次"), ("处", nil, "理 罚 室 置 长 分 于 级"),
        ("组", nil, "织 成 建 长"), ("岗", nil, "位 责"), ("台", nil, "账 帐 风 阶"), ("辆", nil, ""),
        ("座", nil, "谈 位 右 城 落 次"), ("栋", nil, ""), ("幢", nil, ""), ("艘", nil, ""),
        ("剂", nil, "量 型"),
        ("床", nil, "位 上 边"), ("张床位", "张", ""), ("门", nil, "户 诊 前 店 口 牌 禁 急 类 槛"),
        ("所", nil, "有 在 需 属 列 得 长 以 示"), ("间", nil, "接 隔"),
        ("封", nil, "面 闭"), ("通", nil, "过 知 报 道 告 信 常"), ("则", nil, ""),
        ("款", nil, "项 规"), ("支", nil, "持 部 付 出 撑 队 行"), ("支队伍", "支", ""),
        ("节", nil, "能 日 约 目 点 假"), ("课时", nil, ""), ("学时", nil, ""),
        ("轮", nil, "流 训 换 岗"), ("遍", nil, "布 及"), ("趟", nil, ""), ("株", nil, ""), ("盏", nil, ""),
        ("枚", nil, ""), ("颗", nil, ""), ("卷", nil, "宗 入"),
        ("卷宗", nil, ""), ("盒", nil, ""), ("袋", nil, ""), ("箱", nil, ""), ("块", nil, "链"),
        ("笔", nil, "记 者"), ("单", nil, "位 独 个 一 元 项"), ("桩", nil, ""), ("帧", nil, ""),
        ("集", nil, "中 团 体 约 聚 成"),
        ("条线", nil, ""), ("元", nil, "旦 素 宵 年 区"), ("美元", nil, ""), ("港元", nil, ""),
        ("欧元", nil, ""),
        ("小时", nil, ""), ("分钟", nil, ""), ("秒", nil, ""), ("天", nil, "津 然 气 府 宁"),
        ("工作日", nil, ""),
      ]
    ),
    (
      .fromEleven,
      [
        ("个", nil, "月 年 部分 世纪 人信息 人隐私 体 性 别 税"), ("个小时", "小时", ""), ("个工作日", "工作日", ""),
        ("个百分点", "百分点", ""), ("类", nil, "别 型 似"), ("大类", nil, ""), ("小类", nil, ""), ("大项", nil, ""),
        ("小项", nil, ""),
        ("种", nil, "植 子"),
      ]
    ),
    (
      .never,
      [
        ("%", nil, ""), ("‰", nil, ""), ("百分点", nil, ""),
        ("分", nil, "别 为 类 析 公 之 局 管 行 校 工 级 布 散 时 解 享 发 析 期 批 院 秒"),
        ("部门", nil, ""), ("字", nil, "号 样 段"), ("倍", nil, ""), ("米", nil, ""), ("千米", nil, ""),
        ("公里", nil, ""), ("平方米", nil, ""), ("平方公里", nil, ""), ("立方米", nil, ""), ("亩", nil, ""),
        ("公顷", nil, ""), ("吨", nil, ""), ("千克", nil, ""), ("公斤", nil, ""), ("千瓦", nil, "时"),
        ("千瓦时", nil, ""), ("吉焦", nil, ""), ("兆瓦", nil, ""), ("千伏安", nil, ""), ("毫克", nil, ""),
        ("微克", nil, ""), ("MB", nil, ""), ("GB", nil, ""), ("TB", nil, ""), ("版次", nil, ""),
        ("档", nil, "案"), ("镇街", nil, ""), ("站点", nil, ""),
        (
          "大", nil,
          """
          概 约 会 于 写 小 队 厅 楼 学 型 数据 病 米 豆 气 桥 赛 连 洋 道 街 专科 专学 专生 专院 专以 专及 专毕 专文 师 户 门 院 家 众 幅 批 量
          多 中 力
          """
        ),
      ]
    ),
  ]
}
