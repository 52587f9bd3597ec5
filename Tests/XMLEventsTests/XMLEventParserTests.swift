import Testing
import XMLEvents

/// Writes down what it is told: `<0:1 2=值>` for a start, `</0:1>` for an end, text as it is.
private struct Recorder: XMLEventHandler {
  var log = ""
  private var pending: [UInt8] = []
  let attribute: Int
  /// The local name of elements that are passed over.
  let unwanted: Int?

  init(attribute: Int = 0, unwanted: Int? = nil) {
    self.attribute = attribute
    self.unwanted = unwanted
  }

  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    flush()
    let value = attributes.value(attribute).map { " \(attribute)=\($0)" } ?? ""
    log += "<\(name.namespace):\(name.local)\(value)>"
    return name.local == unwanted ? .passedOver : .wanted
  }

  mutating func end(_ name: XMLName) {
    flush()
    log += "</\(name.namespace):\(name.local)>"
  }

  mutating func text(_ text: borrowing XMLText) { text.append(to: &pending) }

  private mutating func flush() {
    log += String(decoding: pending, as: UTF8.self)
    pending = []
  }
}

@Suite struct XMLEventParserTests {
  private static let vocabulary = XMLVocabulary(
    namespaces: [["urn:old", "urn:new"], ["urn:other"]], names: ["a", "b", "c"])

  /// The events of `bytes`, given to the parser in pieces of `step` bytes.
  private func log(
    _ bytes: [UInt8], step: Int = .max, depth: Int = 256, attribute: Int = 2, unwanted: Int? = nil
  ) throws(XMLError) -> String {
    var parser = try XMLEventParser(
      Recorder(attribute: attribute, unwanted: unwanted), vocabulary: Self.vocabulary,
      limits: XMLLimits(depth: depth, tagBytes: 256 << 10))
    var start = 0
    while start < bytes.count {
      let end = bytes.count - start > step ? start + step : bytes.count
      try parser.feed(bytes.span.extracting(start..<end))
      start = end
    }
    try parser.finish()
    return parser.handler.log
  }

  private func log(_ xml: String, step: Int = .max, depth: Int = 256) throws(XMLError) -> String {
    try log(Array(xml.utf8), step: step, depth: depth)
  }

  private func error(_ xml: String, depth: Int = 256) -> XMLError? {
    error(Array(xml.utf8), depth: depth)
  }

  private func error(_ bytes: [UInt8], depth: Int = 256) -> XMLError? {
    do throws(XMLError) {
      _ = try log(bytes, depth: depth)
      return nil
    } catch {
      return error
    }
  }

  @Test func namesAreFoundInTheVocabulary() throws {
    #expect(
      try log("<a xmlns='urn:old'><b c='值'/>文<x/><o:b xmlns:o='urn:other'/></a>")
        == "<0:0><0:1 2=值></0:1>文<0:-1></0:-1><1:1></1:1></0:0>")
  }

  @Test func whatIsInAnElementThatIsPassedOverBringsNoEvent() throws {
    let xml = "<a>一<b>二<a>三<b/>四</a>五</b>六<b/><c>七</c></a>"
    #expect(
      try log(Array(xml.utf8), unwanted: 1)
        == "<-1:0>一<-1:1>六<-1:1><-1:2>七</-1:2></-1:0>")
    let deep = "<b>" + String(repeating: "<a>", count: 300)
    #expect(throws: XMLError.tooDeep(limit: 256)) { try log(Array(deep.utf8), unwanted: 1) }
  }

  @Test func twoURIsOfOneNamespaceAreTheSame() throws {
    #expect(try log("<a xmlns='urn:old'/>") == log("<a xmlns='urn:new'/>"))
  }

  @Test func aPartMayComeByteByByte() throws {
    let xml = "<?xml version='1.0'?><a xmlns='urn:old' c='>'>政务&amp;<![CDATA[<公>]]>&#x5F00;</a>"
    #expect(try log(xml, step: 1) == "<0:0 2=>>政务&<公>开</0:0>")
  }

  @Test func ampersandsInAttributesAreResolved() throws {
    #expect(try log("<a c='%1&amp;&lt;&#38;'/>") == "<-1:0 2=%1&<&></-1:0>")
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func utf16IsReadAsUTF8(encoding: String) throws {
    var bytes: [UInt8] = []
    for unit in "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><a c='一'>公开</a>".utf16 {
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      bytes += encoding == "UTF-16LE" ? pair : pair.reversed()
    }
    #expect(try log(bytes) == "<-1:0 2=一>公开</-1:0>")
  }

  @Test func gbkIsReadAsUTF8() throws {
    let bytes =
      Array("<?xml version='1.0' encoding='GBK'?><a>".utf8) + [0xB9, 0xAB] + Array("</a>".utf8)
    #expect(try log(bytes) == "<-1:0>公</-1:0>")
  }

  @Test func aDocumentTypeIsRefused() {
    let bomb = "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>"
    #expect(error(bomb) == .documentType)
    #expect(error("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == .documentType)
  }

  @Test(arguments: [
    "", "<a>", "<a></b>", "<a>&x;</a>", "<a/><a/>", "<a c=1/>", "<a>\u{1}</a>", "text",
  ])
  func whatIsNotWellFormedIsRefused(xml: String) {
    guard case .malformed = error(xml) else {
      Issue.record("\(String(describing: error(xml)))")
      return
    }
  }

  @Test func whatIsCutOffAnywhereIsNotWellFormed() {
    let xml = Array("<a b=\"c\"><d e=\"f\">g</d><!-- h --><![CDATA[i]]><?j k?></a>".utf8)
    for count in 0..<xml.count {
      guard case .malformed = error(Array(xml[..<count])) else {
        Issue.record("\(count) bytes")
        return
      }
    }
  }

  @Test func invalidUTF8IsRefused() {
    guard case .malformed = error(Array("<a>".utf8) + [0xFF, 0xFE] + Array("</a>".utf8)) else {
      Issue.record("accepted")
      return
    }
  }

  @Test func aPrefixWithoutANamespaceIsOnlyUnknown() throws {
    #expect(try log("<x:a>1</x:a>") == "<-1:0>1</-1:0>")
  }

  @Test func nestingIsCounted() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(error(nested(20), depth: 20) == nil)
    #expect(error(nested(21), depth: 20) == .tooDeep(limit: 20))
    #expect(error(String(repeating: "<a>", count: 1_000_000)) == .tooDeep(limit: 256))
  }

  @Test func aTagOfVeryManyAttributesIsGivenUpEarly() {
    var xml = "<a"
    for index in 0..<400_000 { xml += " a\(index)='1'" }
    #expect(error(xml + "/>") == .tagTooLong(limit: 256 << 10))
  }

  @Test func moreAttributesThanAnyRealTagHasAreRefused() {
    let attributes = (0..<1_100).map { " a\($0)='1'" }.joined()
    #expect(error("<a\(attributes)/>") == .tooManyAttributes(limit: 1_024))
    let namespaces = (0..<1_100).map { " xmlns:a\($0)='urn:\($0)'" }.joined()
    #expect(error("<a\(namespaces)/>") == .tooManyAttributes(limit: 1_024))
  }

  @Test func namespacesInScopeAreBounded() {
    let namespaces = (0..<100).map { " xmlns:a\($0)='urn:\($0)'" }.joined()
    #expect(
      error(String(repeating: "<a\(namespaces)>", count: 100)) == .tooManyAttributes(limit: 1_024))
  }

  @Test func aPictureInAnAttributeIsHarmless() throws {
    let picture = String(repeating: "iVBORw0KGgo=&#xA;", count: 40)
    let long = String(repeating: "A", count: 1 << 20)
    #expect(try log("<a b='\(picture)\(long)' c='1'/>") == "<-1:0 2=1></-1:0>")
  }

  @Test func aValueOfMoreThanTenMegabytesIsRefused() {
    let long = String(repeating: "A", count: 11 << 20)
    #expect(error("<a b='\(long)'/>") == .huge)
  }

  @Test func aCommentOfAnySortIsPassedOver() throws {
    let comment = "<!--" + String(repeating: "= <a> ", count: 100_000) + "-->"
    #expect(try log("<a><?pi <b> ?>\(comment)1</a>") == "<-1:0>1</-1:0>")
  }
}
