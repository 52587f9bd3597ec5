internal import Diagnostics
internal import Foundation
internal import GRDB

extension State {
  /// Documents converted since the last publication, and those of them that fail by what may well be the machine's.
  package struct Fault: Hashable, Sendable {
    package var converted = 0
    package var failed = 0
    /// Of `failed`: had a record before.
    package var records = 0
    /// The first of these, as many as anybody is told of.
    package var paths: [[UInt8]] = []

    package init() {}

    /// Whether it is more than a few documents that nothing can read.
    package var isLikely: Bool { converted >= 5 && failed * 2 > converted && records > 1 }
  }

  /// What a document meets that a machine without memory, or with a broken program, gives to all of them.
  static let faultCodes: Set<String> = Set(
    [
      FailureCode.workerCrashed, .workerMemory, .backendCrashed, .backendMemory, .backendFailed,
      .internal,
    ].map(\.rawValue))

  static let publishedSegment = "published segment"

  /// In the transaction of a publication, before it.
  static func fault(_ db: Database) throws -> Fault {
    // What was converted since lies in other segments.
    let segment = try Index.meta(publishedSegment, db).flatMap { Int($0) } ?? -1
    let codes = faultCodes.sorted().map { "'\($0)'" }.joined(separator: ", ")
    let isConverted =
      "segment <> \(segment) AND status <> 'archive' AND path IN (SELECT path FROM found)"
    let isRecord =
      "\(isConverted) AND code IN (\(codes)) AND published IS NOT NULL AND published_code IS NULL"
    var fault = Fault()
    fault.converted = try count(isConverted, db)
    fault.failed = try count("\(isConverted) AND code IN (\(codes))", db)
    fault.records = try count(isRecord, db)
    if fault.isLikely { fault.paths = try paths(isRecord, db) }
    return fault
  }
}
