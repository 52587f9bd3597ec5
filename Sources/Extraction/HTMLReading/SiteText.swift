internal import DocumentModel

/// Lines that a site puts around its documents.
enum SiteText {
  /// Whether `text` is a part of the imprint: who runs the site, its numbers.
  static func isImprint(_ text: String) -> Bool {
    text.scalarCount < 400 && strong.contains { text.holds($0) }
  }

  /// Whether `text` stands in an imprint and may stand in a document.
  static func mayBeImprint(_ text: String) -> Bool {
    guard text.scalarCount < 120, !text.contains("。") else { return false }
    return weak.contains { text.hasPrefix($0) } || text.scalarCount < 12
  }

  /// Whether `text`, above such a line, is one that no document ends with.
  static func leadsImprint(_ text: String) -> Bool {
    text.scalarCount < 120
      && ["主办", "承办", "版权", "技术支持", "网站地图", "网站声明", "网站管理", "关于我们"].contains {
        text.hasPrefix($0)
      }
  }

  private static let strong = [
    "ICP备", "ICP证", "公网安备", "公安备案号", "网站标识码", "版权所有", "Copyright", "copyright", "网站支持IPv6",
  ]
  private static let weak = [
    "主办", "承办", "技术支持", "地址", "电话", "联系电话", "邮编", "网站地图", "联系我们", "关于我们", "隐私", "法律声明",
    "网站声明", "网站管理", "维护", "建议使用", "您是第", "访问量", "邮箱", "Email", "传真",
  ]

  /// Whether `text` says where in the site the reader is: `首页 信息公开 2023年度报告`.
  static func isPath(_ text: String) -> Bool {
    guard text.hasPrefix("首页"), text.scalarCount < 80 else { return false }
    return text.dropFirst(2).first.map { " >＞》»|｜/-".contains($0) } ?? true
  }

  /// Whether `text` is what a site is called: `青岚市人民政府网`.
  static func isSiteName(_ text: String) -> Bool {
    (4...24).contains(text.scalarCount)
      && ["政府网", "政务网", "门户网", "信息网", "公开网", "网站"].contains { text.hasSuffix($0) }
  }

  /// What a site calls the column of these reports.
  static let columns: Set<String> = [
    "信息公开年度报告", "政府信息公开年度报告", "信息公开年报", "政府信息公开年报", "信息公开工作年度报告",
    "政府信息公开工作年度报告", "政府信息公开", "信息公开", "年度报告",
  ]

  /// Whether `text` counts how often a file was fetched: `附件【年报.pdf】已下载123次`.
  static func isCounter(_ text: String) -> Bool {
    guard text.scalarCount < 100, !text.contains("。"), let place = text.range(ofWord: "下载") else {
      return false
    }
    let rest = text[place.upperBound...].filter { !" ：:次数量（(".contains($0) }
    let digits = rest.prefix { $0.isNumber }
    return !digits.isEmpty && rest.dropFirst(digits.count).allSatisfy { "）)】]".contains($0) }
  }

  /// Whether `text`, above a document, says when and where it was posted: `发布日期：2021-01-20 来源：本网 浏览次数：12`.
  static func isPostingLine(_ text: String) -> Bool {
    guard text.scalarCount < 120, !text.contains("。") else { return false }
    var line = text[...]
    while let first = line.first, " [【(（".contains(first) { line = line.dropFirst() }
    let dense = String(line.filter { $0 != " " })
    if let key = keys.first(where: { dense.hasPrefix($0) }) {
      guard let next = dense.dropFirst(key.count).first else { return false }
      return "：:】]".contains(next)
    }
    // A date and perhaps a time, and nothing else but such words.
    guard PageDate(startOf: dense) != nil, dense.contains("-") || dense.contains(":") else {
      return false
    }
    let rest = dense.drop { "0123456789-/年月日:：.".contains($0) }
    return rest.isEmpty || keys.contains { rest.hasPrefix($0) }
  }

  private static let keys = [
    "发布日期", "发布时间", "发文日期", "发稿时间", "更新时间", "更新日期", "时间", "日期", "信息来源", "文章来源",
    "稿件来源", "来源", "作者", "责任编辑", "编辑", "浏览次数", "浏览量", "浏览", "阅读", "点击", "访问量", "字号", "字体",
    "大小", "分享", "发布人", "发布者", "审核", "信息员", "录入",
  ]

  /// The date of posting in such a line.
  static func postingDate(in text: String) -> PageDate? {
    PageDate(behind: ["发布日期", "发布时间", "发文日期", "发稿时间", "时间", "日期"], in: text)
      ?? PageDate(startOf: text)
  }

  /// What a page says that stands for another that isn't there; nil for a page that is one.
  static func errorText(_ title: String?, _ text: String, hasTables: Bool) -> String? {
    guard !hasTables, text.scalarCount < 400 else { return nil }
    let all = (title ?? "") + " " + text
    return errors.first { all.holds($0) }
  }

  private static let errors = [
    "404 Not Found", "404 - ", "403 Forbidden", "500 Internal", "502 Bad Gateway", "503 Service",
    "504 Gateway", "HTTP Status 4", "HTTP Status 5", "404错误", "错误404", "Error 404", "404页面",
    "页面不存在",
    "页面找不到", "找不到页面", "您访问的页面", "您查看的页面", "页面已删除", "页面已被删除", "Access Denied",
    "访问被拒绝", "您的访问被", "请求被拦截", "链接已失效", "网站防火墙", "文件或目录", "无法找到该页",
  ]
}

/// A day of a page's own metadata; ranges are checked, the length of the month is not.
struct PageDate: Hashable {
  var year, month, day: Int

  /// The date that `text` begins with: `2021-04-19 23:04`, `2021/4/19`, `2021年4月19日`, `2021.04.19`.
  init?(startOf text: String) {
    var numbers: [Int] = []
    var digits = ""
    for scalar in text.unicodeScalars.prefix(16) {
      if ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
        if numbers.count == 2, digits.count == 2 { break }
      } else {
        guard !digits.isEmpty, "-/年月日. ".unicodeScalars.contains(scalar) else { break }
        if let number = Int(digits) { numbers.append(number) }
        digits = ""
        if numbers.count == 3 { break }
      }
    }
    if numbers.count < 3, let number = Int(digits) { numbers.append(number) }
    guard numbers.count == 3, (1990...2100).contains(numbers[0]), (1...12).contains(numbers[1]),
      (1...31).contains(numbers[2])
    else { return nil }
    (year, month, day) = (numbers[0], numbers[1], numbers[2])
  }

  /// The date behind the first of `keys` that has one.
  init?(behind keys: [String], in text: String) {
    for key in keys {
      guard let found = text.range(ofWord: key) else { continue }
      let rest = text[found.upperBound...].drop { " ：:】]".contains($0) }
      if let date = PageDate(startOf: String(rest)) {
        self = date
        return
      }
    }
    return nil
  }

  /// As `2021-04-19`.
  var text: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension String {
  /// The first place of `word`.
  func range(ofWord word: String) -> Range<String.Index>? {
    guard let offset = utf8.span.firstIndex(of: word.utf8.span) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: word.utf8.count)
  }
}
