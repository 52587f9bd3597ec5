internal import TextScanning

/// The words around a number that say what it is.
enum FigureWords {
  /// Before a number that is not exact: 近300个, 不少于4条.
  static let approximateBefore = WordList(
    "近 将近 接近 约 约占 约为 约达 约有 大约 大概 超 超过 逾 不少于 不低于 不下 至少 最少 突破 不足 不到 不满 未满 未达到 未达 少于 低于 多于 高于 最多 至多 不超 不超过 未超过 不多于 不高于 ≥ > ≤ < ≈"
  )
  /// Behind a unit that is not exact: 100条以上.
  static let approximateAfter = WordList("以上 左右 上下 以内 以下 有余 余 多 不等 不到 之多")

  /// Words that are the only label of a sum: 合计 188 条.
  static let totals = WordList("合计 共计 总计 累计 共")

  /// Between a label and its number.
  static let copulas = WordList(
    """
    为 是 有 共 共计 共有 总计 合计 累计 累计达 达 达到 高达 多达 均为 分别 分别为 分别是 分别达 各 计 仅 约为
    近 将近 接近 约 大约 超 超过 逾 不少于 不低于 不下 至少 最少 突破 不足 不到 最多 至多 不超 不超过 不多于 不高于 已经 累积 累积达 累积超 累计超 已 已达 已超 已突破 达到了
    总计达 共达 均 稳定在 保持在 控制在 维持在 : 仍 仍达 仍有 仍为 尚有 还有 只有 仅有 就有 仅为 只 总共 一共 首次 依次为 依次是 依次
    """ + levelWords)

  /// The number behind these is what a quantity became, and no difference: 提升至97.8%.
  static let levels = WordList(levelWords)
  private static let levelWords = ["至", "到", "为", "成"].flatMap { end in
    [
      "升", "降", "增", "减", "提", "提升", "提高", "增加", "增长", "上升", "下降", "降低", "减少", "缩短", "压缩", "缩减",
      "压减", "扩大", "扩展", "攀升", "跃升", "回落", "精简", "调整", "拓展", "延长",
      "整合", "归并", "合并",
    ].map { $0 + end }
  }.joined(separator: " ")

  /// Words whose last character is no copula, nor says that a number is round: 违法行为12起, 统计3次, 签约8个.
  static let wholeEnds = WordList(
    """
    行为 作为 人为 统计 审计 会计 设计 传达 到达 直达 表达 转达 送达 抵达 签约 预约 公约 节约 条约 合约 履约 违约 续约 邀约 国有 所有 占有
    持有 享有 私有 公有 自有 公共 中共 附近 邻近 就近 平均 人均 日均 年均 月均 周均 户均 次均 篇均 场均 实事求是 反超 赶超 目的 标的
    """)

  /// Before a number and alone, these name nothing that is counted: 目前共计6个, 先后5次接受采访.
  static let bareAdverbs = WordList("目前 历年 历年来 先后 平均 年均 月均 日均")
  /// Those that say how it is counted, and so belong to what the words behind the number name: 平均3个工作日办结.
  static let averages: NameSet = ["平均", "年均", "月均", "日均"]

  /// At the head of a clause, before what is counted.
  static let openings = WordList(
    """
    其中 共 共计 总计 合计 累计 一共 已经 并 还 也 又 再 同时 以及 和 与 及 另 另外 此外 均 已 及时 先后 分别 分别为 全年 本年
    本年度 年度 年度内 今年 年内 我局 我区 我市 我县 我委 我办 我镇 我街道 我单位 本机关 本单位 通过 主要 当年 截至目前
    截至年底 一是 二是 三是 四是 五是 六是 七是 八是 首先 其次 包括 包含 含 即 具体为 在 于 对 是 按照 根据
    提出的 提起的 引起的 引发的 今年以来 以来 以来的 至今 有 共有 现有 设有 建有 配有 拥有 再次 用于 等 仅 只 截至年末 截止年末 截止目前 截止年底
    """)

  /// Words that begin like one of ``openings``, and open nothing: 主要负责人, 通过率, 有效.
  static let wholeBeginnings = WordList(
    """
    主要负责 主要领导 主要污染物 主要指标 通过率 有效 有关 有限 有序 有偿 有奖 有线 有机 有害 有形 有声 有组织 有责 有毒 有轨 共同 共青团 共性
    共治 还款 还贷 还建 再生 再就业 及格 与会 另案 含税 含氟 均价 年度计划 年度报告 年度总结 年度要点 年度工作 年度预算 年度决算 当年度 是非 根据地 通过式 对内
    """)

  /// A label that ends so, and is followed by a noun, goes on behind the number: 召开 2 次 党组会议.
  static let verbs = WordList(
    """
    召开 举办 开展 举行 组织 组织开展 印发 制发 发布 公布 公开 制定 出台 修订 编制 设立 设置 建立 开设 开通 新增 新建 配备
    选取 推出 推送 编发 刊发 转发 收到 新收 接到 受理 办理 办结 处理 答复 回复 审核 发放 解读 完成 接待 参加 建成 承办 协办
    含 等 各 及 和 的 了 过 整合 关停 清理 梳理 形成 征集 收集 采纳 废止 失效 保留 查阅 提供 受理了 接受 安排 覆盖 涉及
    更新 发 有 向 对 在 由 从 到 用 全年
    """)

  /// Those of ``verbs`` that are done to things, and not to the bodies that have them: 更新14个部门的指南.
  static let verbsOfThings = WordList(
    """
    开展 举办 召开 举行 印发 制发 发布 公布 公开 制定 出台 修订 编制 推送 编发 刊发 转发 收到 接到 受理 办理 办结 处理 答复 回复 审核 发放 解读 完成 征集 收集
    采纳 废止 查阅 提供 更新 梳理 形成
    """)

  /// What is cut off behind the words that follow a number: 3件结转至2024年办理.
  static let directions = WordList("至 到 于 在 为 由 从 中 内 里")

  /// Where a noun behind the number ends: 1 次 局务会议 | 专题研究.
  static let nounEnds = WordList(
    """
    专题研究 研究部署 开展 进行 推进 予以 均 全部 已 并 较 比 同比 占 的 以上 左右 等 为 和 与 及 以 于 在 中 其中 后
    内 前 开通 设立 建立 完成 实现 获得 报送 落实 纳入 达到 接受 签订 通过 收取 参与 参加 出席 走进 来到 列席 入选 入围 登上 且 获评 评为 转载 超过 低于 高于 不足 按 获 未 不 需 分别 全年 今年 当年 年内 累计 合计 总计 共 参观 观摩 旁听 到 至 赴 前往 迁移 逐条 逐项 逐一 逐个 移交 转交 下放 用于 因 由 向 对 上 是 能 可 被 都 也 即
    """)

  /// A label that ends so says where or to whom, and not what the noun behind the number is done to.
  static let prepositions = WordList("在 向 对 由 从 于")

  /// Words that hold a word of ``nounEnds`` or ``openings``, and neither end a noun nor open a clause.
  static let nounWords = WordList(
    """
    涉及 普及 触及 参与度 中心 中介 内容 内部 内设 前期 后续 上级 上报 上线 对外 对象 对口 等级 为民 能力 能源 因素 和谐 可视化 中小学 中小企业
    中学 共享 共建 即时 在线 内控 前置 因政府信息公开 公开前 中央 中层 中文 向社会 以案 人均
    专、兼职 功能 职能 智能 性能 节能 效能 技能 产能 赋能 许可 认可 可行性 可研 对标 对策 对账 对比 对照 对接 核对 校对 上市 上访 上门 上学 上海 掌上
    网上 线上 导向 方向 意向 定向 理由 自由 事由 案由 原因 基因 关于 以工代赈 以奖代补 在建 在校 在职 在编 在岗 在册 在保 在管 现在 集中
    中标 中型 中小 中国 中药 中医 初中 高中 中队 中期 中职 中专 中级 中共 中考 空中 售后 后台 后备 事后 国内 境内 室内 区内 内地 内外 内河
    内涝 内审 内科 事前 前台 前沿 提前 占比 对比 比例 比赛 比武 评比 比对 比选 占地 占道 占用 违法行为 行为 和解 和平 总和 调和 与会 立即 即办 均衡 均等 合并
    并联 并网 并购 被征地 被服 首都 都市 等次 等候 平等 高等 中等 完成率 通过率 参与率 参与人 参与者 获奖
    公开查阅 公开目录 公开事项 公开专区 公开专栏 公开栏 公开指南 公开制度 公开工作 公开平台 公开网站 公开年报 公开标准 公开内容 公开承诺 公开渠道 公开载体 公开场所
    公开示范 公开点 公开窗口 公开室 公开体验 公开试点 公开培训 公开考核 公开机构 公开领域 公开人员 公开审查 公开评估 公开测评 公开信箱 公开大厅 公开清单 公开流程 公开规定
    公开案例 公开申请受理 公开服务 公开电话 公开办公室 公开联络员 公开信息员 公开监督员
    便民服务 养老服务 医疗服务 政务服务 公共服务 社会服务 志愿服务 法律服务 家庭服务 生活服务 社区服务 服务中心 服务大厅 服务站 服务点 服务窗口 服务清单 服务事项 服务平台 服务指南
    服务机构 服务热线 服务信息 服务企业 服务对象 服务区 服务队 服务网点 服务功能 监督功能 监督平台 监督电话 监督员 监督热线 监督机构 发布流程 发布平台 发布制度 发布渠道 发布会
    联合执法 联合检查 联合行动 专项行动 申请材料 申请人 申请渠道 申请表 申请受理点 咨询点 咨询窗口 咨询台 投诉热线 投诉点 投诉电话 举报电话 检查站 检查点 指导员 接待室 接待点 联络员
    落实情况 实施方案 实施意见 实施细则 推进方案 推进会 学习班 学习点 安排表 使用说明 办理流程 办理事项 办理窗口 办理指南 审核制度 编制工作 需求 未成年人 按揭 不动产 将军 未来 到会 到岗 到位 到期 到账 到场 落后 先后 到站 报到 签到 至少 公共 共同 共青团 共治 共性
    """)

  /// Nouns of one character that a number may count.
  static let shortNouns = Set<Unicode.Scalar>("镇乡村县区市户人家校站网".unicodeScalars)

  /// What is counted of the noun before: 短视频 播放量超2300万.
  static let countNouns = WordList(
    """
    播放量 阅读量 浏览量 点击量 访问量 关注量 转发量 点赞量 评论量 总播放量 总阅读量 总浏览量 总访问量 累计阅读量 累计播放量 粉丝数 粉丝量
    粉丝 用户数 用户 关注人数 参与人数 受众 阅读数 播放数 点击数
    """)

  /// Between the last two of several figures or names.
  static let conjunctions = WordList("和 及 与 以及 并 而")

  /// Behind the noun of the figure before, these belong to neither: 4次测评 中 平均得分96.4分.
  static let leftovers = WordList("中 后 内 以上 左右 以内 以来 期间 之中 之后")

  /// When a quantity was what it no longer is: 由上年的95.2%.
  static let earlier = WordList(
    "上年 去年 上年度 上一年 上一年度 上年末 上年同期 去年同期 平均 原来 原先 原有 此前 年初 过去 改革前")
  /// Before ``earlier`` these compare: 较上年度的45件 is what there was, and belongs to a comparison.
  static let comparing = WordList("较 比 同比 相比 对比 与 和 同")
  /// Behind one of ``levels`` these belong to it: 减少到平均1.8个.
  static let manners = WordList("平均 法定 人均 每件 目前")
  /// Words that end like 从 and 由, and say no origin.
  static let noOrigins = WordList("理由 自由 事由 案由 各自 独自 来自 服从 听从")

  /// The characters of a bracket that is a part of a name: 县（市、区）, 因公出国（境）费.
  static let placeMarks = Set<Unicode.Scalar>("市区县旗镇乡街道社村场园境州盟港澳台兼、/和或".unicodeScalars)
  /// Measure words that don't name anything without a noun.
  static let needsNoun = Set<Unicode.Scalar>("个类种大".unicodeScalars)

  /// Of these a number counts the bodies, places or persons and not what they have: 36个单位的政务公开工作.
  static let bodies = WordList(
    """
    单位 部门 镇 乡镇 街道 领域 行业 镇街 街镇 县 区 市 县区 村 社区 企业 学校 机构 医院 公司 局 委 站所 科室 处室 网站 平台 账号 栏目 系统 窗口 申请人 媒体 商户
    门店 机关 网点 干部 群众 居民 代表 职工 人员 学员 教师 学生 党员 专家 记者 委员 律师 村民 市民 用户 农户 志愿者 负责人 同志 主体 对象 家庭 渠道 方式 形式 途径 情形 中队 大队 事项 项目
    """)
  /// Before a number, these say that a verb follows its noun: 将17个网站 | 整合到平台.
  static let coverbs = WordList("将 对 把 为 就 对照 针对")
  /// Measure words of ``bodies``.
  static let bodyMeasures = Set<Unicode.Scalar>("个家所名人户位种类".unicodeScalars)
  /// A noun that ends so names one body as a whole: 23个乡镇便民服务中心.
  static let organisations = WordList("中心 站 会 队 院 校 厅 馆 所 室 库 场 店 办 园 处 社 厂 号 网 户 商")
  /// And one that ends so something of a body: 5个部门权责清单.
  static let ofBodies = WordList("点 区 组 科 群 岗 员 人 者 生 端 栏 标准 目录 清单 案例 问题 工程 任务 活动")

  /// Behind one of ``bodies`` these say what it does: 8个街道 | 开设了专栏.
  static let actions = WordList(
    """
    取得 制定 编制 修订 出台 印发 公开 公布 发布 开设 开通 上线 设立 设置 建立 建成 办理 受理 收到 报送 上报 提交 提供 联合 集中 先后 组织 参加 学习 签订 签署 申请
    申报 提出 反映 完成 实现 获得 荣获 承担 负责 配备 安排 使用 采用 采取 实行 实施 推行 推出 推进 推动 落实 开展 举办 召开 接入 入驻 进驻 纳入 列入 加入 成立
    组建 成为 享受 领取 受到 接受 接待 走访 深入 主动 积极 自主 自行 共同 统一 全面 全部 全程 按时 按期 如期 及时 率先 同步 依法 存在 出现 发生 达到 录入
    更新 新增 回应 回复 答复 办结 通过 持证 担任 扣减 当选 承办 协办 主办 牵头 支持 服务 指导 督促 监督 检查 评议 评价 点赞 关注 收看 观看 收听 旁听 咨询 反馈 投诉 举报 起诉
    提起 撤回 撤诉 补正 逾期 超期 延期 超时 拒绝 拒不 需要 要求 认为 表示 选择 利用 依托 借助 围绕 结合 根据 按照 针对 经 在线 现场 当场 线上 网上 就近 在 已 均 都 将 被 因 未 不 也 还 就 可 能 对 向 与 同 等 了
    """)

  /// Before a figure, these say that it is no part of what was named before.
  static let separate = WordList("另 另有 另外 此外 还有 除此之外 除此以外 历年")

  /// Behind a number, these say what was done, and name nothing: 30人 参加.
  static let predicates = WordList(
    """
    参加 参与 出席 办理 答复 办结 处理 公开在 收到 报名 到会 采纳 转为 属于 未 不 参观 观摩 旁听 列席 告知 要求 提交 来自 听取 部署 审议 讨论 研究政务 研究解决 研究信息 研究推进 相关信息 相关情况 有关信息 有关情况 增加 增长 减少 下降 上升
    提升 提高 降低 缩短 压缩 升至 降至 增至 减至
    """)

  /// Says that a number is a difference or stands for another year, so no part of the whole before it.
  static let comparisons = WordList(
    "同比 环比 较 增加 增长 减少 下降 上升 提升 提高 增幅 降幅 去年 去年同期 上年同期 相比 上年度同期 多于 少于")

  /// A label that ends so needs no unit: 总浏览量为 536 万.
  static let counts = WordList(
    "量 数 得分 人数 次数 总数 件数 条数 篇数 户数 粉丝 用户 总量 数量")
  /// And one that ends so, if the number is in thousands or more: 点击超3170万.
  static let largeCounts = WordList(
    "点击 阅读 播放 浏览 访问 关注 曝光 转发 点赞 获赞 收藏 下载 观看 受众 粉丝净增 用户净增 粉丝新增 用户新增 粉丝增长 用户增长 净增粉丝 涨粉 吸粉")
  /// The unit that such a label names.
  static let countUnits: [(ending: WordList, unit: String?)] = [
    (WordList("人次数"), "人次"), (WordList("批次数"), "批次"), (WordList("场次数"), "场次"),
    (WordList("用户数 软件数 班次数"), nil),
    (WordList("人数"), "人"), (WordList("次数"), "次"), (WordList("件数"), "件"),
    (WordList("条数"), "条"), (WordList("篇数"), "篇"), (WordList("户数"), "户"),
  ]

  /// A label that begins so speaks of the figure before: 130 件，同比增长 3%.
  static let relations = WordList("占 约占 相比 同比 环比 较 比")
  /// Words that begin like one of these, and name something: 比赛3场.
  static let noRelations = WordList("比例 比赛 比武 比选 比价 比对 占地 占用 占道 占有")
  /// A label that is nothing but one of these does so too: 下降33.3%; 减少证明材料12项 names what is counted.
  static let changes = WordList(
    "增长 下降 增加 减少 上升 提升 提高 降低 缩短 压缩 增多 净增 回落 下滑 增长了 下降了 增加了 减少了 上升了 提升了 提高了 降低了 缩短了 压缩了")

  /// Behind a semicolon, these show that something new is stated, no further part of the whole before.
  static let statements = WordList(
    """
    收到 受理 接到 发布 推送 推出 举办 召开 开展 组织 通过 编发 刊发 回复 全年 累计 共
    """)

  /// Units in which the same requests or documents are counted: 收到申请 8 份，其中予以公开 2 件.
  static let interchangeable: NameSet = ["件", "份", "条", "宗", "项"]

  /// What the parts of a whole are told apart by: places, techniques, time, ways, subjects.
  static let partings: [WordList] = [
    WordList("农村 乡村 城镇 城市 城区 镇级 村级 县级 市级"),
    WordList("光纤 千兆 百兆 宽带 5G 4G 3G"),
    WordList("新增 本年 今年 当年 上年 历年 往年"),
    WordList("网站 网上 网络 线上 线下 微信 公众号 微博 抖音 新媒体 信函 当面 邮件 邮寄 传真 公开栏 现场 报纸 电视"),
    WordList("政策 财政 预算 决算 动态 公告 公示 人事 规划 机构 法规"),
    WordList("男 女"),
    WordList("少数民族 残疾 党员 大专 本科 脱贫"),
  ]

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
