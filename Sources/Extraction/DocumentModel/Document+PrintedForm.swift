extension Document {
  /// The normalized plain-text form: one paragraph a line, one table row a line with TAB between grid positions, a
  /// blank line between blocks.
  package func printed() -> String {
    ""
  }
}
