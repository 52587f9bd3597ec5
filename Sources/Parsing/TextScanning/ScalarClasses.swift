extension Unicode.Scalar {
  /// A Chinese character, 〇 included; no punctuation.
  @inlinable package var isIdeograph: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x3134F: true
    default: false
    }
  }

  /// `0` to `9`, as every digit is once folded.
  @inlinable package var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// The value of an ASCII digit; nil for anything else.
  @inlinable package var digitValue: Int? { isDigit ? Int(value) - 0x30 : nil }

  @inlinable package var isASCIILetter: Bool {
    (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A)
  }

  /// A mark at which a paragraph may end, folded or not, such as 。！？；：… and their ASCII forms.
  @inlinable package var isTerminalMark: Bool {
    switch self {
    case "。", "!", "?", ";", ":", "…", "！", "？", "；", "：", "｡": true
    default: false
    }
  }

  /// ” ’ 」 』 ) ] 》, behind which the real last mark of a sentence stands.
  @inlinable package var isClosingMark: Bool {
    switch self {
    case "”", "’", "\"", "」", "』", ")", "）", "]", "》", ">": true
    default: false
    }
  }
}
