import DocumentModel
import Testing

@testable import OfficeReading

@Suite struct LossyContentTests {
  private static let names = """
    xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:m="http://www.w3.org/1998/Math/MathML"
    xmlns:x="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
    """

  @Test(arguments: [
    ("<t:p>20023</t:p>", [LossyContent.Kind]()),
    ("<t:hidden-text t:condition=\"ooow:1==0\">9</t:hidden-text>", [.hidden]),
    ("<t:p><t:hidden-paragraph t:condition=\"ooow:1==1\"/>9</t:p>", [.hidden]),
    ("<t:section t:name=\"a\" t:display=\"none\"><t:p>9</t:p></t:section>", [.hidden]),
    ("<t:section t:name=\"a\"><t:p>9</t:p></t:section>", []),
    ("<t:bookmark-start t:name=\"a\" x:hidden=\"true\"/>", [.hidden]),
    ("<t:bookmark-start t:name=\"a\"/>", []),
    ("<t:variable-set t:name=\"a\" t:display=\"none\">9</t:variable-set>", [.hidden]),
    ("<t:variable-set t:name=\"a\">9</t:variable-set>", []),
    ("<t:meta-field>9</t:meta-field><d:control/>", [.control, .field]),
    ("<m:math><m:mn>9</m:mn></m:math>", [.formula]),
    ("<o:section display=\"none\"/>", []),
  ])
  func whatADocxMayShowOtherwiseIsFound(body: String, kinds: [LossyContent.Kind]) throws {
    let file = "<o:document \(Self.names)><o:body>\(body)</o:body></o:document>"
    #expect(try OfficeChecks(limits: Limits()).check(Array(file.utf8), .flatOpenDocument) == kinds)
  }
}
