internal import Diagnostics
internal import ReportRecords

/// A page of a report as a picture, on which cells are framed.
package struct DraftPage: Sendable {
  package var number: Int
  /// A PNG file.
  package var png: [UInt8]
  /// In points, as the boxes of words are.
  package var width, height: Double

  package init(number: Int, png: [UInt8], width: Double, height: Double) {
    self.number = number
    self.png = png
    self.width = width
    self.height = height
  }

  /// Pages of a report that are shown: a report has three to ten of them.
  package static let mostShown = 12
}

extension DraftCheck {
  /// The pages of a PDF on which cells of the findings stand, in order; empty for other formats.
  package var pages: [Int] { Array(allPages.prefix(DraftPage.mostShown)) }

  /// How many there are, shown or not.
  var pagesWithCells: Int { allPages.count }

  private var allPages: [Int] {
    let numbers = findings.flatMap(\.cells).compactMap { cell -> Int? in
      if case .page(let page, .some)? = cell.reading.location { page } else { nil }
    }
    return Set(numbers).sorted()
  }
}
