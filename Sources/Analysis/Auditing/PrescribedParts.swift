package import Comparison
internal import NationalForm
package import ReportRecords

/// Which of the parts that the format prescribes a report has (条例 第五十条).
package struct PrescribedParts: Hashable, Sendable {
  /// Those that have no heading, or a heading and nothing below it; none of a report on years before them.
  package private(set) var missing: Set<Section.Topic> = []
  package private(set) var empty: Set<Section.Topic> = []
  /// Those that are there without a heading: their table is.
  package private(set) var unheaded: Set<Section.Topic> = []

  /// The three parts that are tables have no text: one of them is there when its table is, with a heading or without.
  ///
  /// - Parameter year: That of the report; nil where it isn't known.
  package init(_ sections: [Section], _ form: FormFacts, year: Int?) {
    guard form.edition != .legacy && year ?? .max >= Self.firstYear else { return }
    var headed: Set<Section.Topic> = []
    var filled: Set<Section.Topic> = []
    var topic: Section.Topic?
    for section in sections {
      if section.topic != nil || section.level == 1 { topic = section.topic }
      guard let topic else { continue }
      headed.insert(topic)
      if section.text.contains(where: { !$0.isWhitespace }) { filled.insert(topic) }
    }
    for (id, cell) in zip(NationalForm.cells, form.cells) where cell.state != .absent {
      filled.insert(id.table.topic)
    }
    missing = Set(Section.Topic.allCases).subtracting(headed).subtracting(filled)
    empty = headed.subtracting(filled)
    unheaded = filled.subtracting(headed)
  }

  /// The first year on which reports have prescribed parts (条例 第五十条 and the format of 2019).
  static let firstYear = Edition.firstYearOfTables
}

extension TableID {
  /// The part of a report that is this table.
  package var topic: Section.Topic {
    switch self {
    case .activeDisclosure: .activeDisclosure
    case .applications: .applications
    case .reviewLitigation: .reviewLitigation
    }
  }
}
