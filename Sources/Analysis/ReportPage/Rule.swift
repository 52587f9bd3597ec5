internal import NationalForm

/// An identity of the form, in words and in cells.
enum Rule: String, CaseIterable {
  case a1 = "A1"
  case a2 = "A2"
  case a3 = "A3"
  case r1 = "R1"
  case r2 = "R2"
  case r3 = "R3"
  case narrative = "N"
  case parts = "P"

  var words: Words {
    switch self {
    case .a1: Words("一 + 二 = 三（七）+ 四，各列", "new + carried in = results + carried over, by column")
    case .a2: Words("三（七）= 各项办理结果之和，各列", "all results = sum of the results, by column")
    case .a3: Words("总计 = 各类申请人之和，各行", "total = sum of the applicants, by row")
    case .r1: Words("行政复议：总计 = 四种结果之和", "reviews: total = sum of outcomes")
    case .r2: Words("未经复议直接起诉：总计 = 四种结果之和", "direct lawsuits: total = sum of outcomes")
    case .r3: Words("复议后起诉：总计 = 四种结果之和", "lawsuits after review: total = sum of outcomes")
    case .narrative: Words("正文数字 = 表格数字", "figure in the text = cell of the table")
    case .parts: Words("正文总数 = 各分项之和", "figure in the text = sum of its parts")
    }
  }

  /// The rows or columns that the rule holds for one by one, in the order of the form.
  var scopes: [String] {
    switch self {
    case .a1, .a2: NationalForm.applications.columns.map(\.id)
    case .a3: NationalForm.applications.rows.map(\.id)
    case .r1, .r2, .r3, .narrative, .parts: []
    }
  }

  /// The row or column that a scope names; nil where the rule has none, or the form no such scope.
  func words(ofScope scope: String) -> Words? {
    guard let place = scopes.firstIndex(of: scope) else { return nil }
    if self == .a3 {
      let row = NationalForm.applications.rows[place]
      return Chart.words(row.path.last, row.definition)
    }
    let column = NationalForm.applications.columns[place]
    return Chart.words(column.path.last, column.definition)
  }

  /// The cells that are added up on each side, none where they are too many to print; the first on the right is the one to
  /// look at first.
  ///
  /// - Parameters:
  ///   - edition: That of the report; nil where its tables don't tell.
  ///   - rows: Ids of the rows that it prints.
  func cells(
    _ scope: String, of edition: Edition?, printing rows: Set<String>
  ) -> (left: [CellID], right: [CellID])? {
    if self == .narrative { return CellID(path: scope).map { ([], [$0]) } }
    let identity = NationalForm.identities(of: edition, printing: rows)
      .first { $0.id == rawValue && $0.scope == scope }
    return identity.map {
      ($0.expected.count <= Self.mostPrinted ? $0.expected : [], $0.actual)
    }
  }

  private static let mostPrinted = 8
}
