import DocumentModel
import Testing

@Test(arguments: [
  ("2020 年公开信息 42 条", "2020年公开信息42条"), ("健康发展 。", "健康发展。"), ("Excel 97 2003", "Excel 97 2003"),
  ("A 类问题", "A类问题"), ("3 5", "3 5"), ("", ""), ("办理率 100%,属 A", "办理率100%,属A"), ("一\n二 三", "一\n二三"),
])
func spacesBesideIdeographsAreLayout(text: String, kept: String) {
  #expect(CleanText.withoutLayoutSpaces(text) == kept)
}
