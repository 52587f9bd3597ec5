internal import TextScanning

/// Words of a page's menus, columns and buttons, which are no part of its text.
enum Navigation {
  /// Whether `text`, a line above a text, holds nothing but such words: 无障碍阅读 关怀版 返回首页, 政府信息公开.
  static func isNavigation(_ text: String) -> Bool {
    guard text.utf8.count <= 400 else { return false }
    let words = TextFolding.folded(text).split { " |>/·-".unicodeScalars.contains($0) }.map(
      Array.init)
    guard !words.isEmpty else { return false }
    return words.allSatisfy { word in
      word.isAny(of: columns) || word.isAny(of: buttons)
    }
  }

  private static let columns: [Phrase] = [
    "政府信息公开", "政务公开", "信息公开", "政府信息公开年报", "政府信息公开年度报告", "政府信息公开工作年度报告", "信息公开年报",
    "信息公开年度报告", "政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "依申请公开", "年度报告", "年报", "部门年报", "工作年报",
    "政策解读", "政策文件", "通知公告", "公示公告", "新闻中心", "政务服务", "互动交流", "走进", "专题专栏", "机构职能", "领导信息",
    "公开年报", "政府信息公开专栏", "政务公开专栏", "各部门年报", "预算公开", "决算公开", "财政预决算", "预决算公开", "政民互动", "办事服务", "要闻动态",
    "政务要闻", "工作报告", "解读回应", "重点领域信息公开", "基层政务公开", "政府公报",
  ]

  private static let buttons: [Phrase] = [
    "首页", "网站首页", "返回首页", "返回", "无障碍", "无障碍阅读", "无障碍浏览", "长者模式", "长者版", "长者助手", "关怀版", "适老版", "老年版",
    "繁体",
    "繁體", "简体", "繁", "简", "EN", "English", "登录", "注册", "登录注册", "个人中心", "用户中心", "搜索", "高级搜索", "站内搜索",
    "网站地图",
    "网站支持IPv6", "IPv6", "智能问答", "智能机器人", "移动版", "手机版", "微信", "微博", "客户端", "手机客户端", "RSS", "RSS订阅",
    "收藏", "收藏本站", "设为首页", "加入收藏", "打印", "关闭", "分享", "分享到", "大", "中", "小", "字体", "更多", "更多>>", "上一页",
    "下一页",
    "政务微博", "政务微信", "邮箱", "退出", "导航", "菜单", "我要留言", "联系我们", "关于我们", "正文", "当前位置", "您现在的位置",
  ]
}
