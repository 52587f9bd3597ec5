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

  @Test func everyNameThatTheProgramSpeaksOfIsInTheForm() {
    #expect(NationalForm.Named.all.map(\.count) == [1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 8, 3, 5, 4, 6])
    #expect(NationalForm.derivedSums.map(\.rows.count) == [8, 3, 5, 4, 1, 2])
    for table in NationalForm.tables {
      let columns = Set(table.columns.map(\.id))
      #expect(table.rows.allSatisfy { columns.isSuperset(of: $0.unprinted.keys) })
    }
  }

  @Test(arguments: [
    (Edition.e2019, [7, 7, 23, 3], 19), (.e2021, [7, 7, 25, 3], 21),
  ])
  func identitiesAreThoseOfAnEdition(edition: Edition, counts: [Int], results: Int) {
    let rows = NationalForm.applications.rows.filter { $0.editions.contains(edition) }.map(\.id)
    let identities = NationalForm.identities(of: edition, printing: Set(rows))
    let found = ["A1", "A2", "A3", "R"].map { id in identities.count { $0.id.hasPrefix(id) } }
    #expect(found == counts)
    #expect(identities.first { $0.id == "A2" }?.expected.count == results)
  }

  /// Some reports of the later edition keep the single row under （六） of the earlier one.
  @Test func printedRowsTellWhoseSumHolds() {
    let rows = Set(NationalForm.applications.rows.map(\.id))
    let split: Set = ["other.overdue_correction", "other.overdue_fee", "other.other"]
    #expect(NationalForm.edition(of: .e2021, printing: rows.subtracting(split)) == .e2019)
    #expect(NationalForm.edition(of: nil, printing: rows.subtracting(["other.all"])) == .e2021)
    #expect(NationalForm.edition(of: .e2021, printing: ["granted"]) == .e2021)
    #expect(NationalForm.edition(of: .e2019, printing: ["granted"]) == .e2019)
  }

  @Test func editionsFollowOneAnother() {
    #expect(Edition.forms == [.e2019, .e2021])
    #expect(Edition.latest == .e2021)
    #expect(Edition.allCases.sorted() == [.legacy, .e2019, .e2021])
    #expect(EditionSet.before(.e2021) == [.e2019])
    #expect(EditionSet.since(.e2019) == .every)
    #expect(EditionSet.every.editions == Edition.forms)
    #expect(EditionSet.every.subtracting([.e2019]).intersection([.e2021]) == [.e2021])
    #expect(!EditionSet.every.contains(.legacy))
  }

  @Test func aLabelHasTheWordingOfItsEdition() {
    let label = FormLabel("甲", since: [.e2021: "乙"], aliases: ["丙", "甲"])
    #expect([Edition.legacy, .e2019, .e2021].map(label.text) == ["甲", "甲", "乙"])
    #expect(label.text == "乙")
    #expect(label.wordings == ["乙", "甲", "丙"])
  }
}
