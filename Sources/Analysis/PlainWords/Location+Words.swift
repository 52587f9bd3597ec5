package import Diagnostics

extension Location {
  /// `第 2 张表第 5 行第 8 格`, `第 3 页`.
  package var words: Words {
    switch self {
    case .line(let line): Words("第 \(line) 行", "line \(line)")
    case .paragraph(let number): Words("第 \(number) 段", "paragraph \(number)")
    case .cell(let table, let row, let cell):
      Words("第 \(table) 张表第 \(row) 行第 \(cell) 格", "table \(table), row \(row), cell \(cell)")
    case .page(let page, _): Words("第 \(page) 页", "page \(page)")
    case .part(let name): Words("文件内的 \(name)", "\(name) in the file")
    }
  }

  /// With the coordinates of a box; English as records write it.
  package var exactWords: Words {
    guard let box = description.firstRange(of: "box ") else {
      return Words(words.chinese, description)
    }
    return Words("\(words.chinese)，坐标 \(description[box.upperBound...])", description)
  }
}
