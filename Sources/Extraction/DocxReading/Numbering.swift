/// List definitions of `numbering.xml`: `w:num` -> `w:abstractNum` -> `w:lvl` (17.9).
struct Numbering {
  /// One of the nine levels of a list.
  struct Level: Hashable {
    var start = 1
    var format: NumberFormat? = .decimal
    /// The name of a format that is not known; such numbers print as decimal.
    var unknownFormat: String?
    /// `%1`…`%9` stand for the numbers of the levels.
    var text = ""
    var suffix = Suffix.tab
    /// The level (1…9, 0 for none) whose use starts this one again; nil for any above it.
    var restart: Int?
    /// Whether all numbers of the label are decimal, whatever their own format (`w:isLgl`).
    var isLegal = false
    /// The paragraph style that stands for this level.
    var style: String?
    var isHidden = false
    /// The font of a bullet, which decides what its code means.
    var font: String?
  }

  /// What stands between the label and the text (`w:suff`).
  enum Suffix: String {
    case tab, space, nothing
  }

  struct AbstractList {
    var levels: [Int: Level] = [:]
    /// The numbering style that defines the list in this one's place.
    var styleLink: String?
  }

  struct List {
    var abstract: Int
    /// Levels that replace those of the abstract list.
    var levels: [Int: Level] = [:]
    var startOverrides: [Int: Int] = [:]
  }

  /// Nine, as in Word.
  static let levelCount = 9

  var abstractLists: [Int: AbstractList] = [:]
  var lists: [Int: List] = [:]

  /// The abstract list behind `list`, numbering styles followed; nil where the definitions lead nowhere or in a circle.
  func abstractList(of list: List, styles: StyleSheet) -> Int? {
    var id = list.abstract
    for _ in 0..<16 {
      guard let abstract = abstractLists[id] else { return nil }
      guard let style = abstract.styleLink else { return id }
      guard let number = styles.style(style)?.numbering.list, let next = lists[number] else {
        return id
      }
      id = next.abstract
    }
    return nil
  }
}
