internal import NationalForm
internal import RecordReading

/// The numbers of a report that the page adds up.
///
/// Walks over the tables once and makes nothing of what no chart needs: a page is made of 100,000 records every night.
struct ReportNumbers: Hashable {
  /// At the places of ``NationalForm/cells``; nil is blank, not readable, not printed, or looked at by no chart.
  private(set) var values: [Int?]

  init(_ record: RecordView) {
    values = Array(repeating: nil, count: NationalForm.cells.count)
    guard let report = record["annual_report"] else { return }
    for (table, group) in zip(report.values(Self.keys), Self.tables) {
      if let table { read(table, group) }
    }
  }

  private mutating func read(_ object: JSONValue, _ node: Node) {
    for (value, child) in zip(object.values(node.keys), node.children) {
      guard let value else { continue }
      if let place = child.place {
        // More than any country has requests, or less than none: no count.
        values[place] = value.integer.flatMap { (0...1_000_000_000_000).contains($0) ? $0 : nil }
      } else {
        read(value, child)
      }
    }
  }

  /// An object of the record, or a number in it.
  private struct Node: Sendable {
    var keys: [[UInt8]] = []
    var children: [Node] = []
    /// Of a number, in ``NationalForm/cells``.
    var place: Int?

    mutating func add(_ path: some Collection<Substring>, _ place: Int) {
      guard let first = path.first else { return self.place = place }
      let key = Array(first.utf8)
      if keys.last != key {
        keys.append(key)
        children.append(Node())
      }
      children[children.count - 1].add(path.dropFirst(), place)
    }
  }

  private static let tree: Node = {
    var tree = Node()
    for (place, id) in NationalForm.cells.enumerated() where Chart.isNeeded[place] {
      tree.add(id.description.split(separator: "."), place)
    }
    return tree
  }()
  private static let keys = tree.keys
  private static let tables = tree.children
}

extension Edition {
  /// Whether the form of an edition prints a cell, for every cell of the form; without an edition, whether every form does.
  static func printed(_ edition: Edition?) -> [Bool] {
    switch edition {
    case .e2019: printed2019
    case .e2021: printed2021
    case .legacy, nil: printedAlways
    }
  }

  private static let printed2019 = NationalForm.editions.map { $0.contains(.e2019) }
  private static let printed2021 = NationalForm.editions.map { $0.contains(.e2021) }
  private static let printedAlways = zip(printed2019, printed2021).map { $0 && $1 }
}
