internal import PlainWords

/// Requests from where they came to what became of them, as ribbons.
///
/// Widths are shares of the page's, heights pixels: so the text has one size on a phone and on paper.
struct FlowDiagram {
  struct Node {
    var words: Words
    /// Nil where no report prints it.
    var value: Int?
    var colour: Int
  }

  var title: String
  var sources: [Node]
  var outcomes: [Node]

  private static let height = 280.0
  /// Shares of the width: where ribbons begin, the bar in the middle, where they end.
  private static let (left, middle, right) = (0.25, 0.42, 0.61)

  private var whole: Int {
    max(sources.map(\.value).printedSum, outcomes.map(\.value).printedSum, 1)
  }

  var html: HTML {
    let (sources, sourcesHeight) = places(self.sources)
    let (outcomes, outcomesHeight) = places(self.outcomes)
    let height = max(sourcesHeight, outcomesHeight, Self.height) + 24
    let bar = (height - 24 - Self.height) / 2 + 24
    let drop = (height - 24 - sourcesHeight) / 2 + 24
    let rise = (height - 24 - outcomesHeight) / 2 + 24
    let text = (self.sources + self.outcomes).map { "\($0.words.plain) \($0.value.grouped)" }
    let received = self.sources.map(\.value).printedSum
    return """
      <svg class="flow" role="img" aria-labelledby="flow-title flow-desc" width="100%" height="\(height.rounded(places: 0))">
      <title id="flow-title">\(title)</title>
      <desc id="flow-desc">\(text.joined(separator: "; "))</desc>
      \(ribbons(sources, shift: drop, bar: bar, from: Self.left, to: Self.middle, isIn: true, height))\
      \(ribbons(outcomes, shift: rise, bar: bar, from: Self.middle, to: Self.right, isIn: false, height))\
      <rect x="\(Self.middle.length)" y="\(bar.rounded(places: 1))" width="9" height="\(Self.height.rounded(places: 0))" fill="var(--ink)"/>
      <rect x="\(Self.middle.length)" y="20" width="1" height="\((bar - 20).rounded(places: 1))" fill="var(--dim)"/>
      <text x="\(Self.middle.length)" y="13" text-anchor="middle">应办 \(received.grouped) <tspan class="sub">to handle</tspan></text>
      \(sources.map { label($0, shift: drop, isLeft: true) })\
      \(outcomes.map { label($0, shift: rise, isLeft: false) })</svg>

      """
  }

  /// A node with the place of its bar in a stack that leaves room for the labels.
  private typealias Place = (node: Node, top: Double, height: Double)

  private func places(_ nodes: [Node]) -> (places: [Place], height: Double) {
    var top = 0.0
    var places: [Place] = []
    for node in nodes {
      let height = (node.value ?? 0).share(of: whole) * Self.height
      let slot = max(height + 6, nodes.count < 3 ? 60 : 40)
      places.append((node, top + (slot - height) / 2, height))
      top += slot
    }
    return (places, top)
  }

  private func ribbons(
    _ places: [Place], shift: Double, bar: Double, from: Double, to: Double, isIn: Bool,
    _ height: Double
  ) -> HTML {
    var inner = bar
    var paths: [HTML] = []
    for (node, top, height) in places {
      defer { inner += height }
      guard let value = node.value, value > 0 else { continue }
      let (a, b) = isIn ? (top + shift, inner) : (inner, top + shift)
      paths.append(
        "<path class=\"c\(node.colour)\" d=\"\(Self.ribbon(a, b, max(height, 0.8)))\"/>\n")
    }
    let size = height.rounded(places: 0)
    return """
      <svg x="\(from.length)" width="\((to - from).length)" height="\(size)" viewBox="0 0 100 \(size)" preserveAspectRatio="none" aria-hidden="true">
      \(paths)</svg>

      """
  }

  private static func ribbon(_ a: Double, _ b: Double, _ height: Double) -> String {
    let (a1, b1) = (a.rounded(places: 1), b.rounded(places: 1))
    let (a2, b2) = ((a + height).rounded(places: 1), (b + height).rounded(places: 1))
    return "M0 \(a1)C50 \(a1) 50 \(b1) 100 \(b1)V\(b2)C50 \(b2) 50 \(a2) 0 \(a2)Z"
  }

  /// The name of a node, its number, and on the wider right side its share.
  private func label(_ place: Place, shift: Double, isLeft: Bool) -> HTML {
    let (node, top, height) = place
    let x = (isLeft ? Self.left : Self.right).length
    let bar: HTML =
      height == 0
      ? ""
      : """
      <rect class="c\(node.colour)" x="\(x)" y="\((top + shift).rounded(places: 1))" width="9" height="\(max(height, 0.8).rounded(places: 1))"/>
      """
    let lines: [(text: String, style: String)] =
      if isLeft {
        [(node.words.chinese, ""), (node.value.grouped, ""), (node.words.english, "sub")]
      } else {
        [
          ("\(node.words.chinese) \(node.value.grouped)", ""),
          ("\(node.words.english) \(node.value?.share(of: whole).percent ?? "–")", "sub"),
        ]
      }
    let first = top + shift + height / 2 - Double(lines.count) * 7 + 10
    let texts = lines.enumerated().map { index, line in
      """
      <text class="\(line.style)" x="\(x)" y="\((first + Double(index) * 14.5).rounded(places: 1))" text-anchor="\(isLeft ? "end" : "start")"><tspan dx="\(isLeft ? -7 : 16)">\(line.text)</tspan></text>
      """ as HTML
    }
    return "\(bar)\(texts)\n"
  }
}
