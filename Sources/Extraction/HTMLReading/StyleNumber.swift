internal import DocumentModel

/// Which of the elements beside each other a selector means: `:first-child`, `:nth-last-child(2n+1)` (Selectors 4, 14.3).
struct StyleNumber {
  /// Every how many, from ``offset`` on; 0 for one only.
  private let step: Int
  private let offset: Int
  let isFromLast: Bool

  private init(step: Int, offset: Int, isFromLast: Bool = false) {
    self.step = step
    self.offset = offset
    self.isFromLast = isFromLast
  }

  /// What a pseudo-class asks for; nil where it is none of these, or asks for more.
  ///
  /// - Parameter element: The name of the element that is meant.
  static func list(_ name: String, _ argument: Substring?, of element: String?) -> [StyleNumber]? {
    // A row stands beside rows alone.
    let name = element == "tr" ? name.replacing("-of-type", with: "-child") : name
    switch name {
    case "first-child": return [StyleNumber(step: 0, offset: 1)]
    case "last-child": return [StyleNumber(step: 0, offset: 1, isFromLast: true)]
    case "only-child":
      return [
        StyleNumber(step: 0, offset: 1), StyleNumber(step: 0, offset: 1, isFromLast: true),
      ]
    case "nth-child", "nth-last-child":
      guard let argument, let (step, offset) = formula(argument) else { return nil }
      return [StyleNumber(step: step, offset: offset, isFromLast: name == "nth-last-child")]
    default: return nil
    }
  }

  /// Whether it means the element with `number`, which is 1 for the first.
  func holds(for number: Int) -> Bool {
    guard step != 0 else { return number == offset }
    let (difference, isTooMuch) = number.subtractingReportingOverflow(offset)
    return !isTooMuch && difference % step == 0 && difference / step >= 0
  }

  /// `2n+1`, `-n + 3`, `odd`, `4`.
  private static func formula(_ text: Substring) -> (step: Int, offset: Int)? {
    let dense = text.lowercased().filter { !$0.isWhitespace }
    switch dense {
    case "odd": return (2, 1)
    case "even": return (2, 0)
    default: break
    }
    guard let sign = dense.firstIndex(of: "n") else { return Int(dense).map { (0, $0) } }
    let step: Int? =
      switch dense[..<sign] {
      case "", "+": 1
      case "-": -1
      default: Int(dense[..<sign])
      }
    let rest = dense[dense.index(after: sign)...]
    guard let step, abs(step) < 1_000_000, let offset = rest.isEmpty ? 0 : Int(rest),
      abs(offset) < 1_000_000
    else { return nil }
    return (step, offset)
  }
}
