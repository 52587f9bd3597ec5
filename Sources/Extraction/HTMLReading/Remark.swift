/// Something that was left out of a line or a cell, or is odd about it.
enum Remark: Hashable {
  case unseen(String)
  case struck(String, isKept: Bool)
  case hidden(String)
  /// Digits were left out, because a script, a style or a font may show others: what stands around them.
  case doubted(String)
  /// The figure of a cell, or none, is left out for the same reason.
  case unclear(String)
  /// A picture stands beside the figure of a cell.
  case pictureInCell(String)
  /// Text that stands apart from the document was left out.
  case apart(String)
}
