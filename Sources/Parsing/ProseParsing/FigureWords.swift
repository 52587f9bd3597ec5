internal import TextScanning

/// The words around a number that say what it is.
enum FigureWords {
  /// Before a number that is not exact: 近300个, 不少于4条.
  static let approximateBefore = WordList(
    "近 将近 接近 约 大约 大概 超 超过 逾 不少于 不低于 不下 至少 最少 突破 不足 不到 不满 未满 未达到 未达 少于 低于 多于 高于 最多 至多 不超 不超过 未超过 不多于 不高于 ≥ > ≤ < ≈"
  )
  /// Behind a unit that is not exact: 100条以上.
  static let approximateAfter = WordList("以上 左右 上下 以内 以下 有余 余 多 不等 不到 之多")

  /// Words that are the only label of a sum: 合计 188 条.
  static let totals = WordList("合计 共计 总计 累计 共")

  /// Between a label and its number.
  static let copulas = WordList(
    """
    为 是 有 共 共计 共有 总计 合计 累计 累计达 达 达到 高达 多达 均为 分别 分别为 分别是 分别达 各 计 仅 约为
    近 将近 接近 约 大约 超 超过 逾 不少于 不低于 不下 至少 最少 突破 不足 不到 最多 至多 不超 不超过 不多于 不高于 累积 累积达 累积超 累计超 已 已达 已超 已突破 达到了
    总计达 共达 升至 稳定在 :
    """)

  /// At the head of a clause, before what is counted.
  static let openings = WordList(
    """
    其中 共 共计 总计 合计 累计 一共 并 还 也 又 再 同时 以及 和 与 及 另 另外 此外 均 已 及时 先后 分别 分别为 全年 本年
    本年度 年度 今年 年内 我局 我区 我市 我县 我委 我办 我镇 我街道 我单位 本机关 本单位 通过 主要 当年 截至目前
    截至年底 一是 二是 三是 四是 五是 六是 七是 八是 首先 其次 包括 包含 含 即 具体为 在 于 对 是 按照 根据
    """)

  /// A label that ends so, and is followed by a noun, goes on behind the number: 召开 2 次 党组会议.
  static let verbs = WordList(
    """
    召开 举办 开展 举行 组织 组织开展 印发 制发 发布 公布 公开 制定 出台 修订 编制 设立 设置 建立 开设 开通 新增 新建 配备
    选取 推出 推送 编发 刊发 转发 收到 新收 接到 受理 办理 办结 处理 答复 回复 审核 发放 解读 完成 接待 参加 建成 承办 协办
    含 等 各 及 和 的 了 过 整合 关停 清理 梳理 形成 征集 收集 采纳 废止 失效 保留 查阅 提供 受理了 接受 安排 覆盖 涉及
    更新 发 有 向 对 在 由 从 到 用 全年
    """)

  /// Where a noun behind the number ends: 1 次 局务会议 | 专题研究.
  static let nounEnds = WordList(
    """
    专题研究 研究部署 开展 进行 推进 予以 均 全部 已 并 较 比 同比 占 的 以上 左右 等 为 和 与 及 以 于 在 中 其中 后
    内 前 开通 设立 建立 完成 实现 获得 报送 落实 纳入 达到 接受 签订 通过 收取 参与 参加 出席 用于 因 由 向 对 上 是 能 可 被 都 也 即
    """)

  /// A label that ends so says where or to whom, and not what the noun behind the number is done to.
  static let prepositions = WordList("在 向 对 由 从 于")

  /// Words that hold a word of ``nounEnds``, and end no noun.
  static let nounWords = WordList(
    """
    涉及 普及 触及 参与度 中心 中介 内容 内部 内设 前期 后续 上级 上报 上线 对外 对象 对口 等级 为民 能力 能源 因素 和谐 可视化 中小学 中小企业
    中学 共享 共建 即时 在线 内控 前置 因政府信息公开 公开前 中央 中层 中文 向社会 以案 人均
    """)

  /// Nouns of one character that a number may count.
  static let shortNouns = Set<Unicode.Scalar>("镇乡村县区市户人家校站网".unicodeScalars)

  /// What is counted of the noun before: 短视频 播放量超2300万.
  static let countNouns = WordList(
    """
    播放量 阅读量 浏览量 点击量 访问量 关注量 转发量 点赞量 评论量 总播放量 总阅读量 总浏览量 总访问量 累计阅读量 累计播放量 粉丝数 粉丝量
    粉丝 用户数 用户 关注人数 参与人数 受众 阅读数 播放数 点击数
    """)

  /// Before a figure, these say that it is no part of what was named before.
  static let separate = WordList("另 另有 另外 此外 还有 除此之外 除此以外")

  /// Behind a number, these say what was done, and name nothing: 30人 参加.
  static let predicates = WordList("参加 参与 出席 办理 答复 办结 处理 公开在 收到 报名 到会 采纳 转为 属于 未 不")

  /// Says that a number is a difference or stands for another year, so no part of the whole before it.
  static let comparisons = WordList(
    "同比 环比 较 增加 增长 减少 下降 上升 提升 提高 增幅 降幅 去年 去年同期 上年同期 相比 上年度同期 多于 少于")

  /// A label that ends so needs no unit: 总浏览量为 536 万.
  static let counts = WordList(
    "量 数 得分 人数 次数 总数 件数 条数 篇数 户数 粉丝 用户 总量 数量")
  /// And one that ends so, if the number is in thousands or more: 点击超3170万.
  static let largeCounts = WordList("点击 阅读 播放 浏览 访问 关注 曝光 转发 点赞 受众")
  /// The unit that such a label names.
  static let countUnits: [(ending: WordList, unit: String)] = [
    (WordList("人数"), "人"), (WordList("次数"), "次"), (WordList("件数"), "件"),
    (WordList("条数"), "条"), (WordList("篇数"), "篇"), (WordList("户数"), "户"),
    (WordList("人次数"), "人次"),
  ]

  /// A label that begins so speaks of the figure before: 130 件，同比增长 3%.
  static let relations = WordList("占 同比 环比 较 比 增长 下降 增加 减少")

  /// Behind a semicolon, these show that something new is stated, no further part of the whole before.
  static let statements = WordList(
    """
    收到 受理 接到 发布 推送 推出 举办 召开 开展 组织 通过 编发 刊发 回复 全年 累计 共
    """)

  /// Units in which the same requests or documents are counted: 收到申请 8 份，其中予以公开 2 件.
  static let interchangeable: NameSet = ["件", "份", "条", "宗", "项"]

  /// A number behind these in its clause says how many times something did *not* happen: 未发生1起事故.
  static let absence = WordList("未发生 没有发生 未出现 没有出现 没有 未发现 无 杜绝 从未")

  /// A number right behind one of these and a colon is to be dialled or written on an envelope.
  static let contactLabels = WordList("地址 邮编 邮政编码 电话 传真 邮箱 网址 电子邮箱 联系方式 热线 QQ")
  /// What follows one of these and a colon is an address as a whole.
  static let addressLabels = WordList("地址 网址 邮箱")

  /// A span of time with one of these behind it is a limit, not a quantity: 20个工作日内.
  static let withinTime = WordList("内 之内 以内 前 后 之前 之后 期限 时限")
  static let timeUnits: NameSet = ["天", "小时", "分钟", "秒", "工作日"]
  /// Numbers in these are shares or degrees: no part of a whole, and not added up.
  static let ratioUnits: NameSet = ["%", "‰", "百分点", "分", "倍"]
}
