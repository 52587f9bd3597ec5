internal import PlainWords

extension ReportPage {
  /// The whole file: UTF-8, nothing outside it is needed.
  package func html(_ facts: RunFacts) -> [UInt8] {
    let pairs = agencies.yearPairs
    let sections = [
      coverage(), flow(), results(), refusals(), applicants(), disputes(), identities(facts),
      carryOver(pairs, facts), changes(), copied(pairs, facts), failures(facts), issues(),
      slowest(facts),
    ].compactMap(\.self)
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="zh-Hans">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '\(PageScript.hash)'; base-uri 'none'; form-action 'none'">
      <title>政府信息公开工作年度报告：数据概览</title>
      \(PageStyle.element)
      </head>
      <body>
      <header>
      <h1>政府信息公开工作年度报告：数据概览<span class="en" lang="en">Annual reports on government information disclosure: what they say</span></h1>
      \(introduction(facts))
      </header>
      <main>
      \(tiles())
      <nav aria-label="目录 Contents"><ol>
      \(sections.map { "<li><a href=\"#\($0.id)\">\($0.words.html)</a></li>\n" as HTML })</ol></nav>
      \(sections.map(\.html))</main>
      <footer>\(Self.legend)</footer>
      \(PageScript.element)
      </body>
      </html>

      """
    return Array(page.text.utf8)
  }

  private func introduction(_ facts: RunFacts) -> HTML {
    var lines: [HTML] = []
    if let id = facts.id {
      let date = facts.startedAt.map { "，\($0)" } ?? ""
      lines.append(
        "<p>运行 <span class=\"en\" lang=\"en\">Run</span> <code>\(id)</code>\(date)</p>\n")
    }
    lines.append(
      """
      <p>图表统计 <b>\(counted.grouped)</b> 份报告。每个数字都是报告所印数字之和：空白或无法读取的单元格不计，也不推算。
      <span class="en" lang="en">Charts count \(counted.grouped) reports. Every number is a sum of printed numbers; a cell that is blank or cannot be read is left out, never estimated.</span></p>

      """)
    let leftOut: [(Int, String, String)] = [
      (
        sameBytes, "份文件与另一份报告字节相同，只计一次",
        "files have the bytes of another report and count once"
      ),
      (
        sameNumbers, "份报告与另一份机关、年度和数字全同（如同一报告的另一格式），只计一次",
        "reports repeat agency, year and all numbers of another one (another format of it) and count once"
      ),
      (
        otherNumbers, "份报告与另一份机关、年度相同而数字不同（如更正后重新公布），只计一份：先取完整的，再取不能判定和不符最少的，再取日期最晚的",
        "reports have agency and year of another one and other numbers (it was corrected); one counts: a complete one first, then that with the fewest identities that cannot be assessed or fail, then the latest"
      ),
      (
        undated.reports, "份报告没有可识别的年度，计入合计，不入各年度",
        "reports have no readable year: they are in the sums and in no year"
      ),
      (
        nameless, "份报告没有可识别的机关，计入合计，不列入机关",
        "reports have no readable agency: they are in the sums and under no agency"
      ),
      (
        agencies.repeated, "个机关年度有多份数字不同的报告，因可能是同名机关，各计一份",
        "times a name that several bodies may have comes with different numbers for a year; each of them counts"
      ),
      (facts.badLines, "行不是记录，未计", "lines are no records and are left out"),
    ]
    let items = leftOut.filter { $0.0 > 0 }.map { count, chinese, english in
      "<li>\(count.grouped) \(chinese)<span class=\"en\" lang=\"en\"> \(english)</span></li>\n"
        as HTML
    }
    if !items.isEmpty { lines.append("<ul class=\"notes\">\n\(items)</ul>\n") }
    return "\(lines)"
  }

  private static let legend: HTML = """
    <p>n：有数字的报告数。□：空白单元格。<span class="en" lang="en">n: reports with numbers. □: a blank cell.</span></p>
    """
}

/// A part of the page under a heading of its own.
struct PageSection {
  var id: String
  var words: Words
  var body: HTML

  var html: HTML {
    """
    <section id="\(id)">
    <h2>\(words.html)</h2>
    \(body)</section>

    """
  }
}
