internal import ReportRecords
internal import TextScanning

/// Statements that something did not happen.
extension FigureScanner {
  /// Whether 为 or the like stands before `start`: 行政复议均为0, 收费为零.
  func isZeroStatement(at start: Int) -> Bool {
    ["为", "是", ":"].contains(text[start - 1]) && endsStatement(start + 1)
  }

  mutating func readZeroWord() {
    index += 1
    emitZero(from: index - 1, end: index)
  }

  /// 零投诉 of 实现零投诉、零复议.
  mutating func readZeroOfSomething() {
    let start = index
    index += 1
    guard let none = StatedNone(text, zeroAt: start) else { return }
    append(none)
    index = none.clauseEnd
  }

  /// A zero without a unit, if what it counts says the unit: 行政复议、行政诉讼均为0.
  mutating func emitZero(from start: Int, end: Int) {
    let clause = Clause.start(text, before: start, downTo: max(floor, start - 60))
    guard let unit = StatedNone.unit(text, of: clause..<start) else { return }
    let zero = Quantity(
      end: end, value: ExactDecimal(0), isApproximate: false, hasMultiplier: false)
    emit(zero, from: start, unit: unit, end: end)
  }

  mutating func readNegation() {
    guard let none = StatedNone(text, at: index, reportYear: reportYear, &objects) else {
      index += 1
      return
    }
    append(none)
    index = max(none.clauseEnd, index + 1)
  }

  private mutating func append(_ none: StatedNone) {
    append(
      Mention(
        range: none.range, value: ExactDecimal(0), unit: none.unit, isApproximate: false,
        label: label(of: none),
        quote: text.printed(
          none.range.lowerBound..<min(none.range.upperBound, none.range.lowerBound + 20), limit: 20,
          core: none.range.lowerBound),
        isComparison: false, statement: none.range),
      to: none.range.upperBound)
  }

  /// What didn't happen, without how often: 收到信访件 of 未收到1件信访件.
  private func label(of none: StatedNone) -> String {
    let range = FigureLabel.stripped(text, none.label)
    for start in range where text[start].isDigit {
      var end = start + 1
      while end < range.upperBound, text[end].isDigit { end += 1 }
      if let unit = MeasureWords.match(text, at: end), unit.end < range.upperBound {
        return text.string(range.lowerBound..<start) + text.string(unit.end..<range.upperBound)
      }
    }
    return text.string(range)
  }
}
