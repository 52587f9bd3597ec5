import Testing

@testable import ReportPage

@Test func textCanNotBecomeMarkup() {
  let name = "<script>alert('1')</script>&\"\u{0}\u{7F}局"
  #expect(
    ("<td>\(name)</td>" as HTML).text
      == "<td>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;\u{FFFD}\u{FFFD}局</td>")
}
