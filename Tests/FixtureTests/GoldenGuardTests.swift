import Testing

@Suite struct GoldenGuardTests {
  @Test func expectedFilesAreNotBeingRecorded() {
    if Golden.isRecording {
      Issue.record(
        Golden.isContinuousIntegration
          ? "GONGKAI_RECORD_GOLDEN is set under CI: nothing was recorded, and nothing proved"
          : "GONGKAI_RECORD_GOLDEN is set: expected files were written where they differed; review them"
      )
    }
  }

  @Test func theFixturesAreFound() {
    #expect(FixtureCase.all.count > 50)
  }
}
