import ReportRecords
import Testing

@Test func aDayThatDoesNotExistIsNil() {
  let days = [
    (2021, 1, 20), (2020, 2, 29), (2021, 2, 29), (2000, 2, 29), (2100, 2, 29), (2021, 13, 1),
    (2021, 4, 31),
  ]
  let written = days.map { CalendarDate(year: $0.0, month: $0.1, day: $0.2)?.description }
  let expected: [String?] = ["2021-01-20", "2020-02-29", nil, "2000-02-29", nil, nil, nil]
  #expect(written == expected)
}
