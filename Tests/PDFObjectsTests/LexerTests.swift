import PDFObjects
import Testing

@Suite struct LexerTests {
  private func tokens(_ text: String) throws(PDFRefusal) -> [PDFLexer.Token] {
    var lexer = PDFLexer(Array(text.utf8))
    var tokens: [PDFLexer.Token] = []
    while true {
      let token = try lexer.next()
      if token == .end { return tokens }
      tokens.append(token)
    }
  }

  private func object(_ text: String, references: Bool = true) throws(PDFRefusal) -> PDFObject {
    var lexer = PDFLexer(Array(text.utf8))
    return try lexer.object(allowsReferences: references)
  }

  @Test func integersAndReals() throws {
    #expect(
      try tokens("0 7 -12 +3 007 -.5 4. .25 -0.125 1.5") == [
        .integer(0), .integer(7), .integer(-12), .integer(3), .integer(7), .real(-0.5), .real(4),
        .real(0.25), .real(-0.125), .real(1.5),
      ])
  }

  @Test func numbersThatPopplerCutsOrMends() throws {
    #expect(try tokens("--5") == [.integer(0), .integer(-5)])
    #expect(try tokens("1e5") == [.integer(1), .keyword(1..<3)])
    #expect(try tokens("12-34") == [.integer(12), .integer(-34)])
    #expect(try tokens("1.-5") == [.real(1.5)])
    #expect(try tokens("1.5.25") == [.real(1.5), .real(0.25)])
    #expect(try tokens("- + .") == [.integer(0), .integer(0), .real(0)])
    #expect(try tokens("1 0 0RG") == [.integer(1), .integer(0), .integer(0), .keyword(5..<7)])
  }

  @Test func digitsAreAddedAsPopplerAddsThem() throws {
    // 0.1 + 2 * 0.01 + 3 * 0.001 in floating point; the nearest number to 0.123 is another one.
    let sum = 0.0 + 0.1 * 1 + (0.1 * 0.1) * 2 + (0.1 * 0.1 * 0.1) * 3
    #expect(try tokens("0.123") == [.real(sum)])
  }

  @Test func numbersBeyondAnInteger() throws {
    #expect(
      try tokens("9223372036854775807 9223372036854775808 -9223372036854775808") == [
        .integer(Int.max), .real(9_223_372_036_854_775_808), .real(-9_223_372_036_854_775_808),
      ])
    let digits = String(repeating: "9", count: 400)
    #expect(refusal { () throws(PDFRefusal) in try tokens(digits) } == .damaged("number"))
  }

  @Test func stringsInParentheses() throws {
    #expect(try object("(plain)") == .string(Array("plain".utf8)))
    #expect(try object("()") == .string([]))
    #expect(try object("(a(b(c))d)") == .string(Array("a(b(c))d".utf8)))
    #expect(
      try object(#"(\n\r\t\b\f\(\)\\\q)"#)
        == .string([10, 13, 9, 8, 12, 0x28, 0x29, 0x5C, 0x71]))
    #expect(try object(#"(\101\1012\7\18\777)"#) == .string([65, 65, 50, 7, 1, 56, 255]))
  }

  @Test func lineEndsInStrings() throws {
    #expect(try object("(a\\\nb\\\r\nc\\\rd)") == .string(Array("abcd".utf8)))
    // As poppler reads them: ISO 32000 would make each a line feed.
    #expect(try object("(a\nb\rc\r\nd)") == .string(Array("a\nb\rc\r\nd".utf8)))
  }

  @Test func stringsInHexadecimal() throws {
    #expect(try object("<48 65\n6C6c>") == .string(Array("Hell".utf8)))
    #expect(try object("<484>") == .string([0x48, 0x40]))
    #expect(try object("<>") == .string([]))
  }

  @Test func names() throws {
    #expect(
      try tokens("/F1 /A#20B/ /A#42/#E4#BD#A0/a*b'c") == [
        .name("F1"), .name("A B"), .name(""), .name("AB"), .name("你"), .name("a*b'c"),
      ])
    #expect(try tokens("/A#z/#") == [.name("A#z"), .name("#")])
  }

  @Test func namesAreEqualByTheirBytes() throws {
    let composed = PDFName(bytes: [0xC3, 0xA9])
    let decomposed = PDFName(bytes: [0x65, 0xCC, 0x81])
    let latin = PDFName(bytes: [0xE9])
    #expect(composed.text == "é" && decomposed.text == "é" && latin.text == "é")
    #expect(composed != decomposed)
    #expect(composed != latin)
    #expect(composed == "é")
    #expect(decomposed.bytes == [0x65, 0xCC, 0x81])
  }

  @Test func commentsAndBlanks() throws {
    #expect(
      try tokens("%first\n1%second\r2 \u{0}\u{C}\t3%last") == [
        .integer(1), .integer(2), .integer(3),
      ])
    #expect(try tokens("(%no comment)") == [.string(Array("%no comment".utf8))])
  }

  @Test func keywordsAreToldByTheirPlace() throws {
    #expect(
      try tokens("BT T* {obj} true'") == [
        .keyword(0..<2), .keyword(3..<5), .keyword(6..<7), .keyword(7..<10), .keyword(10..<11),
        .keyword(12..<17),
      ])
    #expect(try tokens("[<<>>]") == [.arrayStart, .dictionaryStart, .dictionaryEnd, .arrayEnd])
  }

  @Test func tokensThatAreNone() {
    for (text, what) in [
      (")", "token"), (">", "token"), ("(a", "string"), ("(a\\", "string"),
      ("<4", "hexadecimal string"),
      ("<4x>", "hexadecimal string"), ("/A#4", "name"), ("/A#4g", "name"), ("/A#00", "name"),
      (String(repeating: "x", count: 128), "keyword"),
    ] {
      #expect(refusal { () throws(PDFRefusal) in try tokens(text) } == .damaged(what), "\(text)")
    }
  }

  @Test func objects() throws {
    #expect(
      try object("[1 (a) /N null true false << /K [2] /L 3 0 R >> 4 0 R 5 6]")
        == .array([
          .integer(1), .string([0x61]), .name("N"), .null, .boolean(true), .boolean(false),
          .dictionary(
            PDFDictionary([
              "K": .array([.integer(2)]), "L": .reference(PDFReference(3, 0)),
            ])), .reference(PDFReference(4, 0)), .integer(5), .integer(6),
        ]))
    #expect(try object("12 %c\n 3 R") == .reference(PDFReference(12, 3)))
    #expect(try object("0 0 R") == .null)
  }

  @Test func referencesAreReadOnlyWhereTheyMayBe() throws {
    var lexer = PDFLexer(Array("1 0 R".utf8))
    #expect(try lexer.object(allowsReferences: false) == .integer(1))
    #expect(lexer.position == 1)
    #expect(try object("[1 0 2 R]") == .array([.integer(1), .null]))
  }

  @Test func ofAKeyThatStandsTwiceTheLastValueCounts() throws {
    #expect(try object("<</A 1/A 2>>") == .dictionary(PDFDictionary(["A": .integer(2)])))
    let many = (1...32).map { "/K\($0) \($0)" }.joined()
    #expect(try object("<<\(many)>>").dictionary?.keys.count == 32)
    // From here on poppler sorts the keys: which of two it takes depends on the sorting.
    let error = refusal { () throws(PDFRefusal) in try object("<<\(many)/K1 2>>") }
    #expect(error == .damaged("keys without a double"))
  }

  @Test func objectsThatAreNone() {
    for (text, what) in [
      ("", "object"), ("obj", "object"), ("]", "object"), (">>", "object"), ("[1", "object"),
      ("<</A", "object"), ("<</A 1", "key"), ("<<1 2>>", "key"), ("[1 R]", "object"),
    ] {
      #expect(refusal { () throws(PDFRefusal) in try object(text) } == .damaged(what), "\(text)")
    }
  }

  @Test func nestingAndCountAreBounded() {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(refusal { () throws(PDFRefusal) in try object(deep) } == nil)
    #expect(refusal { () throws(PDFRefusal) in try object("[\(deep)]") } == .limit("depth"))
    let endless = String(repeating: "<</A", count: 1_000_000)
    #expect(refusal { () throws(PDFRefusal) in try object(endless) } == .limit("depth"))
  }

  @Test func readingGoesOnBehindTheEnd() throws {
    var lexer = PDFLexer([0x31], at: 5)
    #expect(try lexer.next() == .end)
    lexer.position = 0
    #expect(try lexer.next() == .integer(1))
    #expect(try lexer.next() == .end)
    #expect(try lexer.next() == .end)
  }
}
