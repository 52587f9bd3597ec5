internal import PlainWords
internal import RecordReading
internal import ReportRecords

extension ReportPage {
  /// Identities that fail: how often, where, and what is printed there.
  func identities(_ facts: RunFacts) -> PageSection {
    let words = Words("勾稽关系不符", "Identities that fail")
    let total = checks.counts.values.map(\.errors).saturatingSum
    let warnings = checks.counts.values.map(\.warnings).saturatingSum
    let say: HTML = """
      <p class="say">n = \(checks.reports.grouped) 份报告：成立 \(checks.passed.grouped)，不符 \(total.grouped)，有空白或无法读取而不能判定 \(checks.unassessable.grouped)；提示 \(warnings.grouped)（空白按 0 计才不符，或正文与表格不一致）。
      <span class="en" lang="en">n = \(checks.reports.grouped) reports: \(checks.passed.grouped) identities hold, \(total.grouped) fail, \(checks.unassessable.grouped) have a blank or unreadable operand and cannot be assessed; \(warnings.grouped) warnings (fails only if blanks count as 0, or the text differs from the table).</span></p>

      """
    guard !checks.counts.isEmpty else {
      return PageSection(id: "identities", words: words, body: say)
    }
    return PageSection(
      id: "identities", words: words, body: "\(say)\(byRule)\(byScope)\(examples(facts))")
  }

  private var byRule: HTML {
    let rules = (CheckRule.allCases.map(\.rawValue) + ["?"]).map { id in
      (id: id, counts: checks.counts.filter { $0.key.id == id }.map(\.value))
    }.filter { !$0.counts.isEmpty }
    let largest = rules.map { $0.counts.map(\.errors).saturatingSum }.max() ?? 0
    let rows = rules.map { id, counts in
      let errors = counts.map(\.errors).saturatingSum
      let words = CheckRule(rawValue: id)?.text ?? Words("其他规则", "another rule")
      return """
        <tr><th class="wide"><b>\(id)</b> \(words.html)</th>\(Page.barCell(errors, of: largest))<td class="n">\(errors.grouped)</td><td class="n">\(counts.map(\.warnings).saturatingSum.grouped)</td></tr>

        """ as HTML
    }
    return """
      <figure>
      \(Page.table("<thead><tr><th>\(Words("规则", "Rule").html)</th><th colspan=\"2\">\(Words("不符", "Fails").html)</th><th class=\"n\">\(Words("提示", "Warnings").html)</th></tr></thead>\n<tbody>\n\(rows)</tbody>"))</figure>

      """
  }

  private var byScope: HTML {
    let scopes = sortedCounts.filter { !$0.key.scope.isEmpty }
    guard !scopes.isEmpty else { return "" }
    let largest = scopes.map(\.value.errors).max() ?? 0
    let rows = scopes.map { key, count in
      """
      <tr><th class="wide"><b>\(key.id)</b> \(Self.words(key).html)</th>\(Page.barCell(count.errors, of: largest))<td class="n">\(count.errors.grouped)</td><td class="n">\(count.warnings.grouped)</td></tr>

      """ as HTML
    }
    return """
      <h3>按行与列 <span class="en" lang="en">By row and column</span></h3>
      <figure>
      \(Page.table("<thead><tr><th>\(Words("行或列", "Row or column").html)</th><th colspan=\"2\">\(Words("不符", "Fails").html)</th><th class=\"n\">\(Words("提示", "Warnings").html)</th></tr></thead>\n<tbody>\n\(rows)</tbody>"))</figure>

      """
  }

  private func examples(_ facts: RunFacts) -> HTML {
    let parts = sortedCounts.map { key, count in
      let rest = count.errors + count.warnings - count.examples.count
      let more: HTML =
        rest > 0
        ? "<tr><td colspan=\"5\" class=\"say\">另有 \(rest.grouped) 处 <span class=\"en\" lang=\"en\">and \(rest.grouped) more</span></td></tr>\n"
        : ""
      return """
        <tbody>
        <tr><th colspan="5"><b>\(key.id)</b> \(Self.words(key).html)</th></tr>
        \(count.examples.map { Self.row($0, facts) })\(more)</tbody>

        """ as HTML
    }
    let head = Page.head([
      Words("机关、年度", "Agency, year"), Words("文件", "File"), Words("位置", "Where"),
      Words("所印", "As printed"),
      Words("应为 / 实为（差）", "Expected / actual (difference)"),
    ])
    return """
      <h3>逐处列出 <span class="en" lang="en">Where to look</span></h3>
      \(Page.table("\(head)\(parts)", style: "cards"))
      """
  }

  private static func row(_ example: CheckTally.Example, _ facts: RunFacts) -> HTML {
    let failure = example.failure
    let note: HTML =
      failure.blanksAsZero ? "<br> 空白按 0 计 <span class=\"en\" lang=\"en\">blanks as 0</span>" : ""
    let quote: HTML = example.quote.map { "<br> <q>\($0)</q>" } ?? ""
    let delta = failure.delta.map { " (\($0.digits > 0 ? "+" : "")\($0))" } ?? ""
    return """
      <tr><td class="name">\(Page.name(example.agency ?? "–"))<br> \(example.year.map(String.init) ?? "–")</td>\
      <td class="file">\(Link.html(example.file, example.location, facts))</td>\
      <td class="mono" data-l="位置">\(example.location ?? "–")</td><td class="proof" data-l="所印"><bdi class="clip">\(example.printed)</bdi>\(quote)</td>\
      <td data-l="应为 / 实为">\(failure.expected?.description ?? "–") / \(failure.actual?.description ?? "–")\(delta)\(note)</td></tr>

      """
  }

  private static func words(_ key: CheckTally.Key) -> Words {
    let rule = CheckRule(rawValue: key.id)
    return rule?.words(ofScope: key.scope) ?? rule?.text ?? Words("其他规则", "another rule")
  }

  /// In the order of rules and of the form.
  private var sortedCounts: [(key: CheckTally.Key, value: CheckTally.Count)] {
    let order = CheckRule.allCases.map(\.rawValue)
    func place(_ key: CheckTally.Key) -> (Int, Int, String) {
      (
        order.firstIndex(of: key.id) ?? order.count,
        CheckRule(rawValue: key.id)?.scopes.firstIndex(of: key.scope) ?? -1, key.scope
      )
    }
    return checks.counts.sorted { place($0.key) < place($1.key) }
  }
}
