import Foundation
import NationalForm
import Testing

/// A clean report whose second table can be changed row by row, in the format that it is stored in.
protocol EditableForm: Sendable {
  /// Name of the file that ``bytes(replacing:)`` makes.
  var name: String { get }
  /// The seven printed values of every row of table 2, top to bottom.
  var values: [[String]] { get }
  /// The report with other values in the rows at those indices; nil deletes the row.
  func bytes(replacing rows: [Int: [String]?]) -> [UInt8]
}

extension EditableForm {
  /// Ids of the rows in the order in which the form prints them.
  func rowIDs(_ edition: Edition) throws -> [String] {
    let ids = NationalForm.applications.rows.filter { $0.editions.contains(edition) }.map(\.id)
    try #require(ids.count == values.count)
    return ids
  }
}

/// Rows as lines with TABs between grid positions.
struct TextForm: EditableForm {
  let name = "input.txt"
  let values: [[String]]
  private let lines: [String]
  /// Index in `lines` of each row.
  private let places: [Int]

  init(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let fields = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    self.lines = lines
    places = fields.indices.filter { index in
      fields[index].count == 10 && fields[index].suffix(7).allSatisfy { Int($0) != nil }
    }
    values = places.map { fields[$0].suffix(7).map(String.init) }
  }

  func bytes(replacing rows: [Int: [String]?]) -> [UInt8] {
    var edited: [String?] = lines
    for (row, values) in rows {
      let labels = lines[places[row]].split(separator: "\t", omittingEmptySubsequences: false)
        .prefix(3)
      edited[places[row]] = values.map {
        (labels.map(String.init) + $0).joined(separator: "\t")
      }
    }
    return Array(edited.compactMap(\.self).joined(separator: "\n").utf8)
  }
}

/// Rows as `w:tr` in `word/document.xml`.
struct DocxForm: EditableForm {
  let name = "input.docx"
  let values: [[String]]
  private let package: StoredPackage
  /// The XML cut before every `<w:tr>` and after every `</w:tr>`: rows, and what stands between.
  private let pieces: [String]
  private let places: [Int]

  private static let part = "word/document.xml"
  private static let start = "<w:t xml:space=\"preserve\">"
  private static let end = "</w:t>"

  init(_ bytes: [UInt8]) throws {
    package = try StoredPackage(unpacking: bytes)
    let xml = String(decoding: package[Self.part], as: UTF8.self)
    pieces = xml.replacing("<w:tr>", with: "\n<w:tr>").replacing("</w:tr>", with: "</w:tr>\n")
      .split(separator: "\n").map(String.init)
    let cells = pieces.map { $0.components(separatedBy: "<w:tc>").dropFirst().map(Self.text) }
    places = cells.indices.filter { index in
      (8...10).contains(cells[index].count)
        && cells[index].suffix(7).allSatisfy { Int($0) != nil }
    }
    values = places.map { Array(cells[$0].suffix(7)) }
  }

  private static func text(_ cell: String) -> String {
    cell.components(separatedBy: start).dropFirst()
      .map { $0.components(separatedBy: end)[0] }.joined()
  }

  func bytes(replacing rows: [Int: [String]?]) -> [UInt8] {
    var edited: [String?] = pieces
    for (row, values) in rows {
      edited[places[row]] = values.map { edit(pieces[places[row]], $0) }
    }
    var changed = package
    changed[Self.part] = Array(edited.compactMap(\.self).joined().utf8)
    return changed.archive()
  }

  private func edit(_ row: String, _ values: [String]) -> String {
    var cells = row.components(separatedBy: "<w:tc>")
    for (offset, value) in values.enumerated() {
      let index = cells.count - values.count + offset
      let old = Self.start + Self.text(cells[index]) + Self.end
      cells[index] = cells[index].replacing(old, with: Self.start + value + Self.end)
    }
    return cells.joined(separator: "<w:tc>")
  }
}
