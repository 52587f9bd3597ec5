internal import XMLEvents

/// The namespaces that WordprocessingML parts are read by; the raw value is the index in the vocabulary.
enum WordNamespace: Int, CaseIterable {
  case word, compatibility, relationships, math, drawing, picture, chart, diagram
  case vml, office, shape, group, canvas, word2010, drawing2010, word2012
  case packageRelationships, contentTypes

  /// Transitional first, then Strict (ECMA-376 Part 1, where it has one).
  var uris: [String] {
    let open = "http://schemas.openxmlformats.org/"
    let strict = "http://purl.oclc.org/ooxml/"
    let microsoft = "http://schemas.microsoft.com/office/word/"
    return switch self {
    case .word: [open + "wordprocessingml/2006/main", strict + "wordprocessingml/main"]
    case .compatibility: [open + "markup-compatibility/2006"]
    case .relationships:
      [open + "officeDocument/2006/relationships", strict + "officeDocument/relationships"]
    case .math: [open + "officeDocument/2006/math", strict + "officeDocument/math"]
    case .drawing: [open + "drawingml/2006/main", strict + "drawingml/main"]
    case .picture: [open + "drawingml/2006/picture", strict + "drawingml/picture"]
    case .chart: [open + "drawingml/2006/chart", strict + "drawingml/chart"]
    case .diagram: [open + "drawingml/2006/diagram", strict + "drawingml/diagram"]
    case .vml: ["urn:schemas-microsoft-com:vml"]
    case .office: ["urn:schemas-microsoft-com:office:office"]
    case .shape: [microsoft + "2010/wordprocessingShape"]
    case .group: [microsoft + "2010/wordprocessingGroup"]
    case .canvas: [microsoft + "2010/wordprocessingCanvas"]
    case .word2010: [microsoft + "2010/wordml"]
    case .drawing2010: [microsoft + "2010/wordprocessingDrawing"]
    case .word2012: [microsoft + "2012/wordml"]
    case .packageRelationships: [open + "package/2006/relationships"]
    case .contentTypes: [open + "package/2006/content-types"]
    }
  }

  /// Whether the reader knows what to do with the elements of the namespace where a `mc:Choice` requires it.
  var isUnderstood: Bool {
    switch self {
    case .shape, .group, .canvas, .word2010, .drawing2010, .word2012: true
    default: false
    }
  }
}

/// Local names of elements and attributes; the raw value is the index in the vocabulary.
enum WordName: Int, CaseIterable {
  // Documents, stories, blocks.
  case document, body, hdr, ftr, footnotes, endnotes, footnote, endnote, glossaryDocument
  case background
  case p, r, t, tbl, tr, tc, sdt, sdtPr, sdtEndPr, sdtContent, customXml, customXmlPr, smartTag
  case smartTagPr, hyperlink, fldSimple, dir, bdo, altChunk, subDoc, contentPart
  // Changes.
  case ins, del, moveTo, moveFrom, cellIns, cellDel, cellMerge
  case pPrChange, rPrChange, tblPrChange, tblPrExChange, tblGridChange, trPrChange, tcPrChange
  case sectPrChange, numberingChange
  // Properties.
  case pPr, rPr, tblPr, tblPrEx, tblGrid, gridCol, trPr, tcPr, sectPr
  case pStyle, rStyle, numPr, numId, ilvl, vanish, specVanish, vertAlign, rFonts
  case strike, dstrike, position
  case color, shd, highlight, sz, textFill, textOutline, spacing, trHeight, tblStyle, tblStylePr
  case tblLook
  case pPrDefault, rPrDefault
  case noFill, solidFill, srgbClr, schemeClr, sysClr, alpha, lumMod, lumOff, tint, shade, gradFill
  case theme, themeElements, clrScheme, fontScheme, fmtScheme
  case dk1, lt1, dk2, lt2, accent1, accent2, accent3, accent4, accent5, accent6, hlink, folHlink
  case gridSpan, vMerge, hMerge, gridBefore, gridAfter
  case hidden, headerReference, footerReference
  // Content of runs.
  case tab, br, cr, ptab, noBreakHyphen, softHyphen, sym, delText, instrText, delInstrText, fldChar
  case ffData, checkBox, checked, ddList, listEntry, result, `default`
  case footnoteReference, endnoteReference, footnoteRef, endnoteRef, commentReference
  case annotationRef, separator, continuationSeparator, lastRenderedPageBreak, pgNum
  case drawing, pict, object, ruby, rubyPr, rubyBase, rt
  // Marks between runs, without content.
  case bookmarkStart, bookmarkEnd, proofErr, permStart, permEnd
  case commentRangeStart, commentRangeEnd, moveFromRangeStart, moveFromRangeEnd
  case moveToRangeStart, moveToRangeEnd, customXmlInsRangeStart, customXmlInsRangeEnd
  case customXmlDelRangeStart, customXmlDelRangeEnd, customXmlMoveFromRangeStart
  case customXmlMoveFromRangeEnd, customXmlMoveToRangeStart, customXmlMoveToRangeEnd
  // Compatibility, drawings, mathematics.
  case alternateContent
  case choice
  case fallback
  case txbxContent, textpath, imagedata, pic, relIds, chart, anchor, custGeom, prstGeom
  case rect, roundrect, oval, polyline, curve, arc, shape, path
  case oleObject
  case oMath, oMathPara, oMathParaPr, num, den, sup, sub, deg, f, fPr, rad, ctrlPr
  // Styles and numbering.
  case styles, style, basedOn, docDefaults
  case numbering, abstractNum, abstractNumId, lvl, start, numFmt, lvlText, lvlRestart, suff, isLgl
  case lvlPicBulletId, lvlOverride, startOverride, numStyleLink, styleLink
  // Packages.
  case relationships
  case relationship
  case types
  case override
  case defaultType
  // Attributes.
  case val, id, type, styleId, format, font, char, ascii, fldCharType, w, fill, string
  case themeColor, themeTint, themeShade, themeFill, themeFillTint, themeFillShade
  case prst, line, lineRule, hRule, lastClr, behindDoc
  case firstRow, lastRow, firstColumn, lastColumn, noHBand, noVBand
  case requires
  case customMarkFollows
  case progID
  case idAttribute
  case typeAttribute
  case target
  case targetMode
  case partName
  case contentType
  case extensionAttribute

  /// The name as the parts spell it: that of the case, but for these.
  var spelling: String {
    switch self {
    case .alternateContent: "AlternateContent"
    case .choice: "Choice"
    case .fallback: "Fallback"
    case .oleObject: "OLEObject"
    case .relationships: "Relationships"
    case .relationship: "Relationship"
    case .types: "Types"
    case .override: "Override"
    case .defaultType: "Default"
    case .requires: "Requires"
    case .progID: "ProgID"
    case .idAttribute: "Id"
    case .typeAttribute: "Type"
    case .target: "Target"
    case .targetMode: "TargetMode"
    case .partName: "PartName"
    case .contentType: "ContentType"
    case .extensionAttribute: "Extension"
    default: "\(self)"
    }
  }
}

extension XMLVocabulary {
  static let word = XMLVocabulary(
    namespaces: WordNamespace.allCases.map(\.uris), names: WordName.allCases.map(\.spelling))
}

extension XMLName {
  var word: WordName? { WordName(rawValue: local) }

  func isIn(_ namespace: WordNamespace) -> Bool { self.namespace == namespace.rawValue }

  /// Whether the element is `name` of WordprocessingML.
  func isWord(_ name: WordName) -> Bool {
    local == name.rawValue && namespace == WordNamespace.word.rawValue
  }
}

extension XMLAttributes {
  func string(_ name: WordName) -> String? { value(name.rawValue) }

  func string(_ name: WordName, in namespace: WordNamespace) -> String? {
    value(name.rawValue, namespace: namespace.rawValue)
  }

  /// `w:val` and the like as a number; nil where it is absent or none.
  func integer(_ name: WordName) -> Int? {
    guard let string = string(name) else { return nil }
    if let value = Int(string) { return value }
    // Some writers put 1.0 or a number beyond 64 bits.
    guard let number = Double(string), number.isFinite else { return nil }
    return Int(exactly: number.rounded()) ?? (number < 0 ? .min : .max)
  }

  /// The value of an on/off property (17.17.4): present without `w:val` means on.
  var isOn: Bool {
    switch string(.val) {
    case "0", "false", "off", "none": false
    default: true
    }
  }
}
