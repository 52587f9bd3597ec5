/// Text with a line through it, which stays marked in the paragraph until that is whole.
///
/// A correction stands beside what it replaces (~~12~~15 is 15, not 1215), and only the whole paragraph tells whether
/// figures are about. The marks are control characters, which neither XML nor HTML can contain.
package enum StruckText {
  package static let opening: UInt8 = 0x0E
  package static let closing: UInt8 = 0x0F

  /// Where the struck-out text begins that ends at `index`; `index` itself where there is none.
  package static func start(before index: Int, in bytes: [UInt8]) -> Int {
    var start = index
    while start > 0, bytes[start - 1] == closing,
      let opened = bytes[..<start].lastIndex(of: opening)
    {
      start = opened
    }
    return start
  }

  /// Whether what is struck out of a paragraph may be the wrong one of two figures.
  ///
  /// So it is taken where the paragraph has a number, digits or Chinese, and is Chinese itself or nothing but numbers, as
  /// the paragraphs and cells of reports are. Elsewhere the words are as good as any that show.
  ///
  ///     共收到申请~~12~~15件    true        ~~draft 2~~ final    false
  ///     ~~12~~15              true        （~~暂行~~）          false
  static func mayBeFigure(in paragraph: [UInt8]) -> Bool {
    var hasNumber = false
    var hasIdeograph = false
    var hasLetter = false
    for scalar in String(decoding: paragraph, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "0"..."9", "０"..."９", "①"..."⓿": hasNumber = true
      case "零", "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "两", "无":
        hasNumber = true
        hasIdeograph = true
      case "\u{3400}"..."\u{9FFF}", "\u{20000}"..."\u{3FFFF}": hasIdeograph = true
      default: if scalar.properties.isAlphabetic { hasLetter = true }
      }
    }
    return hasNumber && (hasIdeograph || !hasLetter)
  }

  /// A paragraph whose struck-out text was kept or left out.
  package struct Settled {
    package var bytes: [UInt8] = []
    /// What was struck out, as it stands.
    package var pieces: [ArraySlice<UInt8>] = []
    package var isKept: Bool
  }

  /// Keeps what is struck out of `marked` or leaves it out, and sees to it that no two numbers become one.
  ///
  ///     3~~件，~~5  ->  3 5        1~~2~~5  ->  15        draft ~~1~~2  ->  draft 1 2
  package static func settled(_ marked: [UInt8]) -> Settled {
    var settled = Settled(isKept: !mayBeFigure(in: marked))
    var rest = marked[...]
    // Whether a number that goes on here would be none that is printed.
    var isGap = false
    var wasStruck = false
    while let first = rest.first {
      if first == opening {
        let piece = rest.dropFirst().prefix { $0 != closing }
        rest = rest[piece.endIndex...].dropFirst()
        if settled.isKept {
          settled.join(piece, isGap: !wasStruck)
          isGap = true
        } else {
          isGap = isGap || !Digits.isNumber(piece)
        }
        wasStruck = true
        settled.pieces.append(piece)
      } else {
        let piece = rest.prefix { $0 != opening }
        rest = rest[piece.endIndex...]
        settled.join(piece, isGap: isGap)
        isGap = false
        wasStruck = false
      }
    }
    return settled
  }
}

extension StruckText.Settled {
  fileprivate mutating func join(_ piece: ArraySlice<UInt8>, isGap: Bool) {
    if isGap, Digits.end(bytes[...]), Digits.begin(piece) { bytes.append(0x20) }
    bytes += piece
  }
}

/// Digits in UTF-8, ASCII and full-width.
package enum Digits {
  package static func end(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last else { return false }
    return isDigit(last) || isFullWidth(bytes.suffix(3))
  }

  package static func begin(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    return isDigit(first) || isFullWidth(bytes.prefix(3))
  }

  /// Whether `bytes` are ASCII digits, blanks around them not counted.
  package static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = CleanText.line(String(decoding: bytes, as: UTF8.self))
    return !text.isEmpty && text.utf8.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// ０ to ９: EF BC 90 to EF BC 99.
  private static func isFullWidth(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 3 && bytes.starts(with: [0xEF, 0xBC])
      && bytes.last.map { (0x90...0x99).contains($0) } ?? false
  }
}
