/// The identities of the form in the words of a mail.
enum CheckWords {
  /// `A3: total = sum of the applicants, by row`; the id alone where it is one of tomorrow.
  static func line(_ id: String) -> String { words[id].map { "\(id): \($0)" } ?? id }

  private static let words = [
    "A1": "new + carried in = results + carried over, by column of table 2",
    "A2": "all results = sum of the results, by column of table 2",
    "A3": "total = sum of the applicants, by row of table 2",
    "R1": "reviews of table 3: total = sum of outcomes",
    "R2": "direct lawsuits of table 3: total = sum of outcomes",
    "R3": "lawsuits after review of table 3: total = sum of outcomes",
  ]
}
