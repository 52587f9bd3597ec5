/// The spellings in which a division is named.
enum DivisionNames {
  /// - Parameter full: The name as the list has it.
  static func spellings(
    of full: [Unicode.Scalar]
  ) -> [(DivisionSpelling, ArraySlice<Unicode.Scalar>)] {
    var spellings: [(DivisionSpelling, ArraySlice<Unicode.Scalar>)] = [(.full, full[...])]
    guard let rank = ranks.first(where: { full.ends(with: $0.suffix) }) else {
      return spellings
    }
    let stem = full.dropLast(rank.suffix.count)
    let name = rank.isAutonomous ? withoutNationalities(stem) : stem
    if rank.isAutonomous, let short = rank.short {
      spellings.append((.short, name + [short]))
      // 湘西自治州
      if name.count < stem.count { spellings.append((.short, name + rank.suffix)) }
    }
    // 东 of 东区 and 市中 of 市中区 are no names.
    if name.count > 2 || name.count == 2 && !notNames.contains(Array(name)) {
      spellings.append((.bare, name))
    }
    return spellings
  }

  private struct Rank {
    var suffix: [Unicode.Scalar]
    var isAutonomous = false
    /// What stands for an autonomous division's suffix in short.
    var short: Unicode.Scalar?

    init(suffix: String, isAutonomous: Bool = false, short: Unicode.Scalar? = nil) {
      self.suffix = Array(suffix.unicodeScalars)
      self.isAutonomous = isAutonomous
      self.short = short
    }
  }

  private static let ranks: [Rank] = [
    Rank(suffix: "特别行政区"),
    Rank(suffix: "自治区", isAutonomous: true),
    Rank(suffix: "自治州", isAutonomous: true, short: "州"),
    Rank(suffix: "自治县", isAutonomous: true, short: "县"),
    Rank(suffix: "自治旗", isAutonomous: true, short: "旗"),
    Rank(suffix: "地区"), Rank(suffix: "林区"), Rank(suffix: "特区"), Rank(suffix: "新区"),
    Rank(suffix: "省"), Rank(suffix: "市"), Rank(suffix: "盟"), Rank(suffix: "县"),
    Rank(suffix: "区"), Rank(suffix: "旗"),
  ]

  private static let notNames: Set<[Unicode.Scalar]> = Set(
    [
      "市中", "城中", "城东", "城西", "城北", "城关", "中心", "和平", "东方", "开发", "新城", "城区", "河东", "河西", "江北",
      "江南",
    ].map { Array($0.unicodeScalars) })

  /// 积石山 of 积石山保安族东乡族撒拉族, 龙胜 of 龙胜各族, 鄂温克 of 鄂温克族.
  private static func withoutNationalities(
    _ stem: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    var name = stem
    while let nationality = nationalities.first(where: { name.ends(with: $0) }),
      name.count - nationality.count >= 2
    {
      name.removeLast(nationality.count)
    }
    if name.count > 2, name.last == "族" { name.removeLast() }
    return name
  }

  /// Longer ones before those that they end in.
  private static let nationalities: [[Unicode.Scalar]] =
    """
    柯尔克孜族 柯尔克孜 维吾尔族 维吾尔 哈萨克族 哈萨克 塔吉克族 塔吉克 鄂温克族 鄂伦春族 达斡尔族 布依族 仡佬族 仫佬族 毛南族 \
    朝鲜族 东乡族 保安族 撒拉族 裕固族 土家族 哈尼族 傈僳族 拉祜族 纳西族 景颇族 布朗族 普米族 独龙族 阿昌族 锡伯族 锡伯 蒙古族 \
    蒙古 各族 回族 藏族 苗族 彝族 壮族 侗族 瑶族 白族 傣族 黎族 畲族 佤族 土族 羌族 满族 水族 怒族
    """.split(separator: " ").map { Array($0.unicodeScalars) }
}

extension RandomAccessCollection where Element == Unicode.Scalar {
  fileprivate func ends(with words: [Unicode.Scalar]) -> Bool {
    last == words.last && count >= words.count && suffix(words.count).elementsEqual(words)
  }
}
