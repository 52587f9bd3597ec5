/// A division of China of county level or above.
package struct Division: Hashable, Sendable {
  /// Six digits of GB/T 2260, as a number: 320813.
  package var code: Int
  /// As the list has it: 洪泽区, 积石山保安族东乡族撒拉族自治县.
  package var name: String
  /// Years in which it existed for a day at least.
  package var years: ClosedRange<Int>

  package enum Level: Int, Comparable, Sendable {
    case province, prefecture, county

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  package var level: Level {
    if code % 10_000 == 0 { return .province }
    return code % 100 == 0 ? .prefecture : .county
  }

  /// Whether this is `other` or lies in it.
  package func lies(in other: Division) -> Bool {
    switch other.level {
    case .province: code / 10_000 == other.code / 10_000
    case .prefecture: code / 100 == other.code / 100
    case .county: code == other.code
    }
  }
}

/// How a division is named in a text, from the shortest spelling to the whole name.
package enum DivisionSpelling: Int, Comparable, Sendable {
  /// 兖州, 恩施, 内蒙古: without what says its rank.
  case bare
  /// 恩施州, 积石山县, 鄂温克旗: without the nationalities.
  case short
  /// 兖州区, 恩施土家族苗族自治州
  case full

  package static func < (left: DivisionSpelling, right: DivisionSpelling) -> Bool {
    left.rawValue < right.rawValue
  }
}
