/// What a label begins with that says where it stands in a table: `三、`, `（四）`, `2.`.
struct LabelMark: Hashable {
  /// 0 for `三、`, 1 for `（四）`, 2 for `2.`.
  var level: Int
  /// From 1.
  var number: Int

  init(level: Int, number: Int) {
    self.level = level
    self.number = number
  }

  /// Nil for text that begins otherwise.
  init?(_ text: String) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return nil }
    if first == "（" || first == "(" {
      let digits = scalars.dropFirst().prefix { Self.value($0) != nil }
      guard let number = Self.number(digits), let end = scalars.dropFirst(1 + digits.count).first,
        end == "）" || end == ")"
      else { return nil }
      self.level = 1
      self.number = number
    } else if Self.value(first) != nil {
      let digits = scalars.prefix { Self.value($0) != nil }
      guard let number = Self.number(digits), scalars.dropFirst(digits.count).first == "、" else {
        return nil
      }
      self.level = 0
      self.number = number
    } else {
      guard let number = ("1"..."9").contains(first) ? Int(first.value) - 48 : nil,
        let end = scalars.dropFirst().first, end == "." || end == "．" || end == "、"
      else { return nil }
      self.level = 2
      self.number = number
    }
  }

  private static func number(_ digits: some Collection<Unicode.Scalar>) -> Int? {
    guard digits.count == 1, let digit = digits.first else { return nil }
    return value(digit)
  }

  private static func value(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }
}
