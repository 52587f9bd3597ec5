internal import ConsoleText
package import NationalForm
internal import RecordReading

/// How rows, columns and cells of the form are called in one sentence, by the labels of an edition.
package struct FormWording {
  package let edition: Edition

  package init(edition: Edition) { self.edition = edition }

  /// `“三、（七）总计”行“总计”列`; of table 3, whose groups have no row, `“行政诉讼 复议后起诉”的“总计”`.
  package func cell(_ id: CellID) -> Words {
    let (row, column) = (row(id), column(id))
    let english = "“\(row.english)”, “\(column.english)”"
    return id.table == .reviewLitigation
      ? Words("“\(row.chinese)”的“\(column.chinese)”", english)
      : Words("“\(row.chinese)”行“\(column.chinese)”列", english)
  }

  /// `三、（三）1.属于国家秘密`, `Refused: state secret`.
  package func row(_ id: CellID) -> Words {
    guard let row = NationalForm.cell(id)?.row else { return Words(id.row, id.row) }
    let group = ShortLabel.english(row.definition)
    guard row.id.contains(".") else { return Words(path(row.path), group) }
    let own = ShortLabel.english(row.definition, inGroup: true)
    return Words(path(row.path), "\(group): \(own.prefix(1).lowercased())\(own.dropFirst())")
  }

  /// `属于国家秘密`, `State secret`.
  package func shortRow(_ id: CellID) -> Words {
    guard let row = NationalForm.cell(id)?.row, let label = row.path.last else {
      return self.row(id)
    }
    return Words(
      ShortLabel.chinese(label.text(in: edition)),
      ShortLabel.english(row.definition, inGroup: row.id.contains(".")))
  }

  /// `商业企业`.
  package func column(_ id: CellID) -> Words {
    guard let column = NationalForm.cell(id)?.column else { return Words(id.column, id.column) }
    return Words(path(column.path.suffix(1)), ShortLabel.english(column.definition))
  }

  private func path(_ labels: some BidirectionalCollection<FormLabel>) -> String {
    let texts = labels.map { $0.text(in: edition) }
    return texts.dropLast().map(Self.number).joined()
      + (texts.last.map { DisplayWidth.shortened(Self.withoutNote($0), to: 20) } ?? "")
  }

  /// `三、本年度办理结果` to `三、`, `（三）不予公开` to `（三）`; a label without a number whole.
  private static func number(_ label: String) -> String {
    for mark in ["、", "）"] as [Character] {
      if let end = label.prefix(4).firstIndex(of: mark) { return String(label[...end]) }
    }
    return label + " "
  }

  /// `（二）部分公开（区分处理的，只计这一情形，不计其他情形）` to `（二）部分公开`.
  private static func withoutNote(_ label: String) -> String {
    guard let note = label.dropFirst().firstIndex(of: "（") else { return label }
    return String(label[..<note])
  }

  /// `2021 年版格式`.
  package static func words(_ edition: Edition) -> Words {
    edition == .legacy
      ? Words("2019 年以前的格式", "the form of before 2019")
      : Words("\(edition.name) 年版格式", "the form of \(edition.name)")
  }
}
