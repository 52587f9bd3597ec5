internal import Diagnostics
internal import PlainWords

extension ReportPage {
  /// The largest changes of key totals from one year to the next.
  func changes() -> PageSection {
    let words = Words("年度间变化最大的数字", "Largest changes from year to year")
    let parts = Chart.keyTotals.enumerated().map { index, total in
      let (largest, pairs) = agencies.changes(of: index, limit: 6)
      let rows = largest.map { change in
        """
        <tr><td class="name">\(Page.name(change.agency))</td><td class="n">\(change.year - 1) → \(change.year)</td>\
        <td class="n">\(change.from.grouped)</td><td class="n">\(change.to.grouped)</td><td class="n">\((change.to - change.from).signed)</td></tr>

        """ as HTML
      }
      return """
        <tbody>
        <tr><th colspan="5"><b>\(total.words.chinese)</b> <span class="en" lang="en">\(total.words.english)</span> \
        <small>n = \(pairs.grouped)</small></th></tr>
        \(rows)</tbody>

        """ as HTML
    }
    let head: HTML = """
      <thead><tr><th>\(Words("机关", "Agency").html)</th><th class="n">\(Words("年度", "Years").html)</th><th class="n">\(Words("由", "From").html)</th>\
      <th class="n">\(Words("至", "To").html)</th><th class="n">\(Words("变化", "Change").html)</th></tr></thead>

      """
    return PageSection(
      id: "changes", words: words,
      body: """
        <p class="say">每项列出变化最大的 6 处。n：同一机关相邻两年各有一份报告且两个数字都可读的对数；空白不比较。
        <span class="en" lang="en">The 6 largest of each. n: pairs of years in a row for which an agency has one report each and both numbers can be read; blanks are not compared.</span></p>
        \(Page.table("\(head)\(parts)"))
        """)
  }

  /// Documents by format, and failed ones by code.
  func failures(_ facts: RunFacts) -> PageSection {
    let formats = Format.allCases.filter { documents.byFormat[$0] != nil }
    let byFormat = formats.map { format in
      let counts = documents.byFormat[format] ?? [:]
      let values = ["ok", "partial", "failed"].map { counts[$0] ?? 0 }
      return NumberTable.Row(label: format.rawValue, values: [values.saturatingSum] + values)
    }
    let failures = documents.failures.map { (code: $0, counts: $1, total: $1.values.reduce(0, +)) }
      .sorted { ($1.total, $0.code?.rawValue ?? "~") < ($0.total, $1.code?.rawValue ?? "~") }
    let largest = failures.first?.total ?? 0
    let rows = failures.map { code, counts, total in
      let kinds = Format.allCases.compactMap { format in
        counts[format].map { "\(format.rawValue) \($0.grouped)" }
      }.joined(separator: ", ")
      let words = code?.words ?? Words("其他代码", "another code")
      return """
        <tr><th>\(words.html)<br><code>\(code?.rawValue ?? "?")</code></th>\(Page.barCell(total, of: largest))<td class="n">\(total.grouped)</td><td>\(kinds)</td></tr>

        """ as HTML
    }
    let codes: HTML =
      rows.isEmpty
      ? Page.nothing
      : Page.table(
        "<thead><tr><th>\(Words("原因", "Code").html)</th><th colspan=\"2\">\(Words("文件", "Documents").html)</th><th>\(Words("格式", "By format").html)</th></tr></thead>\n<tbody>\n\(rows)</tbody>"
      )
    return PageSection(
      id: "failures", words: Words("文件与失败", "Documents and failures"),
      body: """
        <p class="say">n = \(documents.documents.grouped) 个文件，字节相同的也各计一次。<span class="en" lang="en">documents; those with equal bytes count each.</span></p>
        <h3>按格式 <span class="en" lang="en">By format</span></h3>
        \(NumberTable(head: [Words("格式", "Format"), Words("文件", "Documents"), Words("完整", "ok"), Words("不完整", "partial"), Words("失败", "failed")], rows: byFormat).html)\
        <h3>失败原因 <span class="en" lang="en">Failures by code</span></h3>
        \(codes)\(failedFiles(facts))\(partialFiles(facts))
        """)
  }

  func issues() -> PageSection {
    let issues = documents.issues.sorted {
      ($1.value.documents, $0.key?.rawValue ?? "~") < ($0.value.documents, $1.key?.rawValue ?? "~")
    }
    let largest = issues.first?.value.documents ?? 0
    let rows = issues.map { code, counts in
      """
      <tr><th>\((code?.words ?? Words("其他代码", "another code")).html)<br><code>\(code?.rawValue ?? "?")</code></th><td>\(code?.severity.words.html ?? "–")</td>\
      \(Page.barCell(counts.documents, of: largest))<td class="n">\(counts.documents.grouped)</td><td class="n">\(counts.occurrences.grouped)</td></tr>

      """ as HTML
    }
    let table: HTML =
      rows.isEmpty
      ? Page.nothing
      : Page.table(
        "<thead><tr><th>\(Words("代码", "Code").html)</th><th>\(Words("程度", "Severity").html)</th><th colspan=\"2\">\(Words("文件", "Documents").html)</th><th class=\"n\">\(Words("次数", "Times").html)</th></tr></thead>\n<tbody>\n\(rows)</tbody>"
      )
    return PageSection(
      id: "issues", words: Words("转换中发现的问题", "Issues by code"),
      body: """
        <p class="say">n = \(documents.documents.grouped) 个文件 <span class="en" lang="en">documents</span></p>
        \(table)
        """)
  }

  /// Nil where the run's facts name none.
  func slowest(_ facts: RunFacts) -> PageSection? {
    guard !facts.slowest.isEmpty else { return nil }
    let rows = facts.slowest.prefix(20).map { path, seconds in
      "<tr><td class=\"n\">\(seconds.rounded(places: 2))\u{A0}s</td><td class=\"file\"><a href=\"\(Link.encoded(facts.originals ?? [], path))\"><bdi>\(path)</bdi></a></td></tr>\n"
        as HTML
    }
    return PageSection(
      id: "slowest", words: Words("转换最慢的文件", "Slowest documents"),
      body: Page.table(
        "<thead><tr><th class=\"n\">\(Words("用时", "Time").html)</th><th>\(Words("文件", "File").html)</th></tr></thead>\n<tbody>\n\(rows)</tbody>"
      ))
  }
}

extension Severity {
  fileprivate var words: Words {
    switch self {
    case .error: Words("错误", "error")
    case .warning: Words("警告", "warning")
    case .info: Words("说明", "info")
    }
  }
}
