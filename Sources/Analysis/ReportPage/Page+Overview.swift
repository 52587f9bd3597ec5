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

  /// Who reported when: agencies with the most gaps first.
  func coverage() -> PageSection {
    let words = Words("覆盖情况：机关与年度", "Coverage: agencies and years")
    let years = Array(totals.keys.sorted().suffix(10))
    let rows = agencies.rows(years)
    guard !rows.isEmpty else {
      return PageSection(id: "coverage", words: words, body: Page.nothing)
    }
    let shown = rows.prefix(60)
    let head = years.map {
      "<th>\($0)<br><small>\((totals[$0]?.reports ?? 0).grouped)</small></th>" as HTML
    }
    let body = shown.map { row in
      "<tr><th class=\"name\">\(Page.name(row.agency))</th>\(row.years.map(Self.cell))</tr>\n"
        as HTML
    }
    var gaps: [Int: Int] = [:]
    for row in rows { gaps[row.gaps, default: 0] += 1 }
    let distribution = gaps.sorted { $0.key > $1.key }.map {
      "缺 \($0.key) 年 \($0.value.grouped) 个"
    }.joined(separator: "，")
    let english = gaps.sorted { $0.key > $1.key }.map {
      "\($0.value.grouped) with \($0.key)"
    }.joined(separator: ", ")
    let earlier = totals.count - years.count
    let rest = rows.count - shown.count
    return PageSection(
      id: "coverage", words: words,
      body: """
        <p class="say">共 \(rows.count.grouped) 个机关：\(distribution)。<span class="en" lang="en">Agencies by years without a report: \(english).</span>\
        \(earlier > 0 ? "仅列最近 \(years.count) 年，更早 \(earlier) 年未列。<span class=\"en\" lang=\"en\">The latest \(years.count) years; \(earlier) earlier ones are not shown.</span>" : "" as HTML)</p>
        <p class="say"><span class="done">●</span> 完整 <span class="en" lang="en">complete</span>　<span class="done">◐</span> 不完整 <span class="en" lang="en">partial</span>　\
        <span class="warn">▲</span> 勾稽不符 <span class="en" lang="en">failing identity</span>　<span class="gap">–</span> 无报告 <span class="en" lang="en">no report</span>　\
        数字：多份报告 <span class="en" lang="en">a number: several reports</span></p>
        \(Page.table("<thead><tr><th>\(Words("机关", "Agency").html)</th>\(head)</tr></thead>\n<tbody>\n\(body)</tbody>", style: "grid"))\
        \(rest > 0 ? "<p class=\"say\">其余 \(rest.grouped) 个机关缺口不多于上列最后一行，未逐一列出。<span class=\"en\" lang=\"en\">The other \(rest.grouped) agencies have no more gaps than the last row, and are not listed.</span></p>\n" : "" as HTML)
        """)
  }

  private static func cell(_ slot: AgencyYears.Slot?) -> HTML {
    guard let slot else { return "<td class=\"gap\" title=\"无报告 no report\">–</td>" }
    let number = slot.reports > 1 ? String(slot.reports) : ""
    if slot.hasFailedChecks {
      return "<td class=\"gap\" title=\"勾稽不符 failing identity\">▲\(number)</td>"
    }
    return slot.isPartial
      ? "<td class=\"done\" title=\"不完整 partial\">◐\(number)</td>"
      : "<td class=\"done\" title=\"完整 complete\">●\(number)</td>"
  }
}
