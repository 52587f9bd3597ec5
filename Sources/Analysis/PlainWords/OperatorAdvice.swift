package import Diagnostics

extension FailureCode {
  /// What those who run the program can do about documents that fail with it, one phrase for a mail or a list.
  package var operatorAdvice: Words {
    switch self {
    case .inputUnreadable: Words("检查权限和磁盘", "check permissions and the disk")
    case .inputNotRegular:
      Words(
        "应为文件处是文件夹、链接、管道或设备：移走它", "a folder, link, FIFO or device where a file should be: remove it"
      )
    case .inputEmpty: Words("下载得到空文件：重新下载", "the download left nothing: fetch it again")
    case .inputTooLarge:
      Words("看它是什么；确是报告就调高 --max-size", "check what it is; raise --max-size if it is a report")
    case .inputChanged:
      Words("读取时仍在写入：确认文件完整", "written to while it was read: see that it is whole")
    case .unsupportedFormat:
      Words(
        "不是 docx、doc、PDF、网页或文本：解包，或另取一种格式",
        "not docx, doc, PDF, web page or text: unpack it, or fetch another form")
    case .encrypted: Words("向发布机关索取不带密码的文件", "ask the publisher for a copy without a password")
    case .zipCorrupt: Words("不完整或损坏：重新下载", "cut off or damaged: fetch it again")
    case .zipLimit:
      Words(
        "可能是压缩炸弹：先看再调高提示中的限额", "may be a bomb: look at it before raising the limit in its message")
    case .archiveLimit:
      Words(
        "可能是压缩炸弹：先看再调高提示中的限额", "may be a bomb: look at it before raising the limit in its message")
    case .archiveNoDocument:
      Words("里面没有可读的文件：打开看看，或重新下载", "holds nothing to read: look into it, or fetch it again")
    case .docxNoMainPart:
      Words("是别种 Office 文件或已损坏：人工打开", "an Office file of another kind, or damaged: open it by hand")
    case .xmlMalformed:
      Words(
        "内部损坏：重新下载，或用 Word、WPS 另存",
        "damaged inside: fetch it again, or save it anew with Word or WPS")
    case .xmlDTD:
      Words("Office 程序不会这样写：按恶意文件处理", "no Office program writes this: treat the file as hostile")
    case .xmlLimit:
      Words(
        "可能有恶意：先看再调高提示中的限额", "may be hostile: look at it before raising the limit in its message")
    case .documentLimit:
      Words(
        "比任何报告都大：确是报告就调高提示中的限额",
        "larger than any report: raise the limit in its message if it is one")
    case .pdfCorrupt: Words("不完整或损坏：重新下载", "cut off or damaged: fetch it again")
    case .pdfNoPages: Words("空的或损坏的 PDF：重新下载", "an empty or damaged PDF: fetch it again")
    case .pdfNoText:
      Words("扫描件：需要文字识别，或向发布机关另取一种格式", "a scan: needs OCR, or another form from the publisher")
    case .pdfLimit:
      Words(
        "是书不是报告：确是报告就调高 --limit pdf_pages",
        "a book, not a report: raise --limit pdf_pages if it is one")
    case .cfbCorrupt: Words("不完整或损坏：重新下载", "cut off or damaged: fetch it again")
    case .docCorrupt:
      Words(
        "内部损坏：重新下载，或用 Word、WPS 另存为 docx",
        "damaged inside: fetch it again, or save it as docx with Word or WPS")
    case .docLimit:
      Words(
        "比任何报告都大：确是报告就调高提示中的限额",
        "larger than any report: raise the limit in its message if it is one")
    case .textUndecodable:
      Words(
        "编码或字体没有说明是什么字：重新下载",
        "encoding or fonts do not say which characters it holds: fetch it anew")
    case .textBinary: Words("名为文本，实非文本：看它是什么", "not text, despite its name: check what it is")
    case .htmlNoContent:
      Words(
        "网页里没有正文：下载它显示的内容或附件", "the page holds no article: fetch what it shows, or its attachment")
    case .htmlLimit:
      Words(
        "可能有恶意：先看再调高提示中的限额", "may be hostile: look at it before raising the limit in its message")
    case .backendMissing: Words("安装提示中的程序，再运行一次", "install what its message names, then run again")
    case .backendFailed:
      Words(
        "运行 gongkai doctor；程序都正常就看文件",
        "run gongkai doctor; if all programs are well, look at the file")
    case .backendCrashed:
      Words("提示中的程序因它崩溃：更新该程序", "the program in its message crashed over it: update that")
    case .backendTimeout:
      Words(
        "提示中的程序处理它时停住：确是报告就调高 --timeout",
        "the program hangs over it: raise --timeout if it is a report")
    case .backendMemory:
      Words(
        "确是报告就调高 --limit backend_memory_bytes",
        "raise --limit backend_memory_bytes if it is a report")
    case .backendOutputLimit:
      Words(
        "提示中的程序对它输出不停：按恶意文件处理",
        "the program in its message writes without end: treat the file as hostile")
    case .workerCrashed:
      Words("这一文件触发的程序错误：连同文件报告给我们", "a bug that one document brings out: report it with the file")
    case .workerTimeout: Words("确是报告就调高 --timeout", "raise --timeout if it is a report")
    case .workerMemory: Words("确是报告就调高 --worker-memory", "raise --worker-memory if it is a report")
    case .internal: Words("gongkai 的错误：连同文件报告给我们", "a bug of gongkai: report it with the file")
    }
  }
}
