package import ReportRecords

extension CellReading.State {
  /// English as records name it.
  package var words: Words { Words(chinese, rawValue) }

  private var chinese: String {
    switch self {
    case .value: "数字"
    case .blank: "空白"
    case .dash: "横线"
    case .text: "文字"
    case .unreadable: "无法读取"
    case .absent: "无此格"
    }
  }
}
