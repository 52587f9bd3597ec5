internal import PlainWords

/// Bars of one length, one below the other, each divided by category.
struct StackedBars {
  struct Row {
    var label: String
    var totals: ChartTotals
  }

  var categories: [Chart.Category]
  var rows: [Row]
  /// Names the first column of the table with the same numbers.
  var rowWords = Words("年度", "Year")

  /// The bars with what is said of their numbers, and the numbers themselves.
  func figure(_ caption: HTML) -> HTML {
    let key = categories.enumerated().map { index, category in
      "<li><i class=\"c\(index)\"></i>\(category.words.html)</li>" as HTML
    }
    return """
      <figure>
      <ul class="key">\(key)</ul>
      <div class="bars">
      \(rows.map(bar))</div>
      <figcaption>\(caption)</figcaption>
      </figure>
      <details><summary>数据表 <span class="en" lang="en">The numbers as a table</span></summary>
      \(table)</details>

      """
  }

  private func bar(_ row: Row) -> HTML {
    let total = row.totals.total
    var start = 0.0
    var pieces: [HTML] = []
    var texts: [HTML] = []
    var words: [String] = []
    for (index, (category, value)) in zip(categories, row.totals.sums).enumerated() {
      guard let value, value > 0 else { continue }
      let share = value.share(of: total)
      let title = "\(category.words.plain): \(value.grouped), \(share.percent)"
      words.append(title)
      pieces.append(
        """
        <rect class="c\(index)" x="\(start.length)" width="\(share.length)" height="24"><title>\(title)</title></rect>
        """)
      if share >= 0.08 {
        let middle = (start + share / 2).length
        texts.append(
          "<text class=\"t t\(index)\" x=\"\(middle)\" y=\"12\">\((share * 100).rounded(places: 0))</text>"
        )
      }
      start += share
    }
    let none = row.totals.reports == 0 ? "无数字 no numbers" : "均为 0 all of them 0"
    if pieces.isEmpty { texts.append("<text class=\"sub\" y=\"16\">\(none)</text>") }
    let name = "\(row.label): \(words.isEmpty ? none : words.joined(separator: "; "))"
    return """
      <div>\(row.label) <small>n=\(row.totals.reports.grouped)</small></div>
      <svg role="img" width="100%" height="24"><title>\(name)</title>\(pieces)\(texts)</svg>

      """
  }

  private var table: HTML {
    NumberTable(
      head: [rowWords] + categories.map(\.words) + [
        Words("合计", "Sum"), Words("n", "reports"), Words("未计", "left out"),
      ],
      rows: rows.map { row in
        let sum = row.totals.reports > 0 ? row.totals.total : nil
        return NumberTable.Row(
          label: row.label, values: row.totals.sums + [sum, row.totals.reports, row.totals.blanks])
      }
    ).html
  }
}

/// A table of numbers, with one label a row.
struct NumberTable {
  struct Row {
    var label: String
    /// Nil shows as a dash.
    var values: [Int?]
  }

  var head: [Words]
  var rows: [Row]

  var html: HTML {
    let head = head.enumerated().map { index, words in
      (index == 0 ? "<th>\(words.html)</th>" : "<th class=\"n\">\(words.html)</th>") as HTML
    }
    let body = rows.map { row in
      "<tr><th>\(row.label)</th>\(row.values.map { "<td class=\"n\">\($0.grouped)</td>" as HTML })</tr>\n"
        as HTML
    }
    return Page.table("<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)</tbody>")
  }
}

/// Pieces that several parts of the page are made of.
enum Page {
  /// A table that scrolls by itself where the screen is narrow.
  static func table(_ content: HTML, style: String = "") -> HTML {
    """
    <div class="scroll" role="region" aria-label="表格 table" tabindex="0"><table class="\(style)">
    \(content)
    </table></div>

    """
  }

  static func head(_ words: [Words]) -> HTML {
    "<thead><tr>\(words.map { "<th>\($0.html)</th>" as HTML })</tr></thead>\n"
  }

  /// A bar in a cell of a table; the number stands beside it.
  static func barCell(_ value: Int, of largest: Int) -> HTML {
    """
    <td class="bar"><svg aria-hidden="true" width="100%" height="12"><rect width="\(value.share(of: largest).length)" height="12" rx="2"/></svg></td>
    """
  }

  /// What every chart says of its numbers.
  static func counts(_ totals: ChartTotals) -> HTML {
    var chinese = "n = \(totals.reports.grouped) 份报告；未计空白或无法读取的单元格 \(totals.blanks.grouped) 个"
    var english =
      "Reports: \(totals.reports.grouped); blank or unreadable cells left out: \(totals.blanks.grouped)"
    if totals.without > 0 {
      chinese += "；另有 \(totals.without.grouped) 份报告没有这些数字"
      english += "; reports with none of these numbers: \(totals.without.grouped)"
    }
    return "\(Words(chinese + "。", english + ".").html)"
  }

  /// A name out of a document: whatever it holds, its direction of writing ends with it.
  static func name(_ name: String) -> HTML { "<bdi title=\"\(name)\">\(name)</bdi>" }

  static let nothing: HTML = "<p class=\"say\">无 <span class=\"en\" lang=\"en\">None</span></p>\n"
}
