package import Diagnostics
package import NationalForm
package import PlainWords
package import ReportRecords

/// Something in a draft that its author should look at.
package struct DraftFinding: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// An identity of the form that doesn't hold.
    case identity
    /// A figure of the text that differs from the tables, or from the sum of its parts.
    case figure
    /// A cell without a number.
    case cell
    /// A table, row or column that is missing, or of another edition of the form.
    case form
    /// A prescribed part that is missing, empty or named otherwise.
    case part
    /// What last year's report carries over, and this one doesn't have.
    case carryOver = "carry_over"
    /// The date, or last year's report, doesn't fit.
    case date
    /// Anything else that was lost, guessed or odd when the document was read.
    case reading
  }

  package enum Severity: String, Sendable, CaseIterable {
    /// What every reader will find wrong.
    case error
    /// What may be wrong: to be looked at.
    case warning
    case note

    /// The heading of a list of them.
    var words: Words {
      switch self {
      case .error: Words("错误", "errors")
      case .warning: Words("请核对", "to look at")
      case .note: Words("提示", "notes")
      }
    }
  }

  /// A cell that the finding is about.
  package struct Cell: Hashable, Sendable {
    package var reading: CellReading
    /// `“三、（七）总计”行“总计”列`.
    package var name: Words
  }

  /// One cell changed by itself, after which identities hold.
  package struct Suggestion: Hashable, Sendable {
    package var cell: CellID
    package var value: Int
    /// `A1(total)`: those that then hold.
    package var repaired: [String]
  }

  package var kind: Kind
  package var severity: Severity
  /// Rules and codes behind it: `A1`, `cell_text`.
  package var codes: [String]
  /// A sentence without a final stop.
  package var words: Words
  /// Further sentences.
  package var details: [Words] = []
  package var cells: [Cell] = []
  package var suggestions: [Suggestion] = []
  /// The text that it is about, as printed.
  package var quote: String?
  /// Where it is, if that is no cell.
  package var place: Location?

  init(_ kind: Kind, _ severity: Severity, _ codes: [String], _ words: Words) {
    self.kind = kind
    self.severity = severity
    self.codes = codes
    self.words = words
  }
}
