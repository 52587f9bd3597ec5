internal import CLibZip
internal import Glibc

/// The entries of a zip archive that lies in memory; nothing is ever unpacked to a file.
///
/// The archive is opened without libzip's own consistency check, which refuses 4 % of real docx; the checks that
/// matter are made here while the bytes come out. No method leaves a pointer behind.
@safe package struct ZipArchive: ~Copyable {
  /// Names of the entries in the order of the directory, as UTF-8 with U+FFFD for what is not.
  package let names: [String]
  /// The names that entries have beside their bytes, where the directory calls them otherwise, by index.
  package let otherNames: [Int: String]
  private let handle: OpaquePointer
  private let limits: ZipLimits
  private var bytesRead = 0
  private var lastRead = (entry: -1, bytes: 0)
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)

  /// Opens the archive in `bytes` and hands it to `body`.
  ///
  /// - Parameters:
  ///   - mayRepeatNames: Whether two entries may have one name.
  ///   - translate: Turns an error of the archive into the caller's, so that `body` can throw both.
  package static func open<Value, Failure: Error>(
    _ bytes: [UInt8], limits: ZipLimits, mayRepeatNames: Bool = false,
    translate: (ZipError) -> Failure,
    _ body: (consuming ZipArchive) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try unsafe bytes.withUnsafeBufferPointer {
      (raw: UnsafeBufferPointer<UInt8>) throws(Failure) -> Value in
      let archive: ZipArchive
      do throws(ZipError) {
        archive = try unsafe ZipArchive(
          raw, otherNames: ZipDirectory.otherNames(in: bytes), limits: limits,
          mayRepeatNames: mayRepeatNames)
      } catch {
        throw translate(error)
      }
      return try body(archive)
    }
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, otherNames: [Int: String], limits: ZipLimits,
    mayRepeatNames: Bool
  ) throws(ZipError) {
    self.otherNames = otherNames
    let handle = try unsafe Self.handle(of: bytes)
    do throws(ZipError) {
      names = try unsafe Self.names(
        in: handle, limit: limits.entries, mayRepeat: mayRepeatNames)
    } catch {
      unsafe zip_discard(handle)
      throw error
    }
    unsafe self.handle = unsafe handle
    self.limits = limits
  }

  deinit {
    unsafe zip_discard(handle)
  }

  private static func handle(
    of bytes: UnsafeBufferPointer<UInt8>
  ) throws(ZipError) -> OpaquePointer {
    // The end record alone has 22; no bytes at all would pass for an empty archive.
    guard bytes.count >= 22 else { throw .notAnArchive }
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    let start = unsafe UnsafeRawPointer(bytes.baseAddress)
    guard let source = unsafe zip_source_buffer_create(start, UInt64(bytes.count), 0, &error)
    else { throw .notAnArchive }
    guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      throw unsafe openingError(&error)
    }
    return unsafe handle
  }

  private static func openingError(_ error: UnsafeMutablePointer<zip_error_t>) -> ZipError {
    switch unsafe zip_error_code_zip(error) {
    case ZIP_ER_NOZIP: .notAnArchive
    default: .damagedDirectory(reason: unsafe String(cString: zip_error_strerror(error)))
    }
  }

  private static func names(
    in handle: OpaquePointer, limit: Int, mayRepeat: Bool
  ) throws(ZipError) -> [String] {
    let count = Int(unsafe zip_get_num_entries(handle, 0))
    guard count <= limit else { throw .tooManyEntries(count: count, limit: limit) }
    var names: [String] = []
    names.reserveCapacity(count)
    for index in 0..<max(count, 0) {
      guard let name = unsafe zip_get_name(handle, UInt64(index), ZIP_FL_ENC_GUESS) else {
        throw .damagedDirectory(reason: "an entry has no name")
      }
      names.append(unsafe String(cString: name))
    }
    guard !mayRepeat else { return names }
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted { throw .duplicateName(name) }
    return names
  }

  /// What the directory says of entry `index`, whose bytes nobody has looked at; nil where it says nothing.
  package func description(of index: Int) -> ZipEntryDescription? {
    var status = unsafe zip_stat_t()
    guard names.indices.contains(index),
      unsafe zip_stat_index(handle, UInt64(index), 0, &status) == 0,
      let name = unsafe zip_get_name(handle, UInt64(index), ZIP_FL_ENC_RAW)
    else { return nil }
    return ZipEntryDescription(
      name: unsafe UnsafeBufferPointer(start: name, count: strlen(name)).map {
        UInt8(bitPattern: $0)
      },
      size: Int(clamping: unsafe status.size), packedSize: Int(clamping: unsafe status.comp_size),
      isEncrypted: unsafe status.encryption_method != UInt16(ZIP_EM_NONE))
  }

  /// Hands the inflated bytes of entry `index` to `body`, at most 64 KiB at a time.
  ///
  /// Trust nothing that was built from the bytes before this returns: a wrong checksum or size shows only at the end.
  /// An entry that is read again at once counts once.
  package mutating func read<Failure: Error>(
    _ index: Int, translate: (ZipError) -> Failure,
    _ body: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    guard names.indices.contains(index) else { throw translate(.noSuchEntry("#\(index)")) }
    let name = names[index]
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat_index(handle, UInt64(index), 0, &status) == 0 else {
      throw translate(.damagedEntry(name: name, reason: "no directory record"))
    }
    let declared = Int(clamping: unsafe status.size)
    let packed = Int(clamping: unsafe status.comp_size)
    guard let file = unsafe zip_fopen_index(handle, UInt64(index), 0) else {
      throw translate(openingError(of: name))
    }
    defer { unsafe zip_fclose(file) }
    if lastRead.entry == index { bytesRead -= lastRead.bytes }
    lastRead = (entry: index, bytes: 0)

    var inflated = 0
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { chunk in
        guard let start = chunk.baseAddress else { return zip_int64_t(0) }
        return unsafe zip_fread(file, start, UInt64(chunk.count))
      }
      // The read that returns 0 is the one that checks the CRC.
      guard count != 0 else { break }
      guard count > 0 else {
        let reason = unsafe String(cString: zip_file_strerror(file))
        throw translate(.damagedEntry(name: name, reason: reason))
      }
      inflated += Int(count)
      bytesRead += Int(count)
      lastRead.bytes += Int(count)
      if let error = excess(name: name, inflated: inflated, packed: packed, declared: declared) {
        throw translate(error)
      }
      try body(buffer.span.extracting(0..<Int(count)))
    }
    guard inflated == declared else {
      throw translate(.damagedEntry(name: name, reason: "\(inflated) bytes, not \(declared)"))
    }
  }

  /// All inflated bytes of entry `index`.
  package mutating func bytes(of index: Int) throws(ZipError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(index, translate: { $0 }) { chunk throws(ZipError) in
      unsafe chunk.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// What is wrong with `inflated` bytes so far; libzip 1.7.3 does not compare them with the directory.
  private func excess(name: String, inflated: Int, packed: Int, declared: Int) -> ZipError? {
    if inflated > limits.entryBytes { return .entryTooLarge(name: name, limit: limits.entryBytes) }
    if bytesRead > limits.archiveBytes { return .archiveTooLarge(limit: limits.archiveBytes) }
    if inflated > declared {
      return .damagedEntry(name: name, reason: "more than the \(declared) bytes declared")
    }
    if inflated > limits.ratioFloor, inflated / max(packed, 1) > limits.ratio {
      return .inflatesTooMuch(name: name, limit: limits.ratio)
    }
    return nil
  }

  private func openingError(of name: String) -> ZipError {
    let error = unsafe zip_get_error(handle)
    return switch unsafe zip_error_code_zip(error) {
    case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: .encrypted(name: name)
    default:
      .damagedEntry(name: name, reason: unsafe String(cString: zip_error_strerror(error)))
    }
  }
}
