import Diagnostics
import DocumentModel
import Foundation
import NationalForm
import PlainTextReading
import ReportRecords
import TestSupport
import Testing

@testable import FormParsing

/// Real reports with hand-made truth, where they lie beside the checkout.
@Suite(.enabled(if: TestFolders.shared != nil))
struct SeedFormTests {
  @Test(arguments: [
    "000_15c2044e02e4a21d", "001_a141446f969544e3", "002_0c7b0e862cc713bf", "003_70835c77bcb0d3e8",
  ])
  func everyCellOfARealReportIsAsAPersonReadIt(name: String) async throws {
    let shared = try #require(TestFolders.shared)
    let bytes = try Data(contentsOf: shared.appending(path: "seeds/\(name).txt"))
    let document = try await PlainTextReader(limits: Limits()).read(
      SourceFile(name: name, bytes: Array(bytes)))
    let form = FormReader.read(document.value)
    let truth = try Truth(contentsOf: shared.appending(path: "truth/\(name).json"))
    #expect(truth.differences(from: form.value) == [])
    #expect(form.value.edition.map { "\($0)" } == "e" + truth.edition)
    let checks = Arithmetic.check(form.value.cells, edition: form.value.edition)
    #expect(Set(checks.failures.map { "\($0.id) \($0.scope)" }) == truth.failures)
    #expect(
      [checks.passed, checks.failed, checks.unassessable]
        == truth.tally)
  }
}

/// A truth file, as far as tables go.
private struct Truth {
  let edition: String
  let tables: [String: Any]
  private let identities: [[String: Any]]

  init(contentsOf url: URL) throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    let root = object as? [String: Any] ?? [:]
    edition = root["edition"] as? String ?? ""
    tables = root["tables"] as? [String: Any] ?? [:]
    identities = root["identities"] as? [[String: Any]] ?? []
  }

  /// Identities that hold, fail, can't be told.
  var tally: [Int] {
    ["holds", "fails", "not_assessable"].map { outcome in
      identities.count { $0["strict"] as? String == outcome }
    }
  }

  var failures: Set<String> {
    Set(
      identities.filter {
        $0["strict"] as? String == "fails" || $0["blank_as_zero"] as? String == "fails"
      }.map {
        let scope = ($0["scope"] as? String ?? "")
        return "\($0["id"] ?? "") \(Self.scope(scope))"
      })
  }

  private static func scope(_ printed: String) -> String {
    let last = printed.split(separator: " ").last.map(String.init) ?? ""
    let form = NationalForm.applications
    if printed.contains("column") {
      return form.columns.first { $0.path.last?.text == last }?.id ?? printed
    }
    return form.rows.first { $0.path.last?.text == last }?.id ?? printed
  }

  func differences(from form: FormReading) -> [String] {
    var wanted: [(TableID, String, String, NSNumber?)] = []
    for row in list(tables["active_disclosure"]) {
      let columns = row["columns"] as? [String] ?? []
      for (index, label) in columns.enumerated() {
        var value = (row["values"] as? [Any])?[index] as? NSNumber
        let id =
          NationalForm.activeDisclosure.columns.first {
            $0.path[0].wordings.contains(label)
          }?.id ?? label
        if id == "amount_cny", let printed = value {
          value = NSNumber(value: printed.doubleValue * 10_000)
        }
        wanted.append((.activeDisclosure, row["key"] as? String ?? "", id, value))
      }
    }
    for row in list(tables["applications"]) {
      let key = row["key"] as? String ?? ""
      for (index, column) in NationalForm.applications.columns.enumerated() {
        let value = (row["values"] as? [Any])?[index] as? NSNumber
        wanted.append((.applications, key == "other" ? "other.all" : key, column.id, value))
      }
    }
    let review = tables["review_litigation"] as? [String: Any] ?? [:]
    let cells = NationalForm.cells.filter { $0.table == .reviewLitigation }
    for (cell, value) in zip(cells, review["values"] as? [Any] ?? []) {
      wanted.append((cell.table, cell.row, cell.column, value as? NSNumber))
    }
    return wanted.compactMap { table, row, column, value in
      let found = form.value(table, row, column)
      let printed = found.flatMap { Double($0.description) }
      return printed == value?.doubleValue
        ? nil : "\(table) \(row) \(column): \(found?.description ?? "nil"), not \(value ?? -1)"
    }
  }

  private func list(_ table: Any?) -> [[String: Any]] {
    (table as? [String: Any])?["rows"] as? [[String: Any]] ?? []
  }
}
