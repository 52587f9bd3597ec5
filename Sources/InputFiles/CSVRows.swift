/// Takes bytes of CSV (RFC 4180; LF or CRLF) apart into rows and fields.
package struct CSVRows {
  package enum Problem: Error {
    case unreadable(NoInput)
    /// A quote that never ends.
    case openQuote
    /// Something between the end of a quoted field and the next comma.
    case textBesideQuotes
    case tooLong
  }

  private enum State {
    case fieldStart, plain, quoted
    /// Behind a quote inside a quoted field: the field's end, or the first half of a quote in it.
    case quoteInQuoted
    /// Behind that end and a CR, which is one half of a line's end.
    case returnBehindQuote
  }

  /// The line, from 1, on which the last row began; 0 before the first.
  package private(set) var rowLine = 0
  private var line = 1

  package init() {}

  /// The next row, as bytes; nil at the end.
  ///
  /// An empty line is a row with one empty field.
  ///
  /// - Parameters:
  ///   - limit: Bytes of a row.
  ///   - byte: Gives the next one, nil at the end.
  package mutating func row(
    limit: Int, _ byte: () throws(NoInput) -> UInt8?
  ) throws(Problem) -> [[UInt8]]? {
    var fields: [[UInt8]] = [[]]
    var state = State.fieldStart
    var length = 0
    rowLine = line
    while let byte = try next(byte) {
      length += 1
      if length > limit { throw .tooLong }
      if byte == 0x0A { line += 1 }
      switch (state, byte) {
      case (.fieldStart, UInt8(ascii: "\"")): state = .quoted
      case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuoted
      case (.quoted, _): fields[fields.count - 1].append(byte)
      case (.quoteInQuoted, UInt8(ascii: "\"")):
        fields[fields.count - 1].append(byte)
        state = .quoted
      case (.quoteInQuoted, 0x0D): state = .returnBehindQuote
      case (.returnBehindQuote, 0x0A): return fields
      case (.returnBehindQuote, _): throw .textBesideQuotes
      case (_, UInt8(ascii: ",")):
        fields.append([])
        state = .fieldStart
      case (.quoteInQuoted, 0x0A): return fields
      case (.quoteInQuoted, _): throw .textBesideQuotes
      case (_, 0x0A): return Self.withoutReturn(fields)
      default:
        fields[fields.count - 1].append(byte)
        state = .plain
      }
    }
    if state == .quoted { throw .openQuote }
    guard length > 0 else { return nil }
    return state == .plain ? Self.withoutReturn(fields) : fields
  }

  /// Without the CR of a line's end.
  private static func withoutReturn(_ fields: [[UInt8]]) -> [[UInt8]] {
    var fields = fields
    if fields[fields.count - 1].last == 0x0D { fields[fields.count - 1].removeLast() }
    return fields
  }

  private func next(_ byte: () throws(NoInput) -> UInt8?) throws(Problem) -> UInt8? {
    do throws(NoInput) { return try byte() } catch { throw .unreadable(error) }
  }
}
