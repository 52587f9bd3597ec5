/// What `gongkai explain` says of a cell and of the checks of a report.
package enum ExplanationMessages {
  // MARK: The report

  package static func form(_ edition: Words) -> Words {
    Words("采用 \(edition.chinese)", "form \(edition.english)")
  }
  package static func document(_ id: String) -> Words { Words("文档 \(id)", "document \(id)") }
  package static let noReport = Words(
    "这不是年度报告：没有格式规定的单元格。", "This is no annual report: it has no cells of the form.")
  package static let noTable = Words(
    "没有找到格式规定的表格，因此没有可说明的核对。",
    "No table of the form was found, so there is no check to explain.")
  package static func counts(hold: Int, fail: Int, others: Int) -> Words {
    Words(
      "勾稽关系 \(hold) 项成立，\(fail) 项不成立，\(others) 项无法核对",
      "\(hold) identities hold, \(fail) fail, \(others) cannot be assessed")
  }
  package static let stop = Words("。", ".")
  package static func noneFails(_ counts: Words) -> Words {
    Words("\(counts.chinese)：没有单元格核对不符。", "\(counts.english): no check of a cell fails.")
  }
  package static func partsDiffer(_ count: Int) -> Words {
    Words(
      "正文有 \(count) 个数字与其各分项之和不符。",
      "\(count) figures of the text differ from the sum of their parts.")
  }
  package static let explainsOne = Words("用 --cell 路径 说明一个单元格。", "--cell PATH explains a cell.")
  package static let explainsOneOfThese = Words(
    "用 --cell 路径 详细说明其中一个单元格。", "--cell PATH explains one of these cells in full.")

  // MARK: A cell

  package static let printed = Words("印的是", "printed")
  package static let value = Words("数值", "value")
  package static let place = Words("位置", "place")
  package static let itsRow = Words("所在行", "its row")
  package static let itsColumn = Words("所在列", "its column")
  package static let inPrint = Words("原文整行", "in print")
  package static let formRow = Words("格式的行", "form row")
  package static let formColumn = Words("格式的列", "form column")
  package static func notInForm(_ edition: Words) -> Words {
    Words("（\(edition.chinese)没有这一格）", "(the form of \(edition.english) has no such cell)")
  }
  package static let meaning = Words("含义", "meaning")
  package static let article = Words("依据", "article")
  package static let noPlace = Words("没有位置", "no place")
  package static let noValue = Words("无", "none")
  package static let blank = Words("没有内容（空白）", "nothing (blank)")
  package static let absent = Words("没有这一行或列", "no such row or column (absent)")
  package static func otherThanNumber(_ print: String, _ state: Words) -> Words {
    Words("\(print)（\(state.chinese)）", "\(print) (\(state.english))")
  }

  // MARK: Identities

  package static let noIdentity = Words("它不参与任何勾稽关系。", "It takes part in no identity.")
  package static func holds(_ expected: String, _ actual: String) -> Words {
    Words("成立：\(expected) = \(actual)", "holds: \(expected) = \(actual)")
  }
  package static func fails(_ expected: String, _ actual: String) -> Words {
    Words(
      "不成立：应为 \(expected)，印的是 \(actual)", "fails: \(expected) expected, \(actual) printed")
  }
  package static func difference(_ delta: String) -> Words {
    Words("，相差 \(delta)", ", difference \(delta)")
  }
  package static func notAssessable(blanks: Int, of count: Int) -> Words {
    Words(
      "无法核对：\(count) 格中有 \(blanks) 格没有数字",
      "is not assessable: \(blanks) of \(count) cells without a number")
  }
  package static func notAssessable(_ reason: Words) -> Words {
    Words(
      "无法核对，空白按 0 计也无法核对：\(reason.chinese)",
      "is not assessable, nor with blanks as 0: \(reason.english)")
  }
  package static let cellUnreadable = Words("其中有单元格无法读取", "a cell in it cannot be read")
  package static let sideWithoutNumber = Words("有一方完全没有数字", "one side has no number at all")
  package static let sumsTooLarge = Words("数值过大，无法求和", "the sums are too large")
  package static func withZeros(_ sums: Words) -> Words {
    Words("空白按 0 计则\(sums.chinese)", "with 0 in their place it \(sums.english)")
  }
  package static func figureDiffers(_ tables: String, _ text: String) -> Words {
    Words(
      "不符：表格为 \(tables)，正文为 \(text)", "fails: \(tables) in the tables, \(text) in the text")
  }
}
