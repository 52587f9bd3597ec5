import NationalForm
import Testing

struct NationalFormTests {
  @Test func everyCellIsListedOnceInTheOrderOfTheTables() {
    #expect(NationalForm.cells.count == Set(NationalForm.cells).count)
    let counts = TableID.allCases.map { id in NationalForm.cells.count { $0.table == id } }
    #expect(counts == [29, 182, 15])
  }

  @Test func everyRowNamesColumnsOfItsTable() {
    for table in NationalForm.tables {
      let known = Set(table.columns.map(\.id))
      #expect(table.rows.allSatisfy { known.isSuperset(of: $0.columns) })
    }
  }

  @Test(arguments: [(Edition.e2019, [8, 23, 3]), (.e2021, [6, 25, 3])])
  func anEditionPrintsTheRowsOfItsForm(edition: Edition, rows: [Int]) {
    let printed = NationalForm.tables.map { table in
      table.rows.count { $0.editions.contains(edition) }
    }
    #expect(printed == rows)
  }

  @Test func everyCellIsFoundByItsNames() throws {
    for (place, id) in NationalForm.cells.enumerated() {
      #expect(id.place == place)
      let (row, column) = try #require(NationalForm.cell(id))
      #expect([row.id, column.id] == [id.row, id.column])
      #expect(CellID(path: id.description) == id)
    }
    #expect(CellID(table: .applications, row: "granted", column: "made") == nil)
  }

  @Test func identitiesBetweenYearsBeginInTheEarlierReport() {
    let identities = NationalForm.carryOver
    #expect(
      ["X1", "X2", "X3"].map { id in identities.count { $0.id == id } } == [7, 2, 5])
    #expect(Set(identities.map { "\($0.id) \($0.scope)" }).count == identities.count)
    for identity in identities {
      #expect(identity.expected.first?.isNewer == false && identity.actual.isNewer)
    }
  }
}
