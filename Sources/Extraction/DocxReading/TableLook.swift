/// What a style of tables (17.7.6) says of the ground and the colour of its text.
struct TableLook {
  /// A part of the table with an own look: `w:tblStylePr`.
  struct Region {
    /// `firstRow`, `firstCol`, `band1Horz` and so on.
    var name: String
    var ground: Ground?
    var hasInk = false
  }

  var look = Look()
  /// `w:tcPr/w:shd`, else `w:tblPr/w:shd`.
  var ground: Ground?
  var regions: [Region] = []

  /// Whether it may hide text, or puts a ground under it.
  var isNotable: Bool {
    look.isNotable || ground != nil || regions.contains { $0.ground != nil || $0.hasInk }
  }

  /// Takes what is left open from `parent`.
  mutating func fill(from parent: TableLook) {
    look.fill(from: parent.look)
    ground = ground ?? parent.ground
    for region in parent.regions where !regions.contains(where: { $0.name == region.name }) {
      regions.append(region)
    }
  }
}
