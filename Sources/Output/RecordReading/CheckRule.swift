package import NationalForm

/// An identity of the form, in words and in cells.
package enum CheckRule: String, CaseIterable, Sendable {
  case a1 = "A1"
  case a2 = "A2"
  case a3 = "A3"
  case r1 = "R1"
  case r2 = "R2"
  case r3 = "R3"
  case narrative = "N"
  case parts = "P"

  /// What should be equal.
  package var chinese: String {
    switch self {
    case .a1: "一 + 二 = 三（七）+ 四，各列"
    case .a2: "三（七）= 各项办理结果之和，各列"
    case .a3: "总计 = 各类申请人之和，各行"
    case .r1: "行政复议：总计 = 四种结果之和"
    case .r2: "未经复议直接起诉：总计 = 四种结果之和"
    case .r3: "复议后起诉：总计 = 四种结果之和"
    case .narrative: "正文数字 = 表格数字"
    case .parts: "正文总数 = 各分项之和"
    }
  }

  package var english: String {
    switch self {
    case .a1: "new + carried in = results + carried over, by column"
    case .a2: "all results = sum of the results, by column"
    case .a3: "total = sum of the applicants, by row"
    case .r1: "reviews: total = sum of outcomes"
    case .r2: "direct lawsuits: total = sum of outcomes"
    case .r3: "lawsuits after review: total = sum of outcomes"
    case .narrative: "figure in the text = cell of the table"
    case .parts: "figure in the text = sum of its parts"
    }
  }

  /// The rows or columns that the rule holds for one by one, in the order of the form.
  package var scopes: [String] {
    switch self {
    case .a1, .a2: NationalForm.applications.columns.map(\.id)
    case .a3: NationalForm.applications.rows.map(\.id)
    case .r1, .r2, .r3, .narrative, .parts: []
    }
  }

  /// The cells that are added up on each side, none where they are too many to print; the first on the right is the one to
  /// look at first.
  ///
  /// - Parameters:
  ///   - edition: That of the report; nil where its tables don't tell.
  ///   - rows: Ids of the rows that it prints.
  package func cells(
    _ scope: String, of edition: Edition?, printing rows: Set<String>
  ) -> (left: [CellID], right: [CellID])? {
    if self == .narrative { return CellID(path: scope).map { ([], [$0]) } }
    let identity = NationalForm.identities(of: edition, printing: rows)
      .first { $0.id == rawValue && $0.scope == scope }
    return identity.map {
      ($0.expected.count <= Self.mostPrinted ? $0.expected : [], $0.actual)
    }
  }

  /// Cells of a side that are worth printing one by one.
  package static let mostPrinted = 8
}
