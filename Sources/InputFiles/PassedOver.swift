/// How many files a walk passed over, by reason.
package struct PassedOver: Hashable, Sendable {
  package enum Reason: String, Sendable, CaseIterable {
    /// A file or folder whose name begins with a dot. What is in the folder isn't counted.
    case hidden
    /// A leftover of an editor, or a download under way.
    case temporary
    /// What Windows keeps about a folder: `Thumbs.db`, `desktop.ini`; what macOS puts into an archive: `__MACOSX`, what is in which
    /// isn't counted; scripts, style sheets and fonts of saved pages.
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

  /// `hidden:2 system:1`, as ``text`` has it; what is no reason counts for nothing.
  package init(text: String) {
    for word in text.split(separator: " ") {
      let parts = word.split(separator: ":").map(String.init)
      guard parts.count == 2, let reason = Reason(rawValue: parts[0]), let count = Int(parts[1])
      else { continue }
      self[reason] = count
    }
  }

  package var text: String {
    all.map { "\($0.reason.rawValue):\($0.count)" }.joined(separator: " ")
  }

  package var total: Int { counts.values.reduce(0, +) }

  package static func += (sum: inout PassedOver, other: PassedOver) {
    for (reason, count) in other.counts { sum[reason] += count }
  }

  /// The reasons there were, in the order of their declaration.
  package var all: [(reason: Reason, count: Int)] {
    Reason.allCases.compactMap { reason in counts[reason].map { (reason, $0) } }
  }
}
