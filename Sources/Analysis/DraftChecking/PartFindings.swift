internal import Auditing
internal import Comparison
internal import Diagnostics
internal import NationalForm
internal import PlainWords
internal import ReportRecords

/// Prescribed parts that are missing, empty, or named otherwise.
struct PartFindings {
  let draft: DraftReading

  func findings() -> [DraftFinding] {
    let parts = PrescribedParts(draft.sections, draft.facts.form, year: draft.year)
    return Section.Topic.allCases.compactMap { topic in
      if parts.missing.contains(topic) { return missing(topic) }
      if parts.empty.contains(topic) { return empty(topic) }
      if parts.unheaded.contains(topic) { return unheaded(topic) }
      // Reports on years before have other parts.
      return draft.facts.form.edition == .legacy || draft.year ?? .max < Edition.firstYearOfTables
        ? nil : misnamed(topic)
    }
  }

  private func missing(_ topic: Section.Topic) -> DraftFinding {
    // A heading with its number that says something else may be meant.
    if let section = draft.sections.first(where: {
      $0.level == 1 && $0.number == topic.number && $0.topic == nil && $0.heading != nil
    }) {
      return named(section, instead: topic, .warning)
    }
    return DraftFinding(
      .part, .error,
      ([.sectionsMissing] + (topic.isTable ? [.tableMissing] : [])).map(\IssueCode.rawValue),
      Words("没有找到“\(topic.title)”这一部分", "the part “\(topic.title)” was not found"))
  }

  private func empty(_ topic: Section.Topic) -> DraftFinding {
    topic.isTable
      ? DraftFinding(
        .part, .error, [IssueCode.tableMissing.rawValue],
        Words("“\(topic.title)”下面没有读到表格", "no table was read below “\(topic.title)”"))
      : DraftFinding(
        .part, .warning, ["section_empty"],
        Words("“\(topic.title)”下面没有内容", "there is nothing below “\(topic.title)”"))
  }

  private func unheaded(_ topic: Section.Topic) -> DraftFinding {
    DraftFinding(
      .part, .note, [IssueCode.sectionsMissing.rawValue],
      Words("有表格，但没有“\(topic.title)”这一标题", "its table is there, but no heading “\(topic.title)”"))
  }

  private func misnamed(_ topic: Section.Topic) -> DraftFinding? {
    guard let section = draft.sections.first(where: { $0.level == 1 && $0.topic == topic }),
      let heading = section.heading
    else { return nil }
    let isNamed = Self.plain(heading) == Self.plain(topic.heading)
    let isNumbered = section.number == nil || section.number == topic.number
    return isNamed && isNumbered ? nil : named(section, instead: topic, .note)
  }

  private func named(
    _ section: Section, instead topic: Section.Topic, _ severity: DraftFinding.Severity
  ) -> DraftFinding {
    let printed = (section.number.map { "\($0)、" } ?? "") + (section.heading ?? "")
    var finding = DraftFinding(
      .part, severity, ["heading"],
      Words(
        "标题印的是“\(printed.prefix(40))”，规定的是“\(topic.title)”",
        "a heading is “\(printed.prefix(40))”, prescribed is “\(topic.title)”"))
    finding.quote = section.heading
    return finding
  }

  /// Without marks, blanks and the words that join: what nobody would call another name.
  private static func plain(_ text: String) -> String {
    text.filter { ($0.isLetter || $0.isNumber) && !"和及与的".contains($0) }
  }
}

extension Section.Topic {
  var isTable: Bool { TableID.allCases.contains { $0.topic == self } }
}

extension TableID {
  var heading: String { topic.title }
}
