extension RunSummary {
  /// Each document is counted once.
  package struct News: Hashable, Sendable, Codable {
    /// Records that went with their file, or from their archive.
    package var removed = 0
    /// Documents that had a record and fail now.
    package var lost = 0
    /// Reports in whose place lies a document that is none now, or has none of their tables.
    package var replaced = 0
    /// Documents that have other bytes than before, which are another document's.
    package var doubled = 0
    /// Other documents that fail and had not before.
    package var failed = 0
    /// Records that became partial, or got sums that do not add up.
    package var partial = 0
    package var unbalanced = 0
    /// Records that are other ones than before, and no worse.
    package var changed = 0
    /// Records whose file has another name.
    package var renamed = 0
    /// Documents that failed, had no record, and are gone with their file: nothing is lost.
    package var cleared = 0
    /// What was removed, lost, replaced, renamed and cleared, by path; the first 10,000 of each.
    package var removals: [String] = []
    /// Removed because they are no inputs of the run any more: a pattern leaves them out, or the list of files.
    package var exclusions: [String] = []
    /// Removed from archives that were read and hold them no more.
    package var memberRemovals: [String] = []
    /// Removed with archives that fail now, with the codes of these.
    package var archiveLosses: [ArchiveLoss] = []
    /// Removed because a file of another kind lies there: an archive in a document's place, or a document in an archive's.
    package var displacements: [String] = []
    package var clearings: [String] = []
    /// Failing members of archives that hold them no more, or fail.
    package var memberClearings: [String] = []
    /// Archives that failed before and were read.
    package var openings: [String] = []
    /// Folders that could not be read before.
    package var reopenings: [String] = []
    package var losses: [NewFailure] = []
    package var replacements: [String] = []
    package var renames: [Rename] = []
    /// What is doubled, and what each is equal to.
    package var doubles: [Rename] = []
    /// The first records that became partial, or got sums that do not add up.
    package var worsenings: [Worsening] = []
    /// The first 20 of what is changed.
    package var changes: [String] = []
    package init() {}
  }

  package struct Rename: Hashable, Sendable, Codable {
    package var from, to: String
    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  package struct ArchiveLoss: Hashable, Sendable, Codable {
    package var path, code: String
    package init(path: String, code: String) {
      self.path = path
      self.code = code
    }
  }

  package struct Worsening: Hashable, Sendable, Codable {
    package var path: String
    package var isPartial: Bool
    /// Ids of the identities that fail.
    package var checks: [String]
    package init(path: String, isPartial: Bool, checks: [String]) {
      self.path = path
      self.isPartial = isPartial
      self.checks = checks
    }
  }

  package struct Count: Hashable, Sendable, Codable {
    package var name: String
    package var count: Int
    package init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  package struct NewFailure: Hashable, Sendable, Codable {
    package var path, code, message: String
    package init(path: String, code: String, message: String) {
      self.path = path
      self.code = code
      self.message = message
    }
  }

  package struct Slow: Hashable, Sendable, Codable {
    package var path: String
    package var seconds: Double
    package init(path: String, seconds: Double) {
      self.path = path
      self.seconds = seconds
    }
  }
}

extension RunSummary {
  /// Agencies that should report, and have not yet.
  package struct Awaited: Hashable, Sendable, Codable {
    /// The newest that a report is about.
    package var year: Int
    /// Agencies of the map, and how many of them have no report on the year.
    package var expected, count: Int
    /// The first 200 of these by name.
    package var agencies: [String]

    package init(year: Int, expected: Int, count: Int, agencies: [String]) {
      self.year = year
      self.expected = expected
      self.count = count
      self.agencies = agencies
    }
  }
}
