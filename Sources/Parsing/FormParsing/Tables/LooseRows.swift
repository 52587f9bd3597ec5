import Diagnostics
import DocumentModel
import NationalForm
internal import TextScanning

/// Puts rows together from paragraphs, where a table lost its cells: one row a paragraph, or one cell a paragraph.
///
///     "规章 0 0 0"                        ->  one line of four cells
///     "一、本年新收…数量", "90", "2", ...     ->  one line of eight cells
///
/// Blank cells leave no trace there, so such a line is only read where the count of its figures is exact.
struct LooseRows {
  private enum Labels {
    case none, header, row
  }

  private(set) var lines: [FormLine] = []
  private let book: LabelBook
  private var labels: [FormCell] = []
  private var labelKind = Labels.none
  private var figures: [FormCell] = []
  private var figuresAbove = 0
  private var areWordsAbove = false
  private var blocks: ClosedRange<Int>?

  init(book: LabelBook) {
    self.book = book
  }

  /// Bytes that a row of the form may have, labels and all.
  private static let longest = 400
  /// Figures after which a line is no row of the form.
  private static let mostFigures = 64

  mutating func add(_ paragraph: Paragraph, block: Int) {
    guard paragraph.text.utf8.count <= Self.longest else { return flush() }
    if Self.isRule(paragraph.text) { return }
    let cell = FormCell(paragraph.text, at: paragraph.location, book: book)
    switch cell.kind {
    case .label: add(label: cell, block)
    case .figure:
      // `0 0 0` is three cells, `增 18` is one.
      let fields = LooseFields(paragraph.text, at: paragraph.location, book: book)
      add(figures: fields?.figures ?? [cell], block)
    case .words:
      let fields = LooseFields(paragraph.text, at: paragraph.location, book: book)
      guard let fields else {
        flush()
        areWordsAbove = true
        return
      }
      // A paragraph of several labels is a line of its own.
      if !fields.labels.isEmpty { flush() }
      for label in fields.labels { add(label: label, block) }
      add(figures: fields.figures, block)
      if !fields.labels.isEmpty, fields.labels.count + fields.figures.count > 1 { flush() }
    case .blank: break
    }
  }

  /// `| --- | :---: |`, which a Markdown table sets below its header; a dash in a cell is none.
  private static func isRule(_ text: String) -> Bool {
    text.utf8.first == 0x7C && text.utf8.allSatisfy { "|-: ".utf8.contains($0) }
      && text.contains("---")
  }

  /// Ends the line under construction: other text, or a table, comes.
  mutating func flush() {
    if let blocks, !labels.isEmpty || !figures.isEmpty {
      lines.append(
        FormLine(
          cells: labels + figures, blocks: blocks, isLoose: true, figuresAbove: figuresAbove,
          areWordsAbove: areWordsAbove && labels.isEmpty))
    }
    figuresAbove = 0
    areWordsAbove = false
    labels = []
    labelKind = .none
    figures = []
    blocks = nil
  }

  private mutating func add(label: FormCell, _ block: Int) {
    let isRow = label.kind == .words || label.meanings.contains(where: opensRow)
    if label.kind == .label, label.meanings.allSatisfy({ $0.role == .caption }) { return flush() }
    let kind = isRow ? Labels.row : .header
    if !figures.isEmpty || labelKind != .none && labelKind != kind {
      // 其他 and 总计, the last labels of a header, may be those of rows.
      let areOfARow = labels.contains { $0.meanings.contains { opensRow($0) && !$0.isVague } }
      let above = areOfARow ? 0 : figures.count
      flush()
      figuresAbove = above
    }
    labelKind = kind
    labels.append(label)
    extend(to: block)
  }

  private mutating func add(figures cells: [FormCell], _ block: Int) {
    guard !cells.isEmpty else { return }
    if labelKind == .header || figures.count > Self.mostFigures { flush() }
    figures += cells
    extend(to: block)
  }

  private func opensRow(_ meaning: LabelMeaning) -> Bool {
    guard meaning.table != .reviewLitigation else { return false }
    switch meaning.role {
    case .row: return !meaning.isVague || labelKind != .header
    case .group: return true
    case .column, .furniture, .caption: return false
    }
  }

  private mutating func extend(to block: Int) {
    blocks = (blocks?.lowerBound ?? block)...block
  }
}

/// The fields of a paragraph that holds a row, parted by blanks or `|`: labels, then figures.
struct LooseFields {
  var labels: [FormCell] = []
  var figures: [FormCell] = []

  /// Nil for running text.
  init?(_ text: String, at location: Location, book: LabelBook) {
    guard CellMark.stands(in: text) else { return nil }
    let fields = Self.joined(
      CellMark.fields(of: text).map(String.init))
    guard fields.count > 1 else { return nil }
    var count = 0
    for field in fields.reversed() {
      guard PlainNumber.isOne(field) || CellValue.looksLikeFigure(field) else { break }
      count += 1
    }
    figures = fields.suffix(count).map { FormCell($0, at: location, book: book) }
    let words = fields.dropLast(count)
    guard !words.isEmpty else { return }
    let whole = FormCell(words.joined(separator: " "), at: location, book: book)
    if whole.kind == .label {
      labels = [whole]
    } else {
      labels = words.map { FormCell($0, at: location, book: book) }
      if count == 0, Self.isCutHeader(labels, book) { labels.removeAll { $0.kind != .label } }
      let areKnown = labels.allSatisfy { $0.kind == .label }
      // A damaged label is one only beside figures.
      if !areKnown {
        guard count > 2 else { return nil }
        labels = [whole]
      }
    }
  }

  /// Whether only the first and the last of `labels` are cut: `维持 结果纠正 其他结果 尚未审结 总计 结果`.
  private static func isCutHeader(_ labels: [FormCell], _ book: LabelBook) -> Bool {
    guard labels.count > 3, let first = labels.first, let last = labels.last,
      labels.dropFirst().dropLast().allSatisfy({ $0.kind == .label })
    else { return false }
    return TableID.allCases.contains { table in
      [first, last].allSatisfy {
        $0.kind == .label
          || book.isMadeOfLabels(FoldedLabel($0.text), of: table, mayBeCut: true)
      }
    }
  }

  /// Fields that are one cell joined again: `增 18`, `106.36 万元`, `22（其中修订 16 件）`.
  private static func joined(_ fields: [String]) -> [String] {
    var result: [String] = []
    var isOpen = false
    var previousIsSign = false
    for field in fields {
      if let last = result.last,
        isOpen || previousIsSign || isUnit(field) && CellValue.looksLikeFigure(last)
      {
        result[result.count - 1] = last + " " + field
      } else {
        result.append(field)
      }
      previousIsSign = ["增", "减", "增加", "减少", "+"].contains(field)
      for scalar in field.unicodeScalars {
        if scalar == "（" || scalar == "(" { isOpen = true }
        if scalar == "）" || scalar == ")" { isOpen = false }
      }
    }
    return result
  }

  private static func isUnit(_ field: String) -> Bool {
    MoneyUnit.all.contains { $0.name == field } || ["件", "项", "条"].contains(field)
  }
}
