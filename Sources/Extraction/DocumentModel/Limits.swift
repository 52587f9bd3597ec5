/// What one document may cost.
///
/// Each limit is data: `Limits.all` holds its name, unit, default and the reason for that default; each is named in
/// the failure that it causes. Here they are values to compare with.
package struct Limits: Hashable, Sendable {
  package var inputBytes: Int = Member.inputBytes.standard
  package var zipEntries: Int = Member.zipEntries.standard
  package var partBytes: Int = Member.partBytes.standard
  package var packageBytes: Int = Member.packageBytes.standard
  package var inflationRatio: Int = Member.inflationRatio.standard
  package var inflationFloorBytes: Int = Member.inflationFloorBytes.standard
  package var archiveMembers: Int = Member.archiveMembers.standard
  package var archiveBytes: Int = Member.archiveBytes.standard
  package var xmlDepth: Int = Member.xmlDepth.standard
  package var xmlTagBytes: Int = Member.xmlTagBytes.standard
  package var xmlAttributes: Int = Member.xmlAttributes.standard
  package var xmlValueBytes: Int = Member.xmlValueBytes.standard
  package var paragraphBytes: Int = Member.paragraphBytes.standard
  package var documentBytes: Int = Member.documentBytes.standard
  package var textLines: Int = Member.textLines.standard
  package var htmlTags: Int = Member.htmlTags.standard
  package var htmlDepth: Int = Member.htmlDepth.standard
  package var mimeParts: Int = Member.mimeParts.standard
  package var tableColumns: Int = Member.tableColumns.standard
  package var tableCells: Int = Member.tableCells.standard
  package var pdfPages: Int = Member.pdfPages.standard
  package var pdfDrawings: Int = Member.pdfDrawings.standard
  package var backendSeconds: Int = Member.backendSeconds.standard
  package var backendMemoryBytes: Int = Member.backendMemoryBytes.standard
  package var backendOutputBytes: Int = Member.backendOutputBytes.standard
  package var backendMessageBytes: Int = Member.backendMessageBytes.standard

  package init() {}

  /// How a failure names the limit that was met: `more than the limit zip_entries = 10000`.
  package func over(_ member: Member) -> String {
    Self.over(member, self[keyPath: member.keyPath])
  }

  /// The same for a limit that was set to `value`, where only that is at hand.
  package static func over(_ member: Member, _ value: Int) -> String {
    "more than the limit \(member.name) = \(value)"
  }
}
