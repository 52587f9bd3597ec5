/// What all stories of one document are read with.
struct StoryContext {
  var styles: StyleSheet
  var numbering: Numbering
  var theme = Theme.usual
  /// Whether `theme` is the document's own.
  var isThemeRead = false
}
