internal import PlainWords

extension ReportPage {
  /// The latest of the years with most reports.
  var mainYear: Int? {
    totals.max { ($0.value.flow.reports, $0.key) < ($1.value.flow.reports, $1.key) }?.key
  }

  /// The years of the charts, latest first; more than fit are left out, and said so.
  var shownYears: [(year: Int, totals: YearTotals)] {
    totals.sorted { $0.key > $1.key }.prefix(15).map { ($0.key, $0.value) }
  }

  func flow() -> PageSection {
    let chart = Chart.flow
    guard let year = mainYear, let totals = totals[year]?.flow, totals.reports > 0 else {
      return PageSection(id: "flow", words: chart.words, body: Page.nothing)
    }
    let colours = [6, 8, 0, 1, 2, 3, 4, 5, 6]
    let nodes = zip(zip(chart.categories, totals.sums), colours).map {
      FlowDiagram.Node(words: $0.0.words, value: $0.1, colour: $1)
    }
    let diagram = FlowDiagram(
      title: "\(year) 年申请的流向 Flow of requests in \(year)", sources: Array(nodes.prefix(2)),
      outcomes: Array(nodes.dropFirst(2)))
    let requests = totals.sums.prefix(2).printedSum
    let outcomes = totals.sums.dropFirst(2).printedSum
    let (difference, isMore) = (abs(outcomes - requests).grouped, outcomes > requests)
    let note: HTML =
      requests == outcomes
      ? ""
      : """
      <br>结果与结转合计 \(outcomes.grouped)，比应办数\(isMore ? "多" : "少") \(difference)。 \
      <span class="en" lang="en">Results and carried over are \(outcomes.grouped), \(difference) \(isMore ? "more" : "fewer") than the requests to handle.</span>
      """
    let years = shownYears.map { year, totals in
      NumberTable.Row(
        label: String(year), values: totals.flow.sums + [totals.flow.reports, totals.flow.blanks])
    }
    return PageSection(
      id: "flow", words: chart.words,
      body: """
        <h3>\(year) 年 <span class="en" lang="en">The year with most reports</span></h3>
        <figure>
        \(diagram.html)<figcaption>\(Page.counts(totals))\(note)</figcaption>
        </figure>
        <h3>各年度 <span class="en" lang="en">By year</span></h3>
        \(NumberTable(head: [Words("年度", "Year")] + chart.categories.map(\.words) + [Words("n", "reports"), Words("未计", "left out")], rows: years).html)\
        <p class="say">\(Page.counts(all.flow))</p>

        """)
  }

  func results() -> PageSection { byYear("results", .results, all.results) { $0.results } }

  func applicants() -> PageSection {
    byYear("applicants", .applicants, all.applicants) { $0.applicants }
  }

  private func byYear(
    _ id: String, _ chart: Chart, _ all: ChartTotals, _ totals: (YearTotals) -> ChartTotals
  ) -> PageSection {
    guard all.reports > 0 else {
      return PageSection(id: id, words: chart.words, body: Page.nothing)
    }
    let rows = shownYears.map {
      StackedBars.Row(label: String($0.year), totals: totals($0.totals))
    }
    let bars = StackedBars(categories: chart.categories, rows: rows)
    return PageSection(id: id, words: chart.words, body: bars.figure(Page.counts(all)))
  }

  func refusals() -> PageSection {
    let chart = Chart.refusals
    let all = all.refusals
    guard all.reports > 0 else {
      return PageSection(id: "refusals", words: chart.words, body: Page.nothing)
    }
    let largest = all.sums.compactMap(\.self).max() ?? 0
    let years = shownYears
    let rows = zip(chart.categories, all.sums).map { category, sum in
      """
      <tr><th class="wide">\(category.words.html)</th>\(Page.barCell(sum ?? 0, of: largest))<td class="n">\(sum.grouped)</td>\
      <td class="n">\((sum ?? 0).share(of: all.total).percent)</td></tr>

      """ as HTML
    }
    let table = NumberTable(
      head: [Words("理由", "Reason")]
        + years.map { Words(String($0.year), "n=\($0.totals.refusals.reports.grouped)") },
      rows: chart.categories.enumerated().map { index, category in
        NumberTable.Row(
          label: category.words.chinese, values: years.map { $0.totals.refusals.sums[index] })
      })
    return PageSection(
      id: "refusals", words: chart.words,
      body: """
        <figure>
        \(Page.table("<thead><tr><th>\(Words("理由", "Reason").html)</th><th colspan=\"3\">\(Words("所有年度合计", "All years").html)</th></tr></thead>\n<tbody>\n\(rows)</tbody>"))\
        <figcaption>\(Page.counts(all))</figcaption>
        </figure>
        <details><summary>各年度 <span class="en" lang="en">By year</span></summary>
        \(table.html)</details>

        """)
  }

  /// Reviews and lawsuits: outcomes of all years, and how many decided cases were corrected, by year.
  func disputes() -> PageSection {
    let words = Words("行政复议与行政诉讼", "Reviews and lawsuits")
    let groups = Array(zip(Chart.disputes, all.disputes))
    guard groups.contains(where: { $1.reports > 0 }) else {
      return PageSection(id: "disputes", words: words, body: Page.nothing)
    }
    let bars = StackedBars(
      categories: Chart.disputes[0].categories,
      rows: groups.map { StackedBars.Row(label: $0.words.chinese, totals: $1) },
      rowWords: Words("类别", "Kind"))
    let captions = groups.map { "\($0.words.html)：\(Page.counts($1))<br>\n" as HTML }
    let rates = shownYears.map { year, totals in
      "<tr><th>\(year)</th>\(totals.disputes.map(Self.rate))</tr>\n" as HTML
    }
    let head = groups.map { "<th class=\"n\">\($0.0.words.html)</th>" as HTML }
    return PageSection(
      id: "disputes", words: words,
      body: """
        \(bars.figure("\(captions)"))\
        <h3>纠正率 <span class="en" lang="en">Share of decided cases that were corrected</span></h3>
        <p class="say">结果纠正 ÷（结果维持 + 结果纠正 + 其他结果），尚未审结不计。<span class="en" lang="en">Corrected, of upheld + corrected + other; pending cases are left out.</span></p>
        \(Page.table("<thead><tr><th>\(Words("年度", "Year").html)</th>\(head)</tr></thead>\n<tbody>\n\(rates)<tr><th>合计 <span class=\"en\" lang=\"en\">All</span></th>\(groups.map { Self.rate($1) })</tr>\n</tbody>"))
        """)
  }

  private static func rate(_ totals: ChartTotals) -> HTML {
    let decided = totals.sums.dropLast().printedSum
    guard decided > 0, let corrected = totals.sums[1] else { return "<td class=\"n\">–</td>" }
    return
      "<td class=\"n\">\(corrected.share(of: decided).percent)<br><small>\(corrected.grouped) / \(decided.grouped)</small></td>"
  }
}
