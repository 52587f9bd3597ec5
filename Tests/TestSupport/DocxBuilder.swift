package import DocumentModel

/// Makes minimal docx packages from the XML between the tags of their parts.
package struct DocxBuilder {
  /// What stands inside `w:body`.
  package var body: String
  /// What stands inside the root of other parts, nil where the part is absent.
  package var styles: String?
  package var numbering: String?
  /// What stands inside `a:clrScheme`.
  package var theme: String?
  package var footnotes: String?
  package var endnotes: String?
  /// Headers and footers by file name, such as `header1`; the relationship has the same id.
  package var runningText: [(name: String, content: String)] = []
  package var isStrict = false
  package var mainPart = "word/document.xml"
  package var extraEntries: [ZipBuilder.Entry] = []

  package init(_ body: String) {
    self.body = body
  }

  package static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let strictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  private var root: String {
    isStrict ? "http://purl.oclc.org/ooxml/officeDocument/" : Self.transitional
  }
  private static let transitional = "http://schemas.openxmlformats.org/officeDocument/2006/"

  /// A namespace declaration for every prefix that tests use.
  private var namespaces: String {
    let microsoft = "http://schemas.microsoft.com/office/word/2010/"
    let open = "http://schemas.openxmlformats.org/"
    return """
      xmlns:w="\(isStrict ? Self.strictWord : Self.word)" xmlns:r="\(root)relationships" \
      xmlns:mc="\(open)markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" \
      xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wps="\(microsoft)wordprocessingShape" \
      xmlns:w14="\(microsoft)wordml" xmlns:m="\(root)math" xmlns:a="\(open)drawingml/2006/main" \
      xmlns:pic="\(open)drawingml/2006/picture" xmlns:c="\(open)drawingml/2006/chart" \
      xmlns:wp="\(open)drawingml/2006/wordprocessingDrawing" xmlns:cx="http://example.invalid/chartex"
      """
  }

  /// `content` as the XML of a part with root element `name`.
  package func part(_ name: String, _ content: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<w:\(name) \(namespaces)>\(content)</w:\(name)>"
  }

  package var documentXML: String { part("document", "<w:body>\(body)</w:body>") }

  package func entries() -> [ZipBuilder.Entry] {
    let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    let folder = mainPart.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let file = mainPart.split(separator: "/").last.map(String.init) ?? ""
    var parts: [(String, String)] = [
      (
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Override PartName="/\(mainPart)" ContentType="\(type)"/></Types>
        """
      ),
      ("_rels/.rels", relationships([("rId1", "officeDocument", mainPart)])),
      (mainPart, documentXML),
    ]
    var related: [(String, String, String)] = []
    for (name, content) in [
      ("styles", styles), ("numbering", numbering), ("footnotes", footnotes),
      ("endnotes", endnotes),
    ] {
      guard let content else { continue }
      related.append(("rId\(name)", name, "\(name).xml"))
      parts.append(("\(folder)\(name).xml", part(name, content)))
    }
    if let theme {
      let main = "http://schemas.openxmlformats.org/drawingml/2006/main"
      related.append(("rIdtheme", "theme", "theme/theme1.xml"))
      parts.append(
        (
          "\(folder)theme/theme1.xml",
          """
          <a:theme xmlns:a="\(main)"><a:themeElements><a:clrScheme name="x">\(theme)</a:clrScheme>\
          <a:fontScheme><a:majorFont/></a:fontScheme></a:themeElements></a:theme>
          """
        ))
    }
    for (name, content) in runningText {
      let kind = name.hasPrefix("header") ? "header" : "footer"
      related.append((name, kind, "\(name).xml"))
      parts.append(("\(folder)\(name).xml", part(kind == "header" ? "hdr" : "ftr", content)))
    }
    parts.append(("\(folder)_rels/\(file).rels", relationships(related)))
    return parts.map { ZipBuilder.Entry($0.0, $0.1.utf8) } + extraEntries
  }

  private func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
    let items = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(root)relationships/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + items.joined() + "</Relationships>"
  }

  package func bytes() -> [UInt8] { ZipBuilder(entries()).archive() }

  package func source() -> SourceFile { SourceFile(name: "report.docx", bytes: bytes()) }
}
