package import ReportRecords

extension Section.Topic {
  /// The number that the format gives the part: `三`.
  package var number: String {
    switch self {
    case .overview: "一"
    case .activeDisclosure: "二"
    case .applications: "三"
    case .reviewLitigation: "四"
    case .problems: "五"
    case .otherMatters: "六"
    }
  }

  /// Its prescribed heading, the same in all editions with tables.
  package var heading: String {
    switch self {
    case .overview: "总体情况"
    case .activeDisclosure: "主动公开政府信息情况"
    case .applications: "收到和处理政府信息公开申请情况"
    case .reviewLitigation: "政府信息公开行政复议、行政诉讼情况"
    case .problems: "存在的主要问题及改进情况"
    case .otherMatters: "其他需要报告的事项"
    }
  }

  package var title: String { "\(number)、\(heading)" }
}
