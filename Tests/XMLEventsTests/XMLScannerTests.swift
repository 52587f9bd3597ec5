import TestSupport
import Testing
import XMLEvents

@Suite struct XMLScannerTests {
  private static let readings = XMLReadings(
    namespaces: [["urn:old", "http://example.com/new"], ["urn:other"]],
    names: ["a", "b", "aVeryLongNameOfAnElement", "d"], passedOver: "d", prefixes: ["o", "w"],
    limits: XMLLimits(depth: 20, tagBytes: 4_096, attributes: 64))

  private func scanned(_ bytes: [UInt8], step: Int = .max) -> String? {
    Self.readings.scanned(bytes, step: step).map { String(decoding: $0, as: UTF8.self) }
  }

  private func parsed(_ bytes: [UInt8]) -> String? {
    Self.readings.parsed(bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  private static let plain = [
    "<a  />", "<a></a>", "<a >1</a >", "<a b='1'/>", "\u{FEFF}<a  />\n",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<a>公开</a>\r\n",
    "<?xml version='1.0'?><a/>", "<?xml version=\"1.0\" encoding=\"utf-8\" ?><a/>",
    "<a xmlns='urn:old' xmlns:o=\"urn:other\"><o:b o:a='一' a='二'/><b/></a>",
    "<w:a xmlns:w='http://example.com/new'><w:a xmlns:w='urn:other' w:b='1'/><w:b b='2'/></w:a>",
    "<x:a x:b='1'><o:b xmlns:o='urn:none'/></x:a>", "<a xmlns='urn:old'><a xmlns='urn:none'/></a>",
    "<a b='&amp;&lt;&gt;&quot;&apos;&#38;&#x5F00; \t\n\r\n\r公'>&amp;&lt;&gt;&quot;&apos;&#10;&#x10FFFF;</a>",
    "<a>1\r\n2\r3\n4 ]] ]&gt; &#13;</a>", "<a b='it is \"so\"' d=\"it's\"/>",
    "<a b='&amp;\u{7F1}' d='&amp;#38;&#38;amp;'/>",
    "<a xml:space='preserve'/>", "<a xml:space='&amp;rve'/>", "<a xml:space='preserv&#x65;'/>",
    "<a xml:space='12345678'/>",
    "<a>é公𠀀\u{7F}\u{FFFD}\u{E000}</a>", "<a xml:space='default'><b xml:space='default '/></a>",
    "<aVeryLongNameOfAnElement aVeryLongNameOfAnElement='1' aVeryLongNameOfAnAttribute='2'/>",
    "<a><d><b><d>1</d></b>&amp;</d>2<d/><b/></a>", "<a><aVeryLongNameOfAnElemenx/></a>",
    "<a b='&amp;' d='公\t'><b d='&lt;'/></a>", "<a.-_1 b.-_1='>'/>",
  ]

  @Test(arguments: plain)
  func whatIsPlainIsReadAsTheParserReadsIt(xml: String) throws {
    let bytes = Array(xml.utf8)
    let events = try #require(parsed(bytes))
    for step in [1, 2, 3, 7, 64, .max] { #expect(scanned(bytes, step: step) == events) }
  }

  @Test(arguments: [
    "", "<a>", "<a></b>", "<a>&x;</a>", "<a/><a/>", "<a c=1/>", "<a>\u{1}</a>", "text",
    "<a b='<'/>",
    "<a b='1' b='2'/>", "<a b='1'c='2'/>", "<a>]]></a>", "<a>&#0;</a>", "<a>&amp</a>", "<a/>1",
    "<a:b:c/>", "<:a/>", "<a:/>", "<1/>", "<a 1='1'/>", "<a xmlns:xml='urn:old'/>", "<xmlns:a/>",
    "<xml:a/>", "<a xmlns:b=''/>", "<!DOCTYPE a><a/>", "<a><!-- 1 --></a>", "<a><![CDATA[1]]></a>",
    "<a><?b c?></a>", "<?xml version='1.0' encoding='GBK'?><a/>", "<?xml version='1.0\"?><a/>",
    "<a xmlns='urn:%'/>", "<a xmlns='a b'/>", "<a>\u{FFFE}</a>", "< a/>", "<a b ='1'/>", "<公/>",
    "<a b='&#x;'/>", "<a b='&#+1;'/>", "</a>", "<a/></a>", " <?xml version='1.0'?><a/>",
  ])
  func whatIsNotPlainIsLeftToTheParser(xml: String) {
    for step in [1, 5, .max] { #expect(scanned(Array(xml.utf8), step: step) == nil) }
  }

  @Test func invalidUTF8IsNotPlain() {
    for bytes: [UInt8] in [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xE5, 0x85], [0x80], [0xF0, 0x80, 0x80, 0x80], [0xEF, 0xBF, 0xBF],
    ] {
      #expect(scanned(Array("<a>".utf8) + bytes + Array("</a>".utf8)) == nil)
      #expect(scanned(Array("<a b='".utf8) + bytes + Array("'/>".utf8)) == nil)
    }
  }

  @Test func whatGoesBeyondALimitIsNotPlain() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(
        (String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
    }
    #expect(scanned(nested(20)) != nil)
    #expect(scanned(nested(21)) == nil)
    let attributes = (0..<65).map { " a\($0)='1'" }.joined()
    #expect(scanned(Array("<a\(attributes)/>".utf8)) == nil)
    let long = Array("<a b='\(String(repeating: "A", count: 5_000))'/>".utf8)
    #expect(scanned(long, step: 1_000) == nil)
    let names = (0..<600).map { "<a\($0)/>" }.joined()
    #expect(scanned(Array("<a>\(names)</a>".utf8)) == nil)
  }

  @Test func aLongTextIsPlain() {
    let text = String(repeating: "公开1 ", count: 10_000)
    let bytes = Array("<a>\(text)</a>".utf8)
    #expect(scanned(bytes, step: 1_000) == parsed(bytes))
  }

  /// Whatever the scanner takes, the parser takes and reads alike.
  @Test(arguments: 0..<8)
  func whatIsChangedAtRandomIsReadAlikeOrNotAtAll(seed: UInt64) {
    var random = Numbers(state: seed)
    let tokens = [
      "<", ">", "/", "=", "'", "\"", "&", ";", ":", " ", "\n", "\r", "]", "]]>", "&amp;", "&#9;",
      "xmlns",
      "xmlns:w='urn:other'", " b='1'", "<b>", "</b>", "<d/>", "<!--", "-->", "公", "\u{85}", "\u{0}",
      "xml:", "<?", "é", "w:", "a", "1", "-", ".",
    ].map { Array($0.utf8) }
    var taken = 0
    for _ in 0..<1_000 {
      var bytes = Array(Self.plain[random.below(Self.plain.count)].utf8)
      for _ in 0...random.below(3) {
        let place = random.below(bytes.count + 1)
        let end = min(bytes.count, place + random.below(3))
        bytes.replaceSubrange(
          place..<end,
          with: random.below(4) == 0
            ? [UInt8(random.below(256))] : tokens[random.below(tokens.count)])
      }
      guard let events = scanned(bytes) else { continue }
      taken += 1
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(parsed(bytes) == events, "\(text.debugDescription)")
      let step = 1 + random.below(9)
      #expect(scanned(bytes, step: step) == events, "\(text.debugDescription) by \(step)")
    }
    #expect(taken > 20)
  }
}

/// SplitMix64: the same numbers for the same seed on every machine.
private struct Numbers {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
