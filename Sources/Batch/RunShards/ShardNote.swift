package import DurableFiles
internal import Foundation
package import InputFiles

/// `shard.json`: which part of which inputs a finished run has published, how, and what that is.
///
/// It is there only beside the records that it describes: a run takes it away before it does anything, and writes it when all else is
/// on disk.
package struct ShardNote: Hashable, Sendable, Codable {
  package static let name = "shard.json"
  private static let schemaName = "gongkai.shard/1"

  private var schema = Self.schemaName
  /// From 1 on.
  package var shard: Int
  package var shards: Int
  package var made: Making
  /// Of all parts together: files found by the walk, and their ``InputSet/digest``.
  package var inputFiles: Int
  package var inputDigest: String
  package var records: Part
  package var failures: Part
  /// Paths of lines that don't say them in full, by the number of the line from 1 on, each as hexadecimal digits.
  var oddPaths: [Int: String]?

  /// What a record depends on besides the bytes of its file and their name; the same in all parts.
  package struct Making: Hashable, Sendable, Codable {
    /// Versions and limits.
    package var rules: String
    package var workerMemory: Int
    /// The programs that read files for us, as they are installed; nil where there are none.
    package var poppler: String?
    package var office: String?
    package var converters: String?
    /// Whether CSV is written for spreadsheets.
    package var csvBom: Bool

    package init(
      rules: String, workerMemory: Int, poppler: String?, office: String?, converters: String?,
      csvBom: Bool
    ) {
      self.rules = rules
      self.workerMemory = workerMemory
      self.poppler = poppler
      self.office = office
      self.converters = converters
      self.csvBom = csvBom
    }
  }

  /// What a file holds: lines or rows, and the ``DigestChain`` of their fingerprints.
  package struct Part: Hashable, Sendable, Codable {
    package var count: Int
    package var digest: String

    package init(_ chain: DigestChain) {
      count = chain.count
      digest = chain.text
    }
  }

  /// The lines that were published, of which none has to be kept.
  package struct Lines {
    fileprivate var chain = DigestChain()
    fileprivate var oddPaths: [Int: String] = [:]

    package init() {}

    /// - Parameters:
    ///   - path: Of the file, as bytes.
    ///   - fingerprint: Of the line with its LF.
    package mutating func add(_ path: [UInt8], _ fingerprint: [UInt8]) {
      chain.add(fingerprint)
      // A name that is no UTF-8 and looks as if another byte of it were none, too.
      guard String(validating: path, as: UTF8.self) == nil,
        FileName.rawBytes(printed: FileName.shown(path)) != path
      else { return }
      oddPaths[chain.count] = Digest.hexadecimal(path)
    }
  }

  /// - Parameter output: Holds the list of failures.
  package init(
    _ shard: Shard, _ made: Making, _ inputs: InputSet, _ lines: Lines, in output: Folder
  ) throws {
    self.shard = shard.number
    shards = shard.count
    self.made = made
    inputFiles = inputs.files
    inputDigest = inputs.digest
    records = Part(lines.chain)
    oddPaths = lines.oddPaths.isEmpty ? nil : lines.oddPaths
    var chain = DigestChain()
    if let file = try output.open(ShardFiles.failures) {
      var rows = try FailureRows(file)
      while let row = try rows.next() { chain.add(Digest.fingerprint(row)) }
    }
    failures = Part(chain)
  }

  /// The path of the line with this number, where the line doesn't say it in full.
  func oddPath(ofLine number: Int) -> [UInt8]? {
    oddPaths?[number].flatMap { Digest.bytes(hexadecimal: Array($0.utf8)[...]) }
  }

  /// The part; nil where the numbers are none of a part.
  package var part: Shard? { Shard(number: shard, of: shards) }

  package func write(to output: Folder) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let bytes = Array(try encoder.encode(self)) + Array("\n".utf8)
    try output.replace(Self.name) { try $0.write(bytes) }
  }

  /// The note in a folder's file; nil where it is none of ours.
  init?(_ bytes: [UInt8]) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do { self = try decoder.decode(Self.self, from: Data(bytes)) } catch { return nil }
    guard schema == Self.schemaName, part != nil else { return nil }
  }
}

/// The files of a shard that are merged.
enum ShardFiles {
  static let records = "records.jsonl"
  static let failures = "failures.csv"
}
