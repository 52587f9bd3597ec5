internal import PlainWords

extension ReportPage {
  /// The numbers that somebody looks at first.
  func tiles() -> HTML {
    let received = all.newRequests
    let years = totals.keys.sorted()
    let span =
      years.count < 2 ? years.map(String.init).joined() : "\(years[0])–\(years[years.count - 1])"
    let tiles: [(Words, String, HTML)] = [
      (Words("文件", "Documents"), documents.documents.grouped, ""),
      (Words("年度报告", "Annual reports"), counted.grouped, ""),
      (Words("失败文件", "Failed documents"), (documents.byStatus["failed"] ?? 0).grouped, ""),
      (Words("不完整报告", "Partial reports"), partialReports.grouped, ""),
      (
        Words("勾稽不符的报告", "Reports with failing identities"), checks.failing.grouped,
        checks.doubtful == 0
          ? ""
          : "<small>另有 \(checks.doubtful.grouped) 份仅有提示 <span lang=\"en\">more with warnings only</span></small>"
      ),
      (Words("机关", "Agencies"), agencies.agencies.grouped, ""),
      (
        Words("年度", "Years covered"), span.isEmpty ? "–" : span,
        years.count < 2
          ? "" : "<small>共 \(years.count) 年 <span lang=\"en\">\(years.count) years</span></small>"
      ),
      (
        Chart.newRequests.words,
        received.sums[0].grouped,
        "<small>n = \(received.reports.grouped)，未计 \(received.without.grouped) <span lang=\"en\">left out</span></small>"
      ),
    ]
    let items = tiles.map { words, number, note in
      "<li>\(words.chinese)<span class=\"en\" lang=\"en\">\(words.english)</span><b>\(number)</b>\(note)</li>\n"
        as HTML
    }
    return "<ul class=\"tiles\">\n\(items)</ul>\n"
  }

  /// The totals of all years.
  var all: YearTotals {
    var all = undated
    for (_, totals) in totals.sorted(by: { $0.key < $1.key }) { all.add(totals) }
    return all
  }
}
