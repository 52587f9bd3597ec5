internal import Diagnostics
internal import PlainWords

extension FailureCode {
  /// What the author of a draft does where it can't be read.
  var authorAdvice: Words {
    switch self {
    case .inputUnreadable, .inputNotRegular, .inputChanged:
      Words("请看文件是否存在、能否打开", "see whether the file is there and can be opened")
    case .inputEmpty: Words("文件里什么都没有，请重新保存", "there is nothing in the file: save it anew")
    case .encrypted: Words("请去掉密码后再检查", "take the password off, then check again")
    case .unsupportedFormat, .textBinary, .textUndecodable:
      Words("请另存为 docx 或 PDF 后再检查", "save it as docx or PDF, then check again")
    case .pdfNoText, .pdfNoPages:
      Words(
        "扫描件里没有文字，请检查原来的 Word 文件", "a scan has no text: check the Word file that it was made from")
    case .archiveNoDocument, .archiveLimit:
      Words("请解压后再检查其中的文件", "unpack it, then check the files in it")
    case .htmlNoContent:
      Words("网页里没有正文，请检查它链接的文件", "the page has no article: check the file that it links to")
    case .backendMissing:
      Words("请管理员安装 poppler-utils 和 poppler-data", "have poppler-utils and poppler-data installed")
    case .internal, .workerCrashed, .workerTimeout, .workerMemory:
      Words("程序有错，请把文件交给维护的人", "a fault of the program: give the file to those who maintain it")
    default:
      Words(
        "请用 Word 或 WPS 打开看看是否完整，另存后再检查",
        "see in Word or WPS whether it is whole, save it anew, then check again")
    }
  }
}

extension IssueCode {
  /// What an author does before publication about something that other readers of a record need not care for; nil for all else.
  var authorAdvice: Words? {
    switch self {
    case .docxTrackedChangesAccepted:
      Words("文件里还有修订痕迹：公布前请全部接受或拒绝", "it still has tracked changes: accept or reject all of them")
    case .docxCommentsOmitted:
      Words("文件里还有批注：公布前请删除", "it still has comments: delete them")
    case .docxHiddenTextOmitted, .docxUnseenTextOmitted, .htmlHiddenTextOmitted,
      .htmlUnseenTextOmitted, .pdfUnseenTextOmitted:
      Words("页面上看不见的文字，别人可以从文件里取出：公布前请删除", "others can get at text that is not seen: delete it")
    case .docxStruckTextOmitted, .docxStruckTextKept, .htmlStruckTextOmitted, .htmlStruckTextKept,
      .pdfStruckTextOmitted:
      Words("划了删除线的文字：公布前请删除或恢复", "struck-out text: delete or restore it")
    case .pdfAnnotation: Words("页面上有批注标记：公布前请去掉", "marks were added to a page: take them off")
    default: nil
    }
  }
}
