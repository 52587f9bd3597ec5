internal import Diagnostics
internal import DocumentModel
internal import Glibc

extension PopplerTool.Outcome {
  /// Why the child named `tool` gave no usable output; nil where it ended well.
  ///
  /// Exit 1 is "error opening a PDF file", 99 "other error", which for all of 45 real files meant a document without
  /// pages. Under a memory limit poppler either aborts (an uncaught `bad_alloc`) or says "Out of memory" and goes on.
  func failure(of tool: String, limits: Limits) -> Failure? {
    switch status {
    case .exited(0):
      nil
    case .exited(1) where messages.contains("Incorrect password"):
      Failure(.encrypted, "the PDF needs a password")
    case _ where isOutOfMemory:
      Failure(.backendMemory, "\(tool) asked for memory of \(limits.over(.backendMemoryBytes))")
    case .exited(1) where messages.contains("Couldn't open file"):
      Failure(.backendFailed, "\(tool) could not open its standard input")
    case .exited(1):
      Failure(.pdfCorrupt, "the PDF is damaged beyond reading")
    case .exited(99):
      Failure(.pdfNoPages, "the PDF has no pages")
    case .exited(126), .exited(127):
      Failure(.backendMissing, "\(tool) cannot be run")
    case .exited(let code):
      Failure(.backendFailed, "\(tool) ended with code \(code)")
    case .signaled(let signal) where signal == SIGXCPU:
      Failure(.backendTimeout, "\(tool) used processor time of \(limits.over(.backendSeconds))")
    case .signaled(let signal) where signal == SIGXFSZ:
      Failure(.backendFailed, "\(tool) tried to write a file")
    case .signaled(let signal):
      Failure(.backendCrashed, "\(tool) was ended by signal \(signal)")
    }
  }

  /// Whether the child said that it got no memory, which poppler may do and go on without a part of the text.
  var isOutOfMemory: Bool {
    let messages = messages.lowercased()
    return ["bad_alloc", "out of memory", "memoryerror", "memory exhausted", "allocate memory"]
      .contains { messages.contains($0) }
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
