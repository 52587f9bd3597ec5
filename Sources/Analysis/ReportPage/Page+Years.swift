internal import Comparison
internal import NationalForm
internal import PlainWords
internal import ReportRecords

extension ReportPage {
  /// Identities between the reports of two years in a row: how many can be assessed, and where they break.
  func carryOver(_ pairs: YearPairs, _ facts: RunFacts) -> PageSection {
    let outcomes = CarryOver.Rule.allCases.compactMap { rule in
      pairs.outcomes[rule].map { (rule: rule, counts: $0) }
    }
    let largest = outcomes.map { $0.counts[.fails] ?? 0 }.max() ?? 0
    let rows = outcomes.map { rule, counts in
      """
      <tr><th class="wide"><b>\(rule.rawValue)</b> \(rule.words.html)</th>\(Page.barCell(counts[.fails] ?? 0, of: largest))<td class="n">\((counts[.fails] ?? 0).grouped)</td>\
      <td class="n">\((counts[.holds] ?? 0).grouped)</td><td class="n">\((counts[.notAssessable] ?? 0).grouped)</td></tr>

      """ as HTML
    }
    let head: HTML = """
      <thead><tr><th>\(Words("规则", "Rule").html)</th><th colspan="2">\(Words("不符", "Breaks").html)</th>\
      <th class="n">\(Words("成立", "Holds").html)</th><th class="n">\(Words("不能判定", "Not assessable").html)</th></tr></thead>

      """
    return PageSection(
      id: "carry-over", words: Words("跨年衔接", "What is carried from year to year"),
      body: """
        <p class="say">n = \(pairs.pairs.grouped) 对：同一机关相邻两年各有一份报告。其中能判定 \((pairs.holding + pairs.failing).grouped) 对（全部成立 \(pairs.holding.grouped)，有不符 \(pairs.failing.grouped)），因空白或无法读取不能判定 \(pairs.unassessable.grouped) 对。\(leftOut.chinese)
        <span class="en" lang="en">n = \(pairs.pairs.grouped) pairs: two years in a row for which an agency has one report each. \((pairs.holding + pairs.failing).grouped) can be assessed (\(pairs.holding.grouped) hold, \(pairs.failing.grouped) break), \(pairs.unassessable.grouped) cannot, for blank or unreadable cells. \(leftOut.english)</span></p>
        \(rows.isEmpty ? Page.nothing : Page.table("\(head)<tbody>\n\(rows)</tbody>"))\(breaks(pairs, facts))
        """)
  }

  /// Pairs of years that nothing is said of.
  private var leftOut: Words {
    let count = agencies.pairsLeftOut
    return count == 0
      ? Words("", "")
      : Words(
        "另有 \(count.grouped) 对因某年有多份数字不同的报告（或同名机关）而未比较。",
        "Left out: \(count.grouped) pairs with several different reports on a year (or agencies of one name)."
      )
  }

  private func breaks(_ pairs: YearPairs, _ facts: RunFacts) -> HTML {
    let parts = CarryOver.Rule.allCases.compactMap { rule -> HTML? in
      guard let breaks = pairs.breaks[rule], !breaks.isEmpty else { return nil }
      let rest = (pairs.breakCounts[rule] ?? 0) - breaks.count
      let more: HTML =
        rest > 0
        ? "<tr><td colspan=\"4\" class=\"say\">另有 \(rest.grouped) 对，差额不大于上列最后一行 <span class=\"en\" lang=\"en\">and \(rest.grouped) more pairs, with no larger differences than the last row</span></td></tr>\n"
        : ""
      return """
        <tbody>
        <tr><th colspan="4"><b>\(rule.rawValue)</b> \(rule.words.html)</th></tr>
        \(breaks.map { row($0, facts) })\(more)</tbody>

        """
    }
    guard !parts.isEmpty else { return "" }
    let head = Page.head([
      Words("机关", "Agency"), Words("上年报告", "Report before"), Words("本年报告", "Report after"),
      Words("所印：应为 ≠ 实为（差）", "As printed: expected ≠ actual (difference)"),
    ])
    return """
      <h3>逐对列出 <span class="en" lang="en">Where to look</span></h3>
      \(Page.table("\(head)\(parts)", style: "cards"))
      """
  }

  private func row(_ pair: YearPairs.Break, _ facts: RunFacts) -> HTML {
    let proofs = pair.identities.map { identity in
      let delta = identity.delta.map { " (\($0.digits > 0 ? "+" : "")\($0))" } ?? ""
      return
        "<bdi class=\"clip\"><small>\(identity.scopeWords.html)</small> \(printed(identity, pair))\(delta)</bdi>"
        as HTML
    }
    func place(_ isNewer: Bool) -> String? {
      let first = pair.identities.first
      let operand = isNewer ? first?.actual : first?.expected.first { !$0.place.isNewer }
      return operand.flatMap { proof($0, pair).location }
    }
    func file(_ report: ComparedReport, _ year: Int, isNewer: Bool) -> HTML {
      let location = place(isNewer)
      return
        "<td class=\"file\">\(year) \(Link.html(report.file, location, facts)) <small class=\"mono\">\(location ?? "")</small></td>"
    }
    return """
      <tr><td class="name">\(Page.name(pair.agency))</td>\
      \(file(pair.older, pair.year - 1, isNewer: false))\(file(pair.newer, pair.year, isNewer: true))\
      <td class="proof" data-l="所印">\(proofs)</td></tr>

      """
  }

  /// `11 + 2 − 1 ≠ 13`: the printed strings, those of the later report behind those of the earlier one.
  private func printed(_ identity: CarryOver, _ pair: YearPairs.Break) -> String {
    func text(_ operand: CarryOver.Operand) -> String {
      proof(operand, pair).raw ?? operand.reading.value?.description ?? "□"
    }
    let sum = identity.expected.enumerated().map { index, operand in
      (index == 0 ? "" : operand.place.isSubtracted ? " − " : " + ") + text(operand)
    }
    return "\(sum.joined()) ≠ \(text(identity.actual))"
  }

  private func proof(_ operand: CarryOver.Operand, _ pair: YearPairs.Break) -> Print {
    (operand.place.isNewer ? pair.newer : pair.older).proof(operand.place.cell, prints)
  }

  /// How much of a year's prose is that of the year before, word for word.
  func copied(_ pairs: YearPairs, _ facts: RunFacts) -> PageSection {
    let compared = pairs.copied.saturatingSum
    let largest = pairs.copied.max() ?? 0
    let rows = pairs.copied.enumerated().reversed().map { tenth, count in
      let range = tenth == 10 ? "100 %" : "\(tenth * 10)–\(tenth * 10 + 9) %"
      return """
        <tr><th class="n">\(range)</th>\(Page.barCell(count, of: largest))<td class="n">\(count.grouped)</td><td class="n">\(count.share(of: compared).percent)</td></tr>

        """ as HTML
    }
    let head: HTML = """
      <thead><tr><th class="n">\(Words("照搬比例", "Share copied").html)</th><th colspan="2">\(Words("对", "Pairs").html)</th><th class="n">\(Words("占比", "Of all").html)</th></tr></thead>

      """
    return PageSection(
      id: "copied", words: Words("正文照搬上年", "Prose taken over from the year before"),
      body: """
        <p class="say">本年正文中，整句与上年报告相同的字数占多少；数字不同不算不同，不足 \(TextSimilarity.runLength) 字的句子不计。n = \(compared.grouped) 对：同一机关相邻两年各有一份报告且本年有正文；无正文 \(pairs.withoutProse.grouped) 对。\(leftOut.chinese)
        <span class="en" lang="en">How many characters of a year's prose stand in sentences that the report before has word for word; other numbers are no difference, and sentences of less than \(TextSimilarity.runLength) characters don't count. n = \(compared.grouped) pairs: two years in a row for which an agency has one report each, the later one with prose; without prose: \(pairs.withoutProse.grouped). \(leftOut.english)</span></p>
        \(compared == 0 ? Page.nothing : "<figure>\n\(Page.table("\(head)<tbody>\n\(rows)</tbody>"))</figure>\n\(mostCopied(pairs, facts))" as HTML)
        """)
  }

  private func mostCopied(_ pairs: YearPairs, _ facts: RunFacts) -> HTML {
    guard !pairs.copies.isEmpty else { return "" }
    let rows = pairs.copies.map { copy in
      let share = copy.similarity.shared.share(of: copy.similarity.characters)
      return """
        <tr><td class="name">\(Page.name(copy.agency))</td><td class="n" data-l="照搬"><b>\(share.percent)</b><br> <small>\(copy.similarity.shared.grouped) / \(copy.similarity.characters.grouped)</small></td>\
        <td class="file">\(copy.year - 1) \(Link.html(copy.older, nil, facts))</td><td class="file">\(copy.year) \(Link.html(copy.newer, nil, facts))</td></tr>

        """ as HTML
    }
    let head: HTML = """
      <thead><tr><th>\(Words("机关", "Agency").html)</th><th class="n">\(Words("照搬字数", "Copied characters").html)</th>\
      <th>\(Words("上年报告", "Report before").html)</th><th>\(Words("本年报告", "Report after").html)</th></tr></thead>

      """
    return """
      <h3>照搬最多的 \(pairs.copies.count) 对 <span class="en" lang="en">The most copied</span> <small>≥ \(YearPairs.leastNamed) 字 <span class="en" lang="en">characters</span></small></h3>
      \(Page.table("\(head)<tbody>\n\(rows)</tbody>", style: "cards"))
      """
  }
}

extension CarryOver.Rule {
  fileprivate var words: Words {
    switch self {
    case .x1:
      Words("上年结转 = 上年报告的结转下年度，各列", "carried in = carried over by the report before, by column")
    case .x2:
      Words("现行有效 = 上年现行有效 + 制发 − 废止", "in force = in force a year before + issued − repealed")
    case .x3:
      Words(
        "上一年项目数量 = 上年报告的该数 + 增/减",
        "items of the year before = the earlier report's number + its change")
    }
  }
}

extension CarryOver {
  /// What the identity is about: a kind of applicant, or a row of the first table.
  fileprivate var scopeWords: Words {
    guard let (row, column) = NationalForm.cell(actual.place.cell) else {
      return Words(scope, scope)
    }
    return rule == .x1
      ? Words(label: column.path.last, definition: column.definition)
      : Words(label: row.path.last, definition: row.definition)
  }
}
