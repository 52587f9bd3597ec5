internal import DocumentModel

/// Why nobody sees a piece of text.
enum Invisibility {
  /// It has the colour of its ground, or no fill: it takes its room on the page.
  case faint
  /// It is so small that it takes none.
  case shrunk
}

/// What a first reading could not decide: it is then read once more.
struct MissingLooks {
  /// The styles, which were not read.
  var styles = false
  /// The colours of the theme.
  var theme = false
}

extension StoryReader {
  /// Whether something about the open run, its paragraph or its cell may hide text: nearly never.
  var mayBeUnseen: Bool {
    run.isNotable || paragraph.isNotable || hasNotableDefaults
      || !tables.isEmpty && tables[tables.count - 1].isNotable
  }

  /// Leaves out the text since `start` if nobody sees it; blanks stay.
  ///
  ///     2641 and a white 9  ->  2641
  mutating func omitUnseenText(since start: Int) -> Bool {
    guard let reason = invisibility() else { return false }
    let text = CleanText.line(String(decoding: buffer[start...], as: UTF8.self))
    guard !text.isEmpty else { return false }
    buffer.removeSubrange(start...)
    // What is white parts the digits on either side of it.
    if reason == .faint { unseenEnd = buffer.count }
    findings.noteUnseen(text, at: findings.remembersUnseen ? place : nil)
    return true
  }

  /// Keeps digits apart that stand on either side of text that nobody sees and that takes room.
  mutating func partUnseen() {
    if unseenEnd == textStart, textStart > 0, Digits.end(buffer[..<textStart]),
      Digits.begin(buffer[textStart...])
    {
      buffer.insert(0x20, at: textStart)
      textStart += 1
    }
    unseenEnd = -1
  }

  private mutating func invisibility() -> Invisibility? {
    var look = run.look
    if let style = run.style { look.fill(from: styles[style].look) }
    if let style = paragraph.style { look.fill(from: style.look) }
    let table = tables.isEmpty ? nil : tables[tables.count - 1].look
    if let table { look.fill(from: table.look) }
    look.fill(from: styles.defaults)
    if look.isTiny == true || look.isNarrow == true || paragraph.isFlat
      || tables.contains(where: \.isRowFlat)
    {
      return .shrunk
    }
    return hasInkOfGround(look) ? .faint : nil
  }

  private mutating func hasInkOfGround(_ look: Look) -> Bool {
    var ink: Ink?
    switch look.fill {
    case .nothing?: return look.hasOutline != true
    case .ink(let fill, let isClear)?:
      if isClear { return look.hasOutline != true }
      ink = fill
    case .unknown?: return false
    case nil: ink = look.ink ?? nil
    }
    guard let ink else {
      // Black or white, whatever shows; unless a style has a colour for it.
      if look.ink == nil, !styles.isComplete { wantStyles(nearTo: grounds(look)) }
      return false
    }
    if !isThemeRead, let slot = ink.slot, !slot.isDark1 { missing.theme = true }
    guard look.hasOutline != true, let colour = ink.resolved(in: theme), let grounds = grounds(look)
    else { return false }
    let colours = grounds.map { $0.resolved(in: theme) }
    guard colours.allSatisfy({ $0?.isNear(colour) ?? false }) else { return false }
    // Before text is left out, everything is read that may say that it shows.
    if !styles.isComplete { missing.styles = true }
    if !isThemeRead, ink.slot != nil || grounds.contains(where: { $0.slot != nil }) {
      missing.theme = true
    }
    return true
  }

  /// Asks for the styles if a colour of theirs may be that of the ground.
  private mutating func wantStyles(nearTo grounds: [Ink]?) {
    for ground in grounds ?? [] {
      guard let colour = ground.resolved(in: theme), !colour.isNear(.white) else { continue }
      if styles.unreadInks.contains(where: { $0.isNear(colour) }) { missing.styles = true }
    }
  }

  /// What may lie under the text, from the nearest outwards; nil where that can't be told.
  private func grounds(_ look: Look) -> [Ink]? {
    for near in [look.highlight, look.ground, paragraph.ground ?? paragraph.style?.ground] {
      switch near {
      case .colour(let ink)?: return [ink]
      case .unknown?: return nil
      case Ground.none?, nil: break
      }
    }
    var found: [Ink] = []
    let firstTable = suspended.last?.tableCount ?? 0
    for index in tables.indices.reversed() where index >= firstTable {
      for near in [tables[index].cellGround, tables[index].rowGround] {
        switch near {
        case .colour(let ink)?: return found + [ink]
        case .unknown?: return nil
        case Ground.none?, nil: break
        }
      }
      for region in tables[index].regions {
        switch region.ground {
        case .colour(let ink)?: found.append(ink)
        case .unknown?: return nil
        case Ground.none?, nil: break
        }
        // Its own colour of text goes with it.
        if region.hasInk, look.ink == nil { return nil }
      }
      switch tables[index].ground ?? tables[index].look?.ground {
      case .colour(let ink)?: return found + [ink]
      case .unknown?: return nil
      case Ground.none?, nil: break
      }
    }
    // A text box has a fill of its own, and a picture behind the text may have any colour.
    guard suspended.isEmpty, tables.count > firstTable || !hasBackdrop else { return nil }
    return found + [Ink(literal: .white)]
  }
}

extension OpenTable {
  /// The parts of the table with a look of their own that the open cell may belong to.
  var regions: [TableLook.Region] {
    guard let look, !look.regions.isEmpty else { return [] }
    let isFirstRow = table.rows.isEmpty
    let isFirstColumn = row.cells.isEmpty
    return look.regions.filter { region in
      switch region.name {
      case "firstRow": isFirstRow && parts.firstRow
      case "lastRow": parts.lastRow
      case "firstCol": isFirstColumn && parts.firstColumn
      case "lastCol": parts.lastColumn
      case "nwCell": isFirstRow && isFirstColumn
      case "neCell": isFirstRow
      case "swCell", "seCell": parts.lastRow
      case "band1Horz", "band2Horz": parts.rowBands
      case "band1Vert", "band2Vert": parts.columnBands
      default: true
      }
    }
  }
}
