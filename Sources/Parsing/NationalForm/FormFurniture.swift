extension NationalForm {
  /// Labels that a table prints beside its rows and columns: they tell that it is there, and carry no values.
  package static func furniture(_ id: TableID) -> [FormLabel] {
    switch id {
    case .activeDisclosure:
      [
        .init("第二十条第（一）项", aliases: ["第二十条第一款第（一）项"]),
        .init("第二十条第（五）项", aliases: ["第二十条第一款第（五）项"]),
        .init("第二十条第（六）项", aliases: ["第二十条第一款第（六）项"]),
        .init("第二十条第（八）项", aliases: ["第二十条第一款第（八）项"]),
        .init("第二十条第（九）项", aliases: ["第二十条第一款第（九）项"]),
        .init("信息内容"),
      ]
    case .applications:
      [
        .init(
          "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
          aliases: ["（本列数据的勾稽关系为：第一项加第二项之和等于第三项加第四项之和）", "本列数据的勾稽关系为"]),
        .init("申请人情况"),
        .init("法人或其他组织", aliases: ["法人及其他组织", "法人和其他组织"]),
      ]
    case .reviewLitigation: []
    }
  }

  /// What stands above a table, or in its first row: never a row of its own.
  package static let captions: [FormLabel] = [
    .init("主动公开政府信息情况", aliases: ["主动公开政府信息的情况", "主动公开政府信息情况统计表"]),
    .init(
      "收到和处理政府信息公开申请情况",
      aliases: ["行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况统计表"]),
    .init(
      "政府信息公开行政复议、行政诉讼情况",
      aliases: [
        "政府信息公开行政复议和行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况统计表", "政府信息公开行政复议、行政诉讼情况统计表",
      ]),
  ]
}
