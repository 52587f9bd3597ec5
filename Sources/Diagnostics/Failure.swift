/// Why an input gave no record: the only error that leaves a reader.
package struct Failure: Error, Hashable, Sendable {
  package var code: FailureCode
  /// One sentence without a final stop; names the limit that was met.
  package var message: String
  package var stage: Stage

  package init(_ code: FailureCode, _ message: String, stage: Stage = .extract) {
    self.code = code
    self.message = message
    self.stage = stage
  }
}

/// The step in which an input failed.
package enum Stage: String, Sendable, CaseIterable {
  /// Finding, opening and reading the file.
  case input
  /// Turning its bytes into blocks and tables.
  case extract
  /// Turning these into a record.
  case parse
  /// Running the worker that does all of it.
  case run
}

/// The closed list of failure codes; the raw value is written to the output.
package enum FailureCode: String, Sendable, CaseIterable {
  // Input.
  case inputUnreadable = "input_unreadable"
  case inputNotRegular = "input_not_regular"
  case inputEmpty = "input_empty"
  case inputTooLarge = "input_too_large"
  case inputChanged = "input_changed"
  case unsupportedFormat = "unsupported_format"
  case encrypted
  // docx and XML.
  case zipCorrupt = "zip_corrupt"
  case zipLimit = "zip_limit"
  case docxNoMainPart = "docx_no_main_part"
  case xmlMalformed = "xml_malformed"
  case xmlDTD = "xml_dtd"
  case xmlLimit = "xml_limit"
  case documentLimit = "document_limit"
  // Archives.
  case archiveLimit = "archive_limit"
  case archiveNoDocument = "archive_no_document"
  // PDF.
  case pdfCorrupt = "pdf_corrupt"
  case pdfNoPages = "pdf_no_pages"
  case pdfNoText = "pdf_no_text"
  case pdfLimit = "pdf_limit"
  // Word binary.
  case cfbCorrupt = "cfb_corrupt"
  case docCorrupt = "doc_corrupt"
  case docLimit = "doc_limit"
  // Text.
  case textUndecodable = "text_undecodable"
  case textBinary = "text_binary"
  // Web pages.
  case htmlNoContent = "html_no_content"
  case htmlLimit = "html_limit"
  // Child programs, then workers of ours.
  case backendMissing = "backend_missing"
  case backendFailed = "backend_failed"
  case backendCrashed = "backend_crashed"
  case backendTimeout = "backend_timeout"
  case backendMemory = "backend_memory"
  case backendOutputLimit = "backend_output_limit"
  case workerCrashed = "worker_crashed"
  case workerTimeout = "worker_timeout"
  case workerMemory = "worker_memory"
  /// A bug of ours; tests prove that it never appears.
  case `internal`

  /// Whether the same bytes may do better another night.
  package var isRetryable: Bool {
    switch self {
    case .inputUnreadable, .inputEmpty, .inputChanged, .backendTimeout, .backendCrashed,
      .backendMemory,
      .workerCrashed, .workerTimeout, .workerMemory:
      true
    default: false
    }
  }
}
