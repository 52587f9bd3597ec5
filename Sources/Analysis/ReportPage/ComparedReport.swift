internal import Comparison
internal import Diagnostics
internal import NationalForm
internal import ReportRecords

/// What the page keeps of a report to set it against that of another year, about a kilobyte.
struct ComparedReport: Sendable {
  let file: OriginalFile
  let form: PackedForm
  let prose: ProseSentences
  /// What stands in each of ``CarryOver/cells``, as places in a ``PrintPool``.
  private let prints: [Int32]

  init(_ report: ReadReport.Content, _ pool: inout PrintPool) {
    file = report.file
    form = report.form
    prose = report.prose
    prints = report.prints.map { pool.place(of: $0) }
  }

  /// The printed string of a cell that an identity between years looks at, and its place.
  func proof(_ cell: CellID, _ pool: PrintPool) -> Print {
    guard let index = CarryOver.cells.firstIndex(of: cell.place) else { return Print() }
    return pool[prints[index]]
  }
}

/// A printed string and where it stands.
struct Print: Hashable, Sendable {
  /// Nil where nothing is printed.
  var raw: String?
  /// `table 2 row 5 cell 8`; of a PDF the page alone, `page 2`.
  var location: String?

  init() {}

  init(_ cell: CellReading) {
    raw = cell.raw
    location =
      if case .page(let page, _) = cell.location { "\(Location.page(page, box: nil))" } else {
        cell.location?.description
      }
  }
}

/// Prints, each kept once: most reports print the same few in the same places.
struct PrintPool: Sendable {
  private var places: [Print: Int32] = [:]
  private var prints: [Print] = []

  subscript(_ place: Int32) -> Print {
    prints.indices.contains(Int(place)) ? prints[Int(place)] : Print()
  }

  mutating func place(of print: Print) -> Int32 {
    if let place = places[print] { return place }
    let place = Int32(clamping: prints.count)
    prints.append(print)
    places[print] = place
    return place
  }
}
