import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords

@testable import FormParsing

extension Table {
  /// A table from rows on lines, with TAB (here `|`) between grid positions; short rows are padded as readers do.
  init(_ literal: String, block: Int = 1) {
    let rows = literal.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map {
        CleanText.line(String($0))
      }
    }
    let width = rows.map(\.count).max() ?? 0
    self.init(
      columnCount: width,
      rows: rows.enumerated().map { row, cells in
        (0..<width).map { column in
          TableCell(
            column < cells.count ? cells[column] : "",
            at: .cell(table: block, row: row + 1, cell: column + 1))
        }
      })
  }
}

extension Document {
  /// A document of the tables in `literals`; a literal without `|` is a paragraph a line.
  init(_ literals: String...) {
    self.init(blocks: literals)
  }

  init(blocks literals: [String]) {
    var blocks: [Block] = []
    for literal in literals {
      if literal.contains("|") {
        blocks.append(.table(Table(literal, block: blocks.count + 1)))
      } else {
        for line in literal.split(separator: "\n") {
          blocks.append(
            .paragraph(Paragraph(CleanText.line(String(line)), at: .paragraph(blocks.count + 1))))
        }
      }
    }
    self.init(blocks: blocks)
  }
}

extension FormReading {
  /// The printed values of a row by column; blanks are `_`, dashes `-`, words `w`, what is unreadable `?`, absent cells
  /// are left out.
  func row(_ table: TableID, _ id: String) -> String {
    cells.filter { $0.id.table == table && $0.id.row == id && $0.state != .absent }
      .map { cell in
        switch cell.state {
        case .value: cell.value?.description ?? "!"
        case .blank: "_"
        case .dash: "-"
        case .text: "w"
        case .unreadable: "?"
        case .absent: ""
        }
      }
      .joined(separator: " ")
  }

  func value(_ table: TableID, _ row: String, _ column: String) -> ExactDecimal? {
    cells.first { $0.id == CellID(table: table, row: row, column: column) }?.value
  }
}

extension [Issue] {
  var codes: [IssueCode] { map(\.code) }
}

/// Forms of our own making, filled in so that every identity holds and no two numbers in a row are equal by chance.
enum FormSamples {
  static let disclosure2021 = """
    第二十条第（一）项|||
    信息内容|本年制发件数|本年废止件数|现行有效件数
    规章|1|0|12
    行政规范性文件|5|3|40
    第二十条第（五）项|||
    信息内容|本年处理决定数量||
    行政许可|301||
    第二十条第（六）项|||
    信息内容|本年处理决定数量||
    行政处罚|27||
    行政强制|4||
    第二十条第（八）项|||
    信息内容|本年收费金额（单位：万元）||
    行政事业性收费|96171.6||
    """

  static let disclosure2019 = """
    第二十条第（一）项|||
    信息内容|本年新制作数量|本年新公开数量|对外公开总数量
    规章|1|2|3
    规范性文件|6|5|32
    第二十条第（五）项|||
    信息内容|上一年项目数量|本年增/减|处理决定数量
    行政许可|40|+2|55
    其他对外管理服务事项|32|增 18|1100
    第二十条第（六）项|||
    信息内容|上一年项目数量|本年增/减|处理决定数量
    行政处罚|7|减 5|9
    行政强制|8|0|10
    第二十条第（八）项|||
    信息内容|上一年项目数量|本年增/减|
    行政事业性收费|11|-2|
    第二十条第（九）项|||
    信息内容|采购项目数量|采购总金额|
    政府集中采购|2|106.36 万元|
    """

  static let applicationsHeader = """
    （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|||申请人情况||||||
    |||自然人|法人或其他组织|||||总计
    ||||商业企业|科研机构|社会公益组织|法律服务机构|其他|
    """

  static let applicationsTop = """
    一、本年新收政府信息公开申请数量|||90|2|0|1|3|4|100
    二、上年结转政府信息公开申请数量|||5|0|1|0|0|2|8
    三、本年度办理结果|（一）予以公开||20|1|0|1|0|2|24
    |（二）部分公开（区分处理的，只计这一情形，不计其他情形）||7|0|0|0|0|1|8
    |（三）不予公开|1.属于国家秘密|1|0|0|0|0|0|1
    ||2.其他法律行政法规禁止公开|2|0|0|0|0|0|2
    ||3.危及“三安全一稳定”|3|0|0|0|0|0|3
    ||4.保护第三方合法权益|4|0|0|0|0|0|4
    ||5.属于三类内部事务信息|5|0|0|0|0|0|5
    ||6.属于四类过程性信息|6|0|0|0|0|0|6
    ||7.属于行政执法案卷|7|0|0|0|1|0|8
    ||8.属于行政查询事项|8|0|0|0|0|0|8
    |（四）无法提供|1.本机关不掌握相关政府信息|9|1|1|0|2|3|16
    ||2.没有现成信息需要另行制作|1|0|0|0|0|0|1
    ||3.补正后申请内容仍不明确|2|0|0|0|0|0|2
    |（五）不予处理|1.信访举报投诉类申请|3|0|0|0|0|0|3
    ||2.重复申请|4|0|0|0|0|0|4
    ||3.要求提供公开出版物|1|0|0|0|0|0|1
    ||4.无正当理由大量反复申请|1|0|0|0|0|0|1
    ||5.要求行政机关确认或重新出具已获取信息|2|0|0|0|0|0|2
    """

  static let applicationsEnd2021 = """
    |（六）其他处理|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|2|0|0|0|0|0|2
    ||2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|1|0|0|0|0|0|1
    ||3.其他|3|0|0|0|0|0|3
    |（七）总计||92|2|1|1|3|6|105
    四、结转下年度继续办理|||3|0|0|0|0|0|3
    """

  static let applicationsEnd2019 = """
    |（六）其他处理||6|0|0|0|0|0|6
    |（七）总计||92|2|1|1|3|6|105
    四、结转下年度继续办理|||3|0|0|0|0|0|3
    """

  static let applications2021 = [applicationsHeader, applicationsTop, applicationsEnd2021]
    .joined(separator: "\n")
  static let applications2019 = [applicationsHeader, applicationsTop, applicationsEnd2019]
    .joined(separator: "\n")

  static let reviewHeader = """
    行政复议|||||行政诉讼|||||||||
    结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉||||
    |||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计
    """
  static let review = reviewHeader + "\n10|1|2|3|16|4|5|6|7|22|8|9|11|13|41"

  static let report2021 = Document(disclosure2021, applications2021, review)
  static let report2019 = Document(disclosure2019, applications2019, review)
}
