import PDFObjects

/// Builds small PDF files out of the bodies of their objects.
struct PDFBuilder {
  /// What stands between `n g obj` and `endobj`.
  var objects: [(reference: PDFReference, body: [UInt8])] = []
  var header = "%PDF-1.7\n"
  /// Entries of the trailer beside `Size`.
  var trailer = "/Root 1 0 R"
  /// What ends an entry of the table, two bytes in a correct one.
  var entryEnd = " \n"
  var lineEnd = "\n"

  init(_ bodies: String...) {
    for body in bodies { add(body) }
  }

  /// A file of one page that shows `content`.
  static func page(_ entries: String = "/MediaBox[0 0 300 200]", content: String) -> PDFBuilder {
    var builder = PDFBuilder(
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R\(entries)/Contents 4 0 R>>")
    builder.add(stream: content)
    return builder
  }

  /// Adds object `number`, the next one where none is given.
  mutating func add(_ body: String, number: Int? = nil, generation: Int = 0) {
    add(Array(body.utf8), number: number, generation: generation)
  }

  mutating func add(_ body: [UInt8], number: Int? = nil, generation: Int = 0) {
    let next = (objects.map(\.reference.number).max() ?? 0) + 1
    objects.append((PDFReference(number ?? next, generation), body))
  }

  mutating func add(stream content: String, _ entries: String = "", number: Int? = nil) {
    add(stream: Array(content.utf8), entries, number: number)
  }

  mutating func add(stream content: [UInt8], _ entries: String = "", number: Int? = nil) {
    let head = "<</Length \(content.count)\(entries)>>\nstream\n"
    add(Array(head.utf8) + content + Array("\nendstream".utf8), number: number)
  }

  /// The objects and their offsets by number.
  private func body(after bytes: [UInt8]) -> (bytes: [UInt8], offsets: [PDFReference: Int]) {
    var bytes = bytes
    var offsets: [PDFReference: Int] = [:]
    for (reference, body) in objects {
      offsets[reference] = bytes.count
      bytes += Array("\(reference.number) \(reference.generation) obj\(lineEnd)".utf8)
      bytes += body + Array("\(lineEnd)endobj\(lineEnd)".utf8)
    }
    return (bytes, offsets)
  }

  /// The file with a cross-reference table.
  func table() -> [UInt8] { update([], previous: nil) }

  /// A file whose revision `bytes` the objects are added to, with a table of their own.
  func update(_ bytes: [UInt8], previous: Int?) -> [UInt8] {
    var (file, offsets) = body(after: bytes.isEmpty ? Array(header.utf8) : bytes)
    let start = file.count
    file += Array(rows(offsets, isFirst: previous == nil).utf8)
    let size = (objects.map(\.reference.number).max() ?? 0) + 1
    let link = previous.map { "/Prev \($0)" } ?? ""
    file += Array("trailer\(lineEnd)<</Size \(size)\(trailer)\(link)>>\(lineEnd)".utf8)
    return file + Array("startxref\(lineEnd)\(start)\(lineEnd)%%EOF\(lineEnd)".utf8)
  }

  private func rows(_ offsets: [PDFReference: Int], isFirst: Bool) -> String {
    var table = "xref\(lineEnd)"
    if isFirst { table += "0 1\(lineEnd)0000000000 65535 f\(entryEnd)" }
    for (reference, offset) in offsets.sorted(by: { $0.key.number < $1.key.number }) {
      table += "\(reference.number) 1\(lineEnd)\(Self.padded(offset, 10)) "
      table += "\(Self.padded(reference.generation, 5)) n\(entryEnd)"
    }
    return table
  }

  /// The file with a cross-reference stream of three fields of 1, 4 and 2 bytes.
  ///
  /// - Parameter packed: Numbers of the objects that stand in an object stream, which gets the next number.
  func stream(packed: Set<Int> = []) -> [UInt8] {
    var builder = self
    var rows: [Int: [Int]] = [0: [0, 0, 65_535]]
    builder.objects.removeAll { packed.contains($0.reference.number) }
    var next = (objects.map(\.reference.number).max() ?? 0) + 1
    if !packed.isEmpty {
      var head = ""
      var bodies: [UInt8] = []
      let chosen = objects.filter { packed.contains($0.reference.number) }
      for (index, object) in chosen.enumerated() {
        rows[object.reference.number] = [2, next, index]
        head += "\(object.reference.number) \(bodies.count) "
        bodies += object.body + [0x20]
      }
      builder.add(
        stream: Array(head.utf8) + bodies,
        "/Type/ObjStm/N \(chosen.count)/First \(head.utf8.count)", number: next)
      next += 1
    }
    var (file, offsets) = builder.body(after: Array(header.utf8))
    let start = file.count
    for (reference, offset) in offsets {
      rows[reference.number] = [1, offset, reference.generation]
    }
    rows[next] = [1, start, 0]
    let data = rows.sorted { $0.key < $1.key }.flatMap { Self.row($0.value) }
    let index = rows.keys.sorted().map { "\($0) 1" }.joined(separator: " ")
    let entries = "/Type/XRef/W[1 4 2]/Index[\(index)]/Size \(next + 1)\(trailer)"
    file += Array("\(next) 0 obj\n<</Length \(data.count)\(entries)>>\nstream\n".utf8)
    file += data + Array("\nendstream\nendobj\nstartxref\n\(start)\n%%EOF\n".utf8)
    return file
  }

  static func row(_ fields: [Int]) -> [UInt8] {
    let (type, place, detail) = (fields[0], fields[1], fields[2])
    return [UInt8(type)]
      + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: place >> $0) }
      + [8, 0].map { UInt8(truncatingIfNeeded: detail >> $0) }
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    padded(String(byte, radix: 16, uppercase: true), 2)
  }

  static func padded(_ number: Int, _ width: Int) -> String { padded("\(number)", width) }

  private static func padded(_ digits: String, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// What `body` throws; nil for nothing.
func refusal<Value>(_ body: () throws(PDFRefusal) -> Value) -> PDFRefusal? {
  do throws(PDFRefusal) {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

extension PDFFile {
  /// What object `number` is.
  func object(_ number: Int, _ generation: Int = 0) throws(PDFRefusal) -> PDFObject {
    try resolve(.reference(PDFReference(number, generation)))
  }

  /// The decoded bytes of object `number`, a stream, as text.
  func text(_ number: Int) throws(PDFRefusal) -> String {
    guard case .stream(let stream) = try object(number) else { return "no stream" }
    return String(decoding: try decoded(stream), as: UTF8.self)
  }
}

extension [UInt8] {
  /// With the last `old` as `new`, which may be longer.
  func replacingLast(_ old: String, with new: String) -> [UInt8] {
    let pattern = Array(old.utf8)
    for start in indices.reversed() where self[start...].starts(with: pattern) {
      return Array(self[..<start]) + Array(new.utf8) + Array(self[(start + pattern.count)...])
    }
    return self
  }
}
