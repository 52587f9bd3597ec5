internal import ReportRecords
internal import TextScanning

/// Tells which part of the format a heading stands for, by its wording and never by its number.
enum SectionTopic {
  /// The topic of a top-level heading; nil for any other.
  ///
  ///     因政府信息公开工作被申请行政复议、提起行政诉讼情况统计表  ->  reviewLitigation
  ///     行政机关收到和处理政府信息公开申请情况               ->  applications
  ///     政府信息公开工作存在的主要问题和改进情况              ->  problems
  ///     其它需要报告的事项                           ->  otherMatters
  static func topic(of heading: [Unicode.Scalar]) -> Section.Topic? {
    guard heading.count <= 60 else { return nil }
    let text = plain(heading)
    if text.contains(anyOf: ["行政复议", "行政诉讼", "复议诉讼", "申请复议"]) { return .reviewLitigation }
    if text.contains(anyOf: ["问题", "不足"]), text.contains(anyOf: ["存在", "主要", "改进", "下一步", "打算"]) {
      return .problems
    }
    if text.contains(anyOf: ["改进情况", "改进措施"]) { return .problems }
    if text.contains("其他"), text.contains(anyOf: ["报告", "事项", "说明", "情况"]) { return .otherMatters }
    if text.contains(anyOf: ["需要报告事项", "需要说明事项", "需报告事项", "需说明事项"]) { return .otherMatters }
    if text.contains("申请"), text.contains(anyOf: ["收到", "处理", "受理", "办理", "依申请公开"]) {
      return .applications
    }
    if text.contains("主动公开") { return .activeDisclosure }
    if text.contains(anyOf: ["总体情况", "基本情况", "概述", "工作概况", "总体概况", "整体情况"]) { return .overview }
    return nil
  }

  /// Whether `line` (folded, without blanks) is, without any number, the heading of a part or the caption of its table.
  static func isHeadingWithoutNumber(_ line: [Unicode.Scalar]) -> Bool {
    isHeadingWithoutNumber(plain: plain(withoutFinalMark(line)))
  }

  /// Whether `line` (folded, without blanks) is a heading or one of the subheads.
  static func isKnown(_ line: [Unicode.Scalar]) -> Bool {
    let text = plain(withoutFinalMark(line))
    return isKnownSubhead(plain: text) || isHeadingWithoutNumber(plain: text)
  }

  private static func isHeadingWithoutNumber(plain text: [Unicode.Scalar]) -> Bool {
    guard (2...36).contains(text.count),
      text.allSatisfy({ $0.isIdeograph || $0 == "(" || $0 == ")" })
    else { return false }
    if legacyHeadings.contains(where: { $0.isWhole(text) }) { return true }
    let isTable = text.ends(withAny: ["统计表", "情况表", "一览表", "情况统计"])
    guard isTable || text.ends(withAny: ["情况", "事项", "措施", "打算"]) else { return false }
    switch topic(of: text) {
    case .overview: return text.count <= 10
    case .activeDisclosure: return isTable || text.ends(with: "主动公开政府信息情况")
    case .applications:
      return isTable || text.ends(with: "政府信息公开申请情况") && text.contains(anyOf: ["收到", "处理"])
    case .reviewLitigation: return text.contains("复议") && text.contains("诉讼")
    case .problems:
      return text.contains("存在") && text.contains(anyOf: ["改进", "下一步", "打算"])
    // 其他对外管理服务事项 is a row of table 1.
    case .otherMatters:
      return text.starts(withAny: ["其他", "需要"]) && text.ends(with: "事项") && !text.contains("管理")
    case nil: return false
    }
  }

  /// Whether `line` (folded, without blanks) is one of the five conventional subheads of 总体情况.
  ///
  ///     主动公开情况, 依申请公开, 政府信息公开平台建设情况, 监督保障方面
  static func isKnownSubhead(_ line: [Unicode.Scalar]) -> Bool {
    isKnownSubhead(plain: plain(withoutFinalMark(line)))
  }

  private static func isKnownSubhead(plain: [Unicode.Scalar]) -> Bool {
    guard plain.count <= 24 else { return false }
    var text = plain
    for ending: Phrase in ["情况", "方面", "工作"] where text.ends(with: ending) {
      text.removeLast(2)
    }
    for opening: Phrase in ["政府信息公开", "政府信息", "信息公开", "公开"]
    where text.has(opening, at: 0) && text.count > opening.count {
      text.removeFirst(opening.count)
      break
    }
    return subheads.contains { $0.isWhole(text) }
  }

  private static let subheads: [Phrase] = [
    "主动公开", "主动公开政府信息", "依申请公开", "依申请公开政府信息", "依申请公开政府信息办理", "依申请公开办理",
    "管理", "信息管理", "资源管理", "平台建设", "公开平台建设", "监督保障", "组织领导", "解读回应", "教育培训", "制度建设",
  ]

  /// Whether a heading without a number may end as `text` does; its last ideograph tells for nearly every paragraph.
  static func mayEndHeading(_ text: String) -> Bool {
    for scalar in text.unicodeScalars.reversed() {
      if scalar.isIdeograph { return "况況项項表计計述面施算作开開理设設障导導应應训訓息".unicodeScalars.contains(scalar) }
      if scalar.isDigit { return false }
    }
    return false
  }

  /// Parts of reports from before the national tables, without what ``plain(_:)`` drops.
  private static let legacyHeadings: [Phrase] = [
    "概述", "主动公开政府信息情况", "依申请公开政府信息办理情况", "依申请公开政府信息情况", "政府信息公开收费减免情况",
    "政府信息公开收费情况", "附表",
  ]

  /// Without what writers vary: 的, 、, 和, 及, 与, 以及, blanks; 其它 becomes 其他.
  private static func plain(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var plain: [Unicode.Scalar] = []
    plain.reserveCapacity(text.count)
    for scalar in text {
      switch scalar {
      case " ", "的", "、", "和", "及", "与", ",": continue
      case "以" where plain.last != "可": continue
      case "它" where plain.last == "其": plain.append("他")
      default: plain.append(scalar)
      }
    }
    return plain
  }

  private static func withoutFinalMark(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = text
    while let last = text.last, "。:.;,*# ".unicodeScalars.contains(last) { text.removeLast() }
    return text
  }
}
