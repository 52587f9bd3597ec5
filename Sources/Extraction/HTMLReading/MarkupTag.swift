/// A start tag of the source.
struct MarkupTag {
  struct Attribute {
    /// In lower case.
    var name: String
    /// Character references not decoded.
    var value: String
  }

  /// In lower case.
  var name: String
  var attributes: [Attribute]

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Bytes of a value; what is longer is a picture, or an attack.
  static let longestValue = 4_096

  /// The attributes that anything here asks for.
  static let known: Set<String> = [
    "id", "class", "style", "colspan", "rowspan", "href", "src", "width", "height", "type", "start",
    "value", "hidden", "bgcolor", "background", "color", "role", "title", "download", "reversed",
    "name", "content", "rel", "charset", "http-equiv", "property", "language", "dir",
  ]
}
