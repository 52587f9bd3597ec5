extension NationalForm {
  /// Cells and groups of rows that other parts of the program speak of by name.
  ///
  /// Each is a list, so that a name which the form doesn't have is an empty one, and a failing test.
  package enum Named {
    package static let carriedIn = cells("applications.carried_in.total")
    package static let newReceived = cells("applications.new_received.total")
    package static let granted = cells("applications.granted.total")
    package static let partlyGranted = cells("applications.partial.total")
    package static let results = cells("applications.result_total.total")
    package static let carriedOut = cells("applications.carried_out.total")
    package static let reviews = cells("review_litigation.review.total")
    package static let suits = cells(
      "review_litigation.direct_suit.total", "review_litigation.suit_after_review.total")
    package static let documentsIssued = cells("active_disclosure.normative_docs.issued")
    package static let documentsMade = cells("active_disclosure.normative_docs.made")
    package static let refused = totals(of: "denied")
    package static let notAvailable = totals(of: "unable")
    package static let notProcessed = totals(of: "not_processed")
    package static let closedOtherwise = totals(of: "other")
    /// New requests by kind of applicant.
    package static let applicants = NationalForm.cells.filter {
      $0.table == .applications && $0.row == "new_received" && !isTotal($0)
    }

    package static let all = [
      carriedIn, newReceived, granted, partlyGranted, results, carriedOut, reviews, suits,
      documentsIssued, documentsMade, refused, notAvailable, notProcessed, closedOtherwise,
      applicants,
    ]

    private static func cells(_ paths: String...) -> [CellID] {
      paths.compactMap { CellID(path: $0) }
    }

    private static func totals(of group: String) -> [CellID] {
      NationalForm.cells.filter {
        $0.table == .applications && $0.row.hasPrefix("\(group).") && isTotal($0)
      }
    }
  }

  /// Whether `cell` is a 总计 of table 2 or 3.
  package static func isTotal(_ cell: CellID) -> Bool { cell.column == "total" }
}
