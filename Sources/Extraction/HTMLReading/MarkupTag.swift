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
  /// The number that its attributes hold for it, `data-count="2467"`, or empty where that isn't known: a script says which,
  /// `v-text="total"`, or two attributes hold different numbers.
  var filling: String?
  /// Whether a script may fill it where it holds nothing, 0 or a dash.
  var mayBeFilled = false

  /// Whether it stands for something that shows only when somebody asks for it.
  var isClosed: Bool { name == "dialog" && self["open"] == nil || self["popover"] != nil }

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Bytes of a value; what is longer is a picture, or an attack, but for a style, which may hold a picture.
  static func longestValue(of name: String) -> Int { name == "style" ? 1 << 16 : 4_096 }

  /// An attribute of the output: the ``StyleCondition`` words that hold for the element.
  static let conditions = "lang"

  /// The attributes that anything here asks for.
  static let known: Set<String> = [
    "id", "class", "style", "colspan", "rowspan", "href", "src", "width", "height", "type", "start",
    "value", "hidden", "bgcolor", "background", "color", "role", "title", "download", "reversed",
    "name", "content", "rel", "charset", "http-equiv", "property", "language", "dir", "size",
    "placeholder", "open", "popover", "media", "span",
  ]

  /// Notes an attribute that nothing else here asks for, if it says what a script fills in.
  mutating func noteFilling(_ name: String, _ value: @autoclosure () -> String) {
    if Self.isBinding(name) || Self.handlers.contains(name) && Self.writesText(value()) {
      filling = ""
    } else if Self.fields.contains(name) {
      mayBeFilled = true
    } else if name.hasPrefix("data-"), filling != "",
      name.split(separator: "-").dropFirst().contains(where: { Self.numbers.contains(String($0)) })
    {
      let value = String(value().trimmed)
      guard CleanText.isFigure(value) else { return }
      // A number may be written with and without its separators.
      let digits = value.filter { $0 != "," && $0 != "，" }
      filling = filling == nil || filling == digits ? digits : ""
    }
  }

  /// Whether a script puts text, or the value of a field, into an element with the attribute `name`: `v-model.number`,
  /// `v-bind:value`, `data-ng-bind-html`.
  private static func isBinding(_ name: String) -> Bool {
    var name = name.prefix { $0 != "." }
    for (prefix, short) in [
      ("v-bind:", ":"), ("x-bind:", ":"), ("data-ng-", "ng-"), ("x-ng-", "ng-"),
    ]
    where name.hasPrefix(prefix) {
      name = short + name.dropFirst(prefix.count)
    }
    return bindings.contains(String(name)) || name.hasPrefix("ng-bind")
  }

  /// Attributes by which scripts put text into an element, or a value into a field of a form.
  private static let bindings: Set<String> = [
    "v-text", "v-html", "v-model", ":text", ":value", "x-text", "x-html", "x-model", ":textcontent",
    ":innertext", ":innerhtml", "ng-model", "ng-value", "data-bind", "data-text-bind", "wx:text",
    "ms-text", "ms-html", "ms-duplex", "rv-text", "rv-html", "rv-value", "t-text", "[innertext]",
    "[innerhtml]", "[textcontent]", "[value]", "[ngmodel]", "[(ngmodel)]", "th:text", "th:utext",
    "th:value",
  ]

  /// Attributes by which scripts find what they fill, among much else.
  private static let fields: Set<String> = [
    "data-field", "lay-filter", "data-fill", "data-key", "data-var",
  ]

  /// Attributes with scripts that run without a reader's doing.
  private static let handlers: Set<String> = ["onerror", "onload"]

  private static func writesText(_ script: String) -> Bool {
    ["textContent", "innerHTML", "innerText", "outerHTML", ".text(", ".html("].contains {
      script.holds($0)
    }
  }

  /// Words in names of attributes whose numbers scripts show, often counting up to them; not `data-id`, `data-row`.
  private static let numbers: Set<String> = [
    "to", "count", "counter", "countup", "value", "val", "number", "num", "target", "end", "final",
    "total", "text", "n", "v", "from", "stop", "odometer", "content",
  ]
}
