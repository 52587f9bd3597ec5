extension CleanText {
  /// What goes between two lines of one paragraph or cell: nothing beside a Chinese character, else one space.
  ///
  /// So that words and labels are whole again, and two numbers never become one:
  ///
  ///     "本年新" "制作数量"  ->  ""        "2020" "年"  ->  ""
  ///     "300" "1"           ->  " "       "work" "report"  ->  " "
  package static func joint(between left: String, and right: String) -> String {
    guard let last = left.unicodeScalars.last, let first = right.unicodeScalars.first else {
      return ""
    }
    return isChinese(last.value) || isChinese(first.value) ? "" : " "
  }

  /// The lines of one paragraph or cell as one line, by ``joint(between:and:)``; empty lines don't count.
  package static func joinLines(_ lines: some Sequence<String>) -> String {
    var joined = ""
    for line in lines where !line.isEmpty {
      joined += joint(between: joined, and: line)
      joined += line
    }
    return joined
  }

  /// `text` without the spaces that ``joint(between:and:)`` would not put there.
  ///
  /// A PDF can't tell a typed space from the gap that a typesetter leaves between ideographs and digits, so running text
  /// is given without either; a number never grows together with another.
  ///
  ///     "2020 年公开信息 42 条"  ->  "2020年公开信息42条"        "Excel 97 2003"  ->  "Excel 97 2003"
  package static func withoutLayoutSpaces(_ text: String) -> String {
    guard text.holds(" ") else { return text }
    var kept = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if scalar == " " {
        isSpacePending = true
        continue
      }
      if isSpacePending, let last = kept.last, !isChinese(last.value), !isChinese(scalar.value) {
        kept.append(" ")
      }
      isSpacePending = false
      kept.append(scalar)
    }
    return String(kept)
  }

  /// Whether `scalar` is an ideograph or a mark that is set without spaces: 年, 。, （, “.
  ///
  /// Full-width digits, signs and points are not, nor is the dash: they may be a part of a number.
  package static func isChinese(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2018...0x201D, 0x2026, 0x2E80...0x2FDF, 0x3001...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF0A, 0xFF0C, 0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
