internal import ConsoleText
internal import PlainWords
internal import ReportRecords

extension CellReading {
  /// What is printed: `印的是 86`, `是空白`.
  var printedWords: Words {
    let print = DisplayWidth.shortened(raw ?? value?.description ?? "", to: 30)
    return switch state {
    case .value: Words("印的是 \(print)", "has \(print)")
    case .blank: Words("是空白", "is blank")
    case .dash: Words("印的是“\(print)”", "has “\(print)”")
    case .text, .unreadable: Words("印的是“\(print)”", "has “\(print)”")
    case .absent: Words("没有这一格", "is not there")
    }
  }
}
