internal import DocumentModel

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
  /// What a script puts into the element in place of its content; nil where nothing says so.
  ///
  /// The number that an attribute holds for it, `data-count="2467"`, or empty where that isn't known, `v-text="total"`.
  var filling: String?

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Bytes of a value; what is longer is a picture, or an attack.
  static let longestValue = 4_096

  /// The attributes that anything here asks for.
  static let known: Set<String> = [
    "id", "class", "style", "colspan", "rowspan", "href", "src", "width", "height", "type", "start",
    "value", "hidden", "bgcolor", "background", "color", "role", "title", "download", "reversed",
    "name", "content", "rel", "charset", "http-equiv", "property", "language", "dir", "size",
    "placeholder",
  ]

  /// Notes an attribute that nothing else here asks for, if it says what a script fills in.
  mutating func noteFilling(_ name: String, _ value: @autoclosure () -> String) {
    if Self.bindings.contains(name) || name.hasPrefix("ng-bind") {
      filling = filling ?? ""
    } else if name.hasPrefix("data-"), filling == nil,
      name.split(separator: "-").dropFirst().contains(where: { Self.numbers.contains(String($0)) })
    {
      let value = String(value().trimmed)
      if CleanText.isFigure(value) { filling = value }
    }
  }

  /// Attributes by which scripts put text into an element.
  private static let bindings: Set<String> = [
    "v-text", "v-html", ":text", "x-text", "x-html", ":textcontent", ":innertext", "data-bind",
    "data-text-bind", "wx:text", "ms-text", "ms-html", "rv-text", "t-text", "[innertext]",
    "[innerhtml]", "[textcontent]",
  ]

  /// Words in names of attributes whose numbers scripts show, often counting up to them; not `data-id`, `data-row`.
  private static let numbers: Set<String> = [
    "to", "count", "counter", "countup", "value", "val", "number", "num", "target", "end", "final",
    "total", "text", "n", "v", "from", "stop", "odometer", "content",
  ]
}
