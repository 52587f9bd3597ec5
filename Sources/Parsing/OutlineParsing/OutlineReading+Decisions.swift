internal import Diagnostics
internal import DocumentModel
internal import FormParsing
internal import ReportRecords
internal import TextScanning

/// What title, text and tail say together: who reports on which year and place.
extension OutlineReading {
  mutating func decide() {
    guard outline.isAnnualReport else {
      outline.agencyName = outline.signature
      if let agency = outline.agencyName { take(RegionReader(agency, year: outline.datedOn?.year)) }
      return
    }
    let names = decideAgency()
    decideYear()
    decideRegion(title: names)
    checkParts()
  }

  /// - Returns: The agency as the title has it.
  private mutating func decideAgency() -> String? {
    let fromTitle =
      titleWords.flatMap { words -> String? in
        guard namesAgency else { return nil }
        let range = AgencyTitle(words).agency
        let raw = (outline.title ?? "").scalars.withoutBlanks
        let name = raw.string(range.lowerBound, range.upperBound)
        // （淮安市）水利局: the first bracket stands before the name.
        return name.contains("）") && !name.contains("（") ? name.replacing("）", with: "") : name
      } ?? announcement?.agency
    let decided = AgencyName(
      title: fromTitle, signature: outline.signature, text: agencyInText,
      publisher: metadata.publisher)
    outline.agencyName = decided.name
    // Only a government's report is compiled by somebody else.
    let isGovernment = decided.name?.hasSuffix("政府") ?? false
    outline.compiledBy = isGovernment ? decided.compiledBy ?? outline.compiledBy : nil
    if let issue = decided.issue { issues.append(issue) }
    return fromTitle
  }

  /// Whether the title names somebody, and not 我局.
  var namesAgency: Bool {
    guard let words = titleWords else { return false }
    let range = AgencyTitle(words).agency
    return range.count >= 2 && !Organisation.isPronoun(words[range])
  }

  /// Looks for who reports in one of the first paragraphs.
  mutating func readAgency(_ raw: [Unicode.Scalar], _ folded: [Unicode.Scalar]) {
    if announcement == nil { announcement = Announcement(raw, folded: folded) }
    guard agencyInText == nil else { return }
    let start = Array(raw.prefix(1_000)).withoutBlanks
    agencyInText = AgencyInText.agency(in: TextFolding.folded(start)).map {
      start.string($0.lowerBound, $0.upperBound)
    }
  }

  /// The region in the agency's name, told more exactly by what else names the body.
  private mutating func decideRegion(title: String?) {
    guard let agency = outline.agencyName else { return }
    let year = outline.reportYear
    var region = RegionReader(agency, year: year)
    let others = [
      title, outline.signature, metadata.publisher, outline.compiledBy, outline.contacts.unit,
      outline.contacts.address,
    ]
    if region.region.stated == nil,
      let longer = others.compactMap(\.self).first(where: { $0 != agency && $0.hasSuffix(agency) })
    {
      // 云溪镇人民政府, posted by 青禾县云溪镇人民政府
      region = RegionReader(longer, year: year)
    }
    for name in others.compactMap(\.self) where region.places.count != 1 {
      let other = RegionReader(name, year: year)
      region.narrow(by: other)
      region.complete(from: other)
    }
    take(region)
  }

  private mutating func take(_ region: RegionReader) {
    outline.region = region.region
    outline.agencyID = region.agencyID
    if let doubt = region.doubt { issues.append(Issue(.regionUncertain, doubt)) }
  }

  private mutating func decideYear() {
    let title = titleWords ?? announcement?.title
    let printed = title.flatMap { AgencyTitle($0).printedYear }
    // Of a title whose year can't be read, another year of the text is none.
    let isLost = title.map(YearInText.hasUnreadableYear) ?? false
    let fromPeriod = outline.periodStart?.year
    var fromTitle = printed?.value
    if let printed, printed.isUncertain {
      // What the period says is whole; a year that it contradicts is not believed.
      if let fromPeriod, fromPeriod != printed.value { fromTitle = nil }
      if printed.isOneOfSeveral {
        issues.append(
          Issue(.yearUncertain, "the title names several years: \(outline.title ?? "")"))
      } else if fromPeriod == nil || fromTitle == nil {
        issues.append(
          Issue(.yearUncertain, "the title's year is short or damaged: \(outline.title ?? "")"))
      }
    }
    if fromTitle == nil, let end = outline.periodEnd?.year, let start = fromPeriod, end != start {
      issues.append(Issue(.yearUncertain, "the period goes from \(start) to \(end)"))
    }
    outline.reportYear =
      fromTitle ?? fromPeriod
      ?? (printed == nil && !isLost ? YearInText.first(in: outline.prose) : nil)
    guard let year = outline.reportYear else {
      issues.append(Issue(.yearMissing, "no report year in title, period or text"))
      return
    }
    if let fromTitle, let fromPeriod, fromTitle != fromPeriod {
      issues.append(
        Issue(.yearConflict, "the title says \(fromTitle), the period \(fromPeriod)"))
    }
    if let date = outline.datedOn, date.year != year + 1 {
      issues.append(Issue(.dateUnusual, "dated \(date) for the report year \(year)"))
    }
  }

  private mutating func checkParts() {
    if let announcedParts, partCount > 0, announcedParts.count != partCount {
      issues.append(
        Issue(
          .partsAnnouncedDiffer,
          "\(announcedParts.count) parts are announced, \(partCount) headings found",
          at: announcedParts.location))
    }
    let found = Set(outline.sections.compactMap(\.topic))
    let missing = Section.Topic.allCases.filter { !found.contains($0) }
    guard !missing.isEmpty, form.edition != nil else { return }
    issues.append(
      Issue(
        .sectionsMissing,
        "no heading for: \(missing.map(\.rawValue).joined(separator: ", "))"))
  }
}
