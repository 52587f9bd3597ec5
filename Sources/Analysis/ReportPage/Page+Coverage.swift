internal import PlainWords

extension ReportPage {
  /// Agencies that are listed; a page with more of them is slow to open.
  private static let mostAgencies = 5_000

  /// Who reported when, with the requests of each year: agencies with the most gaps first.
  func coverage() -> PageSection {
    let words = Words("覆盖情况：机关与年度", "Coverage: agencies and years")
    let years = coveredYears
    let rows = agencies.rows(years)
    guard !rows.isEmpty else {
      return PageSection(id: "coverage", words: words, body: Page.nothing)
    }
    let shown = rows.prefix(Self.mostAgencies)
    return PageSection(
      id: "coverage", words: words,
      body: """
        \(distribution(rows, years))\(silent())\(finder(rows, years))\
        \(Page.table("\(head(years))<tbody>\n\(shown.map(Self.row))</tbody>\n\(Self.foot(Array(shown), years))", style: "grid"))\
        \(rest(rows.count - shown.count))
        """)
  }

  /// The latest first.
  private var coveredYears: [Int] { Array(totals.keys.sorted(by: >).prefix(10)) }

  private func distribution(_ rows: [AgencyYears.Row], _ years: [Int]) -> HTML {
    var gaps: [Int: Int] = [:]
    for row in rows { gaps[row.gaps, default: 0] += 1 }
    let sorted = gaps.sorted { $0.key > $1.key }
    let chinese = sorted.map { "缺 \($0.key) 年 \($0.value.grouped) 个" }.joined(separator: "，")
    let english = sorted.map { "\($0.value.grouped) with \($0.key)" }.joined(separator: ", ")
    let earlier = totals.count - years.count
    let cut: HTML =
      earlier > 0
      ? "仅列最近 \(years.count) 年，更早 \(earlier) 年未列。<span class=\"en\" lang=\"en\">The latest \(years.count) years; \(earlier) earlier ones are not shown.</span>"
      : ""
    return """
      <p class="say">共 \(rows.count.grouped) 个机关，自首份报告以来\(chinese)。<span class="en" lang="en">Agencies by years without a report since their first one: \(english).</span>\(cut)</p>
      <p class="say"><span class="done">●</span> 完整 <span class="en" lang="en">complete</span>　<span class="done">◐</span> 不完整 <span class="en" lang="en">partial</span>　\
      <span class="warn">▲</span> 勾稽不符 <span class="en" lang="en">failing identity</span>　<span class="gap">–</span> 无报告 <span class="en" lang="en">no report</span>　\
      ×2：两份报告 <span class="en" lang="en">two reports</span>　数字：\(Chart.newRequests.words.html)，□：空白或无法读取 <span class="en" lang="en">blank or unreadable</span></p>

      """
  }

  /// The agencies of the map that have not reported on the newest year; nothing without a map.
  private func silent() -> HTML {
    guard let awaited else { return "" }
    let (count, most) = (awaited.agencies.count, 500)
    let words = Words(
      "名录中 \(awaited.expected.grouped) 个机关，\(count.grouped) 个还没有 \(awaited.year) 年的报告",
      "\(count.grouped) of the \(awaited.expected.grouped) agencies of the map have no report on \(awaited.year) yet"
    )
    guard count > 0 else { return "<p class=\"say\">\(words.html)</p>\n" }
    let names = awaited.agencies.prefix(most).map { "<li>\(Page.name($0))</li>\n" as HTML }
    let more: HTML =
      count > most ? "<li>… \(Words("另有", "more").html) \((count - most).grouped)</li>\n" : ""
    return """
      <details id="awaited"><summary>\(words.html)</summary>
      <ul class="files">
      \(names)\(more)</ul></details>

      """
  }

  /// What ``PageScript`` searches by; hidden where no script runs.
  private func finder(_ rows: [AgencyYears.Row], _ years: [Int]) -> HTML {
    let provinces = Set(rows.map(\.province)).subtracting([""]).sorted()
    let latest = years.first.map(String.init) ?? ""
    func option(_ value: String, _ words: Words) -> HTML {
      "<option value=\"\(value)\">\(words.plain)</option>"
    }
    let states: [HTML] = [
      option("", Words("全部", "all")),
      option("g", Words("\(latest) 年无报告", "no report on \(latest)")),
      option("p", Words("有不完整的报告", "a partial report")),
      option("f", Words("有勾稽不符", "a failing identity")),
    ]
    let all = option("", Words("全部", "all"))
    return """
      <div id="find" class="find" hidden>
      <label>\(Words("机关", "Agency").html)<input id="find-name" type="search" autocomplete="off"></label>
      <label>\(Words("省级", "Province").html)<select id="find-province">\(all)\(provinces.map { "<option>\($0)</option>" as HTML })</select></label>
      <label>\(Words("状况", "State").html)<select id="find-state">\(states)</select></label>
      <label class="check"><input id="find-all" type="checkbox"> \(Words("全部列出", "List all").html)</label>
      <output id="found"></output>
      </div>

      """
  }

  private func head(_ years: [Int]) -> HTML {
    let columns = years.map {
      "<th>\($0)<br><small>\((totals[$0]?.reports ?? 0).grouped)</small></th>" as HTML
    }
    return """
      <thead><tr><th>\(Words("机关", "Agency").html)</th><th>\(Words("省级", "Province").html)</th>\(columns)<th>\(Words("缺年", "Gaps").html)</th></tr></thead>

      """
  }

  private static func row(_ row: AgencyYears.Row) -> HTML {
    let slots = row.years.compactMap(\.self)
    let isSilent = row.years.first.map { $0 == nil } ?? false
    let states =
      (isSilent ? "g" : "") + (slots.contains(where: \.isPartial) ? "p" : "")
      + (slots.contains(where: \.hasFailedChecks) ? "f" : "")
    let cells = zip(row.years, row.isBefore).map { $1 ? "<td></td>" : cell($0) }
    return """
      <tr data-s="\(states)"><th class="name">\(Page.name(row.agency))</th><td class="place">\(row.province)</td>\(cells)<td data-n="\(row.gaps)">\(row.gaps)</td></tr>

      """
  }

  private static func cell(_ slot: AgencyYears.Slot?) -> HTML {
    guard let slot else { return "<td class=\"gap\">–</td>" }
    let mark = slot.hasFailedChecks ? "▲" : slot.isPartial ? "◐" : "●"
    let several: HTML = slot.reports > 1 ? "<small>×\(slot.reports)</small>" : ""
    let style = slot.hasFailedChecks ? "gap" : "done"
    guard let requests = slot.requests else {
      return "<td><span class=\"\(style)\">\(mark)</span>\(several) □</td>"
    }
    return
      "<td data-n=\"\(requests)\"><span class=\"\(style)\">\(mark)</span>\(several) \(requests.grouped)</td>"
  }

  /// Requests of the agencies that are listed, or found.
  private static func foot(_ rows: [AgencyYears.Row], _ years: [Int]) -> HTML {
    let sums = years.indices.map { index in
      rows.map { $0.years[index]?.requests }
    }.map { requests -> HTML in
      let numbers = requests.compactMap(\.self)
      return "<td>\(numbers.isEmpty ? "" : numbers.saturatingSum.grouped)</td>"
    }
    return """
      <tfoot><tr><th>\(Words("所列机关合计", "Sum of these agencies").html)</th><td></td>\(sums)<td></td></tr></tfoot>
      """
  }

  private func rest(_ count: Int) -> HTML {
    count > 0
      ? "<p class=\"say\">其余 \(count.grouped) 个机关缺口不多于上列最后一行，未逐一列出。<span class=\"en\" lang=\"en\">The other \(count.grouped) agencies have no more gaps than the last row, and are not listed.</span></p>\n"
      : ""
  }
}
