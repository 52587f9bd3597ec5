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
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next(), let second = scalars.next() else { return nil }
    if first == "（" || first == "(" {
      guard let number = Self.value(second), let end = scalars.next(), end == "）" || end == ")"
      else { return nil }
      self.init(level: 1, number: number)
    } else if let number = Self.value(first) {
      guard second == "、" else { return nil }
      self.init(level: 0, number: number)
    } else {
      guard ("1"..."9").contains(first), second == "." || second == "．" || second == "、" else {
        return nil
      }
      self.init(level: 2, number: Int(first.value) - 48)
    }
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
