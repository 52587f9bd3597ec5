extension NationalForm {
  /// Table 2, 收到和处理政府信息公开申请情况: what became of requests, by kind of applicant.
  package static let applications = FormTable(
    id: .applications,
    rows: [
      row("new_received", "Requests received in the year", [.init("一、本年新收政府信息公开申请数量")]),
      row("carried_in", "Requests carried over from the year before", [.init("二、上年结转政府信息公开申请数量")]),
      row("granted", "Granted in full", [results, .init("（一）予以公开")], "第三十六条"),
      row(
        "partial", "Granted in part: severable requests are counted here and nowhere else",
        [results, .init("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", aliases: ["（二）部分公开"])], "第三十七条"),
      row(
        "denied.state_secret", "Refused: state secret", [results, denied, .init("1.属于国家秘密")], "第十四条"
      ),
      row(
        "denied.law_forbidden", "Refused: another law or regulation forbids disclosure",
        [results, denied, .init("2.其他法律行政法规禁止公开")], "第十四条"),
      row(
        "denied.three_safety_one_stability",
        "Refused: would endanger national, public or economic security or social stability",
        [results, denied, .init("3.危及“三安全一稳定”")], "第十四条"),
      row(
        "denied.third_party_rights", "Refused: lawful rights of a third party",
        [results, denied, .init("4.保护第三方合法权益")], "第十五条"),
      row(
        "denied.internal_affairs",
        "Refused: internal affairs (personnel, logistics, internal workflow)",
        [results, denied, .init("5.属于三类内部事务信息")], "第十六条"),
      row(
        "denied.process_info",
        "Refused: process information (minutes, drafts, consultations, requests for instructions)",
        [results, denied, .init("6.属于四类过程性信息")], "第十六条"),
      row(
        "denied.enforcement_file", "Refused: file of an administrative enforcement case",
        [results, denied, .init("7.属于行政执法案卷")], "第十六条"),
      row(
        "denied.admin_query", "Refused: a query for which other procedures exist",
        [results, denied, .init("8.属于行政查询事项")], "第三十六条"),
      row(
        "unable.not_held", "Not provided: the body does not hold it",
        [results, unable, .init("1.本机关不掌握相关政府信息")], "第三十六条"),
      row(
        "unable.needs_creation", "Not provided: it would have to be made",
        [results, unable, .init("2.没有现成信息需要另行制作")], "第三十八条"),
      row(
        "unable.still_unclear", "Not provided: still unclear after correction",
        [results, unable, .init("3.补正后申请内容仍不明确")], "第三十条"),
      row(
        "not_processed.petition", "Not processed: a petition, report or complaint",
        [results, notProcessed, .init("1.信访举报投诉类申请")], "第三十九条"),
      row(
        "not_processed.duplicate", "Not processed: repeated request",
        [results, notProcessed, .init("2.重复申请")], "第三十六条"),
      row(
        "not_processed.publication", "Not processed: asks for a publication",
        [results, notProcessed, .init("3.要求提供公开出版物")], "第三十九条"),
      row(
        "not_processed.excessive", "Not processed: very many requests without good reason",
        [results, notProcessed, .init("4.无正当理由大量反复申请")], "第三十五条"),
      row(
        "not_processed.reconfirm",
        "Not processed: asks to confirm or reissue what was already obtained",
        [results, notProcessed, .init("5.要求行政机关确认或重新出具已获取信息")]),
      row(
        "other.overdue_correction", "Closed: not corrected in time",
        [
          results, other,
          .init("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", aliases: ["1.逾期不补正"]),
        ], "第三十条", .since(.e2021)),
      row(
        "other.overdue_fee", "Closed: fee not paid in time",
        [results, other, .init("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", aliases: ["2.逾期未缴费"])],
        "第四十二条", .since(.e2021)),
      row(
        "other.other", "Closed otherwise", [results, other, .init("3.其他", aliases: ["3.其它"])], nil,
        .since(.e2021)),
      row(
        "other.all", "Closed otherwise, all kinds in one row", [results, other], nil,
        .before(.e2021)),
      row("result_total", "Handled in the year, all results", [results, .init("（七）总计")]),
      row("carried_out", "Carried over to the next year", [.init("四、结转下年度继续办理")]),
    ],
    columns: [
      column("natural_person", "Natural persons", [.init("自然人")]),
      column("business", "Companies", [organisations, .init("商业企业")]),
      column("research", "Research institutions", [organisations, .init("科研机构")]),
      column(
        "public_welfare", "Public welfare organisations",
        [organisations, .init("社会公益组织", aliases: ["社会组织"])]),
      column("legal_service", "Legal service organisations", [organisations, .init("法律服务机构")]),
      column("other_org", "Other organisations", [organisations, .init("其他", aliases: ["其它"])]),
      column("total", "All applicants, as printed", [.init("总计", aliases: ["合计"])]),
    ],
    identities: [
      // 一 + 二 = 三（七） + 四
      IdentityRule(
        id: "A1",
        scope: .columns(
          sum: .named(["new_received", "carried_in"]), equals: ["result_total", "carried_out"])),
      // （一） to （六） = （七）
      IdentityRule(
        id: "A2",
        scope: .columns(sum: .between("carried_in", "result_total"), equals: ["result_total"])),
      // All kinds of applicant = 总计
      IdentityRule(id: "A3", scope: .rows()),
    ])

  private static let results = FormLabel("三、本年度办理结果")
  private static let denied = FormLabel("（三）不予公开")
  private static let unable = FormLabel("（四）无法提供")
  private static let notProcessed = FormLabel("（五）不予处理")
  private static let other = FormLabel("（六）其他处理", aliases: ["（六）其它处理"])
  private static let organisations = FormLabel("法人或其他组织")
  private static let applicants = [
    "natural_person", "business", "research", "public_welfare", "legal_service", "other_org",
    "total",
  ]

  private static func row(
    _ id: String, _ definition: String, _ path: [FormLabel], _ article: String? = nil,
    _ editions: EditionSet = .every
  ) -> FormRow {
    FormRow(
      id: id, path: path, editions: editions, columns: applicants, article: article,
      definition: definition)
  }

  private static func column(
    _ id: String, _ definition: String, _ path: [FormLabel]
  ) -> FormColumn {
    FormColumn(id: id, path: path, editions: .every, kind: .count, definition: definition)
  }
}
