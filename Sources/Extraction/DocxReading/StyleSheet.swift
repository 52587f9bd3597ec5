/// What `w:styles` says about text that is read, with `w:basedOn` resolved (17.7).
struct StyleSheet {
  struct Style {
    /// Nil where neither the style nor one it is based on says anything.
    var isHidden: Bool?
    var position: VerticalPosition?
    var strike = Strike()
    /// How its text looks, and what lies under its paragraphs.
    var look = Look()
    var ground: Ground?
    /// Whether text of the style may be unseen on white, or stands on a ground of its own.
    var hasNotableLook = false
    var numbering = NumberingReference()
    /// The style in the chain that brings the numbering: a list level may be linked to it (`w:lvl/w:pStyle`).
    var numberingStyle: String?
  }

  private var styles: [Style] = []
  private var indices: [String: Int] = [:]
  /// The style of paragraphs without `w:pStyle`.
  private(set) var defaultParagraphStyle: Style?
  private var tables: [String: TableLook] = [:]
  /// What `w:docDefaults` says of all text.
  private(set) var defaults = Look()
  /// Whether the part was read, or there is none: what no style says is known then too.
  private(set) var isComplete = true
  /// The colours of text that the part holds, where it was not read.
  private(set) var unreadInks: [RGB] = []

  func style(_ id: String) -> Style? { indices[id].map { styles[$0] } }

  func index(of id: String) -> Int? { indices[id] }

  subscript(index: Int) -> Style { styles[index] }

  /// The style of a table, or the default one.
  func table(_ id: String?) -> TableLook? {
    (id ?? defaultTableStyle).flatMap { tables[$0] }
  }

  private var defaultTableStyle: String?

  init() {}

  /// A part that was looked at and not read.
  init(unread hints: StyleHints) {
    isComplete = false
    unreadInks = hints.inks
  }

  /// - Parameter declarations: As they stand in the part; the first of several with one id counts.
  init(_ declarations: [StyleDeclaration], defaults: Look = Look()) {
    self.defaults = defaults
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
    for index in styles.indices {
      styles[index].hasNotableLook = styles[index].look.isNotable || styles[index].ground != nil
    }
    inheritTables(declarations, parents)
    for declaration in declarations
    where declaration.isDefault && declaration.isParagraphStyle && defaultParagraphStyle == nil {
      defaultParagraphStyle = style(declaration.id)
    }
  }

  private mutating func inheritTables(_ declarations: [StyleDeclaration], _ parents: [Int?]) {
    var parentIDs: [String: String] = [:]
    for declaration in declarations where declaration.table != nil {
      if tables[declaration.id] == nil {
        tables[declaration.id] = declaration.table
        parentIDs[declaration.id] = declaration.basedOn
      }
      if declaration.isDefault, defaultTableStyle == nil { defaultTableStyle = declaration.id }
    }
    let own = tables
    for id in own.keys {
      var seen: Set<String> = [id]
      var next = parentIDs[id]
      while let parent = next, seen.insert(parent).inserted, let look = own[parent] {
        tables[id]?.fill(from: look)
        next = parentIDs[parent]
      }
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
    look.fill(from: parent.look)
    ground = ground ?? parent.ground
    if numbering.list == nil {
      numbering.list = parent.numbering.list
      numbering.level = numbering.level ?? parent.numbering.level
      numberingStyle = parent.numberingStyle
    }
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
  /// Set for a style of tables.
  var table: TableLook?
}
