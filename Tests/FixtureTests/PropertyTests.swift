import Conversion
import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import TestSupport
import Testing

/// Edits of clean reports: each must show in the record as itself, as nothing else, and never in silence.
@Suite struct PropertyTests {
  static let clean: [(slug: String, format: String)] = [
    ("yunxi-water-2023", "txt"), ("yunxi-water-2023", "docx"), ("tongling-archives-2020", "txt"),
    ("tongling-archives-2020", "docx"),
  ]

  @Test(arguments: clean)
  func aChangedDigitChangesOneCellAndBreaksAnIdentity(slug: String, format: String) async throws {
    let subject = try await Subject(slug, format)
    var dice = SeededGenerator("digit \(slug) \(format)")
    for _ in 0..<40 {
      let row = subject.form.values.indices.randomElement(using: &dice) ?? 0
      let column = Int.random(in: 0..<7, using: &dice)
      var values = subject.form.values[row]
      values[column] = changingADigit(of: values[column], &dice)
      let record = await subject.expect([row: values], "row \(row) column \(column)")
      #expect(record.content.checks.failed > 0, "row \(row) column \(column): \(values)")
    }
  }

  @Test(arguments: clean)
  func aDeletedRowIsAbsentAndNothingElseMoves(slug: String, format: String) async throws {
    let subject = try await Subject(slug, format)
    for row in subject.form.values.indices {
      let record = await subject.expect([row: nil], "without row \(row)")
      #expect(subject.isLouder(record), "row \(row) is gone in silence")
    }
  }

  @Test(arguments: clean)
  func aBlankedColumnIsBlankAndNothingElseMoves(slug: String, format: String) async throws {
    let subject = try await Subject(slug, format)
    for column in 0..<7 {
      let rows = subject.form.values.enumerated().map { row, values -> (Int, [String]?) in
        var values = values
        values[column] = ""
        return (row, values)
      }
      let record = await subject.expect(
        Dictionary(uniqueKeysWithValues: rows), "blank column \(column)")
      #expect(subject.isLouder(record), "column \(column) is gone in silence")
    }
  }

  @Test(arguments: clean)
  func aRowTypedOneColumnToTheRightStaysThere(slug: String, format: String) async throws {
    let subject = try await Subject(slug, format)
    for (row, values) in subject.form.values.enumerated() where values.last != "0" {
      let record = await subject.expect(
        [row: [""] + values.dropLast()], "row \(row) shifted")
      #expect(record.content.checks.failures.isEmpty == false, "row \(row) shifted in silence")
    }
  }

  private func changingADigit(of number: String, _ dice: inout SeededGenerator) -> String {
    var digits = Array(number.utf8)
    let index = digits.indices.randomElement(using: &dice) ?? 0
    let others = (UInt8(ascii: "0")...UInt8(ascii: "9")).filter { digit in
      // A leading zero would be another number with the same digits, or no number at all.
      digit != digits[index] && !(index == 0 && digits.count > 1 && digit == UInt8(ascii: "0"))
    }
    digits[index] = others.randomElement(using: &dice) ?? digits[index]
    return String(decoding: digits, as: UTF8.self)
  }
}

/// A clean report, its record, and what edits must make of it.
private struct Subject {
  let form: any EditableForm
  let base: Record
  private let rowIDs: [String]

  init(_ slug: String, _ format: String) async throws {
    let bytes = try FixtureCase.named("twins/\(slug)/input.\(format)").bytes()
    form = format == "docx" ? try DocxForm(bytes) : TextForm(bytes)
    base = await Self.record(form.bytes(replacing: [:]), form.name)
    rowIDs = try form.rowIDs(try #require(base.content.edition))
    try #require(base.content.checks.failed == 0)
  }

  private static func record(_ bytes: [UInt8], _ name: String) async -> Record {
    await DocumentConverter(limits: .patient).record(
      of: SourceFile(name: name, bytes: bytes), path: name)
  }

  /// The record of the report with other rows; expects its cells to differ from the clean one's in these alone.
  func expect(_ rows: [Int: [String]?], _ what: String) async -> Record {
    let record = await Self.record(form.bytes(replacing: rows), form.name)
    let edits = Dictionary(uniqueKeysWithValues: rows.map { (rowIDs[$0], $1) })
    let columns = NationalForm.applications.columns.map(\.id)
    let expected = cells(base).map { id, shown -> String in
      guard id.table == .applications, let values = edits[id.row],
        let column = columns.firstIndex(of: id.column)
      else { return "\(id.row).\(id.column) \(shown)" }
      guard let values else { return "\(id.row).\(id.column) absent" }
      return "\(id.row).\(id.column) " + (values[column].isEmpty ? "blank" : values[column])
    }
    let actual = cells(record).map { "\($0.row).\($0.column) \($1)" }
    let difference = LineDifference(from: expected, to: actual)
    #expect(difference.isEmpty, "\(what)\n\(difference)")
    return record
  }

  private func cells(_ record: Record) -> [(CellID, String)] {
    (record.content.annualReport?.cells ?? []).map { cell in
      (cell.id, cell.state == .value ? cell.value?.description ?? "-" : cell.state.rawValue)
    }
  }

  /// Whether `record` warns of something that the clean one doesn't.
  func isLouder(_ record: Record) -> Bool {
    func warnings(_ record: Record) -> Int { record.issues.count { $0.severity != .info } }
    return record.content.checks.failed > 0
      || record.content.checks.unassessable > base.content.checks.unassessable
      || warnings(record) > warnings(base)
  }
}
