extension ReportPage {
  /// The latest of the years with most reports.
  var mainYear: Int? {
    totals.max { ($0.value[0].reports, $0.key) < ($1.value[0].reports, $1.key) }?.key
  }

  /// The years of the charts, latest last; more than fit are left out, and said so.
  var shownYears: [(year: Int, totals: [ChartTotals])] {
    totals.sorted { $0.key < $1.key }.suffix(15).map { ($0.key, $0.value) }
  }

  func flow() -> PageSection {
    let chart = Chart.flow
    guard let year = mainYear, let totals = totals[year]?[0], totals.reports > 0 else {
      return PageSection(id: "flow", words: chart.words, body: Page.nothing)
    }
    let colours = [6, 7, 0, 1, 2, 3, 4, 5, 6]
    let nodes = zip(zip(chart.categories, totals.sums), colours).map {
      FlowDiagram.Node(words: $0.0.words, value: $0.1, colour: $1)
    }
    let diagram = FlowDiagram(
      title: "\(year) 年申请的流向 Flow of requests in \(year)", sources: Array(nodes.prefix(2)),
      outcomes: Array(nodes.dropFirst(2)))
    let requests = totals.sums.prefix(2).saturatingSum
    let outcomes = totals.sums.dropFirst(2).saturatingSum
    let difference: HTML =
      requests == outcomes
      ? ""
      : "；结果与结转合计 \(outcomes.grouped)，相差 \((outcomes - requests).signed)<span class=\"en\" lang=\"en\">; results and carried over are \(outcomes.grouped), a difference of \((outcomes - requests).signed)</span>"
    let years = shownYears.map { year, totals in
      NumberTable.Row(
        label: String(year), values: totals[0].sums + [totals[0].reports, totals[0].blanks])
    }
    return PageSection(
      id: "flow", words: chart.words,
      body: """
        <h3>\(year) 年 <span class="en" lang="en">The year with most reports</span></h3>
        <figure>
        \(diagram.html)<figcaption>\(Page.counts(totals))\(difference)</figcaption>
        </figure>
        <h3>各年度 <span class="en" lang="en">By year</span></h3>
        \(NumberTable(head: [Words("年度", "Year")] + chart.categories.map(\.words) + [Words("n", "reports"), Words("未计", "left out")], rows: years).html)\
        <p class="say">\(Page.counts(all(0)))</p>

        """)
  }

  func results() -> PageSection {
    let rows = shownYears.map { year, totals in
      StackedBars.Row(label: String(year), totals: totals[0], values: totals[0].sums[Chart.results])
    }
    return byYear(
      "results", Words("办理结果构成（%）", "Results, in percent"), Chart.flow.categories[Chart.results],
      rows,
      all(0))
  }

  func applicants() -> PageSection {
    let rows = shownYears.map { year, totals in
      StackedBars.Row(label: String(year), totals: totals[2], values: totals[2].sums[...])
    }
    return byYear(
      "applicants", Words("申请人构成（%）", "Applicants of new requests, in percent"),
      Chart.applicants.categories[...], rows, all(2))
  }

  private func byYear(
    _ id: String, _ words: Words, _ categories: ArraySlice<Chart.Category>,
    _ rows: [StackedBars.Row],
    _ all: ChartTotals
  ) -> PageSection {
    guard all.reports > 0 else { return PageSection(id: id, words: words, body: Page.nothing) }
    return PageSection(
      id: id, words: words,
      body: """
        <figure>
        \(StackedBars(categories: categories, rows: rows).html)<figcaption>\(Page.counts(all))</figcaption>
        </figure>

        """)
  }

  func refusals() -> PageSection {
    let chart = Chart.refusals
    let all = all(1)
    guard all.reports > 0 else {
      return PageSection(id: "refusals", words: chart.words, body: Page.nothing)
    }
    let largest = all.sums.max() ?? 0
    let years = shownYears
    let rows = chart.categories.enumerated().map { index, category in
      let numbers = years.map { "<td class=\"n\">\($0.totals[1].sums[index].grouped)</td>" as HTML }
      return """
        <tr><th>\(category.words.html)</th>\(Page.barCell(all.sums[index], of: largest))<td class="n"><b>\(all.sums[index].grouped)</b><br><small>\(all.sums[index].share(of: all.total).percent)</small></td>\(numbers)</tr>

        """ as HTML
    }
    let head = years.map { "<th class=\"n\">\($0.year)</th>" as HTML }
    return PageSection(
      id: "refusals", words: chart.words,
      body: """
        <figure>
        \(Page.table("<thead><tr><th>\(Words("理由", "Reason").html)</th><th colspan=\"2\">\(Words("所有年度", "All years").html)</th>\(head)</tr></thead>\n<tbody>\n\(rows)</tbody>"))\
        <figcaption>\(Page.counts(all))</figcaption>
        </figure>

        """)
  }

  /// Reviews and lawsuits: outcomes of all years, and how many decided cases were corrected, by year.
  func disputes() -> PageSection {
    let words = Words("行政复议与行政诉讼", "Reviews and lawsuits")
    let groups = Chart.disputes.enumerated().map { (chart: $1, all: all(3 + $0), index: 3 + $0) }
    guard groups.contains(where: { $0.all.reports > 0 }) else {
      return PageSection(id: "disputes", words: words, body: Page.nothing)
    }
    let rows = groups.map {
      StackedBars.Row(label: $0.chart.words.chinese, totals: $0.all, values: $0.all.sums[...])
    }
    let rates = shownYears.map { year, totals in
      "<tr><th>\(year)</th>\(groups.map { Self.rate(totals[$0.index]) })</tr>\n" as HTML
    }
    let head = groups.map { "<th class=\"n\">\($0.chart.words.html)</th>" as HTML }
    return PageSection(
      id: "disputes", words: words,
      body: """
        <figure>
        \(StackedBars(categories: Chart.disputes[0].categories[...], rows: rows, rowWords: Words("类别", "Kind")).html)\
        <figcaption>\(groups.map { "\($0.chart.words.html): \(Page.counts($0.all))<br>\n" as HTML })</figcaption>
        </figure>
        <h3>纠正率 <span class="en" lang="en">Share of decided cases that were corrected</span></h3>
        <p class="say">结果纠正 ÷（结果维持 + 结果纠正 + 其他结果），尚未审结不计。<span class="en" lang="en">Corrected, of upheld + corrected + other; pending cases are left out.</span></p>
        \(Page.table("<thead><tr><th>\(Words("年度", "Year").html)</th>\(head)</tr></thead>\n<tbody>\n\(rates)<tr><th>合计 <span class=\"en\" lang=\"en\">All</span></th>\(groups.map { Self.rate($0.all) })</tr>\n</tbody>"))
        """)
  }

  private static func rate(_ totals: ChartTotals) -> HTML {
    let decided = totals.sums.dropLast().saturatingSum
    guard decided > 0 else { return "<td class=\"n\">–</td>" }
    let corrected = totals.sums[1]
    return
      "<td class=\"n\">\(corrected.share(of: decided).percent)<br><small>\(corrected.grouped) / \(decided.grouped)</small></td>"
  }
}
