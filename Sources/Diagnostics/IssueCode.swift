/// The closed list of issue codes; the raw value is written to the output.
///
/// One list, because it is part of the output's contract and of its schema; each reader and parser has its block.
package enum IssueCode: String, Sendable, CaseIterable {
  // Any input.
  case extensionMismatch = "extension_mismatch"
  case encodingGuessed = "encoding_guessed"
  case garbledText = "garbled_text"
  case noiseRemoved = "noise_removed"
  case noText = "no_text"
  case pathNotUTF8 = "path_not_utf8"
  /// The name of an archive's member can't be told for certain, or another member has it too.
  case memberNameUncertain = "member_name_uncertain"

  /// What was read is not the file itself but what another program made of it.
  case convertedByProgram = "converted_by_program"

  // docx.
  case docxTrackedChangesAccepted = "docx_tracked_changes_accepted"
  case docxHiddenTextOmitted = "docx_hidden_text_omitted"
  case docxCommentsOmitted = "docx_comments_omitted"
  case docxPicture = "docx_picture"
  /// A picture lies over or beside the figure of a cell.
  case docxPictureInCell = "docx_picture_in_cell"
  case docxObjectSkipped = "docx_object_skipped"
  case docxNestedTableMoved = "docx_nested_table_moved"
  case docxOrphanVerticalMerge = "docx_orphan_vertical_merge"
  case docxRaggedRow = "docx_ragged_row"
  case docxSpanClamped = "docx_span_clamped"
  case docxNumberingUndefined = "docx_numbering_undefined"
  case docxUnknownElement = "docx_unknown_element"
  case docxPartMissing = "docx_part_missing"
  case docxPartDamaged = "docx_part_damaged"
  case docxFieldUnbalanced = "docx_field_unbalanced"
  case docxSymbolUnmapped = "docx_symbol_unmapped"
  case docxRubyMoved = "docx_ruby_moved"
  case docxStruckTextOmitted = "docx_struck_text_omitted"
  case docxStruckTextKept = "docx_struck_text_kept"
  /// Text in the colour of its ground, of no size or without fill.
  case docxUnseenTextOmitted = "docx_unseen_text_omitted"

  // PDF.
  case pdfDamaged = "pdf_damaged"
  case pdfPageWithoutText = "pdf_page_without_text"
  case pdfRunningTextRemoved = "pdf_running_text_removed"
  case pdfCellJoined = "pdf_cell_joined"
  case pdfColumnUncertain = "pdf_column_uncertain"
  /// The program that draws pages failed: another night the record may be a better one.
  case pdfDrawingFailed = "pdf_drawing_failed"
  case pdfStruckTextOmitted = "pdf_struck_text_omitted"
  /// Text without a colour of its own, covered, clipped or invisible.
  case pdfUnseenTextOmitted = "pdf_unseen_text_omitted"
  case pdfDrawnTwice = "pdf_drawn_twice"
  /// The page shows something else than its text says.
  case pdfTextDiffers = "pdf_text_differs"
  /// The font does not say which characters it shows.
  case pdfGlyphsUnknown = "pdf_glyphs_unknown"
  case pdfPictureInCell = "pdf_picture_in_cell"
  case pdfAttachment = "pdf_attachment"
  /// A strike-out, highlight, note or redaction that was added to a page.
  case pdfAnnotation = "pdf_annotation"
  /// The words of a page could not be held against its paint.
  case pdfPageNotChecked = "pdf_page_not_checked"
  /// The text of a page was recognised, and lies under a picture of the page.
  case recognisedText = "recognised_text"

  // Web pages.
  /// A tag or comment that is not closed hides text.
  case htmlDamaged = "html_damaged"
  case htmlHiddenTextOmitted = "html_hidden_text_omitted"
  case htmlStruckTextOmitted = "html_struck_text_omitted"
  case htmlStruckTextKept = "html_struck_text_kept"
  /// Text in the colour of its ground, of no size or invisible.
  case htmlUnseenTextOmitted = "html_unseen_text_omitted"
  case htmlPicture = "html_picture"
  /// A picture lies over or beside the figure of a cell.
  case htmlPictureInCell = "html_picture_in_cell"
  case htmlNestedTableMoved = "html_nested_table_moved"
  case htmlRaggedRow = "html_ragged_row"
  case htmlSpanClamped = "html_span_clamped"
  /// The page's own title is not in its text.
  case htmlTitleFromMetadata = "html_title_from_metadata"
  /// A frame shows another page, an archive of pages lacks a part, text stands apart from the document in its page, or not all of
  /// what says how it shows was looked at.
  case htmlPartOmitted = "html_part_omitted"

  // Plain text.
  case textTableRebuilt = "text_table_rebuilt"

  // The three tables.
  case tableMissing = "table_missing"
  case tableUnreadable = "table_unreadable"
  case tableDuplicated = "table_duplicated"
  case tableNote = "table_note"
  case rowsAbsent = "rows_absent"
  case rowShort = "row_short"
  case rowUnknown = "row_unknown"
  case rowDuplicated = "row_duplicated"
  case rowAmbiguous = "row_ambiguous"
  case columnUnknown = "column_unknown"
  case labelDamaged = "label_damaged"
  case labelUncertain = "label_uncertain"
  case cellText = "cell_text"
  case cellUnreadable = "cell_unreadable"
  case cellAnnotated = "cell_annotated"
  case cellLetterForDigit = "cell_letter_for_digit"
  case amountRounded = "amount_rounded"
  case amountUnitAssumed = "amount_unit_assumed"
  case amountUnitMissing = "amount_unit_missing"
  case amountUnitConflict = "amount_unit_conflict"
  case editionMixed = "edition_mixed"

  // Kind, title, agency, dates, contacts.
  /// Not all that tells a report from other documents is there, or something speaks against it.
  case kindUncertain = "kind_uncertain"
  case titleMissing = "title_missing"
  case titleRepeated = "title_repeated"
  case titleFromFileName = "title_from_file_name"
  case titleFromMetadata = "title_from_metadata"
  case agencyMissing = "agency_missing"
  case agencyFromSignature = "agency_from_signature"
  case yearMissing = "year_missing"
  case yearConflict = "year_conflict"
  /// The year is printed damaged or short: 2O23年, 23年.
  case yearUncertain = "year_uncertain"
  /// The region's name doesn't say which place it is, or what rank it has.
  case regionUncertain = "region_uncertain"
  case periodUnreadable = "period_unreadable"
  case dateUnreadable = "date_unreadable"
  case dateUnusual = "date_unusual"
  case dateFromMetadata = "date_from_metadata"
  case agencyFromMetadata = "agency_from_metadata"

  // Sections and prose.
  case sectionsMissing = "sections_missing"
  case sectionInferred = "section_inferred"
  case partsAnnouncedDiffer = "parts_announced_differ"
  case documentNumberDamaged = "document_number_damaged"
  case figureDiffers = "figure_differs"
  case figureUnreadable = "figure_unreadable"
  /// What a figure counts, or what it is a part of, can't be told.
  case figureUnclear = "figure_unclear"

  /// How much the issue matters, whoever raises it.
  package var severity: Severity {
    switch self {
    case .noiseRemoved, .convertedByProgram, .docxTrackedChangesAccepted, .docxHiddenTextOmitted,
      .docxCommentsOmitted, .docxPicture, .docxNestedTableMoved, .docxRaggedRow, .docxRubyMoved,
      .pdfRunningTextRemoved, .pdfPageNotChecked, .htmlHiddenTextOmitted, .htmlPicture,
      .htmlNestedTableMoved, .htmlRaggedRow, .htmlTitleFromMetadata, .tableNote, .labelDamaged,
      .cellAnnotated, .editionMixed, .titleRepeated, .titleFromMetadata, .regionUncertain,
      .figureUnclear, .agencyFromSignature, .dateFromMetadata, .agencyFromMetadata,
      .sectionsMissing, .sectionInferred,
      .partsAnnouncedDiffer, .documentNumberDamaged:
      .info
    case .tableMissing, .tableUnreadable, .noText: .error
    default: .warning
    }
  }
}
