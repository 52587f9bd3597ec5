extension DocumentNoise {
  /// Whether a line or paragraph is a page number or page furniture and nothing else.
  ///
  ///     - 4 -        — 1 —      第 3 页 共 9 页     首页 > 政务公开 > 年度报告
  ///     打印 关闭     字体：[大 中 小]               浏览次数：132
  ///
  /// A bare number is not, nor a dash: both may be a cell's value. A line that also gives a date or a source is not:
  /// `发布日期：2020-01-31 字体：[大 中 小]`.
  package static func isFurniture(_ line: String) -> Bool { isFurniture(line.utf8Span.span) }

  /// The same question about the bytes of a line.
  package static func isFurniture(_ utf8: Span<UInt8>) -> Bool {
    guard utf8.count <= 240 else { return false }
    var index = 0
    while index < utf8.count {
      let (decoded, length) = utf8.scalar(at: index)
      guard let decoded, let scalar = Unicode.Scalar(decoded) else { return false }
      index += length
      if CleanText.isUnseen(scalar) { continue }
      // Nearly every line is let through here.
      guard mayStart[Int(decoded & 0x3FF)], startsOfFurniture.contains(scalar) else { return false }
      return isFurniture(
        scalars: CleanText.line(utf8).scalars.filter { !CleanText.isBlank($0) })
    }
    return false
  }

  private static func isFurniture(scalars: Scalars) -> Bool {
    isPageNumber(scalars) || isControls(scalars) || isTrail(scalars) || isCounter(scalars)
      || isDrawnRule(scalars)
  }

  private typealias Scalars = [Unicode.Scalar]

  private static let dashes = Set("-‐‑‒–—―−─－·•".unicodeScalars)

  private static let startsOfFurniture: Set<Unicode.Scalar> = {
    var starts = Set("第共pP[【〔(（".unicodeScalars).union(dashes)
    starts.formUnion((0x2500...0x257F).compactMap { Unicode.Scalar($0) })
    for word in controls + trails + counters {
      if let first = word.unicodeScalars.first { starts.insert(first) }
    }
    return starts
  }()

  /// The low ten bits of ``startsOfFurniture``.
  private static let mayStart: [Bool] = {
    var bits = [Bool](repeating: false, count: 0x400)
    for start in startsOfFurniture { bits[Int(start.value & 0x3FF)] = true }
    return bits
  }()

  /// `-1-` `——12——` `·3·` with up to four digits, `第3页`, `第3页共9页`, `共9页第3页`, `第3页/共9页`, `Page3of9`.
  ///
  /// `Page 3` alone may be all that a page says, or a heading.
  private static func isPageNumber(_ line: Scalars) -> Bool {
    guard line.contains(where: isDigit), line.count <= 16 else { return false }
    var shape = ""
    var digits = 0
    for scalar in line {
      if isDigit(scalar) {
        digits += 1
        if shape.last != "0" { shape += "0" }
      } else if dashes.contains(scalar) {
        if shape.last != "-" { shape += "-" }
      } else {
        shape.unicodeScalars.append(scalar)
      }
    }
    return digits > 0 && digits <= 8 && pageShapes.contains(shape)
  }

  /// 0 for a run of digits, - for a run of dashes.
  private static let pageShapes: Set<String> = [
    "-0-", "第0页", "-第0页-", "第0页共0页", "第0页,共0页", "第0页，共0页", "第0页/共0页", "第0页(共0页)",
    "第0页（共0页）", "共0页第0页", "共0页,第0页", "共0页，第0页", "Page0of0", "page0of0", "PAGE0OF0",
  ]

  /// A frame's border drawn with characters: `┌──┬──┐`, `├──┼──┤`.
  private static func isDrawnRule(_ line: Scalars) -> Bool {
    line.count > 2 && line.allSatisfy { (0x2500...0x257F).contains($0.value) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  /// Words that only buttons of a page show.
  private static let buttons = [
    "打印", "打印本页", "打印此页", "打印文章", "关闭", "关闭窗口", "关闭本页", "关闭页面", "分享到", "收藏本页", "加入收藏",
    "返回顶部", "返回首页", "回到顶部", "我要纠错", "扫一扫在手机打开当前页", "扫一扫在手机打开当前页面", "手机扫一扫",
    "保护视力色", "无障碍阅读", "无障碍浏览", "长者模式",
  ]

  /// Words beside them, which alone may be a heading's or a cell's.
  private static let besideButtons = [
    "字体", "字号", "大", "中", "小", "特大", "默认", "分享", "微信", "微博", "新浪微博", "QQ空间", "收藏", "繁體",
    "繁体", "简体", "下载", "朗读",
  ]

  private static let controls = (buttons + besideButtons).sorted {
    $0.unicodeScalars.count > $1.unicodeScalars.count
  }

  /// Whether buttons are all there is, in any number and order: `字体：[大 中 小] 打印 关闭`.
  private static func isControls(_ line: Scalars) -> Bool {
    guard line.count <= 80 else { return false }
    var rest = line[...]
    var words = 0
    var hasButton = false
    var hasSize = false
    while let next = rest.first {
      if separators.contains(next) {
        rest = rest.dropFirst()
        continue
      }
      guard let word = controls.first(where: { rest.starts(with: $0.unicodeScalars) }) else {
        return false
      }
      words += 1
      if buttons.contains(word) { hasButton = true }
      if word == "字体" || word == "字号" { hasSize = true }
      rest = rest.dropFirst(word.unicodeScalars.count)
    }
    return hasButton || hasSize && words > 1
  }

  private static let separators = Set("[]【】〔〕()（）:：|｜丨/、，,·>-－".unicodeScalars)

  /// Where the page stands on its site.
  private static let trails = [
    "首页", "网站首页", "当前位置", "您当前的位置", "您的位置", "您所在的位置", "您现在的位置", "现在位置", "所在位置",
  ]

  private static func isTrail(_ line: Scalars) -> Bool {
    guard let trail = trails.first(where: { line.starts(with: $0.unicodeScalars) }) else {
      return false
    }
    let rest = line.dropFirst(trail.unicodeScalars.count)
    guard let next = rest.first else { return false }
    if trail.hasSuffix("位置") { return "：:".unicodeScalars.contains(next) && !rest.contains("。") }
    return ">＞»›→".unicodeScalars.contains(next)
  }

  /// How often the page was read, and its neighbours.
  private static let counters = [
    "浏览次数", "浏览量", "阅读次数", "阅读量", "访问次数", "访问量", "点击数", "点击量", "点击次数", "上一篇", "下一篇", "上一条",
    "下一条", "扫一扫",
  ]

  /// A counter gives nothing but its number; a neighbour's title is another page's.
  private static func isCounter(_ line: Scalars) -> Bool {
    var line = line[...]
    while let first = line.first, "[【(（".unicodeScalars.contains(first) { line = line.dropFirst() }
    guard let word = counters.first(where: { line.starts(with: $0.unicodeScalars) }) else {
      return false
    }
    let rest = line.dropFirst(word.unicodeScalars.count)
    guard let next = rest.first else { return false }
    if word.hasPrefix("上一") || word.hasPrefix("下一") { return "：:".unicodeScalars.contains(next) }
    if word == "扫一扫" { return rest.count < 20 }
    return "：:".unicodeScalars.contains(next)
      && rest.dropFirst().allSatisfy { isDigit($0) || "次]】)）".unicodeScalars.contains($0) }
  }
}
