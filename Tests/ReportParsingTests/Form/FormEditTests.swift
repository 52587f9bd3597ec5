import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing

/// Random damage to invented reports: a reading changes where the damage is and nowhere else, and what an identity covers
/// does not pass in silence.
struct FormEditTests {
  private static func report(_ edition: Edition) -> Document {
    edition == .e2019 ? FormSamples.report2019 : FormSamples.report2021
  }

  @Test(arguments: Edition.written)
  func oneDigitChangesOneReadingAndIsNoticed(edition: Edition) {
    let report = Self.report(edition)
    let before = FormReader.read(report).value
    var random = SeededGenerator(seed: 1)
    for _ in 0..<100 {
      let spot = Spot.anyFigure(in: report, using: &random)
      let old = spot.text(in: report)
      guard let value = Int(old) else { continue }
      let new = String(value &+ Int.random(in: 1...9, using: &random))
      let after = FormReader.read(spot.replaced(by: new, in: report))
      let changed = zip(before.cells, after.value.cells).filter { $0.0.value != $0.1.value }
      #expect(changed.count == 1)
      #expect(changed.first?.1.raw == new)
      if spot.block > 0 {
        #expect(Arithmetic.check(after.value.cells, edition: after.value.edition).failed > 0)
      }
    }
  }

  @Test(arguments: Edition.written)
  func oneBlankCellIsReadAsBlankAndIsNoticed(edition: Edition) {
    let report = Self.report(edition)
    let before = FormReader.read(report).value
    var random = SeededGenerator(seed: 2)
    for _ in 0..<80 {
      let spot = Spot.anyFigure(in: report, using: &random)
      let after = FormReader.read(spot.replaced(by: "", in: report))
      let changed = zip(before.cells, after.value.cells).filter { $0.0.value != $0.1.value }
      #expect(changed.count == 1 && changed.first?.1.state == .blank)
      if spot.block > 0 {
        #expect(Arithmetic.check(after.value.cells, edition: after.value.edition).unassessable > 0)
      }
    }
  }

  @Test(arguments: Edition.written)
  func oneDeletedRowIsAbsentAndListed(edition: Edition) {
    let report = Self.report(edition)
    let before = FormReader.read(report).value
    for block in 0..<2 {
      guard case .table(let table) = report.blocks[block] else { continue }
      for row in table.rows.indices
      where table.rows[row].contains(where: {
        CellValue.looksLikeFigure($0.text) && !$0.text.isEmpty
      }) {
        var shorter = table
        shorter.rows.remove(at: row)
        var document = report
        document.blocks[block] = .table(shorter)
        let after = FormReader.read(document)
        let changed = zip(before.cells, after.value.cells).filter { $0.0.value != $0.1.value }
        #expect(Set(changed.map(\.0.id.row)).count == 1)
        #expect(changed.allSatisfy { $0.1.state == .absent })
        #expect(after.issues.codes == [.rowsAbsent])
      }
    }
  }

  @Test(arguments: Edition.written)
  func oneBlankColumnIsBlankInEveryRow(edition: Edition) {
    let report = Self.report(edition)
    let before = FormReader.read(report).value
    for column in 3..<10 {
      guard case .table(var table) = report.blocks[1] else { continue }
      for row in table.rows.indices where row > 2 { table.rows[row][column].text = "" }
      var document = report
      document.blocks[1] = .table(table)
      let after = FormReader.read(document)
      let changed = zip(before.cells, after.value.cells).filter { $0.0.value != $0.1.value }
      #expect(Set(changed.map(\.0.id.column)).count == 1)
      #expect(changed.allSatisfy { $0.1.state == .blank })
      #expect(Arithmetic.check(after.value.cells, edition: after.value.edition).unassessable > 0)
    }
  }

  @Test(arguments: Edition.written)
  func twoSwappedColumnsFollowTheirLabels(edition: Edition) {
    let report = Self.report(edition)
    let before = FormReader.read(report).value
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      // The five kinds of organisations.
      let (a, b) = (Int.random(in: 4...8, using: &random), Int.random(in: 4...8, using: &random))
      guard case .table(var table) = report.blocks[1] else { continue }
      for row in table.rows.indices where row > 1 { table.rows[row].swapAt(a, b) }
      var document = report
      document.blocks[1] = .table(table)
      let after = FormReader.read(document)
      #expect(after.value.cells.map(\.value) == before.cells.map(\.value))
      #expect(after.issues == [])
    }
  }

  @Test(arguments: Edition.written)
  func aShiftedRowIsReadAsBeforeOrRefused(edition: Edition) {
    let report = Self.report(edition)
    let before = FormReader.read(report).value
    var random = SeededGenerator(seed: 4)
    for _ in 0..<80 {
      guard case .table(var table) = report.blocks[1] else { continue }
      let row = Int.random(in: 3..<table.rows.count, using: &random)
      // A blank among the values, then the row without its first or with one more field.
      if Bool.random(using: &random) {
        table.rows[row][Int.random(in: 3...9, using: &random)].text = ""
      }
      let whole = FormReader.read(Self.report(report, table)).value
      let isLeft = table.rows[row][0].text.isEmpty
      let cells = table.rows[row]
      table.rows[row] = isLeft ? Array(cells[1...]) + [cells[0]] : cells
      let after = FormReader.read(Self.report(report, table))
      for (old, (mid, new)) in zip(before.cells, zip(whole.cells, after.value.cells)) {
        // Never another number than the printed one.
        #expect(new.value == nil || new.value == mid.value, "\(old.id) \(row)")
        if new.value != mid.value { #expect(!after.issues.isEmpty) }
      }
    }
  }

  @Test(arguments: Edition.written)
  func rowsInAnyOrderAreTheSameRows(edition: Edition) {
    let report = Self.report(edition)
    let before = FormReader.read(report).value
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20 {
      guard case .table(var table) = report.blocks[1] else { continue }
      table.rows[3...].shuffle(using: &random)
      #expect(
        FormReader.read(Self.report(report, table)).value.cells.map(\.value)
          == before.cells.map(\.value))
    }
  }

  private static func report(_ report: Document, _ table: Table) -> Document {
    var document = report
    document.blocks[1] = .table(table)
    return document
  }
}

extension Edition {
  /// Those with national tables.
  fileprivate static let written: [Edition] = [.e2019, .e2021]
}

/// A cell of a document.
private struct Spot {
  var block, row, column: Int

  /// A cell that holds a whole number.
  static func anyFigure(in document: Document, using random: inout SeededGenerator) -> Spot {
    var spots: [Spot] = []
    for (block, content) in document.blocks.enumerated() {
      guard case .table(let table) = content else { continue }
      for (row, cells) in table.rows.enumerated() {
        for (column, cell) in cells.enumerated() where Int(cell.text) != nil {
          spots.append(Spot(block: block, row: row, column: column))
        }
      }
    }
    return spots.randomElement(using: &random) ?? Spot(block: 0, row: 0, column: 0)
  }

  func text(in document: Document) -> String {
    guard case .table(let table) = document.blocks[block] else { return "" }
    return table.rows[row][column].text
  }

  func replaced(by text: String, in document: Document) -> Document {
    guard case .table(var table) = document.blocks[block] else { return document }
    table.rows[row][column].text = text
    var result = document
    result.blocks[block] = .table(table)
    return result
  }
}

/// The same numbers for a seed every time (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
