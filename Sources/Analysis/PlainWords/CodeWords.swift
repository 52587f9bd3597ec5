package import Diagnostics

// What each code means, for people who read a page or a list and not our documentation; the compiler sees that none is forgotten.

extension FailureCode {
  /// What happened, in a few words.
  package var words: Words {
    switch self {
    case .inputUnreadable: Words("文件无法读取", "cannot be read")
    case .inputNotRegular: Words("不是普通文件", "not a regular file")
    case .inputEmpty: Words("空文件", "empty file")
    case .inputTooLarge: Words("文件过大", "too large")
    case .inputChanged: Words("读取时文件在变化", "changed while it was read")
    case .unsupportedFormat: Words("格式不支持", "format not supported")
    case .encrypted: Words("已加密", "encrypted")
    case .zipCorrupt: Words("docx 或压缩包损坏", "damaged docx or archive")
    case .zipLimit: Words("docx 压缩包超出限额", "docx archive over a limit")
    case .archiveLimit: Words("压缩包超出限额", "archive over a limit")
    case .archiveNoDocument: Words("压缩包内没有文档", "archive without a document")
    case .docxNoMainPart: Words("docx 无正文部件", "docx without a main part")
    case .xmlMalformed: Words("内部 XML 损坏", "damaged XML inside")
    case .xmlDTD: Words("内部 XML 带 DTD，拒绝", "XML with a DTD, refused")
    case .xmlLimit: Words("内部 XML 超出限额", "XML over a limit")
    case .documentLimit: Words("文档超出限额", "document over a limit")
    case .pdfCorrupt: Words("PDF 损坏", "damaged PDF")
    case .pdfNoPages: Words("PDF 无页面", "PDF without pages")
    case .pdfNoText: Words("PDF 无文字（扫描件）", "PDF without text (a scan)")
    case .pdfLimit: Words("PDF 超出限额", "PDF over a limit")
    case .cfbCorrupt: Words("复合文档损坏", "damaged compound file")
    case .docCorrupt: Words("doc 文档损坏", "damaged doc")
    case .docLimit: Words("doc 文档超出限额", "doc over a limit")
    case .textUndecodable: Words("文字编码无法识别", "unknown text encoding")
    case .textBinary: Words("不是文本", "not text")
    case .htmlNoContent: Words("网页没有正文", "web page without an article")
    case .htmlLimit: Words("网页超出限额", "web page over a limit")
    case .backendMissing: Words("缺少所需程序", "a program or module is missing")
    case .backendFailed: Words("读取文档的程序失败", "the program that reads it failed")
    case .backendCrashed: Words("读取文档的程序崩溃", "the program that reads it crashed")
    case .backendTimeout: Words("读取文档的程序超时", "the program that reads it timed out")
    case .backendMemory: Words("读取文档的程序内存不足", "the program that reads it is out of memory")
    case .backendOutputLimit: Words("读取文档的程序输出过多", "the program that reads it wrote too much")
    case .workerCrashed: Words("转换进程崩溃", "worker crashed")
    case .workerTimeout: Words("转换进程超时", "worker timed out")
    case .workerMemory: Words("转换进程内存不足", "worker out of memory")
    case .internal: Words("程序错误", "a bug of the program")
    }
  }

  /// Why a document failed: in Chinese what the code means, then the reason, in English the reason as records have it.
  package func words(_ reason: String) -> Words {
    Words(
      "\(words.chinese)（\(rawValue)）：\(ErrorWords.chinese(reason) ?? reason)",
      "\(reason) (\(rawValue))")
  }
}

extension Issue {
  /// How bad it is and what was noticed, with its place, as `extract` says it: in Chinese what the code means, in English the message.
  package var words: Words {
    let place = location.map { Words("，\($0.exactWords.chinese)", " (\($0))") } ?? Words(same: "")
    return Words(
      "\(severity.words.chinese)：\(code.words.chinese)（\(code.rawValue)）",
      "\(severity.rawValue): \(message)") + place
  }
}

extension Severity {
  package var words: Words {
    switch self {
    case .error: Words("错误", "error")
    case .warning: Words("警告", "warning")
    case .info: Words("提示", "info")
    }
  }
}

extension IssueCode {
  /// What was noticed, in a few words.
  package var words: Words {
    switch self {
    case .extensionMismatch: Words("扩展名与内容不符", "extension and content differ")
    case .encodingGuessed: Words("文字编码为推测", "encoding was guessed")
    case .garbledText: Words("有乱码", "garbled characters")
    case .convertedByProgram:
      Words("经其他程序转换后读取", "read from what another program made of it")
    case .noiseRemoved: Words("已去除页码、网页残留等", "page numbers and the like left out")
    case .noText: Words("没有文字", "no text")
    case .pathNotUTF8: Words("文件名不是 UTF-8", "file name is not UTF-8")
    case .memberNameUncertain: Words("压缩包内文件名不确定", "uncertain name in an archive")
    case .docxTrackedChangesAccepted: Words("修订按已接受处理", "tracked changes taken as accepted")
    case .docxHiddenTextOmitted: Words("隐藏文字未计", "hidden text left out")
    case .docxCommentsOmitted: Words("批注未计", "comments left out")
    case .docxPicture: Words("图片未读取", "pictures not read")
    case .docxPictureInCell: Words("数字旁有图片", "a picture over or beside a figure")
    case .docxObjectSkipped: Words("嵌入对象未读取", "embedded objects not read")
    case .docxNestedTableMoved: Words("嵌套表格移到表后", "nested tables follow their table")
    case .docxOrphanVerticalMerge: Words("纵向合并没有起始格", "vertical merge without a first cell")
    case .docxRaggedRow: Words("各行宽度不一", "rows of different widths")
    case .docxSpanClamped: Words("跨列超限，已截断", "a span over the limit was cut")
    case .docxNumberingUndefined: Words("编号未定义", "numbering is not defined")
    case .docxUnknownElement: Words("未知元素未读取", "unknown elements left out")
    case .docxPartMissing: Words("缺少部件", "a part is missing")
    case .docxPartDamaged: Words("部件损坏", "a part is damaged")
    case .docxFieldUnbalanced: Words("域的起止不配对", "fields do not begin and end in order")
    case .docxSymbolUnmapped: Words("符号无对应字符", "symbols without a known character")
    case .docxRubyMoved: Words("注音改为附注", "reading aids given as notes")
    case .docxStruckTextOmitted: Words("删除线文字未计", "struck-out text left out")
    case .docxStruckTextKept: Words("删除线文字照计", "struck-out text kept")
    case .docxUnseenTextOmitted: Words("看不见的文字未计", "text that cannot be seen left out")
    case .pdfDamaged: Words("PDF 有损坏，仍可读取", "faults in the PDF were read over")
    case .pdfPageWithoutText: Words("有页面无文字（扫描页）", "a page without text (a scan)")
    case .pdfRunningTextRemoved: Words("页眉页脚未计", "heads and feet left out")
    case .pdfCellJoined: Words("单元格内容由数处拼合", "a cell put together from several places")
    case .pdfColumnUncertain: Words("列的归属存疑", "columns are in doubt")
    case .pdfDrawingFailed: Words("页面表格线未能读取", "the lines of a page could not be read")
    case .pdfStruckTextOmitted: Words("PDF 删除线文字未计", "struck-out text of a PDF left out")
    case .pdfUnseenTextOmitted: Words("PDF 看不见的文字未计", "unseen text of a PDF left out")
    case .pdfDrawnTwice: Words("文字重复绘制，只计一次", "text drawn twice, counted once")
    case .pdfTextDiffers: Words("文字与页面所示不符", "a page shows something else than its text")
    case .pdfGlyphsUnknown: Words("字体未注明所示字符", "a font does not say what it shows")
    case .pdfPictureInCell: Words("单元格内是图片", "a picture in a cell")
    case .pdfAttachment: Words("PDF 附件未读取", "attached files not read")
    case .pdfAnnotation: Words("页面带有批注标记", "marks were added to a page")
    case .pdfPageNotChecked: Words("页面文字未能与显示核对", "a page's text not held against its paint")
    case .recognisedText: Words("文字由扫描图识别而来", "text recognised from a picture")
    case .htmlDamaged: Words("网页标签未闭合，有文字缺失", "unclosed tags hide text of a page")
    case .htmlHiddenTextOmitted: Words("网页隐藏文字未计", "hidden text of a page left out")
    case .htmlStruckTextOmitted: Words("网页删除线文字未计", "struck-out text of a page left out")
    case .htmlStruckTextKept: Words("网页删除线文字照计", "struck-out text of a page kept")
    case .htmlUnseenTextOmitted: Words("网页看不见的文字未计", "unseen text of a page left out")
    case .htmlPicture: Words("网页图片未读取", "pictures of a page not read")
    case .htmlPictureInCell: Words("网页表格内数字旁有图片", "a picture beside a figure of a page")
    case .htmlNestedTableMoved: Words("网页嵌套表格移到表后", "nested tables of a page follow their table")
    case .htmlRaggedRow: Words("网页表格各行宽度不一", "rows of a page's table differ in width")
    case .htmlSpanClamped: Words("网页单元格跨度有误，已截断", "a span of a page's cell was cut")
    case .htmlTitleFromMetadata: Words("标题取自网页元数据", "title from a page's metadata")
    case .htmlPartOmitted: Words("网页或网页存档另有部分未读取", "other parts of a web page or archive not read")
    case .textTableRebuilt: Words("表格由文字重建", "a table was rebuilt from text")
    case .tableMissing: Words("缺表", "a table is missing")
    case .tableUnreadable: Words("表格无法读取", "a table cannot be read")
    case .tableDuplicated: Words("同一表格出现多次", "a table comes more than once")
    case .tableNote: Words("表内有附注", "a note in a table")
    case .rowsAbsent: Words("缺行", "rows are absent")
    case .rowShort: Words("行内数字不足", "a row has too few values")
    case .rowUnknown: Words("无法识别的行", "a row that the form does not have")
    case .rowDuplicated: Words("行重复", "a row comes more than once")
    case .rowAmbiguous: Words("数字对应哪列不唯一", "figures fit the columns in more than one way")
    case .columnUnknown: Words("无法识别的列", "a column that the form does not have")
    case .labelDamaged: Words("行列名称有损", "a damaged label")
    case .labelUncertain: Words("行列名称存疑", "a label in doubt")
    case .cellText: Words("单元格内是文字", "words in a cell")
    case .cellUnreadable: Words("单元格无法读取", "a cell cannot be read")
    case .cellAnnotated: Words("数字带有注释", "a number with a note")
    case .cellLetterForDigit: Words("数字误作字母", "a letter in place of a digit")
    case .amountRounded: Words("金额四舍五入到分", "an amount was rounded to 分")
    case .amountUnitAssumed: Words("金额未印单位，按万元", "no unit printed, taken as 万元")
    case .amountUnitMissing: Words("金额未印单位，无法确定", "no unit printed, and none known")
    case .amountUnitConflict: Words("金额单位互相矛盾", "two units for an amount")
    case .editionMixed: Words("新旧表式混用", "more than one edition of the form")
    case .kindUncertain: Words("是否年度报告难以判定", "not certain whether it is a report")
    case .titleMissing: Words("没有标题", "no title")
    case .titleRepeated: Words("标题重复", "the title comes twice")
    case .titleFromFileName: Words("标题取自文件名", "title from the file name")
    case .titleFromMetadata: Words("标题取自页面元数据", "title from the page's metadata")
    case .agencyMissing: Words("没有机关名称", "no agency")
    case .agencyFromSignature: Words("机关取自落款或正文", "agency from the signature or the text")
    case .yearMissing: Words("没有年度", "no year")
    case .yearConflict: Words("标题与统计期年度不一", "title and period name other years")
    case .yearUncertain: Words("标题年度残缺", "the title's year is damaged or short")
    case .regionUncertain: Words("地区难以确定", "the place is not certain")
    case .dateUnreadable: Words("日期无法读取", "the date cannot be read")
    case .periodUnreadable: Words("统计期无法读取", "the period cannot be read")
    case .dateUnusual: Words("日期异常", "an unusual date")
    case .dateFromMetadata: Words("日期取自网页信息", "date from the page's metadata")
    case .agencyFromMetadata: Words("机关取自网页信息", "agency from the page's metadata")
    case .sectionsMissing: Words("缺少规定的部分", "prescribed parts have no heading")
    case .sectionInferred: Words("部分标题为推定", "a heading was inferred")
    case .partsAnnouncedDiffer: Words("所称部分数与实际不符", "announced parts and headings differ")
    case .documentNumberDamaged: Words("文号有损", "a damaged document number")
    case .figureDiffers: Words("正文数字与表格不一致", "figure of the text and table differ")
    case .figureUnreadable: Words("正文数字无法判定", "a figure in the text is unclear")
    case .figureUnclear: Words("正文数字所指不明", "what a figure counts is not clear")
    }
  }
}
