/// A label as the form words it, and other wordings met in reports.
package struct FormLabel: Hashable, Sendable {
  /// The wording of the latest edition that prints it.
  package let text: String
  /// Every official wording, the latest first; then ``aliases``.
  package let wordings: [String]
  private let first: String
  private let changes: [Edition: String]

  /// - Parameters:
  ///   - first: The wording of the first edition that prints it.
  ///   - changes: The wording of each edition that changed it: `[.e2021: "行政规范性文件"]`.
  ///   - aliases: What reports print instead.
  package init(_ first: String, since changes: [Edition: String] = [:], aliases: [String] = []) {
    self.first = first
    self.changes = changes
    let official = changes.sorted { $0.key > $1.key }.map(\.value) + [first]
    text = official[0]
    wordings = official + aliases.filter { !official.contains($0) }
  }

  package func text(in edition: Edition) -> String {
    changes.filter { $0.key <= edition }.max { $0.key < $1.key }?.value ?? first
  }
}
