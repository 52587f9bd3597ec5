internal import DurableFiles
internal import Foundation
internal import GRDB
internal import RunState

/// What has to hold however the files of a state are damaged: no line that wasn't written, and no end but a
/// `StateError`.
enum StateOracle {
  static func check(_ damage: Damage, _ template: Template) {
    guard let segment = copy(template, with: damage) else { return }
    do { try use(template) } catch is StateError {} catch {
      fatalError("oracle: another error than the caller knows: \(error)")
    }
    // What was published last night stands until something better does.
    let published = published(template)
    guard published == segment || published.allSatisfy(template.isLine) else {
      fatalError("oracle: what was published is lost")
    }
  }

  private static func published(_ template: Template) -> [Data] {
    let name = URL(filePath: template.place).appending(path: "records.jsonl")
    do { return try Data(contentsOf: name).split(separator: 0x0A) } catch {
      fatalError("oracle: published and not there: \(error)")
    }
  }

  /// One run over the state that `copy` left, and then a second one over what it left itself.
  private static func use(_ template: Template) throws {
    let output = try Folder.creating(template.place)
    let state = try State(in: output.folder("state"))
    for (path, line) in template.lines { try check(state, path, line, template) }
    let plan = try state.plan(Template.policy) { take, keepBelow in
      for row in Template.found { try take(row) }
      try keepBelow(Array("b".utf8))
    }
    guard plan.found >= Template.paths.count else { fatalError("oracle: \(plan)") }
    for row in try state.work(after: [], limit: 100) where !Template.paths.contains(row.path) {
      fatalError("oracle: work that nobody found: \(row)")
    }
    // A hint may be anything that damage made of it; what it leads to may not.
    for hint in try state.shareable(ofSize: 100, program: Template.policy.rules, limit: 4) {
      guard let entry = try state.entry(at: hint.path) else { continue }
      guard template.entries[entry.path] == entry else {
        fatalError("oracle: an entry nobody made: \(entry)")
      }
    }
    _ = try state.totals()
    _ = try state.count()
    _ = try state.hasWork(withSuffix: ".pdf")
    try convertAndPublish(state, output, template)
    let lines = published(template)
    let totals = try state.totals().byStatus.values.reduce(0, +)
    guard totals == lines.count else {
      fatalError("oracle: \(totals) records counted, \(lines.count) published")
    }
    guard lines.allSatisfy(template.isLine) else {
      fatalError("oracle: published a line that nobody wrote")
    }
  }

  /// Does what the plan asks for until everything is published, which needs a second time where lines are damaged; a
  /// state that stays damaged says so.
  private static func convertAndPublish(
    _ state: State, _ output: Folder, _ template: Template
  ) throws {
    for _ in 0..<10 {
      for row in try state.work(after: [], limit: 100) {
        guard let entry = template.entries[row.path], let line = template.lines[row.path] else {
          continue
        }
        try state.add(line, entry)
      }
      try state.finishWork()
      if case .done = try state.publish(to: output, report: output.folder("report")) { return }
    }
    fatalError("oracle: what is damaged stays damaged")
  }

  private static func check(
    _ state: State, _ path: [UInt8], _ line: [UInt8], _ template: Template
  ) throws {
    guard let entry = try state.entry(at: path) else { return }
    guard entry == template.entries[path] else {
      fatalError("oracle: an entry nobody made: \(entry)")
    }
    guard let found = try state.line(of: entry) else { return }
    guard found == line else { fatalError("oracle: a line that isn't the document's") }
  }

  /// The lines of the damaged segment, which is what is published too; nil where the damage is none.
  private static func copy(_ template: Template, with damage: Damage) -> [Data]? {
    guard !damage.changes.isEmpty else { return nil }
    var index = template.index
    var segment = template.segment
    var statements: [String] = []
    for change in damage.changes {
      switch change {
      case .index(let place, let bytes): put(bytes, at: place, in: &index)
      case .segment(let place, let bytes): put(bytes, at: place, in: &segment)
      case .indexCut(let place): index = Array(index.prefix(place))
      case .segmentCut(let place): segment = Array(segment.prefix(place))
      case .statement(let text): statements.append(text)
      case .wholeIndex(let bytes): index = bytes
      }
    }
    let manager = FileManager.default
    let output = URL(filePath: template.place)
    let folder = output.appending(path: "state")
    do {
      for place in [folder, output] {
        for name in try manager.contentsOfDirectory(atPath: place.path)
        where name != "state" && name != "report" {
          try manager.removeItem(at: place.appending(path: name))
        }
      }
      try Data(index).write(to: folder.appending(path: "index.sqlite"))
      try Data(segment).write(to: folder.appending(path: template.segmentName))
      try manager.linkItem(
        at: folder.appending(path: template.segmentName),
        to: output.appending(path: "records.jsonl"))
    } catch {
      fatalError("no place for the copy: \(error)")
    }
    run(statements, on: folder.appending(path: "index.sqlite").path)
    return Data(segment).split(separator: 0x0A)
  }

  /// What another program does to the index; that it can't is no finding.
  private static func run(_ statements: [String], on path: String) {
    guard !statements.isEmpty else { return }
    do {
      let queue = try DatabaseQueue(path: path)
      for statement in statements where isTame(statement) {
        do { try queue.writeWithoutTransaction { try $0.execute(sql: statement) } } catch {
          continue
        }
      }
      try queue.close()
    } catch {
      return
    }
  }

  /// Only statements that change rows or the schema: files elsewhere and endless queries are no damage to an index.
  private static func isTame(_ statement: String) -> Bool {
    let words = statement.uppercased()
    return ["UPDATE ", "DELETE ", "INSERT ", "DROP ", "ALTER ", "CREATE ", "REPLACE "]
      .contains { words.hasPrefix($0) }
      && ![
        "ATTACH", "PRAGMA", "VACUUM", "RECURSIVE", "SELECT", "BLOB(", "TEMP", "RANDOM", "TRIGGER",
        "VIEW",
      ]
      .contains { words.contains($0) }
  }

  private static func put(_ bytes: [UInt8], at place: Int, in file: inout [UInt8]) {
    for (offset, byte) in bytes.enumerated() where place + offset < file.count {
      file[place + offset] = byte
    }
  }
}
