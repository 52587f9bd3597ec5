internal import Glibc

/// What the system lets a process have, in words, for messages about an error that comes of it.
package enum SystemLimit {
  /// The limit that is behind the error `code` of a file, and what to do about it: `a process may have 20 open files;
  /// ulimit -n 1024, …`; nil where it is none.
  package static func words(for code: Int32) -> String? {
    switch code {
    case EMFILE: "a process may have \(value(RLIMIT_NOFILE)) open files; \(openFilesCure)"
    case ENFILE: "the system has as many open files as it may; raise fs.file-max"
    case EFBIG: "a file may have \(value(RLIMIT_FSIZE)) bytes; " + fileSizeCure
    // A library may have made this of it.
    case EIO where bound(RLIMIT_FSIZE) != nil:
      "a file may have \(value(RLIMIT_FSIZE)) bytes; " + fileSizeCure
    default: nil
    }
  }

  /// The same for the error `code` of a process that can't be started.
  package static func wordsOfProcess(for code: Int32) -> String? {
    guard code == EAGAIN else { return words(for: code) }
    return "this user may have \(value(__RLIMIT_NPROC)) processes and threads; "
      + "raise ulimit -u, or LimitNPROC= and TasksMax= in the unit"
  }

  /// The same for the error `code` of a thread that can't be started: without room for its stack it is that of a process.
  package static func wordsOfThread(for code: Int32) -> String? {
    guard code == EAGAIN, let bytes = [RLIMIT_AS, RLIMIT_DATA].compactMap(bound).min(),
      bytes < leastMemory
    else { return wordsOfProcess(for: code) }
    return "a process may have \(bytes) bytes of memory; \(memoryCure)"
  }

  /// Bytes of address space in which the threads of a run have room.
  private static let leastMemory = 1 << 30

  /// Whether the error `code` is about what this process may have, whatever it was doing.
  package static func isShortage(_ code: Int32) -> Bool { [ENOMEM, EMFILE, ENFILE].contains(code) }

  /// Raises the number of files that this process may have open to `wanted`, as far as it may itself.
  ///
  /// - Returns: How many it may have now, where these are fewer.
  package static func raiseOpenFiles(to wanted: Int) -> Int? {
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard unsafe getrlimit(kind, &limit) == 0, limit.rlim_cur < rlim_t(wanted) else { return nil }
    limit.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
    unsafe setrlimit(kind, &limit)
    guard let files = bound(RLIMIT_NOFILE), files < wanted else { return nil }
    return files
  }

  /// How much address space this process may have, where that is less than `wanted` bytes.
  package static func memory(below wanted: Int) -> Int? {
    bound(RLIMIT_AS).flatMap { $0 < wanted ? $0 : nil }
  }

  /// How many seconds of processor time this process may have, after which the system ends it.
  package static func processorSeconds() -> Int? { bound(RLIMIT_CPU) }

  package static let stackCure = "ulimit -s 8192, or LimitSTACK=8M in the unit"
  package static let memoryCure = "raise ulimit -v, or LimitAS= and LimitDATA= in the unit"
  package static let processorCure = "ulimit -t unlimited, or LimitCPU=infinity in the unit"
  package static let openFilesCure = "ulimit -n 1024, or LimitNOFILE=1024 in the unit"
  private static let fileSizeCure = "ulimit -f unlimited, or LimitFSIZE=infinity in the unit"

  private static func value(_ resource: __rlimit_resource) -> String {
    bound(resource).map(String.init) ?? "unlimited"
  }

  /// Nil where there is none.
  private static func bound(_ resource: __rlimit_resource) -> Int? {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0,
      limit.rlim_cur < rlim_t(Int.max)
    else { return nil }
    return Int(limit.rlim_cur)
  }
}
