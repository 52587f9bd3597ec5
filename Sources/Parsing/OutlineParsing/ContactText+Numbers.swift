internal import DocumentModel
internal import TextScanning

extension ContactText {
  struct Phone {
    /// `0537-3413872`; several numbers keep the mark between them.
    var value: String
    /// Whether （传真同号） or the like stands behind it.
    var isFaxToo: Bool
  }

  /// The phone number that begins at `start`.
  ///
  ///     0537—3413872  ->  0537-3413872
  ///     (0537)3413872, 0537 3413872  ->  0537-3413872
  ///     7128700、7128701  ->  7128700、7128701
  func phone(at start: Int) -> Phone? {
    var value = String.UnicodeScalarView()
    /// Digits since the last separator of numbers.
    var run = 0
    var digits = 0
    var index = start
    var isInAreaCode = false
    var isInExtension = false
    scan: while index < text.count, index - start < 80 {
      let scalar = text[index]
      let next = index + 1 < text.count ? text[index + 1] : " "
      if scalar.isDigit {
        if run > 0, hasBlank(before: index), text[index - 1].isDigit {
          switch joint(behind: value, at: index) {
          case .none: break
          case .areaCode: value.append("-")
          case .nextNumber:
            value.append("、")
            run = 0
          case .otherText: break scan
          case .damage: return nil
          }
        }
        value.append(scalar)
        run += 1
        digits += 1
      } else if scalar == "-", run > 0 {
        if value.last != "-" { value.append("-") }
      } else if scalar == "(", run == 0, next.isDigit {
        isInAreaCode = true
      } else if scalar == ")", isInAreaCode {
        isInAreaCode = false
        value.append("-")
      } else if scalar == "+", index == start, next.isDigit {
        value.append(scalar)
      } else if let end = extensionStart(at: index), run >= 5 {
        value.append("转")
        isInExtension = scalar == "("
        index = end
        continue
      } else if scalar == "," || scalar == ";", run >= 7, numberBegins(at: index + 1) {
        value.append("、")
        run = 0
      } else if scalar == "、" || scalar == "/" || scalar == "或", run >= 5,
        next.isDigit || next == "("
      {
        value.append(scalar == "或" ? "、" : scalar)
        run = 0
      } else {
        // A letter among the digits stands for one of them: 0517-872212З4.
        if run > 0, next.isDigit, !scalar.isIdeograph, scalar.properties.isAlphabetic,
          !hasBlank(before: index)
        {
          return nil
        }
        break scan
      }
      index += 1
    }
    if isInExtension, index < text.count, text[index] == ")" { index += 1 }
    while let last = value.last, !last.isDigit { value.removeLast() }
    guard digits >= 5 else { return nil }
    let isFaxToo =
      text.first(of: ["(传真同", "(兼传真", "(同传真", "(含传真", "(传真)", "兼传真"], at: index) != nil
    return Phone(value: String(value), isFaxToo: isFaxToo)
  }

  /// What a blank between two digits is.
  private enum Joint {
    /// Of one number, which has groups.
    case none
    case areaCode, nextNumber
    /// The number ends before it: a postcode, a year.
    case otherText
    /// More digits than a number has.
    case damage
  }

  private func joint(behind value: String.UnicodeScalarView, at index: Int) -> Joint {
    let last = value.split(separator: "、").last ?? value[...]
    let number = last.starts(with: "+86".unicodeScalars) ? last.dropFirst(3) : last
    var end = index
    while end < text.count, text[end].isDigit, end == index || !hasBlank(before: end) { end += 1 }
    let group = end - index
    let local = number.split(separator: "-").last?.count ?? 0
    let isWhole =
      switch number.first {
      case "1": number.count >= 11 || number.contains("-")
      case "0": number.contains("-") ? local >= 7 : number.count >= 10
      default: number.count >= 7
      }
    if isWhole {
      let opens = group == 3 && text[index] == "1" || (3...4).contains(group) && text[index] == "0"
      return group >= 7 || opens && end < text.count && (text[end].isDigit || text[end] == "-")
        ? .nextNumber : .otherText
    }
    if (3...4).contains(number.count), number.first == "0", number.count == local {
      return .areaCode
    }
    if group >= 7, number.count >= 7 { return .nextNumber }
    return number.first == "1" && number.count + group > 11 ? .damage : .none
  }

  /// Where an extension's digits begin behind its word at `index`: 转801, 分机801, (转801).
  private func extensionStart(at index: Int) -> Int? {
    let start = text[index] == "(" ? index + 1 : index
    guard start < text.count,
      let word = text.first(of: ["转分机", "转接", "转", "分机号", "分机"], at: start)
    else { return nil }
    var end = start + word.count
    if end < text.count, text[end] == ":" { end += 1 }
    return end < text.count && text[end].isDigit ? end : nil
  }

  /// Whether another phone number begins at `start`, seven digits of it at least, and no postcode.
  private func numberBegins(at start: Int) -> Bool {
    guard start < text.count else { return false }
    let digits = text[start...].prefix(16).prefix { $0.isDigit || $0 == "-" }.filter(\.isDigit)
    return digits.count >= 7
  }

  /// An address that a letter could be sent to: no address of a site.
  func postalAddress(_ start: Int, _ next: Int) -> String? {
    guard let words = words(start, next), words.unicodeScalars.contains(where: \.isIdeograph) else {
      return nil
    }
    let folded = TextFolding.folded(words)
    return folded.contains(anyOf: ["http:", "https:", "www."]) ? nil : words
  }

  /// The address of a site that begins at `start`, brackets before it skipped; the host as written.
  func website(at start: Int) -> String? {
    var begin = start
    while begin < text.count, "(<[《\"“".unicodeScalars.contains(text[begin]), begin - start < 4 {
      begin += 1
    }
    var end = begin
    while end < text.count, end - begin < 300, Self.isAddress(text[end]),
      !hasBlank(before: end) || end == begin
    {
      end += 1
    }
    while end > begin, ".,:?&".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    guard end - begin >= 6, text[begin..<end].contains("."), !text[begin..<end].contains("@"),
      text[begin..<end].contains(where: \.isASCIILetter)
    else { return nil }
    return text.string(begin, end)
  }

  /// A site given in brackets behind its name, or with its scheme: 门户网站（http://…）, （www.…）.
  func announcedWebsite() -> String? {
    for index in text.indices where text[index] == "w" || text[index] == "h" {
      guard
        text.has("www.", at: index) || text.has("http://", at: index)
          || text.has("https://", at: index)
      else { continue }
      let before = Array(text[max(0, index - 16)..<index])
      guard before.contains(anyOf: ["网站", "网址", "官网", "门户", "网"]) else { continue }
      if let site = website(at: index) { return site }
    }
    return nil
  }

  private static func isAddress(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isASCIILetter || ":/.-_?=&%#~+@".unicodeScalars.contains(scalar)
  }
}

/// Finds the office that answers questions.
enum ContactUnit {
  /// 请与某某局办公室联系, 请联系某某局办公室, 请致电某某办公室（…）.
  static func unit(in block: ContactText) -> String? {
    let text = block.text
    for index in text.indices where text[index] == "请" || text[index] == "可" || text[index] == "迎" {
      for opening in openings where text.has(opening, at: index) {
        let start = index + opening.count
        let end = self.end(in: text, from: start)
        guard end - start >= 3, end - start <= 40, Organisation.isName(Array(text[start..<end]))
        else { continue }
        return block.words(start, end).map { TightText.string($0.scalars) }
      }
    }
    return nil
  }

  private static func end(in text: [Unicode.Scalar], from start: Int) -> Int {
    var index = start
    while index < text.count, index - start <= 41 {
      // 高新区(乌斯太镇)审批局政务公开办公室联系: a bracket within the name.
      if text[index] == "(", let close = text[index...].prefix(16).firstIndex(of: ")"),
        close + 1 < text.count, text[close + 1].isIdeograph, !ends(text, at: close + 1)
      {
        index = close + 1
        continue
      }
      if "(),;:。".unicodeScalars.contains(text[index]) || ends(text, at: index) { return index }
      index += 1
    }
    return index
  }

  private static func ends(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    text.first(of: ["联系", "反映", "咨询", "反馈", "垂询", "查询", "沟通", "提出"], at: index) != nil
  }

  private static let openings: [Phrase] = [
    "请直接与", "请径与", "请径向", "请及时与", "请与", "请和", "请同", "请联系", "请致电", "请致函", "请向", "请咨询", "可直接与",
    "可以与", "可与", "可向", "可联系", "可致电", "可咨询", "迎与", "迎联系",
  ]
}
