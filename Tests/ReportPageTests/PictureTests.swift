import PlainWords
import Testing

@testable import ReportPage

@Test func aBarIsDividedByShareAndSaysItsNumbers() {
  let chart = Chart(
    words: Words("甲", "a"),
    categories: [
      .init(words: Words("维持", "upheld"), cells: [0]),
      .init(words: Words("纠正", "corrected"), cells: [1]),
      .init(words: Words("其他", "other"), cells: [2]),
    ])
  var totals = ChartTotals(chart)
  totals.add([1250, 50, nil], chart, isPrinted: [true, true, true])
  var zero = ChartTotals(chart)
  zero.add([0, nil, nil], chart, isPrinted: [true, true, true])
  let bars = StackedBars(
    categories: chart.categories,
    rows: [.init(label: "2023", totals: totals), .init(label: "2024", totals: zero)])
  #expect(
    bars.figure("n").text == """
      <figure>
      <ul class="key"><li><i class="c0"></i>维持 <span class="en" lang="en">upheld</span></li>\
      <li><i class="c1"></i>纠正 <span class="en" lang="en">corrected</span></li>\
      <li><i class="c2"></i>其他 <span class="en" lang="en">other</span></li></ul>
      <div class="bars">
      <div>2023 <small>n=1</small></div>
      <svg role="img" width="100%" height="24"><title>2023: 维持 upheld: 1,250, 96.2\u{A0}%; 纠正 corrected: 50, 3.8\u{A0}%</title>\
      <rect class="c0" x="0%" width="96.15%" height="24"><title>维持 upheld: 1,250, 96.2\u{A0}%</title></rect>\
      <rect class="c1" x="96.15%" width="3.85%" height="24"><title>纠正 corrected: 50, 3.8\u{A0}%</title></rect>\
      <text class="t t0" x="48.08%" y="12">96</text></svg>
      <div>2024 <small>n=1</small></div>
      <svg role="img" width="100%" height="24"><title>2024: 均为 0 all of them 0</title>\
      <text class="sub" y="16">均为 0 all of them 0</text></svg>
      </div>
      <figcaption>n</figcaption>
      </figure>
      <details><summary>数据表 <span class="en" lang="en">The numbers as a table</span></summary>
      <div class="scroll" role="region" aria-label="表格 table" tabindex="0"><table class="">
      <thead><tr><th>年度 <span class="en" lang="en">Year</span></th><th class="n">维持 <span class="en" lang="en">upheld</span></th>\
      <th class="n">纠正 <span class="en" lang="en">corrected</span></th><th class="n">其他 <span class="en" lang="en">other</span></th>\
      <th class="n">合计 <span class="en" lang="en">Sum</span></th><th class="n">n <span class="en" lang="en">reports</span></th>\
      <th class="n">未计 <span class="en" lang="en">left out</span></th></tr></thead>
      <tbody>
      <tr><th>2023</th><td class="n">1,250</td><td class="n">50</td><td class="n">–</td><td class="n">1,300</td><td class="n">1</td><td class="n">1</td></tr>
      <tr><th>2024</th><td class="n">0</td><td class="n">–</td><td class="n">–</td><td class="n">0</td><td class="n">1</td><td class="n">2</td></tr>
      </tbody>
      </table></div>
      </details>

      """)
}

@Test func aFlowTellsItsNumbersToThoseWhoCanNotSeeIt() {
  let flow = FlowDiagram(
    title: "流向", sources: [.init(words: Words("新收", "New"), value: 30, colour: 8)],
    outcomes: [
      .init(words: Words("公开", "Granted"), value: 30, colour: 0),
      .init(words: Words("其他", "Other"), value: nil, colour: 1),
    ])
  let text = flow.html.text
  #expect(text.contains("<title id=\"flow-title\">流向</title>"))
  #expect(text.contains("<desc id=\"flow-desc\">新收 New 30; 公开 Granted 30; 其他 Other –</desc>"))
  // The ribbon of the only outcome leaves the bar as high as it is, and what nobody printed has none.
  #expect(
    text.contains("<path class=\"c0\" d=\"M0 57C50 57 50 27 100 27V307C50 307 50 337 0 337Z\"/>"))
  #expect(!text.contains("<path class=\"c1\""))
}

@Test(arguments: [
  (0.0, "0.0\u{A0}%"), (0.12345, "12.3\u{A0}%"), (1.0, "100.0\u{A0}%"), (.nan, "0.0\u{A0}%"),
])
func sharesHaveOneDecimal(share: Double, text: String) { #expect(share.percent == text) }

@Test func labelsComeFromTheForm() {
  #expect(Chart.refusals.categories.first?.words == Words("属于国家秘密", "State secret"))
  #expect(Chart.refusals.categories.count == 8)
  #expect(Chart.flow.categories.map(\.cells.count) == [1, 1, 1, 1, 8, 3, 5, 4, 1])
  #expect(Chart.applicants.categories.map(\.words.chinese).last == "其他")
  #expect(Chart.disputes.map(\.words.chinese) == ["行政复议", "未经复议直接起诉", "复议后起诉"])
}
