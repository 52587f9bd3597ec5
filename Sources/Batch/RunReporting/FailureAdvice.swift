internal import Diagnostics

extension FailureCode {
  /// What to do about documents that fail with it, one phrase for a mail.
  var advice: String {
    switch self {
    case .inputUnreadable: "check permissions and the disk"
    case .inputNotRegular: "a folder, link, FIFO or device where a file should be: remove it"
    case .inputEmpty: "the download left nothing: fetch it again"
    case .inputTooLarge: "check what it is; raise --max-size if it is a report"
    case .inputChanged: "written to while it was read: see that it is whole"
    case .unsupportedFormat:
      "not docx, doc, PDF, web page or text: unpack it, or fetch another form"
    case .encrypted: "ask the publisher for a copy without a password"
    case .zipCorrupt: "cut off or damaged: fetch it again"
    case .zipLimit: "may be a bomb: look at it before raising the limit in its message"
    case .archiveLimit: "may be a bomb: look at it before raising the limit in its message"
    case .archiveNoDocument: "holds nothing to read: look into it, or fetch it again"
    case .docxNoMainPart: "an Office file of another kind, or damaged: open it by hand"
    case .xmlMalformed: "damaged inside: fetch it again, or save it anew with Word or WPS"
    case .xmlDTD: "no Office program writes this: treat the file as hostile"
    case .xmlLimit: "may be hostile: look at it before raising the limit in its message"
    case .documentLimit: "larger than any report: raise the limit in its message if it is one"
    case .pdfCorrupt: "cut off or damaged: fetch it again"
    case .pdfNoPages: "an empty or damaged PDF: fetch it again"
    case .pdfNoText: "a scan: needs OCR, or another form from the publisher"
    case .pdfLimit: "a book, not a report: raise --limit pdf_pages if it is one"
    case .cfbCorrupt: "cut off or damaged: fetch it again"
    case .docCorrupt: "damaged inside: fetch it again, or save it as docx with Word or WPS"
    case .docLimit: "larger than any report: raise the limit in its message if it is one"
    case .textUndecodable:
      "encoding or fonts do not say which characters it holds: fetch it anew"
    case .textBinary: "not text, despite its name: check what it is"
    case .htmlNoContent: "the page holds no article: fetch what it shows, or its attachment"
    case .htmlLimit: "may be hostile: look at it before raising the limit in its message"
    case .backendMissing: "install what its message names, then run again"
    case .backendFailed: "run gongkai doctor; if all programs are well, look at the file"
    case .backendCrashed: "the program in its message crashed over it: update that"
    case .backendTimeout:
      "the program hangs over it: raise --timeout if it is a report"
    case .backendMemory: "raise --limit backend_memory_bytes if it is a report"
    case .backendOutputLimit:
      "the program in its message writes without end: treat the file as hostile"
    case .workerCrashed: "a bug that one document brings out: report it with the file"
    case .workerTimeout: "raise --timeout if it is a report"
    case .workerMemory: "raise --worker-memory if it is a report"
    case .internal: "a bug of gongkai: report it with the file"
    }
  }

  /// The advice about the code that is written as `rawValue`, for `count` documents of which the next run tries `retried`.
  static func advice(_ rawValue: String, count: Int, retried: Int) -> String {
    let advice = FailureCode(rawValue: rawValue)?.advice ?? "see its message in failures.csv"
    switch retried {
    case 0: return advice
    case count: return advice + "; the next run tries again"
    default: return advice + "; the next run tries \(Number.grouped(retried)) again"
    }
  }
}
