/// Words that make a label mean another thing than the one it resembles: these are never damage.
///
///     上年制发件数        is not 本年制发件数
///     行政处罚（简易程序）  is not 行政处罚
///     2.非重复申请        is not 2.重复申请
enum MeaningWords {
  /// Whether `label` says something else than `known`, however near they are.
  static func differ(_ label: FoldedLabel, from known: FoldedLabel) -> Bool {
    let (text, form) = (label.units, known.units)
    if changing.contains(where: { holds($0, text) && !holds($0, form) }) { return true }
    let negated = (text.count(where: negations.contains), form.count(where: negations.contains))
    if negated.0 > negated.1 || negated.0 == 0 && form.contains(where: denials.contains) {
      return true
    }
    // 上年, 上一年 and 下年 may not turn into 本年, nor vanish.
    for year in otherYears where holds(year, form) {
      guard let first = year.first, text.contains(first), !holds(thisYear, text) else {
        return true
      }
    }
    return addsWords(text, to: form)
  }

  /// Whether what stands in brackets behind a label tells what it means or who fills it in, and narrows nothing.
  static func explains(_ note: FoldedLabel) -> Bool {
    let units = note.units
    guard units.count > 3, explaining.contains(where: { holds($0, units) }) else { return false }
    return !(changing + narrowing).contains { holds($0, units) }
  }

  private static let explaining: [[UInt16]] = ["指", "即", "提供", "属于", "填写", "填报", "所称"].map {
    Array($0.utf16)
  }
  private static let narrowing: [[UInt16]] = ["仅", "只", "修订", "修改", "不包括", "以外的部分", "剔除", "新增"]
    .map { Array($0.utf16) }

  /// Whether what follows a column's label is only its unit: （单位：元）, （件）; not （万件）, which makes other numbers of it.
  static func isUnit(_ rest: FoldedLabel) -> Bool {
    rest.units.allSatisfy(units.contains) && !isMultiplied(rest.units)
  }

  /// Whether a unit that is no money is counted by more than one: 万件, 百条.
  private static func isMultiplied(_ units: [UInt16]) -> Bool {
    units.contains(where: multipliers.contains) && !units.contains(yuan)
  }

  /// Whether `text` is `form` with more in it than words of no weight: what is damaged loses characters.
  private static func addsWords(_ text: [UInt16], to form: [UInt16]) -> Bool {
    guard text.count > form.count else { return false }
    var rest = form[...]
    var added: [UInt16] = []
    for unit in text {
      if rest.first == unit { rest = rest.dropFirst() } else { added.append(unit) }
    }
    return rest.isEmpty && !(added.allSatisfy { idle.contains($0) } && !isMultiplied(added))
  }

  private static func holds(_ word: [UInt16], _ text: [UInt16]) -> Bool {
    guard let first = word.first, text.count >= word.count else { return false }
    return text.indices.contains { text[$0] == first && text[$0...].starts(with: word) }
  }

  private static let changing: [[UInt16]] = [
    "上年", "上一年", "去年", "往年", "历年", "下年", "明年", "次年", "累计", "其中", "减免", "免收", "退还",
    "退费", "应收", "欠", "预算", "党内", "党组", "部门", "简易", "变更", "延续", "撤销", "撤回", "注销",
    "执行", "主动", "依申请", "允许", "除外", "不含", "同比", "比例", "平均", "率",
  ].map { Array($0.utf16) }
  private static let negations: Set<UInt16> = Set("不非未无没".utf16)
  /// Negations that no shortening drops; 无正当理由 is one that may go.
  private static let denials: Set<UInt16> = Set("不非未没".utf16)
  private static let otherYears: [[UInt16]] = ["上年", "上一年", "下年"].map { Array($0.utf16) }
  private static let thisYear = Array("本年".utf16)
  private static let multipliers: Set<UInt16> = Set("亿千百万十".utf16)
  private static let yuan: UInt16 = 0x5143
  private static let units: Set<UInt16> = Set("单位人民币亿千百万元件个条项宗次".utf16)
  /// Characters that add nothing to a label.
  private static let idle: Set<UInt16> = Set("单位人民币亿千百万元件个条项宗次的等类数量度事".utf16)
}
