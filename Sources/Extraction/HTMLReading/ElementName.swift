/// The elements of a page that matter to its text; all others are told by what becomes of them (``ElementRole``).
enum ElementName: String, Sendable, CaseIterable {
  case a, address, article, aside, blockquote, body, br, caption, center, col, colgroup, dd, del,
    details, dir, div,
    dl, dt, figcaption, figure, font, footer, h1, h2, h3, h4, h5, h6, header, hr, img, input, ins,
    li, main, nav, ol, p, pre, rp, rt, ruby, s, section, span, strike, sub, summary, sup, table,
    tbody, td, tfoot, th, thead, tr, ul
  /// Anything else that the parser makes of its own accord: `html`, `head`.
  case other

  /// Whether it has no end tag.
  var isVoid: Bool {
    switch self {
    case .br, .col, .hr, .img, .input: true
    default: false
    }
  }

  /// Whether it begins and ends lines.
  var isBlock: Bool {
    switch self {
    case .a, .br, .col, .colgroup, .del, .font, .img, .input, .ins, .rp, .rt, .ruby, .s, .span,
      .strike, .sub, .sup,
      .other:
      false
    default: true
    }
  }

  /// Whether it is part of a table.
  var isOfTable: Bool {
    switch self {
    case .td, .th, .tr, .tbody, .thead, .tfoot, .caption: true
    default: false
    }
  }

  /// Whether it is a block that may hold others, and no part of a table.
  var holdsBlocks: Bool {
    switch self {
    case .p, .hr, .dt, .summary: false
    default: isBlock && !isHeading && !isOfTable
    }
  }

  /// Whether the parser opens it again in the next block where it wasn't closed.
  var isFormatting: Bool {
    switch self {
    case .a, .font, .s, .strike: true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}

/// What becomes of an element of the source on its way to the parser.
enum ElementRole {
  case kept(ElementName)
  /// Its tags show nothing and mean nothing here; its content stays: `b`, `html`, `o:p`.
  case unwrapped
  /// The same, unless it has a style of its own.
  case phrase
  /// It stands for nothing that is text: `link`, `param`.
  case ignored
  /// What stands up to its end tag is no text of the page: `script`, `iframe`.
  case skipped
  /// The same, and what it shows may be a number: `svg`, `canvas`, `select`.
  case picture

  /// The role of the element called `name`, in lower case.
  init(_ name: String) {
    if let role = Self.byName[name] {
      self = role
    } else if name.utf8.contains(UInt8(ascii: ":")) {
      // Of an office program: `o:p`, `st1:chsdate`, `v:shape`.
      self = name == "v:imagedata" ? .kept(.img) : .unwrapped
    } else {
      // As browsers take it: `ucapcontent`.
      self = .kept(.span)
    }
  }

  /// Names of elements that are parts of lines and have no look that matters of their own.
  static let phrases = [
    "b", "i", "u", "em", "strong", "tt", "code", "nobr", "small", "abbr", "acronym", "cite", "dfn",
    "kbd", "samp", "var", "bdo", "bdi", "big", "q", "label", "button", "mark", "time", "data",
  ]

  private static let byName: [String: ElementRole] = {
    var roles: [String: ElementRole] = [:]
    for name in ElementName.allCases where name != .other { roles[name.rawValue] = .kept(name) }
    for name in ["html", "head", "form", "object", "applet", "noindex"] {
      roles[name] = .unwrapped
    }
    for name in phrases { roles[name] = .phrase }
    for name in [
      "wbr", "base", "link", "meta", "param", "source", "track", "area", "frame", "frameset",
      "basefont", "bgsound", "keygen", "menuitem", "noembed",
    ] {
      roles[name] = .ignored
    }
    for name in [
      "script", "style", "title", "iframe", "noframes", "noscript", "template", "video",
      "audio", "map", "datalist", "xml",
    ] {
      roles[name] = .skipped
    }
    for name in ["svg", "canvas", "math", "select", "meter", "progress"] { roles[name] = .picture }
    for name in ["image", "embed"] { roles[name] = .kept(.img) }
    for name in ["fieldset", "legend", "marquee", "menu", "hgroup", "dialog", "search", "textarea"]
    {
      roles[name] = .kept(.div)
    }
    for name in ["xmp", "listing", "plaintext"] { roles[name] = .kept(.pre) }
    return roles
  }()
}
