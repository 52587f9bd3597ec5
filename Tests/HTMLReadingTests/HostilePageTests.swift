import Diagnostics
import DocumentModel
import HTMLReading
import TestSupport
import Testing

/// Pages that were made to take for ever.
@Suite(.serialized) struct HostilePageTests {
  private static let attributes = (0..<20_000).map { " a\($0)=1" }.joined()
  private static let pages: [(String, String)] = [
    ("attributes", "<p\(attributes)>一</p>"),
    ("div", String(repeating: "<div>", count: 40_000)),
    ("font", String(repeating: "<font color=red>", count: 20_000)),
    ("fonts", (0..<10_000).map { "<p><font color=#\($0)>一" }.joined()),
    ("links", String(repeating: "<a href=x>一<div>", count: 20_000)),
    ("tables", String(repeating: "<table><tr><td>", count: 20_000)),
    ("open cells", "<table>" + String(repeating: "<tr><td><s>一", count: 20_000)),
    (
      "span",
      "<table>"
        + String(
          repeating: "<tr><td rowspan=60000 colspan=1000>一", count: 3_000)
    ),
    (
      "wide",
      "<table>"
        + String(
          repeating: "<tr>"
            + String(repeating: "<td>", count: 1_500), count: 250)
    ),
    ("comment", "<p>一</p>" + String(repeating: "<!--", count: 20_000)),
    ("angle", String(repeating: "<", count: 40_000)),
    ("quotes", String(repeating: "<a href=\"", count: 40_000)),
    ("scripts", String(repeating: "<script>", count: 40_000)),
    ("svg", String(repeating: "<svg><style><a x=\">", count: 20_000)),
    ("select", String(repeating: "<select>", count: 20_000)),
    ("lists", String(repeating: "<ol><li>一", count: 20_000)),
    ("entities", "<p>" + String(repeating: "&#x4e00;&amp", count: 40_000)),
    (
      "styles",
      "<style>" + String(repeating: ".a,.b{color:#fff}", count: 20_000)
        + "</style><p class='a b'>一"
    ),
    (
      "links of files",
      String(repeating: "<div>", count: 3_000)
        + String(
          repeating: ""
            + "<a href=x>一</a>", count: 20_000)
    ),
    (
      "furniture",
      String(
        repeating: "<div class=footer><table><tr><td>1<td>2<tr><td>3<td>4"
          + "</table></div>", count: 3_000)
    ),
    ("fillings", "<p>" + String(repeating: "12<i v-text=n>3</i>", count: 20_000)),
    ("frames", String(repeating: "<div style='display:none'>", count: 4_000) + "一"),
  ]

  @Test(arguments: pages.map(\.0))
  func aHostilePageIsReadOrRefusedInTime(name: String) async throws {
    let page = try #require(Self.pages.first { $0.0 == name }?.1)
    let start = ContinuousClock.now
    let code = await failure("<html><body>" + page)
    let elapsed = ContinuousClock.now - start
    #expect(code != .internal)
    // A debug build on a machine that has other work.
    #expect(elapsed < .seconds(60), "\(elapsed)")
  }

  /// Sixty chains of variables of which each names the one before it three times.
  @Test func variablesThatNameEachOtherManyTimesAreFollowedOnce() async throws {
    let chains = (0..<60).map { chain in
      "--v\(chain)x0:1px;"
        + (1..<20).map { step in
          let before = "var(--v\(chain)x\(step - 1))"
          return "--v\(chain)x\(step):\(before) \(before) \(before);"
        }.joined()
    }
    let page =
      "<style>:root{\(chains.joined())}</style><table><tr><td>甲</td><td>26</td></tr></table>"
    #expect(try await lines(page) == ["甲|26"])
  }

  @Test func rulesThatRepeatThoseAroundThemTimeAndAgainAreNotFollowed() async throws {
    let repeats = Array(repeating: "& a", count: 200).joined(separator: ",") + "{"
    let rules =
      "a{" + String(repeating: repeats, count: 4) + "color:red" + String(repeating: "}", count: 5)
    let page = "<style>\(rules)</style><p>全年公开信息十二条，办理申请三件，均已答复。</p>"
    #expect(try await codes(page) == [.htmlPartOmitted])
  }

  @Test func depthAndTagsAreLimits() async {
    var limits = Limits()
    limits.htmlDepth = 10
    limits.htmlTags = 100
    #expect(await failure(String(repeating: "<div>", count: 11), limits: limits) == .htmlLimit)
    #expect(await failure(String(repeating: "<br>一", count: 101), limits: limits) == .htmlLimit)
    #expect(
      await failure(
        "<p>" + String(repeating: "<b>一</b>", count: 90) + ""
          + "</p>", limits: limits) == nil)
  }

  @Test func threeThousandElementsInEachOtherAreRead() async throws {
    let deep = String(repeating: "<div>", count: 3_000)
    #expect(try await lines(deep + "<p>一、总体情况</p>") == ["一、总体情况"])
    let fonts = String(repeating: "<font size=3>", count: 600)
    #expect(try await lines(fonts + "<p>一、总体情况</p>") == ["一、总体情况"])
  }

  @Test func whatATagOrCommentSwallowsIsSaid() async throws {
    let cells = String(repeating: "<td>12</td>", count: 30)
    let quote =
      "<p>全年公开信息十二条，办理申请三件，均已答复。</p><table><tr><td width=\"5>\(cells)<td class=\"a\">1</td></tr>"
      + "</table>"
    #expect(try await codes(quote).contains(.htmlDamaged))
    let many = try await read(String(repeating: quote, count: 25)).issues
    #expect(many.count { $0.code == .htmlDamaged } == 21)
    #expect(many.contains { $0.message == "5 more quotation marks of tags are not closed" })
    #expect(try await codes("<p>全年公开信息十二条，办理申请三件，均已答复。</p><!-- \(cells)") == [.htmlDamaged])
    #expect(
      try await codes("<p>全年公开信息十二条，办理申请三件，均已答复。</p><script> \(cells) \(cells)") == [.htmlDamaged])
  }
}
