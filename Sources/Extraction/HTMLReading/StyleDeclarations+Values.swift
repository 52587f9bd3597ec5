/// How the values of styles are read: lengths, shares, sizes of text, clips.
extension StyleDeclarations {
  /// The words of `value`; what stands in brackets is one with what is before it.
  static func words(_ value: String) -> [String] {
    var words: [String] = [""]
    var depth = 0
    for character in value {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == " ", depth <= 0 {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// Pixels, nearly: `12px`, `9pt`, `0`, `-9999em`; nil for a share and a word.
  static func length(_ value: String) -> Double? {
    guard let length = StyleLength(value), length.share == nil else { return nil }
    return length.pixels()
  }

  /// 0.5 of `50%`; nil for anything else.
  static func share(_ value: String) -> Double? { StyleLength(value)?.share }

  /// 0.5 of `0.5` and `50%`; nil for anything else.
  static func factor(_ value: String) -> Double? { share(value) ?? Double(value) }

  /// Words for sizes of text (CSS Fonts, 2.5).
  static let sizeWords: [String: StyleLength] = [
    "xx-small": .amount(9, .pixel), "x-small": .amount(10, .pixel), "small": .amount(13, .pixel),
    "medium": .amount(16, .pixel), "large": .amount(18, .pixel), "x-large": .amount(24, .pixel),
    "xx-large": .amount(32, .pixel), "xxx-large": .amount(48, .pixel),
    "initial": .amount(16, .pixel), "smaller": .amount(0.83, .share),
    "larger": .amount(1.2, .share),
    "inherit": .amount(1, .share), "unset": .amount(1, .share), "revert": .amount(1, .share),
    "revert-layer": .amount(1, .share),
  ]

  /// Whether a function or word leaves text as it is: `none`, `rotate(0deg)`, `inset(0)`, `translate(0, 0)`.
  static func isNothing(_ value: String) -> Bool {
    if ["none", "initial", "unset", "auto"].contains(value) { return true }
    let inside = value.firstIndex(of: "(").map { value[value.index(after: $0)...] } ?? value[...]
    let amounts = inside.split { " ,()/".contains($0) }
    if value.hasPrefix("matrix(") { return amounts.map { Double($0) } == [1, 0, 0, 1, 0, 0] }
    return !amounts.isEmpty
      && amounts.allSatisfy { amount in
        Double(amount.prefix { $0.isNumber || "+-.".contains($0) }) == 0
      }
  }

  /// Whether a filter takes all ink away: `opacity(0)`; that of old browsers, `alpha(opacity=0)`, is none to others.
  static func clears(_ value: String) -> Bool {
    guard !value.holds("alpha("), !value.holds("progid"),
      let start = value[...].firstPlace(of: "opacity(")
    else { return false }
    let amount = value[start...].dropFirst(8).prefix { $0 != ")" }
    return (factor(String(amount.trimmed)) ?? 0) < 0.05
  }

  /// Whether nothing is left of a box in the `rect(top, right, bottom, left)` of `clip`.
  static func cutsAll(_ value: String) -> Bool {
    guard value.hasPrefix("rect("), let open = value.firstIndex(of: "(") else { return false }
    let sides = value[value.index(after: open)...].split { " ,)".contains($0) }.map {
      length(String($0))
    }
    guard sides.count == 4 else { return false }
    // A pixel shows nothing that can be read.
    func isGone(_ start: Double?, _ end: Double?) -> Bool {
      guard let end else { return false }
      return end - (start ?? 0) <= 1
    }
    return isGone(sides[0], sides[2]) || isGone(sides[3], sides[1])
  }
}

extension StringProtocol {
  /// Without blanks at the ends.
  var trimmed: Substring {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return rest
  }
}
