package import ReportRecords

/// How much of a section's prose is that of the report before.
package struct SectionSimilarity: Hashable, Sendable {
  /// Of the newer report.
  package var section: Section
  /// The section that it is set against; nil where the older report has none like it.
  package var older: Section?
  package var similarity: TextSimilarity

  package init(section: Section, older: Section?, similarity: TextSimilarity) {
    self.section = section
    self.older = older
    self.similarity = similarity
  }

  /// Every section of the newer report that has prose.
  ///
  /// Matched by topic, then by heading within the part of the report; the lead by being the lead. Where several are alike
  /// the first goes with the first, the second with the second.
  package static func compare(older: [Section], newer: [Section]) -> [SectionSimilarity] {
    let candidates = Dictionary(zip(keys(older), older)) { first, _ in first }
    return zip(keys(newer), newer).compactMap { key, section in
      guard !section.text.isEmpty else { return nil }
      let other = candidates[key]
      return SectionSimilarity(
        section: section, older: other,
        similarity: TextSimilarity(older: other?.text ?? "", newer: section.text))
    }
  }

  private struct Key: Hashable {
    /// The topic that the section has, or that it stands below.
    var topic: Section.Topic?
    /// Nil for the section that a topic names.
    var heading: String?
    /// How many before it have the same topic and heading.
    var occurrence = 0
  }

  private static func keys(_ sections: [Section]) -> [Key] {
    var topic: Section.Topic?
    var seen: [Key: Int] = [:]
    return sections.map { section in
      if section.level == 1 { topic = section.topic }
      var key = Key(
        topic: section.topic ?? topic, heading: section.topic == nil ? section.heading ?? "" : nil)
      let count = seen[key, default: 0]
      seen[key] = count + 1
      key.occurrence = count
      return key
    }
  }
}
