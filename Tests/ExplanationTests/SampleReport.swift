import Diagnostics
import DocumentModel
import Explanation

/// A report of two tables as a docx would give them: merged cells, places by table, row and cell.
enum SampleReport {
  /// - Parameters:
  ///   - fee: What stands under 本年收费金额（单位：万元）.
  ///   - results: The fifteen cells of the last row of table 3.
  static func report(fee: String = "6229.95", results: [String]) -> ExplainedReport {
    let document = Document(blocks: [
      .paragraph(Paragraph("某市某局2022年政府信息公开工作年度报告", at: .paragraph(1))),
      .paragraph(Paragraph("二、主动公开政府信息情况", at: .paragraph(2))),
      table(
        1, columns: 4,
        [
          ["第二十条第（一）项", nil, nil, nil], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
          ["规章", "0", "0", "0"], ["行政规范性文件", "2", "1", "12"], ["第二十条第（五）项", nil, nil, nil],
          ["信息内容", "本年处理决定数量", nil, nil], ["行政许可", "7", nil, nil],
          ["第二十条第（六）项", nil, nil, nil], ["信息内容", "本年处理决定数量", nil, nil],
          ["行政处罚", "3", nil, nil], ["行政强制", "0", nil, nil], ["第二十条第（八）项", nil, nil, nil],
          ["信息内容", "本年收费金额（单位：万元）", nil, nil], ["行政事业性收费", fee, nil, nil],
        ]),
      .paragraph(Paragraph("四、政府信息公开行政复议、行政诉讼情况", at: .paragraph(3))),
      table(
        2, columns: 15,
        [
          ["行政复议", nil, nil, nil, nil, "行政诉讼"] + Array(repeating: nil, count: 9),
          outcomes + ["未经复议直接起诉", nil, nil, nil, nil, "复议后起诉", nil, nil, nil, nil],
          ["^", "^", "^", "^", "^"] + outcomes + outcomes, results,
        ]),
    ])
    return ExplainedReport(
      docID: "0123456789abcdef", path: "a/b.docx", document: Diagnosed(document), name: "b.docx")
  }

  private static let outcomes: [String?] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

  /// Nil is covered from the left, `^` from above.
  private static func table(_ number: Int, columns: Int, _ rows: [[String?]]) -> Block {
    .table(
      Table(
        columnCount: columns,
        rows: rows.enumerated().map { index, row in
          var cell = 0
          return row.map { text in
            if text != nil, text != "^" { cell += 1 }
            let place = Location.cell(table: number, row: index + 1, cell: max(1, cell))
            guard let text else { return TableCell("", .coveredFromLeft, at: place) }
            return text == "^"
              ? TableCell("", .coveredFromAbove, at: place) : TableCell(text, at: place)
          }
        }))
  }
}
