// What the log says, as a terminal shows it.

extension ErrorWords {
  /// Warnings of the log, as a terminal shows them.
  static let logged = [
    Words(
      "状态是新建的：已发布的内容由 records.jsonl 得知",
      "The state is new: what was published is known from records.jsonl"),
    Words(
      "无法建立临时文件夹，今夜由 LibreOffice 和转换程序读取的文件都会失败",
      "No temporary folder could be made, so what LibreOffice and converters read for us fails tonight"
    ),
    Words(
      "文档的下载地址消失：清单和附属文件中都已没有",
      "Urls of documents are gone: neither the manifest nor a side-car has them now"),
    Words(
      "磁盘上的记录已损坏，所涉文档重新转换：{1}",
      "Records were damaged on disk; their documents are converted again: {1}"),
    Words("已搁置，全部重新转换：[1]", "It is set aside, and everything is converted again: [1]"),
    Words("gongkai {1} 被信号 {2} 结束；再试一次", "gongkai {1} was ended by signal {2}; once more"),
    Words("已移除一条记录：[1]", "A record was removed: [1]"),
    Words("文件不再属于输入", "its file is no input any more"),
    Words("文件已不在", "its file is gone"),
    Words("已不在压缩包内", "it is no longer in its archive"),
    Words("所在的压缩包现在读取失败", "its archive fails now"),
    Words("原处现在是一个压缩包", "an archive lies in its place"),
    Words("所在的压缩包现在是一份文档", "its archive is a document now"),
    Words(
      "丢失一条记录：该文档不再是报告，或表格、表格中的数字已不在",
      "A record is lost: its document is no report any more, or its tables or their figures are gone"
    ),
    Words("一份文档内容已变，变得与另一份相同", "A document has other bytes than before, which are another one's"),
    Words("丢失一条记录：[1]", "A record is lost: [1]"),
    Words("其文档转换失败", "its document fails"),
    Words("文件夹又可以读取", "A folder can be read again"),
    Words("以前失败的压缩包现已读取", "An archive that failed was read"),
    Words("以前失败的文档已不在：[1]", "A document that failed is gone: [1]"),
    Words("一条记录已改名：内容相同，名称不同", "A record was renamed: the same bytes have another name"),
    Words("失败：[1]", "Failed: [1]"),
    Words("工作进程已失去：[1]", "A worker was lost: [1]"),
    Words("正在查找输入", "Looking for inputs"),
    Words("计划已定", "Planned"),
    Words("已转换", "Converted"),
    Words("跳过", "Passed over"),
    Words("完成", "Done"),
  ]
}
