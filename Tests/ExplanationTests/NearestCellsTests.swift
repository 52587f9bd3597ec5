import Explanation
import Testing

@Test func aPathThatLacksItsTableOrIsWrittenAsAColumnIsFound() {
  #expect(NearestCells.paths(to: "granted.total").first == "applications.granted.total")
  #expect(
    NearestCells.paths(to: "applications_granted_total").first == "applications.granted.total")
  #expect(
    NearestCells.paths(to: "Denied.State-Secret.total").first
      == "applications.denied.state_secret.total")
}

@Test func aTypingMistakeIsForgiven() {
  #expect(NearestCells.paths(to: "applications.grantd.total").first == "applications.granted.total")
}

@Test func somethingElseHasNoNeighbours() {
  #expect(NearestCells.paths(to: "") == [])
  #expect(NearestCells.paths(to: "xyz") == [])
  #expect(NearestCells.paths(to: String(repeating: "a", count: 5_000)) == [])
}
