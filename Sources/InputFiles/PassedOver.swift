/// How many files a walk passed over, by reason.
package struct PassedOver: Hashable, Sendable {
  package enum Reason: String, Sendable, CaseIterable {
    /// A file or folder whose name begins with a dot. What is in the folder isn't counted.
    case hidden
    /// A leftover of an editor, or a download under way.
    case temporary
    /// What Windows keeps about a folder: `Thumbs.db`, `desktop.ini`.
    case system
    /// By a pattern, or the output folder of the run. What is in an excluded folder isn't counted.
    case excluded
    /// A description of the file beside it.
    case sidecar
    /// A side-car that gives no usable address, or that can't be read.
    case badSidecar = "bad_sidecar"
    /// A symbolic link to a folder.
    case linkToFolder = "link_to_folder"
  }

  private var counts: [Reason: Int] = [:]

  package init(_ counts: [Reason: Int] = [:]) {
    self.counts = counts.filter { $0.value != 0 }
  }

  package subscript(reason: Reason) -> Int {
    get { counts[reason] ?? 0 }
    set { counts[reason] = newValue == 0 ? nil : newValue }
  }

  /// The reasons there were, in the order of their declaration.
  package var all: [(reason: Reason, count: Int)] {
    Reason.allCases.compactMap { reason in counts[reason].map { (reason, $0) } }
  }
}
