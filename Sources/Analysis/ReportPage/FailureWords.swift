internal import Diagnostics

extension FailureCode {
  /// What happened, in a few words.
  var words: Words {
    switch self {
    case .inputUnreadable: Words("文件无法读取", "cannot be read")
    case .inputNotRegular: Words("不是普通文件", "not a regular file")
    case .inputEmpty: Words("空文件", "empty file")
    case .inputTooLarge: Words("文件过大", "too large")
    case .inputChanged: Words("读取时文件在变化", "changed while it was read")
    case .unsupportedFormat: Words("格式不支持", "format not supported")
    case .encrypted: Words("已加密", "encrypted")
    case .zipCorrupt: Words("docx 压缩包损坏", "damaged docx archive")
    case .zipLimit: Words("docx 压缩包超出限额", "docx archive over a limit")
    case .docxNoMainPart: Words("docx 无正文部件", "docx without a main part")
    case .xmlMalformed: Words("内部 XML 损坏", "damaged XML inside")
    case .xmlDTD: Words("内部 XML 带 DTD，拒绝", "XML with a DTD, refused")
    case .xmlLimit: Words("内部 XML 超出限额", "XML over a limit")
    case .documentLimit: Words("文档超出限额", "document over a limit")
    case .pdfCorrupt: Words("PDF 损坏", "damaged PDF")
    case .pdfNoPages: Words("PDF 无页面", "PDF without pages")
    case .pdfNoText: Words("PDF 无文字（扫描件）", "PDF without text (a scan)")
    case .pdfLimit: Words("PDF 超出限额", "PDF over a limit")
    case .textUndecodable: Words("文字编码无法识别", "text encoding cannot be told")
    case .textBinary: Words("不是文本", "not text")
    case .backendMissing: Words("缺少 PDF 程序", "PDF program missing")
    case .backendFailed: Words("PDF 程序失败", "PDF program failed")
    case .backendCrashed: Words("PDF 程序崩溃", "PDF program crashed")
    case .backendTimeout: Words("PDF 程序超时", "PDF program timed out")
    case .backendMemory: Words("PDF 程序内存不足", "PDF program out of memory")
    case .backendOutputLimit: Words("PDF 程序输出过多", "PDF program wrote too much")
    case .workerCrashed: Words("转换进程崩溃", "worker crashed")
    case .workerTimeout: Words("转换进程超时", "worker timed out")
    case .workerMemory: Words("转换进程内存不足", "worker out of memory")
    case .internal: Words("程序错误", "a bug of the program")
    }
  }
}
