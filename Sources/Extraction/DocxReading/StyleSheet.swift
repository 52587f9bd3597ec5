/// What `w:styles` says about text that is read, with `w:basedOn` resolved (17.7).
struct StyleSheet {
  struct Style {
    /// Nil where neither the style nor one it is based on says anything.
    var isHidden: Bool?
    var position: VerticalPosition?
    var strike = Strike()
    var numbering = NumberingReference()
    /// The style in the chain that brings the numbering: a list level may be linked to it (`w:lvl/w:pStyle`).
    var numberingStyle: String?
  }

  private var styles: [Style] = []
  private var indices: [String: Int] = [:]
  /// The style of paragraphs without `w:pStyle`.
  private(set) var defaultParagraphStyle: Style?

  func style(_ id: String) -> Style? { indices[id].map { styles[$0] } }

  init() {}

  /// - Parameter declarations: As they stand in the part; the first of several with one id counts.
  init(_ declarations: [StyleDeclaration]) {
    var parents: [Int?] = []
    for declaration in declarations where indices[declaration.id] == nil {
      indices[declaration.id] = styles.count
      styles.append(declaration.style)
    }
    var seen: Set<String> = []
    for declaration in declarations where seen.insert(declaration.id).inserted {
      parents.append(declaration.basedOn.flatMap { indices[$0] })
    }
    inherit(parents)
    for declaration in declarations
    where declaration.isDefault && declaration.isParagraphStyle && defaultParagraphStyle == nil {
      defaultParagraphStyle = style(declaration.id)
    }
  }

  /// Fills what a style leaves open from the one it is based on, each style once; a chain that bites its tail ends there.
  private mutating func inherit(_ parents: [Int?]) {
    var isResolved = [Bool](repeating: false, count: styles.count)
    var isOnPath = [Bool](repeating: false, count: styles.count)
    for first in styles.indices {
      var path: [Int] = []
      var next: Int? = first
      while let index = next, !isResolved[index], !isOnPath[index] {
        isOnPath[index] = true
        path.append(index)
        next = parents[index]
      }
      for index in path.reversed() {
        isOnPath[index] = false
        isResolved[index] = true
        if let parent = parents[index], isResolved[parent], parent != index {
          styles[index].inherit(styles[parent])
        }
      }
    }
  }
}

extension StyleSheet.Style {
  fileprivate mutating func inherit(_ parent: Self) {
    isHidden = isHidden ?? parent.isHidden
    position = position ?? parent.position
    strike.fill(from: parent.strike)
    if numbering.list == nil {
      numbering.list = parent.numbering.list
      numbering.level = numbering.level ?? parent.numbering.level
      numberingStyle = parent.numberingStyle
    }
  }
}

extension StyleSheet {
  /// Whether the part `bytes` can say anything that a style sheet keeps; true where that cannot be told.
  static func mayMatter(_ bytes: [UInt8]) -> Bool {
    // In another encoding the words would not be found.
    guard bytes.starts(with: usualStart) || isUTF8(bytes) else { return true }
    // `ike` is `strike` and `dstrike`, whose first letters are everywhere.
    let words = ["numPr", "vanish", "vertAlign", "ike", "!DOCTYPE"].map { Array($0.utf8) }
    return unsafe bytes.withUnsafeBytes { bytes in
      var index = 0
      // Two letters sort out nearly every place before a word is compared, eight places at a time.
      while index + 9 <= bytes.count {
        let first = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let second = unsafe bytes.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
        if mayBegin(first, second),
          (index..<index + 8).contains(where: { place in
            words.contains { unsafe bytes[place...].starts(with: $0) }
          })
        {
          return true
        }
        index += 8
      }
      return (index..<bytes.count).contains { place in
        words.contains { unsafe bytes[place...].starts(with: $0) }
      }
    }
  }

  private static let usualStart = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"".utf8)

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(128), as: UTF8.self).lowercased()
    return head.hasPrefix("<") && (!head.contains("encoding") || head.contains("utf-8"))
  }

  /// Whether a word that matters may begin at one of eight places: `nu`, `va`, `ve`, `ik`, `!D`.
  @inline(__always)
  private static func mayBegin(_ first: UInt64, _ second: UInt64) -> Bool {
    // a and e differ in one bit.
    let vowels = second & 0xFBFB_FBFB_FBFB_FBFB
    let places =
      equal(first, "n") & equal(second, "u") | equal(first, "v") & equal(vowels, "a")
      | equal(first, "i") & equal(second, "k") | equal(first, "!") & equal(second, "D")
    return places != 0
  }

  /// The highest bit of each byte of `word` that is `letter`, and perhaps of some after it.
  @inline(__always)
  private static func equal(_ word: UInt64, _ letter: Unicode.Scalar) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = word ^ ones &* UInt64(letter.value)
    return (difference &- ones) & ~difference & ones << 7
  }
}

/// `w:vertAlign` (17.3.2.42), where it is not the base line.
enum VerticalPosition {
  case baseline, superscript, `subscript`

  init(_ value: String?) {
    self =
      switch value {
      case "superscript": .superscript
      case "subscript": .subscript
      default: .baseline
      }
  }
}

/// `w:strike` and `w:dstrike` (17.3.2.37, 17.3.2.9): either line may be taken away alone; nil says nothing.
struct Strike {
  var single: Bool?
  var double: Bool?

  var isOn: Bool { single == true || double == true }

  /// Takes what is left open from `other`.
  mutating func fill(from other: Strike) {
    single = single ?? other.single
    double = double ?? other.double
  }
}

/// `w:numPr` (17.3.1.19): either half may be missing and comes from elsewhere then.
struct NumberingReference: Hashable {
  /// `w:numId`; 0 takes the numbering away.
  var list: Int?
  /// `w:ilvl`, 0...8.
  var level: Int?
}

/// One `w:style` as it stands in the part.
struct StyleDeclaration {
  var id: String
  var basedOn: String?
  var isDefault = false
  var isParagraphStyle = false
  var style = StyleSheet.Style()
}
