extension Supervisor {
  /// What a worker is asked, and how long it may take.
  package struct Request: Sendable {
    /// With its LF.
    package var line: [UInt8]
    package var seconds: Int

    package init(line: [UInt8], seconds: Int) {
      self.line = line
      self.seconds = seconds
    }
  }

  /// The jobs that a run offers, and what it does with the answers; numbers are the caller's.
  package struct Work {
    /// The next job and its request; nil where none can be had before another one has ended.
    package var next: () throws -> (job: Int, request: Request)?
    /// The request of a job that is tried again.
    package var request: (Int) -> Request
    package var finished: (Int, Outcome, _ seconds: Double) throws -> Void
    /// Takes a line of an answer that isn't its last; how many seconds the next may take.
    package var part: (Int, [UInt8]) throws -> Int
    /// Something to tell a person: a worker lost, its last words.
    package var lost: (Int?, WorkerLoss, _ lastWords: String) -> Void
    /// Called a few times a second; false to stop taking jobs.
    package var tick: () throws -> Bool

    package init(
      next: @escaping () throws -> (job: Int, request: Request)?,
      request: @escaping (Int) -> Request,
      finished: @escaping (Int, Outcome, _ seconds: Double) throws -> Void,
      part: @escaping (Int, [UInt8]) throws -> Int,
      lost: @escaping (Int?, WorkerLoss, _ lastWords: String) -> Void,
      tick: @escaping () throws -> Bool
    ) {
      self.next = next
      self.request = request
      self.finished = finished
      self.part = part
      self.lost = lost
      self.tick = tick
    }
  }
}
