import ConsoleText
import Foundation
import PlainWords
import TestSupport
import Testing

/// What the parser says of the commands, for other programs.
private struct Dump: Decodable {
  struct Command: Decodable {
    var commandName: String
    var abstract, discussion: String?
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// What a person reads of it: what it is, its paragraphs and its arguments.
    var texts: [String] {
      [abstract].compactMap(\.self) + (discussion ?? "").components(separatedBy: "\n\n")
        + (arguments ?? []).filter(\.shouldDisplay).flatMap {
          [$0.abstract, $0.sectionTitle].compactMap(\.self)
        }
    }
  }

  struct Argument: Decodable {
    var shouldDisplay: Bool
    var abstract, sectionTitle: String?
  }

  var command: Command

  static func read() throws -> Command {
    var result: BuiltProgram.Result?
    try inTemporaryFolder {
      result = try BuiltProgram.shell("gongkai --experimental-dump-help", in: $0)
    }
    return try JSONDecoder().decode(Dump.self, from: try #require(result).output).command
  }
}

private let commands: Set = [
  "run", "merge", "convert", "extract", "parse", "worker", "tables", "check", "explain", "diff",
  "audit", "page", "schema", "doctor",
]

@Test func everyTextOfTheCommandsIsThereInChineseAndNoOther() throws {
  let root = try Dump.read()
  let texts = root.texts + (root.subcommands ?? []).flatMap(\.texts)
  #expect(Set((root.subcommands ?? []).map(\.commandName)) == commands.union(["help"]))
  let wanted = Set(texts.filter { !$0.isEmpty })
  #expect(wanted.subtracting(HelpWords.all.map(\.english)) == [])
  #expect(Set(HelpWords.all.map(\.english)).subtracting(wanted) == [])
}

/// Numbers, options and names of files, which both languages have to name.
private func facts(_ text: String) -> Set<String> {
  Set(
    text.matches(of: #/--[a-z-]+|GONGKAI_[A-Z_]+|[a-z]+\.(?:jsonl|json|csv|sql)|[0-9]+/#).map {
      String($0.output)
    })
}

@Test func bothLanguagesNameTheSameOptionsFilesAndNumbers() {
  for words in HelpWords.all { #expect(facts(words.chinese) == facts(words.english), "\(words)") }
}

@Test(arguments: commands.sorted() + ["help"])
func chineseHelpFitsATerminal(command: String) throws {
  var result: BuiltProgram.Result?
  try inTemporaryFolder {
    result = try BuiltProgram.shell(
      "gongkai help \(command == "help" ? "" : command) --lang zh || LC_ALL=zh_CN gongkai \(command) --help",
      in: $0)
  }
  let text = try #require(result).text
  let lines = text.split(separator: "\n")
  #expect(lines.filter { DisplayWidth.of(String($0)) > 80 } == [])
  #expect(text.hasPrefix("概述："))
  #expect(!text.contains("USAGE"))
}

@Test func helpOfDoctorIsLaidOutForChinese() throws {
  var result: BuiltProgram.Result?
  try inTemporaryFolder {
    result = try BuiltProgram.shell("gongkai doctor --lang zh --help", in: $0)
  }
  let text = try #require(result).text
  // The number of processors is the machine's.
  let lines = text.split(separator: "\n").map { $0.replacing(#/默认：\d+）/#, with: "默认：N）") }
  #expect(
    lines.joined(separator: "\n") == """
      概述：检查本机能否运行，并说明缺少什么、如何补齐。
      每项检查一行：正常、警告（可以运行，但效果较差或不能持久）或失败。不改动任何内
      容；在输出文件夹中试写的文件会随即删除。这里没有给出的，取自配置文件。
      结束状态：0 没有失败；64 用法错误，包括输出位于输入之中；66 输入或清单无法读取；
      69 所需程序缺少或不能使用；73 输出或指标的文件夹不能使用；78 配置错误，或状态来
      自更新的版本。
      用法：gongkai doctor [<选项>] [<input> ...]
      参数：
        <input>                 运行时要读取的文件和文件夹；只作计数。
      选项：
        -o, --output <output>   运行的输出文件夹；可以尚不存在。
        -j, --jobs <jobs>       运行的工作进程数（默认：每个处理器一个）。（默认：N）
        --config <file>         运行的配置文件，其中的转换程序会试运行。
        --manifest <file>       运行的清单文件。
        --metrics-file <file>   运行写入指标的文件。
        --json                  一个 JSON 对象，代替供人阅读的各行。
        --lang <lang>           供人阅读的文字所用语言：zh 为中文，en 为英文（默认：按
                                语言环境）。（可选值：zh、en）
        --version               显示版本。
        -h, --help              显示帮助。
      """)
}

@Test(arguments: [
  (
    "explain",
    """
    错误：缺少参数“<file>”
    说明：<file>  原件，- 表示标准输入，或记录文件。
    """
  ),
  ("convert --jbos 3 x", "错误：没有选项“--jbos”。是否要用“--jobs”？"),
  ("convert -Q x", "错误：没有选项“-Q”"), ("audit a b", "错误：多余的参数“b”"),
  ("audit a b c", "错误：多余的 2 个参数：“b”、“c”"),
  ("audit --json=1 a", "错误：选项“--json”不带值，却给出了“1”。"),
  ("audit a -o", "错误：“-o <output>”缺少值\n说明：-o <output>  写到这里，要么完整写出，要么不写；不给出时写到标准输出。"),
  (
    "convert --jobs x y",
    "错误：“x”不能作为“--jobs <jobs>”的值\n说明：--jobs <jobs>  同时转换的文档数（默认：每个处理器一份）。"
  ),
  ("diff a", "错误：需要两个输入，或一个记录文件加 --agency 和 --years。"),
  ("", "错误：缺少命令。"), ("run", "错误：缺少 --output"), ("run -o o", "错误：没有给出输入。"),
])
func aWrongCommandIsToldInChinese(arguments: String, message: String) throws {
  var result: BuiltProgram.Result?
  try inTemporaryFolder {
    result = try BuiltProgram.shell(
      "unset GONGKAI_LANG; export LC_ALL=zh_CN.UTF-8 2> none; gongkai \(arguments)", in: $0)
  }
  let errors = try #require(result).errors
  #expect(errors.components(separatedBy: "\n用法：").first == message, "\(errors)")
  #expect(result?.status == 64)
}

@Test(arguments: [
  ("convert none", 66, "none：没有这个文件或文件夹"), ("audit none", 66, "none：没有这个文件"),
  ("convert a.txt -o none/x", 73, "none/x：无法新建：没有这个文件或文件夹"),
  ("audit a.txt --agencies a.csv", 78, "a.csv:1：表头缺少 id 列"),
  ("run . -o out --jobs many", 64, "--jobs：jobs 应为 1 至 1024 的数，而不是 \"many\""),
  ("run . -o out --null --config none", 78, "none：无法读取：没有这个文件或文件夹（--config）"),
  ("run . -o .", 64, ". 本身就是输入，而输出文件夹中的内容不会被读取：请为 --output 换一个文件夹"),
  ("audit a.txt", 65, "a.txt：没有记录；请给出 gongkai convert 或 gongkai run 写出的文件"),
  ("convert a.txt none -o r", 66, "none：文件无法读取（input_unreadable）：无法读取：没有这个文件或文件夹"),
  ("convert none nor -o r", 66, "none：没有这个文件或文件夹\ngongkai: nor：没有这个文件或文件夹"),
  ("page a.txt", 65, "a.txt：没有记录；请给出 gongkai convert 或 gongkai run 写出的文件"),
  ("merge a.txt -o m", 65, "a.txt 不是文件夹"), ("merge none -o m", 66, "none 不是文件夹"),
  ("merge s -o m", 65, "s 等输出中缺少分片 2/2：请运行后一并给出"),
  ("merge s s -o m", 65, "s、s 都是分片 1/2；每个分片只给一次"),
  (
    "merge f -o m", 65,
    "f 中没有 shard.json：运行没有完成，或没有用 --shard；请再次运行同一命令，直到结束"
  ),
  (
    "merge s o -o m", 65,
    "o（分片 1/3）共分 3 片，而 s（分片 1/2）共分 2 片；请都用相同的 --shard K/N"
  ),
  ("run i -o s", 64, "s 中是分片 1/2，而这次运行的是其输入的全部记录；请各用一个文件夹，或删除这一个"),
  ("run i -o n --limit pdf_pges=3", 64, "--limit：没有限额“pdf_pges”；是否要用“pdf_pages”？"),
  ("convrt a.txt", 64, "没有命令 convrt；是否要用 gongkai convert？"),
  ("extract b.txt", 0, "警告：文字编码为推测（encoding_guessed）"),
  ("explain f/records.jsonl --path c", 66, "f/records.jsonl 没有路径为“c”的记录"),
  ("merge w -o m", 0, "已合并 1 个分片：2 条记录，其中 0 条是失败的文档"),
  (
    "run . -o out --fail-on x", 64,
    "--fail-on：fail_on 应为 new-failure, partial, checks, removed 的列表，而不是 列表"
  ),
  ("convert z.zip", 0, "z.zip：压缩包内跳过 1 个：.x（隐藏文件）"),
  ("convert a.pdf", 3, "a.pdf：PDF 损坏（pdf_corrupt）：PDF 损坏，无法读取"),
  (
    "explain a.txt --cell granted.totl", 64,
    "格式中没有单元格“granted.totl”；是否要用 \"applications.granted.total\"？"
  ),
])
func whatACommandCannotDoIsToldInChinese(
  arguments: String, status: Int32, message: String
) throws {
  var result: BuiltProgram.Result?
  try inTemporaryFolder {
    result = try BuiltProgram.shell(
      "mkdir i; printf 甲 > i/a.txt; printf 乙 > i/b.txt; printf '\\xbc\\xd7\\xd2\\xd2\\xb1\\xfb\\xb6\\xa1' > b.txt; for o in 's --shard 1/2' 'w --shard 1/1' 'o --shard 1/3' f; do gongkai run i -o $o --quiet; done; printf x > .x; bsdtar --format zip -cf z.zip .x i/a.txt; printf x > a.txt; printf 'x\n' > a.csv; printf '%%PDF-1.4 x' > a.pdf; unset GONGKAI_LANG; export LC_ALL=zh_CN.UTF-8 2> none-set; gongkai \(arguments) > /dev/null",
      in: $0)
  }
  #expect(result?.errors == "gongkai: \(message)\n")
  #expect(result?.status == status)
}
