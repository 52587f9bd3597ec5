internal import DocumentModel

/// How an element of a page shows, with what it has from those around it.
struct PageLook {
  /// Not laid out: `display: none`.
  var isHidden = false
  /// `visibility: hidden`.
  var isUnseen = false
  /// Pixels.
  var size = 16.0
  /// Whether the size is a share of that around it, which the page needn't say.
  var isScaled = false
  /// 1 for all that is painted.
  var opacity = 1.0
  var isMovedOff = false
  /// By `text-indent`, which browsers end at a table.
  var isIndentedOff = false
  /// May not show as it stands in the source.
  var isUnclear = false
  /// By what (``StyleDeclarations/cause``).
  var cause: String?
  /// The innermost element around the text that stands apart from what is beside it, as `float` and a wide margin do it, and by
  /// whose number texts of different ones are told apart; -1 for none.
  var piece = -1
  /// Whether its children stand apart from each other.
  var holdsItems = false
  /// A column of a table that isn't shown.
  var isCollapsed = false
  /// Without width or height, which hides a field of a form.
  var isFlat = false
  /// Has a picture as its ground.
  var isPicture = false
  /// The font that the page brings along for it: its digits may look like others.
  var ownFont: String?
  /// Black where nothing is said.
  var ink: PageColour.Value?
  /// What is painted in place of ``ink``.
  var fill: PageColour.Value?
  /// White where nothing is said.
  var ground: PageColour.Value?
  var isStruck = false
  var height: DigitHeight?
  /// Whether the element begins and ends lines.
  var isBlock = false
  var isListNumber = false
  /// Stands in a cell of a table.
  var isInCell = false
  var listStyle: String?

  var isOffPage: Bool { isMovedOff || isIndentedOff }
  /// Laid out without ink.
  var isInvisible: Bool { isUnseen || opacity < StyleDeclarations.leastOpacity }
  var isTiny: Bool { size < StyleDeclarations.leastSize }
}
