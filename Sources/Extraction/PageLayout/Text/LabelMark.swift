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

  /// Whether `text` begins as a label of its own: `四、`, `（五）`, `3.`, `第二十条`.
  static func startsWithNumber(_ text: String) -> Bool {
    var hasNumber = false
    var scalars = text.unicodeScalars[...]
    if let first = scalars.first, first == "（" || first == "(" || first == "第" {
      scalars = scalars.dropFirst()
    }
    for scalar in scalars {
      switch scalar {
      case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "0"..."9",
        "\u{FF10}"..."\u{FF19}":
        hasNumber = true
      case "、", ".", "．", "）", ")", "，", ",", "条":
        return hasNumber
      default: return false
      }
    }
    return false
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
