internal import Diagnostics
internal import DocumentModel
internal import ReportRecords
internal import TextScanning

/// Decides who reports, from title and signature.
struct AgencyName {
  var name: String?
  /// The office that compiled a government's report.
  var compiledBy: String?
  var issue: Issue?

  /// - Parameters:
  ///   - title: The agency as the title has it, without blanks; nil if it names none.
  ///   - text: The body that the first sentences say reports.
  ///   - publisher: The body that the page's metadata name.
  init(title: String?, signature: String?, text: String?, publisher: String?) {
    guard let title else {
      // 民政局 in the text, 青禾县民政局 in the page's metadata
      let inText = text.flatMap { text in
        publisher.map { $0.hasSuffix(text) ? nil : text } ?? text
      }
      name = signature.map(Self.whole) ?? inText ?? publisher
      if signature != nil {
        issue = Issue(.agencyFromSignature, "the title names no agency, the signature does")
      } else if inText != nil {
        issue = Issue(.agencyFromSignature, "title and signature name no agency, the text does")
      } else if publisher != nil {
        issue = Issue(.agencyFromMetadata, "only the page's metadata name the agency")
      } else {
        issue = Issue(.agencyMissing, "neither title nor signature names an agency")
      }
      return
    }
    let own = Self.withoutOwnLevel(title)
    name = own
    if let signature, signature != own,
      Self.isShort(own, for: signature) || Self.isBody(signature, of: own)
    {
      name = signature
      issue = Issue(
        .agencyFromSignature, "the title has only \(own), the signature \(signature)")
    } else if Self.isGovernmentRegion(own) {
      name = own + "人民政府"
      if let signature, signature.hasPrefix(own), signature != name { compiledBy = signature }
    }
  }

  /// Whether `title` is what `signature` is called at home: 区科技局 of 台儿庄区科技局, 市科委 of 上海市科学技术委员会.
  private static func isShort(_ title: String, for signature: String) -> Bool {
    guard RegionReader.region(in: title).stated == nil else {
      // 荷塘区桂花街道 signs as 荷塘区桂花街道办事处.
      return title.hasSuffix("街道") && signature.hasPrefix(title)
    }
    if signature.hasSuffix(title) { return true }
    guard let first = title.unicodeScalars.first, "省市县区州旗镇乡".unicodeScalars.contains(first),
      let rest = RegionReader.region(in: signature).stated
    else { return false }
    return rest.unicodeScalars.last == first
  }

  /// 某某县 for 某某县（本级） and 某某县本级: the county's own report, without those of its departments.
  private static func withoutOwnLevel(_ printed: String) -> String {
    let title = Self.withoutSubordinates(printed)
    for level in ["（本级机关）", "(本级机关)", "（本级）", "(本级)", "本级"] where title.hasSuffix(level) {
      // 市本级 names no place without it.
      return title.count >= level.count + 2 ? String(title.dropLast(level.count)) : title
    }
    return title
  }

  private static func withoutSubordinates(_ name: String) -> String {
    let scalars = name.scalars
    let own = Organisation.withoutSubordinates(scalars)
    return own.count >= 3 && own.count < scalars.count ? own.string(0, own.count) : name
  }

  /// The body of which `signature` is a section.
  private static func whole(_ signature: String) -> String {
    let scalars = withoutSubordinates(signature).scalars
    let body = Organisation.withoutSection(scalars)
    return body.string(0, body.count)
  }

  /// Whether `signature` is a department of the region `title`, other than one that compiles its government's report:
  /// 某某县教育局 below a title that names 某某县 alone.
  private static func isBody(_ signature: String, of title: String) -> Bool {
    guard isGovernmentRegion(title) else { return false }
    // The tax office of a county has the state's name before the county's.
    let own = signature.hasPrefix(taxOffice) ? signature.dropFirst(taxOffice.count) : signature[...]
    guard own.hasPrefix(title) else { return false }
    let rest = String(own.dropFirst(title.count)).scalars
    return rest.ends(withAny: ["局", "委员会", "委", "法院", "检察院", "学院", "医院", "公司", "总队", "支队", "大队"])
      && !rest.contains(anyOf: compilers)
  }

  private static let taxOffice = "国家税务总局"

  /// Names of those who compile or post a government's report.
  private static let compilers: [Phrase] = [
    "政务", "审批", "数据", "公开", "人民政府", "管理委员会", "机关事务", "档案", "保密", "地方志", "史志",
  ]

  /// Whether `name` is a region with a government of its own: 济宁市兖州区, 五常市民意乡; not 某某开发区, 某某街道.
  private static func isGovernmentRegion(_ name: String) -> Bool {
    let scalars = name.scalars
    if scalars.ends(withAny: ["乡", "镇", "苏木"]) { return scalars.count >= 3 }
    return scalars.count >= 3 && RegionReader.region(in: name).stated == name
  }

  /// The office of `由某某区人民政府办公室根据…编制` or `某某区人民政府办公室编制本年度报告`, for a government's report.
  static func compiler(in text: [Unicode.Scalar]) -> String? {
    var from = 0
    while let opening = text.firstIndex(of: "由", from: from) {
      from = opening + 1
      var end = from
      while end < text.count, end - from <= 40, text[end] != "由",
        text.first(of: nameStops, at: end) == nil
      {
        end += 1
      }
      if end < text.count, let name = office(text[from..<end]) { return name }
    }
    return subject(in: text)
  }

  /// What follows the name of the office.
  private static let nameStops: [Phrase] = [
    "根据", "按照", "依据", "依照", "负责", "编制", "编写", "汇总", "综合", "整理", "组织", "结合", "牵头", "会同", "起草",
    ",", "(",
  ]

  /// The office that stands right before 编制, from the beginning of its clause.
  private static func subject(in text: [Unicode.Scalar]) -> String? {
    var from = 0
    while let verb = text.firstIndex(of: "编", from: from) {
      from = verb + 1
      guard text.first(of: ["编制", "编写"], at: verb) != nil else { continue }
      var end = verb
      for adverb: Phrase in ["汇总", "组织", "负责", "牵头", "综合"]
      where end >= 2 && text.has(adverb, at: end - 2) {
        end -= 2
        break
      }
      var start = end
      while start > 0, end - start <= 40,
        !",.;:。()<>《》\"“”".unicodeScalars.contains(text[start - 1])
      {
        start -= 1
      }
      // 本机关办公室 names nobody.
      guard let name = office(text[start..<end]), name.contains("政府") else { continue }
      return name
    }
    return nil
  }

  /// The name that `words` are, if it is that of an office.
  private static func office(_ words: ArraySlice<Unicode.Scalar>) -> String? {
    let name = words.withoutBlanks
    guard name.count >= 4, Organisation.isName(name),
      name.ends(withAny: ["办公室", "办公厅", "办", "局", "中心", "科", "处"])
    else { return nil }
    return name.string(0, 40)
  }
}
