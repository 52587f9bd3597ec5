internal import TextScanning

/// A paragraph without blanks, so that 邮 编 ： is 邮编:, and the way back to what is printed.
struct ContactText {
  /// Folded, without blanks.
  let text: [Unicode.Scalar]
  private let raw: [Unicode.Scalar]
  /// The index in `raw` of each scalar of `text`.
  private let source: [Int32]

  init(raw: [Unicode.Scalar], folded: [Unicode.Scalar]) {
    self.raw = raw
    var text: [Unicode.Scalar] = []
    var source: [Int32] = []
    text.reserveCapacity(folded.count)
    source.reserveCapacity(folded.count)
    for (index, scalar) in folded.enumerated() where scalar != " " {
      text.append(scalar)
      source.append(Int32(truncatingIfNeeded: index))
    }
    self.text = text
    self.source = source
  }

  enum Kind {
    case unit, address, postcode, phone, fax, phoneAndFax, email, website, other
  }

  struct Label {
    var kind: Kind
    var start: Int
    /// The index behind the label, its colon and its bracket.
    var end: Int
    /// Whether a colon or 为 stands between label and value.
    var isAnnounced: Bool
  }

  /// Every label, in order.
  func labels() -> [Label] {
    var labels: [Label] = []
    var index = 0
    while index < text.count {
      guard let (phrase, kind) = Self.label(in: text, at: index) else {
        index += 1
        continue
      }
      let start = index
      var end = index + phrase.count
      var isAnnounced = false
      while end < text.count {
        if let skipped = text.first(of: ["号码", "(兼传真)", "(区号)"], at: end) {
          end += skipped.count
        } else if text[end] == ":" || text[end] == "为" || text[end] == "是" {
          isAnnounced = true
          end += 1
        } else {
          break
        }
      }
      // 县电话局家属院, 邮箱厂路: words of an address.
      guard
        isAnnounced || end == text.count || !text[end].isIdeograph || kind == .other
          || Self.joints.contains(text[end]) || hasBlank(before: end)
          || text.first(of: ["同", "与", "兼"], at: end) != nil
      else {
        index = end
        continue
      }
      labels.append(Label(kind: kind, start: start, end: end, isAnnounced: isAnnounced))
      index = max(end, index + 1)
    }
    return labels
  }

  private static func label(in text: [Unicode.Scalar], at index: Int) -> (Phrase, Kind)? {
    guard labelHeads.contains(text[index]) else { return nil }
    for (phrase, kind) in words where text.has(phrase, at: index) { return (phrase, kind) }
    return nil
  }

  /// Marks between labels that share one colon: 地址、邮编及电话：….
  static let joints = Set("、/及和与".unicodeScalars)

  private static let labelHeads: Set<Unicode.Scalar> = Set(words.compactMap { $0.0.first })

  /// Labels, longer ones before those that they begin with.
  private static let words: [(Phrase, Kind)] = [
    ("联系电话(传真)", .phoneAndFax), ("联系电话(兼传真)", .phoneAndFax), ("联系电话及传真", .phoneAndFax),
    ("联系电话、传真", .phoneAndFax), ("联系电话/传真", .phoneAndFax), ("联系电话和传真", .phoneAndFax),
    ("电话(传真)", .phoneAndFax), ("电话(兼传真)", .phoneAndFax), ("电话及传真", .phoneAndFax),
    ("电话、传真", .phoneAndFax), ("电话/传真", .phoneAndFax), ("电话和传真", .phoneAndFax),
    ("电话(含传真)", .phoneAndFax), ("电话兼传真", .phoneAndFax), ("电话传真", .phoneAndFax),
    ("传真(电话)", .phoneAndFax), ("传真及电话", .phoneAndFax), ("传真、电话", .phoneAndFax),
    ("联系电话/传真", .phoneAndFax), ("电话传真", .phoneAndFax), ("传真/电话", .phoneAndFax),
    ("投诉电话", .other), ("监督电话", .other), ("举报电话", .other), ("联系电话", .phone), ("办公电话", .phone),
    ("咨询电话", .phone), ("办公室电话", .phone), ("固定电话", .phone), ("座机", .phone), ("电话", .phone),
    ("联系方式", .phone),
    ("手机", .phone),
    ("TEL", .phone), ("Tel", .phone), ("tel", .phone), ("FAX", .fax), ("Fax", .fax), ("fax", .fax),
    ("传真电话", .fax), ("传真", .fax),
    ("电子邮箱地址", .email), ("电子邮件地址", .email), ("电子信箱", .email), ("电子邮箱", .email),
    ("电子邮件", .email), ("电子邮址", .email), ("邮件地址", .email), ("邮箱地址", .email), ("邮箱", .email),
    ("电邮", .email), ("E-mail", .email),
    ("e-mail", .email), ("Email", .email), ("email", .email), ("E-Mail", .email), ("EMAIL", .email),
    ("邮政编码", .postcode), ("邮编", .postcode),
    ("联系地址", .address), ("办公地址", .address), ("通讯地址", .address), ("通信地址", .address),
    ("单位地址", .address), ("邮寄地址", .address), ("门户网站地址", .website), ("门户网站网址", .website),
    ("官方网站地址", .website), ("网站地址", .website), ("网站网址", .website), ("网址地址", .website),
    ("网页地址", .website),
    ("下载地址", .website), ("访问地址", .website), ("链接地址", .website), ("互联网地址", .website),
    ("网络地址", .website),
    ("查询地址", .website), ("IP地址", .other), ("地址", .address), ("门户网站", .website), ("官方网站", .website),
    ("网站", .website), ("网址", .website), ("官网", .website),
    ("联系单位", .unit), ("联系部门", .unit), ("联系科室", .unit), ("联系机构", .unit), ("受理机构", .unit),
    ("单位名称", .unit),
    ("联系人", .other), ("办公时间", .other), ("工作时间", .other), ("受理时间", .other), ("QQ", .other),
    ("微信", .other),
  ]

  /// The words from `start` to a mark that ends a value or to `next`, the next label; as printed.
  ///
  /// A comma ends a value too, unless what follows it is still an address: 某路1号,302室. Letter-spaced lines lose
  /// their blanks, because there they are typesetting.
  func words(_ start: Int, _ next: Int) -> String? {
    var end = start
    var depth = 0
    scan: while end < min(next, text.count), end - start < 80 {
      switch text[end] {
      case ";", "。", "!", "?": break scan
      case "(": depth += 1
      case ")":
        depth -= 1
        if depth < 0 { break scan }
      case ",":
        guard addressGoesOn(behind: end, before: next) else { break scan }
      default: break
      }
      end += 1
    }
    while end > start, ",、:(".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    guard end > start, end <= source.count else { return nil }
    let printed = Array(raw[Int(source[start])...Int(source[end - 1])])
    return isLetterSpaced ? TightText.string(printed) : printed.string(0, printed.count)
  }

  private func addressGoesOn(behind comma: Int, before next: Int) -> Bool {
    let rest = text[min(comma + 1, text.count)..<max(comma + 1, min(next, text.count))]
    let part = rest.prefix { !",;。):".unicodeScalars.contains($0) }
    guard part.count <= 16, let last = part.last else { return false }
    return "室楼层座号区院厅".unicodeScalars.contains(last)
  }

  /// Whether marks stand between blanks, as in lines set to a fixed length: `号 ， 邮 编 ：`.
  private var isLetterSpaced: Bool {
    var spaced = 0
    for index in raw.indices.dropFirst().dropLast()
    where raw[index - 1] == " " && raw[index + 1] == " "
      && "，：；、".unicodeScalars.contains(raw[index])
    {
      spaced += 1
    }
    return spaced >= 2
  }

  /// Six digits.
  func postcode(at start: Int) -> String? {
    let digits = text[min(start, text.count)...].prefix { $0.isDigit }
    return digits.count == 6 ? Array(digits).string(0, 6) : nil
  }

  /// Whether a blank stands before the scalar at `index`.
  func hasBlank(before index: Int) -> Bool {
    index > 0 && index < source.count && source[index] - source[index - 1] > 1
  }

  /// The mail address that begins at `start`, brackets skipped, before the next label.
  func email(at start: Int, before next: Int) -> String? {
    guard
      let at = text[min(start, text.count)..<max(start, min(next, text.count))]
        .firstIndex(of: "@"), at - start <= 64
    else { return nil }
    return email(around: at)
  }

  func email(around at: Int) -> String? {
    var lower = at
    while lower > 0, at - lower < 64, Self.isMail(text[lower - 1]),
      !hasBlank(before: lower) || lower == at
    {
      lower -= 1
    }
    var upper = at + 1
    while upper < text.count, upper - at < 80, Self.isMail(text[upper]),
      !hasBlank(before: upper) || upper == at + 1 || isCutMail(from: at, at: upper)
    {
      upper += 1
    }
    while upper > at + 1, !text[upper - 1].isDigit, !text[upper - 1].isASCIILetter { upper -= 1 }
    guard lower < at, text[at..<upper].contains(".") else { return nil }
    return text.string(lower, upper)
  }

  /// Whether a line ended within the address around `at` before `index`: `a@exam ple.cn`, `a@163. com`.
  private func isCutMail(from at: Int, at index: Int) -> Bool {
    if text[index] == "." || text[index - 1] == "." { return true }
    let rest = text[index...].prefix(40).prefix(while: Self.isMail)
    return !text[at..<index].contains(".") && rest.contains(".") && !rest.contains("_")
  }

  private static func isMail(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isASCIILetter || "._-+%".unicodeScalars.contains(scalar)
  }
}
