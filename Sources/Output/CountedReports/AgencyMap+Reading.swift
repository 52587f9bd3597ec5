internal import InputFiles

extension AgencyMap {
  /// - Throws: `Failure` for a file that can't be read, ``AgencyMapError`` for what it holds.
  package init(reading file: String) throws {
    let bytes = try RegularFile.read(file, limit: Self.mostBytes)
    try self.init(bytes, file: FileName.printed(file))
  }

  private static let mostBytes = 64 << 20
}
