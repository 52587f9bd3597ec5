internal import DocumentModel
internal import ReportRecords
internal import TextScanning

/// Reads the contact block by its labels, whatever stands between the values.
///
///     （地址：某市行政中心 212 室；邮编：755000；电话：0955—7063893；电子邮箱：a@163.com）
///     号 ， 邮 编 ： 223100 ， 电 话 ： 0517-87222589
struct ContactsReader {
  private(set) var contacts = Contacts()

  /// Takes what one more paragraph says; a value once found stays.
  mutating func read(_ raw: [Unicode.Scalar], _ folded: [Unicode.Scalar]) {
    guard Self.mayHoldContacts(folded) else { return }
    let block = ContactText(raw: raw, folded: folded)
    let labels = block.labels()
    for (order, label) in labels.enumerated() {
      let next = order + 1 < labels.count ? labels[order + 1].start : block.text.count
      take(label, in: block, before: next)
    }
    if contacts.unit == nil { contacts.unit = ContactUnit.unit(in: block) }
    if contacts.email == nil, labels.contains(where: { $0.kind == .phone }) {
      contacts.email =
        block.text.indices.lazy.filter { block.text[$0] == "@" }
        .compactMap { block.email(around: $0) }.first
    }
    if contacts.website == nil { contacts.website = block.announcedWebsite() }
  }

  private static func mayHoldContacts(_ text: [Unicode.Scalar]) -> Bool {
    for index in text.indices {
      switch text[index] {
      case "邮", "址", "话", "真", "@": return true
      case "联": if text.has("联系", at: index) || text.has("联 系", at: index) { return true }
      case "T": if text.first(of: ["TEL", "Tel"], at: index) != nil { return true }
      case "F": if text.first(of: ["FAX", "Fax"], at: index) != nil { return true }
      case "w": if text.has("www", at: index) { return true }
      case "h": if text.has("http", at: index) { return true }
      default: continue
      }
    }
    return false
  }

  /// Takes an address, a postcode at its beginning or end apart: 839000 青禾县东街1号.
  private mutating func takeAddress(_ words: String?) {
    guard let words else { return }
    let scalars = words.scalars
    let leading = scalars.prefix { $0.isDigit }.count
    let trailing = scalars.reversed().prefix { $0.isDigit }.count
    let code: ArraySlice<Unicode.Scalar>
    var rest: ArraySlice<Unicode.Scalar>
    if leading == 6, scalars.count > 8 {
      (code, rest) = (scalars[..<6], scalars[6...])
    } else if trailing == 6, scalars.count > 8, Self.parts(scalars[scalars.count - 7]) {
      (code, rest) = (scalars.suffix(6), scalars.dropLast(6))
    } else {
      contacts.address = words
      return
    }
    rest = rest.drop(while: Self.parts)
    while rest.last.map(Self.parts) == true { rest.removeLast() }
    contacts.address = String(scalars: rest)
    if contacts.postcode == nil {
      contacts.postcode = String(scalars: TextFolding.folded(String(scalars: code)))
    }
  }

  /// Whether it may stand between an address and a postcode.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    " 、,，".unicodeScalars.contains(scalar)
  }

  private mutating func take(_ label: ContactText.Label, in block: ContactText, before next: Int) {
    switch label.kind {
    case .other: break
    case .unit:
      if contacts.unit == nil, label.isAnnounced { contacts.unit = block.words(label.end, next) }
    case .address:
      if contacts.address == nil, label.isAnnounced {
        takeAddress(block.postalAddress(label.end, next))
      }
      if contacts.website == nil { contacts.website = block.website(at: label.end) }
    case .postcode:
      if contacts.postcode == nil { contacts.postcode = block.postcode(at: label.end) }
    case .phone:
      if contacts.phone == nil, let number = block.phone(at: label.end) {
        contacts.phone = number.value
        if contacts.fax == nil, number.isFaxToo { contacts.fax = number.value }
      }
    case .fax:
      guard contacts.fax == nil else { break }
      if block.text.first(of: ["同上", "同电话", "同号", "与电话"], at: label.end) != nil {
        contacts.fax = contacts.phone
      } else {
        contacts.fax = block.phone(at: label.end)?.value
      }
    case .phoneAndFax:
      guard let number = block.phone(at: label.end)?.value else { break }
      if contacts.phone == nil { contacts.phone = number }
      if contacts.fax == nil { contacts.fax = number }
    case .email:
      if contacts.email == nil { contacts.email = block.email(at: label.end, before: next) }
    case .website:
      if contacts.website == nil { contacts.website = block.website(at: label.end) }
    }
  }
}
