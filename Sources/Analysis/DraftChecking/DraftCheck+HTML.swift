internal import Diagnostics
internal import Foundation
internal import NationalForm
package import PlainWords
internal import ReportRecords

/// Checks as one file for a browser, which needs nothing else.
package struct DraftHTML {
  private let language: Language
  private var sections: [HTML] = []
  private var entries: [HTML] = []

  package init(in language: Language) { self.language = language }

  /// - Parameter pages: Pictures of the pages that ``DraftCheck/pages`` names, as far as there are any.
  package mutating func add(_ check: DraftCheck, pages: [DraftPage]) {
    let id = "r\(sections.count + 1)"
    let section = DraftSection(check: check, id: id, language: language)
    entries.append(
      "<li><a href=\"#\(id)\">\(check.path)</a> \(language.text(check.verdict))</li>\n")
    sections.append(section.html(pages))
  }

  /// The whole file, UTF-8.
  package func bytes() -> [UInt8] {
    let title = language.text(
      Words(
        "政府信息公开工作年度报告：公布前检查", "Annual reports on information disclosure: check before publication"))
    let list: HTML = entries.count > 1 ? "<nav><ol>\n\(entries)</ol></nav>\n" : ""
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(language == .chinese ? "zh-Hans" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <title>\(title)</title>
      \(DraftStyle.element)
      </head>
      <body>
      <h1>\(title)</h1>
      \(list)\(sections)</body>
      </html>

      """
    return Array(page.text.utf8)
  }
}

/// One report.
private struct DraftSection {
  let check: DraftCheck
  let id: String
  let language: Language

  func say(_ words: Words) -> String { language.text(words) }

  func html(_ pages: [DraftPage]) -> HTML {
    let year = check.reportYear.map { say(Words("\($0) 年度", "\($0)")) }
    let heading = [check.agencyName, year].compactMap(\.self).joined(separator: " ")
    let facts = check.facts.map { fact in
      "<tr><th>\(say(fact.name))</th><td>\(say(fact.value))</td></tr>\n" as HTML
    }
    let picture =
      pages.isEmpty
      ? DraftGrid(check: check, id: id, language: language).html() : "\(pages.map(page))"
    let lacking = check.pagesWithCells - pages.count
    let rest: HTML =
      pages.isEmpty || lacking <= 0
      ? ""
      : "<p>\(say(Words("另有 \(lacking) 页没有附图，格的位置见上面各条", "\(lacking) more pages have no picture here: see the places above")))</p>\n"
    return """
      <section id="\(id)">
      <h2>\(heading.isEmpty ? check.path : heading)</h2>
      <p class="file">\(check.path)</p>
      <p class="verdict">\(say(check.verdict))</p>
      <table class="facts">\(facts)</table>
      \(groups())\(picture)\(rest)</section>

      """
  }

  private func groups() -> HTML {
    let numbered = Array(zip(1..., check.findings))
    let groups = DraftFinding.Severity.allCases.map { severity -> HTML in
      let own = numbered.filter { $0.1.severity == severity }
      guard let first = own.first?.0 else { return "" }
      return """
        <h3 class="\(severity.rawValue)">\(say(severity.words))</h3>
        <ol start="\(first)">
        \(own.map { item($0.0, $0.1) })</ol>

        """
    }
    return "\(groups)"
  }

  private func item(_ number: Int, _ finding: DraftFinding) -> HTML {
    let details = finding.details.map { "<li>\(say($0))</li>\n" as HTML }
    let list: HTML = details.isEmpty ? "" : "<ul>\n\(details)</ul>\n"
    return """
      <li id="\(id)f\(number)"><p>\(say(finding.words))</p>
      \(list)\(cells(finding))</li>

      """
  }

  /// The cells with what is printed in them and where, and what would make identities hold.
  private func cells(_ finding: DraftFinding) -> HTML {
    guard !finding.cells.isEmpty else { return "" }
    let rows = finding.cells.map { cell -> HTML in
      let suggested = finding.suggestions.first { $0.cell == cell.reading.id }
      let place = cell.reading.location.map { say($0.words) } ?? ""
      let change: HTML = suggested.map { "<b>\($0.value)</b>" } ?? ""
      return """
        <tr><td>\(say(cell.name))</td><td class="n">\(cell.reading.raw ?? "")</td><td class="n">\(change)</td><td>\(place)</td></tr>

        """
    }
    let heads = [
      Words("单元格", "cell"), Words("印的", "printed"), Words("可改为", "would hold with"),
      Words("位置", "place"),
    ].map { "<th>\(say($0))</th>" as HTML }
    let summary = say(Words("涉及 \(finding.cells.count) 格", "\(finding.cells.count) cells"))
    return """
      <details><summary>\(summary)</summary><table><thead><tr>\(heads)</tr></thead>
      <tbody>\(rows)</tbody></table></details>

      """
  }

  private func page(_ page: DraftPage) -> HTML {
    let frames = DraftMark.marks(check).compactMap { mark -> HTML? in
      guard case .page(page.number, let box?)? = mark.cell.location, page.width > 0, page.height > 0
      else { return nil }
      let style =
        "left:\(percent(box.left, page.width));top:\(percent(box.top, page.height));"
        + "width:\(percent(box.right - box.left, page.width));height:\(percent(box.bottom - box.top, page.height))"
      return
        "<a class=\"frame \(mark.severity.rawValue)\" href=\"#\(id)f\(mark.number)\" style=\"\(style)\"><span>\(mark.number)</span></a>\n"
    }
    let name = say(Words("第 \(page.number) 页", "page \(page.number)"))
    let data = Data(page.png).base64EncodedString()
    return """
      <figure><div class="page"><img alt="\(name)" src="data:image/png;base64,\(data)">
      \(frames)</div><figcaption>\(name)</figcaption></figure>

      """
  }

  /// At most a few decimals, and nothing far off the page.
  private func percent(_ part: Double, _ whole: Double) -> String {
    let share = part / whole * 100
    guard share.isFinite else { return "0%" }
    let hundredths = Int((min(max(share, -100), 200) * 100).rounded())
    return "\(Double(hundredths) / 100)%"
  }
}
