/// Where the columns of a map stand.
struct AgencyColumns {
  struct Row {
    var id: String
    var name, path: String?
    var level, regionCode: String
    var parent: String?
  }

  private let count: Int
  private let places: [String: Int]

  init(_ header: [String]) throws(AgencyMapError.Problem) {
    count = header.count
    var places: [String: Int] = [:]
    for (index, name) in header.enumerated() {
      guard places.updateValue(index, forKey: name.lowercased()) == nil || name.isEmpty else {
        throw .repeatedColumn(name)
      }
    }
    self.places = places
    guard places["id"] != nil else { throw .missingColumn("id") }
    guard places["name"] != nil || places["path"] != nil else {
      throw .missingColumn("name or path")
    }
  }

  func row(_ fields: [String]) throws(AgencyMapError.Problem) -> Row {
    guard fields.count == count else {
      throw .fieldCount(expected: count, found: fields.count)
    }
    func field(_ name: String) -> String { places[name].map { fields[$0] } ?? "" }
    func known(_ text: String) -> String? { text.isEmpty ? nil : text }
    guard let id = known(field("id")) else { throw .emptyID }
    // As tables name a member of an archive; its folders are the archive and those above.
    var path = field("path").replacing("!/", with: "/")
    while path.hasPrefix("./") { path.removeFirst(2) }
    while path.hasSuffix("/") { path.removeLast() }
    guard let name = known(field("name")) else {
      guard !path.isEmpty else { throw .noNameOrPath }
      return row(id, nil, path, field)
    }
    return row(id, name, known(path), field)
  }

  private func row(
    _ id: String, _ name: String?, _ path: String?, _ field: (String) -> String
  ) -> Row {
    let parent = field("parent")
    return Row(
      id: id, name: name, path: path, level: field("level"), regionCode: field("region_code"),
      parent: parent.isEmpty ? nil : parent)
  }
}
