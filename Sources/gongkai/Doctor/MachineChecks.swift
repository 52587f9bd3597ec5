import DocumentModel
import Foundation
import Glibc
import PlainWords
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
    let name = value.map { Words(same: $0) } ?? DoctorMessages.noLocale
    let isUTF8 = value?.lowercased().replacing("-", with: "").hasSuffix("utf8") == true
    return .ok("locale", isUTF8 ? name : DoctorMessages.harmless(name))
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
    guard !missing.isEmpty else { return .ok("gconv", DoctorMessages.convertsEncodings) }
    let words = DoctorMessages.cannotConvert(
      Words(missing.joined(separator: "、"), missing.joined(separator: " and ")))
    return missing.contains("GB18030")
      ? .failure("gconv", .programMissing, words, fix: DoctorMessages.installEncodings)
      : .warning("gconv", words, fix: DoctorMessages.installEncodings)
  }

  private static func openFiles(_ jobs: Int) -> Finding {
    let (limit, wanted) = (softLimit(RLIMIT_NOFILE), 64 + 16 * jobs)
    guard limit < wanted else { return .ok("open-files", words(limit)) }
    return .warning(
      "open-files", DoctorMessages.tooFew(limit, aProcessWanting: wanted),
      fix: DoctorMessages.raise("ulimit -n 1024", orInUnit: "LimitNOFILE=1024"))
  }

  private static func processes(_ jobs: Int) -> Finding {
    let (limit, wanted) = (softLimit(__RLIMIT_NPROC), 64 + 8 * jobs)
    guard limit < wanted else { return .ok("processes", words(limit)) }
    return .warning(
      "processes", DoctorMessages.tooFew(limit, aUserWanting: wanted),
      fix: DoctorMessages.raise("ulimit -u 1024", orInUnit: "LimitNPROC=1024"))
  }

  /// Limits that would end a run in its middle.
  private static func otherLimits() -> Finding {
    let limits = [
      (softLimit(RLIMIT_FSIZE), 4 << 30, DoctorMessages.bytesOfFile, "ulimit -f unlimited"),
      (softLimit(RLIMIT_CPU), 8 * 3_600, DoctorMessages.secondsOfProcessor, "ulimit -t unlimited"),
      (softLimit(RLIMIT_AS), 4 << 30, DoctorMessages.bytesOfAddresses, "ulimit -v unlimited"),
    ]
    guard let (limit, _, what, fix) = limits.first(where: { $0.0 < $0.1 }) else {
      return .ok("limits", DoctorMessages.nothingLimited)
    }
    return .warning("limits", DoctorMessages.mayEndRun(limit, what), fix: Words(same: fix))
  }

  /// Whether all workers may use what they are allowed to at the same time.
  private static func memory(_ jobs: Int) -> Finding {
    let settings = RunSettings(inputs: [], output: "", jobs: jobs)
    let supervisor = 256 << 20
    let worker = settings.workerMemoryBytes + settings.limits.backendMemoryBytes
    guard let (limit, source) = MemoryLimit.smallest() else {
      return .ok("memory", DoctorMessages.notKnown)
    }
    let detail = DoctorMessages.memory(limit >> 20, source, jobs: jobs, each: worker >> 20)
    let fitting = max(1, (limit - supervisor) / worker)
    return limit < supervisor + jobs * worker
      ? .warning(
        "memory", DoctorMessages.memoryIsScarce(detail),
        fix: jobs > fitting ? DoctorMessages.runWith(jobs: fitting) : DoctorMessages.giveMemory)
      : .ok("memory", detail)
  }

  private static func sqlite() -> Finding {
    typealias Version = @convention(c) () -> UnsafePointer<CChar>?
    // Asked of the library that is loaded, which need not be the one that this program was built with.
    guard let itself = unsafe dlopen(nil, RTLD_NOW),
      let symbol = unsafe dlsym(itself, "sqlite3_libversion"),
      let version = unsafe unsafeBitCast(symbol, to: Version.self)()
    else {
      return .warning(
        "sqlite", DoctorMessages.versionUnknown, fix: Words(same: "apt-get install libsqlite3-0"))
    }
    return .ok("sqlite", Words(same: unsafe String(cString: version)))
  }

  private static func temporary() -> Finding {
    let folder = temporaryFolder
    guard unsafe access(folder, W_OK | X_OK) == 0 else {
      return .warning(
        "temp", ErrorWords.words(unsafe String(cString: strerror(errno)), of: folder),
        fix: DoctorMessages.setTemporary)
    }
    return .ok("temp", Words(same: folder))
  }

  private static func softLimit(_ resource: __rlimit_resource) -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(Int32(resource.rawValue), &limit) == 0 else { return .max }
    return Int(clamping: limit.rlim_cur)
  }

  private static func words(_ limit: Int) -> Words {
    limit == .max ? DoctorMessages.unlimited : Words(same: "\(limit)")
  }
}
