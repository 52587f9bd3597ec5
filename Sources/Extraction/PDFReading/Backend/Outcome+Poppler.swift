internal import ConfinedPrograms
internal import Diagnostics
internal import DocumentModel

extension ConfinedProgram.Outcome {
  /// Why `tool` of poppler-utils gave no usable output; nil where it ended well.
  ///
  /// Exit 1 is "error opening a PDF file", 99 "other error", which for all of 45 real files meant a document without
  /// pages. Under a memory limit poppler either aborts (an uncaught `bad_alloc`) or says "Out of memory" and goes on.
  func popplerFailure(of tool: ConfinedProgram, limits: Limits) -> Failure? {
    if case .exited(1) = status, messages.contains("Incorrect password") {
      return Failure(.encrypted, "the PDF needs a password")
    }
    if let failure = failure(of: tool, limits: limits) { return failure }
    return switch status {
    case .exited(0), .signaled:
      nil
    case .exited(1) where messages.contains("Couldn't open file"):
      Failure(.backendFailed, "\(tool.name) could not open its standard input")
    case .exited(1):
      Failure(.pdfCorrupt, "the PDF is damaged beyond reading")
    case .exited(99):
      Failure(.pdfNoPages, "the PDF has no pages")
    case .exited(let code):
      Failure(.backendFailed, "\(tool.name) ended with code \(code)")
    }
  }

  /// Whether the child met text in an encoding whose tables (package poppler-data) it does not have.
  var lacksLanguagePack: Bool {
    !messages.isEmpty && messages.contains("Missing language pack")
  }

  /// Whether the child found fault with the file.
  ///
  /// About a page without words it says "no word list", which is no fault.
  var hasFaults: Bool {
    messages.split(separator: "\n").contains { $0 != "no word list" }
  }
}
