internal import CLibZip
package import DurableFiles
internal import Glibc

/// Writes a workbook that Excel, WPS and LibreOffice open (`.xlsx`), whole or not at all.
///
/// Its sheets grow side by side in files beside it; libzip packs them together at the end.
package final class WorkbookWriter {
  private let folder: Folder
  private let name: String
  /// Of this process: another one may write a workbook of the same name.
  private let temporary: String
  private var sheets: [SheetWriter] = []

  /// - Parameter name: Of the workbook in `folder`: `tables.xlsx`.
  package init(in folder: Folder, name: String) {
    self.folder = folder
    self.name = name
    temporary = "\(name).\(getpid()).tmp"
  }

  /// A new sheet; see ``SheetWriter``.
  package func sheet(
    _ title: String, widths: [Double], frozenRows: Int = 0, filteredColumns: Int = 0,
    isSelected: Bool = false, fitsPage: Bool = false
  ) throws -> SheetWriter {
    let sheet = try SheetWriter(
      title, widths: widths, frozenRows: frozenRows, filteredColumns: filteredColumns,
      isSelected: isSelected, fitsPage: fitsPage, in: folder,
      temporary: "\(name).sheet\(sheets.count + 1).\(getpid()).tmp")
    sheets.append(sheet)
    return sheet
  }

  /// Puts the workbook under its name.
  ///
  /// - Parameter order: The sheets that it is to have, in their order; others are left out.
  package func finish(_ order: [SheetWriter]) throws {
    for sheet in sheets { try sheet.close() }
    try folder.create(temporary).close()
    try pack(order)
    try folder.synchronize(temporary)
    try folder.rename(temporary, to: name)
    for sheet in sheets { try folder.remove(sheet.temporary) }
    sheets = []
  }

  package func abandon() {
    // The cause counts; a name that is left is replaced by the next run.
    for name in sheets.map(\.temporary) + [temporary] {
      do { try folder.remove(name) } catch {}
    }
  }

  private func pack(_ order: [SheetWriter]) throws {
    var code: Int32 = 0
    let path = "\(folder.descriptorPath)/\(temporary)"
    guard let archive = unsafe zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw FileError("create", folder.shown(name), code: errno)
    }
    do {
      for (part, xml) in WorkbookParts.parts(order.map(\.title)) {
        try unsafe add(source(of: Array(xml.utf8), archive), as: part, to: archive)
      }
      for (index, sheet) in order.enumerated() {
        let file = "\(folder.descriptorPath)/\(sheet.temporary)"
        let source = unsafe zip_source_file(archive, file, 0, -1)
        try unsafe add(source, as: WorkbookParts.sheetName(index + 1), to: archive)
      }
    } catch {
      unsafe zip_discard(archive)
      throw error
    }
    guard unsafe zip_close(archive) == 0 else {
      let failure = unsafe failure(archive)
      unsafe zip_discard(archive)
      throw failure
    }
  }

  /// Bytes that libzip frees.
  private func source(of bytes: [UInt8], _ archive: OpaquePointer) -> OpaquePointer? {
    guard let copy = unsafe malloc(max(1, bytes.count)) else { return nil }
    unsafe UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
    return unsafe zip_source_buffer(archive, copy, UInt64(bytes.count), 1)
  }

  private func add(_ source: OpaquePointer?, as part: String, to archive: OpaquePointer) throws {
    guard let source = unsafe source else { throw unsafe failure(archive) }
    let index = unsafe zip_file_add(archive, part, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip_source_free(source)
      throw unsafe failure(archive)
    }
    // The same rows give the same bytes.
    let (midnight, newYear2020): (UInt16, UInt16) = (0, 40 << 9 | 1 << 5 | 1)
    guard unsafe zip_file_set_dostime(archive, UInt64(index), midnight, newYear2020, 0) == 0 else {
      throw unsafe failure(archive)
    }
  }

  /// What libzip says, as an error of the file.
  private func failure(_ archive: OpaquePointer) -> FileError {
    let error = unsafe zip_get_error(archive)
    let system = unsafe zip_error_code_system(error)
    return FileError("write", folder.shown(name), code: system > 0 ? system : EIO)
  }
}
