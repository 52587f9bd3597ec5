/// A sequence of blocks that is being filled: a story, a cell or a text box.
struct Flow {
  /// Where its blocks begin among all that are open.
  var start: Int
  /// Text of a paragraph whose mark is deleted or hidden: the next paragraph goes on with it.
  var carried: [UInt8] = []
  var carriedAnchored: [DraftBlock] = []
  /// Where in `carried` the label of the next paragraph belongs.
  var labelOffset = 0
}

/// A `w:p` while it is open.
struct ParagraphState {
  var style: StyleSheet.Style?
  /// Its own `w:numPr`.
  var numbering = NumberingReference()
  /// The mark at its end is recorded as deleted or moved away: what follows belongs to this paragraph.
  var isMarkDeleted = false
  /// The mark is hidden text, as that of a heading that runs into its text (`w:specVanish`).
  var isMarkHidden = false
  /// Text boxes that hang on it, in order.
  var anchored: [DraftBlock] = []
  var labelOffset = 0
  /// The reading aids over its words, in order.
  var rubies: [String] = []
  /// `w:shd` of the paragraph.
  var ground: Ground?
  /// Whether its lines are lower than any text.
  var isFlat = false
  /// Whether it or its style may hide text.
  var isNotable = false
}

/// A paragraph that waits for the end of a text box.
struct SuspendedParagraph {
  var paragraph: ParagraphState
  var buffer: [UInt8]
  var runs: [RunState]
  var openRuns: Int
  var run: RunState
  var fields: [Field]
  var isOpen: Bool
  /// The tables that are open around it.
  var tableCount: Int
}
