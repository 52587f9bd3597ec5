import NationalForm
import Testing

@testable import FormParsing

@Suite struct FormIndicesTests {
  @Test func itIsASetInOrder() {
    var indices: FormIndices = [5, 0, 63, 5]
    #expect(Array(indices) == [0, 5, 63])
    #expect(indices.count == 3)
    #expect(indices.first == 0)
    #expect(indices.contains(63) && !indices.contains(1) && !indices.contains(-1))
    indices.remove(0)
    indices.formUnion([7])
    #expect(Array(indices) == [5, 7, 63])
    #expect(indices.isDisjoint(with: [0, 6]) && !indices.isDisjoint(with: [7]))
    #expect(FormIndices([]).isEmpty && FormIndices([]).first == nil)
  }

  @Test func everyTableOfTheFormHasFewEnoughRowsAndColumns() {
    for table in NationalForm.tables {
      #expect(table.rows.count < 64 && table.columns.count < 64)
    }
  }
}
