import Conversion
import Diagnostics
import DocumentModel
import Glibc
import InputFiles
import ReportRecords

/// One input and how to read it, the same for every command.
struct Input: Sendable {
  /// What records call it, as ``FileName`` carries it.
  var path: String
  var url: String?
  /// What records call the file itself; nil for the last component of `path`.
  var givenName: String?
  var read: @Sendable () throws(Failure) -> [UInt8]

  static let standardInput = Input(path: "-") { () throws(Failure) in
    try RegularFile.readToEnd(0, limit: Limits().inputBytes)
  }

  /// The one file that `argument` names; `-` is standard input.
  static func named(_ argument: String) -> Input {
    if argument == "-" { return standardInput }
    return Input(path: argument) { () throws(Failure) in
      try RegularFile.read(argument, limit: Limits().inputBytes)
    }
  }

  /// One that was named and isn't there.
  static func missing(_ argument: String, _ reason: String) -> Input {
    Input(path: argument) { () throws(Failure) in
      throw Failure(.inputUnreadable, "Cannot be read: \(reason)")
    }
  }

  /// Ends the program where no file has the name.
  static func requireThere(_ argument: String) throws {
    guard argument != "-", !isThere(argument) else { return }
    throw ExitStatus.noInput.exit("\(FileName.printed(argument)): no such file")
  }

  /// Whether a file or folder has the name.
  static func isThere(_ argument: String) -> Bool {
    let path = FileName.bytes(argument).map { CChar(bitPattern: $0) } + [0]
    return unsafe access(path, F_OK) == 0 || ![ENOENT, ENOTDIR].contains(errno)
  }

  static func found(_ file: FoundFile, below root: InputRoot) -> Input {
    Input(path: FileName.carried(file.path), url: file.url) { () throws(Failure) in
      if let problem = file.problem { throw problem }
      return try RegularFile.read(file.location, below: root, limit: Limits().inputBytes)
    }
  }

  /// What a worker is asked for.
  init(
    _ request: WorkerRequest, read: @escaping @Sendable () throws(Failure) -> [UInt8]
  ) {
    self.init(path: request.path, url: request.url, read: read)
    givenName = request.name
  }

  private init(
    path: String, url: String? = nil, read: @escaping @Sendable () throws(Failure) -> [UInt8]
  ) {
    self.path = path
    self.url = url
    self.read = read
  }

  /// What it is called, for people.
  private var name: String {
    if let givenName { return FileName.printed(givenName) }
    // By bytes: a slash and an accent behind it are one `Character`.
    let bytes = FileName.bytes(path)
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return FileName.printed(FileName.carried(bytes[start...]))
  }

  /// The bytes, under the name that records and messages use.
  func file() throws(Failure) -> SourceFile {
    SourceFile(name: name, bytes: try read())
  }

  /// The record of one document, whatever happens to it; an archive is none.
  ///
  /// - Parameter format: Nil to let the content decide.
  func record(as format: InputFormat? = nil, limits: Limits = Limits()) async -> Record {
    do throws(Failure) {
      return await record(of: try file(), as: format, limits: limits)
    } catch {
      return record(of: error, limits: limits)
    }
  }

  /// The record of the file that was read.
  func record(
    of file: SourceFile, as format: InputFormat? = nil, limits: Limits
  ) async -> Record {
    let path = FileName.printed(path)
    return completed(
      await DocumentConverter(limits: limits).record(of: file, path: path, as: format))
  }

  /// Hands over each record of the input, whatever happens to it: one, or one for each member of an archive.
  ///
  /// - Returns: The members that have none.
  @discardableResult func forEachRecord(
    limits: Limits = Limits(), programs: ConversionPrograms = ConversionPrograms(),
    _ body: (Record) -> Void
  ) async -> PassedMembers {
    do throws(Failure) {
      var records = await records(of: try file(), limits: limits, programs: programs)
      while let record = await records.next() { body(completed(record)) }
      return records.passedOver
    } catch {
      body(record(of: error, limits: limits))
      return PassedMembers()
    }
  }

  /// The records of the file that was read, each still to be ``completed(_:)``.
  ///
  /// - Parameter start: Members of an archive that are passed over.
  func records(
    of file: SourceFile, start: Int = 0, limits: Limits, programs: ConversionPrograms
  ) async -> InputRecords {
    await InputRecords(
      of: file, path: FileName.printed(path), start: start,
      DocumentConverter(limits: limits, programs: programs))
  }

  /// The record of a file that could not be read.
  func record(of failure: Failure, limits: Limits) -> Record {
    let path = FileName.printed(path)
    return completed(DocumentConverter(limits: limits).record(of: failure, name: name, path: path))
  }

  /// The record of a document, or of a member of an archive, over which a worker was lost.
  func record(of reported: ReportedFailure, limits: Limits) -> Record {
    guard let member = reported.member else { return record(of: reported.failure, limits: limits) }
    return completed(
      DocumentConverter(limits: limits).record(
        of: reported.failure, member, path: FileName.printed(path)))
  }

  /// What the input adds to each of its records.
  func completed(_ record: Record) -> Record {
    var record = record
    // What was noted when it was downloaded comes before what a page says of itself; a page in an archive was not downloaded
    // by itself.
    record.source.url =
      record.source.containerPath == nil
      ? url ?? record.source.url : record.source.url ?? url
    if FileName.isRepaired(path) {
      record.issues.append(Issue(.pathNotUTF8, "The file's name is no valid UTF-8"))
    }
    return record
  }
}
