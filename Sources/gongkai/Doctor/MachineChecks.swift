import DocumentModel
import Foundation
import Glibc
import RunSettings

/// What the machine and the session give a run.
enum MachineChecks {
  static func findings(jobs: Int) -> [Finding] {
    [
      locale(), characters(), openFiles(jobs), processes(jobs), otherLimits(), memory(jobs),
      sqlite(),
      temporary(),
    ]
  }

  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  static var temporaryFolder: String {
    environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  private static func locale() -> Finding {
    let value = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    let name = value ?? "none set"
    let isUTF8 = name.lowercased().replacing("-", with: "").hasSuffix("utf8")
    return .ok(
      "locale", isUTF8 ? name : "\(name): harmless, nothing is read or written by the locale")
  }

  /// The C library converts texts in GB18030 and Big5 by modules of its own, which slim images leave out.
  private static func characters() -> Finding {
    let missing = ["GB18030", "BIG5"].filter { encoding in
      guard let converter = unsafe iconv_open("UTF-8", encoding),
        unsafe converter != UnsafeMutableRawPointer(bitPattern: -1)
      else { return true }
      unsafe _ = iconv_close(converter)
      return false
    }
    guard !missing.isEmpty else {
      return .ok("gconv", "the C library converts GB18030 and Big5")
    }
    let words =
      "the C library cannot convert \(missing.joined(separator: " and ")); pages and texts in it fail"
    let fix =
      "apt-get install --reinstall libc6 (Fedora: glibc-gconv-extra), or unset GCONV_PATH"
    return missing.contains("GB18030")
      ? .failure("gconv", .programMissing, words, fix: fix) : .warning("gconv", words, fix: fix)
  }

  private static func openFiles(_ jobs: Int) -> Finding {
    number(
      "open-files", softLimit(RLIMIT_NOFILE), of: "process", wanted: 64 + 16 * jobs,
      fix: "ulimit -n 1024, or LimitNOFILE=1024 in the unit")
  }

  private static func processes(_ jobs: Int) -> Finding {
    number(
      "processes", softLimit(__RLIMIT_NPROC), of: "user", wanted: 64 + 8 * jobs,
      fix: "ulimit -u 1024, or LimitNPROC=1024 in the unit")
  }

  private static func number(
    _ name: String, _ limit: Int, of holder: String, wanted: Int, fix: String
  ) -> Finding {
    limit < wanted
      ? .warning(name, "\(limit) a \(holder); a run wants \(wanted)", fix: fix)
      : .ok(name, words(limit))
  }

  /// Limits that would end a run in its middle.
  private static func otherLimits() -> Finding {
    let limits = [
      (softLimit(RLIMIT_FSIZE), 4 << 30, "bytes of a file", "ulimit -f unlimited"),
      (softLimit(RLIMIT_CPU), 8 * 3_600, "seconds of processor time", "ulimit -t unlimited"),
      (softLimit(RLIMIT_AS), 4 << 30, "bytes of address space", "ulimit -v unlimited"),
    ]
    guard let (limit, _, what, fix) = limits.first(where: { $0.0 < $0.1 }) else {
      return .ok("limits", "files, processor time and address space are not limited")
    }
    return .warning("limits", "\(limit) \(what) may end a run in its middle", fix: fix)
  }

  /// Whether all workers may use what they are allowed to at the same time.
  private static func memory(_ jobs: Int) -> Finding {
    let settings = RunSettings(inputs: [], output: "", jobs: jobs)
    let supervisor = 256 << 20
    let worker = settings.workerMemoryBytes + settings.limits.backendMemoryBytes
    guard let (limit, source) = MemoryLimit.smallest() else {
      return .ok("memory", "not known")
    }
    let detail = "\(limit >> 20) MiB (\(source)) for \(jobs) workers of up to \(worker >> 20) MiB"
    let fitting = max(1, (limit - supervisor) / worker)
    return limit < supervisor + jobs * worker
      ? .warning(
        "memory", "\(detail): documents may fail for want of it",
        fix: jobs > fitting ? "run with -j \(fitting), or give more memory" : "give more memory")
      : .ok("memory", detail)
  }

  private static func sqlite() -> Finding {
    typealias Version = @convention(c) () -> UnsafePointer<CChar>?
    // Asked of the library that is loaded, which need not be the one that this program was built with.
    guard let itself = unsafe dlopen(nil, RTLD_NOW),
      let symbol = unsafe dlsym(itself, "sqlite3_libversion"),
      let version = unsafe unsafeBitCast(symbol, to: Version.self)()
    else {
      return .warning("sqlite", "its version is not known", fix: "apt-get install libsqlite3-0")
    }
    return .ok("sqlite", unsafe String(cString: version))
  }

  private static func temporary() -> Finding {
    let folder = temporaryFolder
    guard unsafe access(folder, W_OK | X_OK) == 0 else {
      return .warning(
        "temp", "\(folder): \(unsafe String(cString: strerror(errno)))",
        fix: "set TMPDIR to a folder that this user may write in")
    }
    return .ok("temp", folder)
  }

  private static func softLimit(_ resource: __rlimit_resource) -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(Int32(resource.rawValue), &limit) == 0 else { return .max }
    return Int(clamping: limit.rlim_cur)
  }

  private static func words(_ limit: Int) -> String { limit == .max ? "unlimited" : "\(limit)" }
}
