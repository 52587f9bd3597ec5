/// The label of a numbered paragraph, and whether it is nothing but a bullet.
struct ListLabel: Hashable {
  var text: String
  var isBullet: Bool
  var suffix: Numbering.Suffix
}

/// Counts the lists of one story.
struct ListCounters {
  enum Outcome: Hashable {
    case label(ListLabel)
    /// The paragraph is not numbered, or its label shows nothing.
    case unlabelled
    /// `w:numId` leads to no definition.
    case undefined
  }

  private let numbering: Numbering
  private let styles: StyleSheet
  /// The current number of each level, by abstract list: lists that share one go on counting where another stopped.
  private var counters: [Int: [Int?]] = [:]
  /// Start overrides that have had their effect.
  private var overridden: Set<[Int]> = []
  private(set) var unknownFormats: Set<String> = []

  init(_ numbering: Numbering, styles: StyleSheet) {
    self.numbering = numbering
    self.styles = styles
  }

  /// Counts one paragraph and gives its label.
  ///
  /// - Parameter style: The style that the numbering comes from; nil where the paragraph itself has it. A style
  ///   stands for the level that names it.
  mutating func next(_ reference: NumberingReference, style: String?) -> Outcome {
    guard let number = reference.list, number != 0 else { return .unlabelled }
    guard let list = numbering.lists[number],
      let abstract = numbering.abstractList(of: list, styles: styles)
    else { return .undefined }
    let levels = numbering.abstractLists[abstract]?.levels ?? [:]
    func level(_ index: Int) -> Numbering.Level? { list.levels[index] ?? levels[index] }

    var index = min(max(reference.level ?? 0, 0), Numbering.levelCount - 1)
    if let style,
      let linked = (0..<Numbering.levelCount).first(where: { level($0)?.style == style })
    {
      index = linked
    }
    guard let own = level(index) else { return .undefined }

    var numbers = counters[abstract] ?? Array(repeating: nil, count: Numbering.levelCount)
    if let start = list.startOverrides[index], overridden.insert([number, index]).inserted {
      numbers[index] = start
    } else {
      numbers[index] = numbers[index].map { $0 &+ 1 } ?? own.start
    }
    for deeper in index + 1..<max(Numbering.levelCount, index + 1)
    where Self.restarts(level(deeper), after: index) {
      numbers[deeper] = nil
    }
    counters[abstract] = numbers

    guard !own.isHidden else { return .unlabelled }
    let text = label(own, numbers: numbers, level: level)
    let isBullet = own.format == .bullet
    return text.isEmpty
      ? .unlabelled : .label(ListLabel(text: text, isBullet: isBullet, suffix: own.suffix))
  }

  /// Whether a level goes back to its start when `index` (from 0) above it is used (17.9.11).
  private static func restarts(_ level: Numbering.Level?, after index: Int) -> Bool {
    guard let restart = level?.restart else { return true }
    return restart != 0 && index < restart
  }

  private mutating func label(
    _ own: Numbering.Level, numbers: [Int?], level: (Int) -> Numbering.Level?
  ) -> String {
    if own.format == .bullet { return SymbolFont.readable(own.text, font: own.font) }
    var text = ""
    var scalars = own.text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%", let digit = scalars.first, ("1"..."9").contains(digit) else {
        text.unicodeScalars.append(scalar)
        continue
      }
      scalars.removeFirst()
      let index = Int(digit.value) - 0x31
      guard let shown = level(index) else { continue }
      // A level above that has not been used shows its start.
      text += number(numbers[index] ?? shown.start, of: shown, isLegal: own.isLegal)
      if text.utf8.count > Self.longestLabel { break }
    }
    text = SymbolFont.readable(text, font: own.font)
    return text.utf8.count > Self.longestLabel ? "" : text
  }

  /// Bytes; what is longer is no label.
  static let longestLabel = 256

  private mutating func number(_ number: Int, of level: Numbering.Level, isLegal: Bool) -> String {
    if let unknown = level.unknownFormat { unknownFormats.insert(unknown) }
    guard let format = level.format else { return String(number) }
    if isLegal, format != .none { return String(number) }
    return format.text(number)
  }
}
