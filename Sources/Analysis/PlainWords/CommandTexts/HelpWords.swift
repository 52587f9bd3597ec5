/// The help of all commands in both languages: what a command is, by paragraphs, and what its arguments are.
///
/// The English is that of the commands' declarations, word for word, and the key by which the Chinese is found; a test holds
/// the two together.
package enum HelpWords {
  package static let all = commands + discussions + exits + arguments + runArguments + others

  /// Nil for a text that is not listed.
  package static func chinese(_ english: String) -> String? { chineseByEnglish[english] }

  private static let chineseByEnglish = Dictionary(
    all.map { ($0.english, $0.chinese) }, uniquingKeysWith: { first, _ in first })

  private static let commands = [
    Words(
      "将政府信息公开工作年度报告转为 JSON Lines。",
      "Turns annual reports on government information disclosure into JSON Lines."),
    Words(
      "使记录文件夹与原件目录保持一致，适合夜间运行。",
      "Keeps a folder of records up to date with a tree of originals; made for the night."),
    Words(
      "将 `run --shard` 的各个输出合并为一次运行的记录。", "Outputs of `run --shard` to the records of one run."),
    Words("逐行答复：每行请求对应一行记录，顺序不变。", "Answers one request line with one record line, in order."),
    Words("将原件转为记录，每份一行 JSON。", "Originals to records, one JSON line each."),
    Words("将一份原件转为规范的纯文本。", "One original to its normalized plain text."),
    Words("将 extract 输出的纯文本转为记录。", "Plain text, as extract prints it, to a record."),
    Words(
      "将记录转为表格：供 DuckDB 和 pandas 使用的 CSV，SQLite，供 Excel 和 WPS 使用的工作簿。",
      "Records to tables: CSV for DuckDB and pandas, SQLite, a workbook for Excel and WPS."),
    Words(
      "公布前检查：读者会在报告中发现什么，供起草人使用。",
      "What readers will find in a report, for those who write it. 公布前检查。"),
    Words(
      "说明一个数字的由来：印在哪里，参与哪些勾稽关系。",
      "Why a number is what it is: where it stands, what it adds up to."),
    Words(
      "对照两份报告，通常是同一机关的两个年度。", "Two reports against each other, usually two years of one agency."),
    Words("核查一个记录文件中互相不符之处。", "What does not fit together in a file of records."),
    Words("将记录做成供人阅读的网页：一个 HTML 文件。", "Records to a page for people: one HTML file."),
    Words("记录和表格的结构说明，供其他程序使用。", "What records and tables look like, for other programs."),
    Words(
      "检查本机能否运行，并说明缺少什么、如何补齐。",
      "Checks whether this machine can do a run, and says how to fix what is missing."),
  ]

  private static let discussions = [
    Words(
      "可读取 .docx、.doc、.pdf（通过 pdftotext）、网页（.html、.mht）、纯文本，以及压缩包（.zip、.rar、.7z）中的这些文件。每份文档恰好输出一行：一条记录，或带代码的失败原因；不能确定的数字为 null，并附有问题说明。-V 即 --version。",
      "Reads .docx, .doc, .pdf (through pdftotext), web pages (.html, .mht), plain text, and these in archives (.zip, .rar, .7z). Every document gives exactly one line, a record or a failure with its code; a number that can't be read for certain is null with an issue. -V is --version."
    ),
    Words(
      "由工作进程转换新增或有变化的文件，工作进程出错退出也不影响整体；输出文件夹中有 records.jsonl（按路径排序）、failures.csv，以及每次运行的摘要、变更和日志。可以随时中断：下次运行接着做。",
      "Converts what is new or changed, by worker processes that may die without harm, and leaves in the output folder records.jsonl (sorted by path), failures.csv and, for each run, summary, changes and log. May be ended at any moment: the next run goes on."
    ),
    Words(
      "每个选项也可以写在配置文件（YAML，--config 或 GONGKAI_CONFIG）中，名称中的 - 改为 _：“jobs: 4”、“limits: {zip_entries: 5000}”；还可以写在环境变量中：GONGKAI_JOBS=4、GONGKAI_FAIL_ON=partial,checks。同一项多处设置时，优先顺序为：选项、环境变量、配置文件、默认值。--show-config 显示最终结果。",
      "Every option can also stand in a configuration file (YAML, --config or GONGKAI_CONFIG), under its name with _ for -: \"jobs: 4\", \"limits: {zip_entries: 5000}\"; and in the environment: GONGKAI_JOBS=4, GONGKAI_FAIL_ON=partial,checks. What is said twice counts in this order: option, environment, file, default. --show-config prints what comes out."
    ),
    Words(
      "向文件夹（-o）写入 reports.csv（每份报告一行）、cells.csv（每个单元格一行，含印出的字符串和位置）、checks.csv、figures.csv 和 cited.csv，以及 labels.csv、datapackage.json、schema.json，供 DuckDB 使用的 views.sql 和 parquet.sql。空字段表示 null。--sqlite 将同样的表写成带键和索引的数据库，旁边另写供 Datasette 使用的 NAME.metadata.json；--xlsx 写成工作簿，含按表式排列的合计。每个文件要么完整写出，要么不写。",
      "Writes into a folder (-o) reports.csv (a report a row), cells.csv (a cell of the form a row, with printed string and place), checks.csv, figures.csv and cited.csv; labels.csv, datapackage.json, schema.json, and views.sql and parquet.sql for DuckDB. An empty field is null. --sqlite writes the same tables as a database with keys and indexes, and beside it NAME.metadata.json for Datasette; --xlsx as a workbook with sums in the layout of the printed form. Each file appears whole or not at all."
    ),
    Words(
      "每份报告一屏：不成立的勾稽关系，以及改动哪一格即可成立；与表格不一致的正文数字；没有数字的单元格；缺少的、名称不同的或属于其他年版的行和部分；读到的标题、机关、日期和联系方式。给出 --previous 时，还检查上年报告结转而本报告没有的内容。不改动任何文件；不属于错误的，由起草人判断。",
      "For each report, on one screen: identities that fail, with the change of one cell that makes them hold; figures of the text that differ from the tables; cells without a number; rows and parts of the prescribed form that are missing, named otherwise or of another edition; title, agency, date and contacts as they are read. With --previous also what last year's report carries over and this one has not. Nothing is changed, and what is no error is for the author to judge."
    ),
    Words(
      "显示单元格的原样文字、数值、位置、所在行列在页面上和格式中的名称、含义，以及它参与的每项勾稽关系和全部数字。不给出 --cell 时，列出不符的核对及其单元格。",
      "Shows a cell as printed, its value, its place, the labels of its row and column on the page and in the form, its meaning, and every identity that it takes part in with all operands. Without --cell the checks that fail and their cells."
    ),
    Words(
      "两个输入各为一份原件或一个单条记录文件（.jsonl、.json）；给出 --agency 和 --years 时，输入为一个记录文件。说明哪些单元格和数字不同，一年结转的数字是否在下一年出现（X1：四、结转下年度继续办理；X2：现行有效件数；X3：上一年项目数量），以及后一份正文有多少与前一份相同：按两份共有的连续 8 字计算，数字一律视为相同。给出两个输入时一定比较；机关或年度对不上的，给出提示。",
      "Each of two inputs is an original or a file of one record (.jsonl, .json); with --agency and --years, the one input is a file of records. Says which cells and figures differ, whether what a year carries over arrives in the next (X1: 四、结转下年度继续办理; X2: 现行有效件数; X3: 上一年项目数量), and how much of the newer prose is the older one's: letters in runs of 8 that both share, any number being like any other. Two inputs are always compared; where their agencies or years do not go together, that is said as a warning."
    ),
    Words(
      "核查全部报告：同一机关相邻年度之间不成立的勾稽关系（X1 至 X3）、内容完全相同的文件、同一年度的多份报告、缺少的年度、晚于条例第四十九条期限的公布、缺少或没有内容的规定部分、报告内不成立的勾稽关系。给出机关名录（CSV：id，以及 name 或 path；level、region_code、parent）时，还列出没有报告的机关、各年度报告份数，以及自称汇总的报告是否等于名录中下级机关报告之和。名录中的 path 可以是文件夹。",
      "Across all reports: identities between consecutive years of an agency that fail (X1 to X3), files of equal bytes, several reports on one year, missing years, publication after the day that 条例 第四十九条 sets, prescribed parts that are missing or empty, identities that fail within a report. With a map (CSV: id, and name or path; level, region_code, parent) also agencies without a report, the number of reports a year, and whether a report that says that it sums up others is the sum of the parts that the map gives it. A path of the map may be a folder."
    ),
    Words(
      "覆盖情况、申请办理流向、办理结果、行政复议和行政诉讼、不成立的勾稽关系及其位置、变化、失败；中英文对照，适合屏幕、手机和 A4 打印。不依赖其他文件，要么完整写出，要么不写。",
      "Coverage, flow of requests, results, reviews and lawsuits, failing identities with the place to look at, changes, failures; in Chinese and English, for screen, phone and A4. The file needs nothing else, and appears whole or not at all."
    ),
    Words(
      "每项检查一行：正常、警告（可以运行，但效果较差或不能持久）或失败。不改动任何内容；在输出文件夹中试写的文件会随即删除。这里没有给出的，取自配置文件。",
      "One line a check: ok, warn (a run works, but worse or not for long) or FAIL. Changes nothing; a probe file in the output folder is removed again. What is not given here is taken from the configuration file."
    ),
  ]

  private static let exits = [
    Words(
      "结束状态：0 输入均已转换、未变或跳过；1 运行中断，原有输出不变；3 已完成，但输出中至少一份文档失败；4 按 --fail-on，或被 --max-removed 停止；64 用法错误；66 没有输入；69 缺少 pdftotext 或 C 库的 GB18030；71 无法取得进程、线程或打开的文件；73、74 输出无法写入；75 另一次运行占用了锁；78 配置错误，或状态来自更新的版本；130、143 被中断。",
      "Exit status: 0 every input was converted, unchanged or passed over; 1 the run broke, earlier output is untouched; 3 finished, at least one document of the output has failed; 4 by --fail-on, or stopped by --max-removed; 64 usage; 66 no input; 69 pdftotext or the C library's GB18030 is missing; 71 no process, thread or open file is to be had; 73 and 74 the output cannot be written; 75 another run holds the lock; 78 bad configuration, or a state of a later version; 130 and 143 interrupted."
    ),
    Words(
      "结束状态：0 输入均已转换；3 至少一个失败（其所在行写明原因）；64 用法错误；66 没有此输入；69 缺少 pdftotext 或 C 库的 GB18030；73、74 输出无法写入。",
      "Exit status: 0 every input was converted; 3 at least one failed (its line says why); 64 usage; 66 no such input; 69 pdftotext or the C library's GB18030 is missing; 73 and 74 the output cannot be written."
    ),
    Words(
      "结束状态：0 完成；3 有些行不是记录，已略去并说明；64 用法错误；65 文件中没有记录，或同一文件有两条记录；66 没有此文件；73、74 表格无法写入；78 机关名录有误。",
      "Exit status: 0 done; 3 some lines are not records, which are left out and said; 64 usage; 65 the file holds no records, or two of one file; 66 no such file; 73 and 74 the tables cannot be written; 78 the map is wrong."
    ),
    Words(
      "结束状态：0 没有发现错误；1 发现错误；3 有文档无法读取；64 用法错误；66 没有此文件；69 缺少 pdftotext 或 pdftoppm；73、74 输出无法写入。",
      "Exit status: 0 no error was found; 1 errors were found; 3 a document cannot be read; 64 usage; 66 no such file; 69 pdftotext or pdftoppm is missing; 73 and 74 the output cannot be written."
    ),
    Words(
      "结束状态：0 完成，不论核对是否相符；3 文档转换失败；64 用法错误，包括没有此单元格；66 没有此文件或记录；69 缺少 pdftotext 或 pdftoppm；73、74 图片无法写入。",
      "Exit status: 0 done, whether checks fail or not; 3 the document failed; 64 usage, also an unknown cell; 66 no such file or record; 69 pdftotext or pdftoppm is missing; 73 and 74 the picture cannot be written."
    ),
    Words(
      "结束状态：0 已比较，不论有无不同；3 输入无法转换或不是年度报告；64 用法错误；66 没有此输入或记录；69 缺少 pdftotext；74 输出无法写入。",
      "Exit status: 0 compared, whether or not they differ; 3 an input cannot be converted or is no report; 64 usage; 66 no such input or record; 69 pdftotext is missing; 74 the output cannot be written."
    ),
    Words(
      "结束状态：0 完成，不论有无发现；3 有些行不是记录，已略去并说明；4 按 --fail-on-findings；64 用法错误；65 文件中没有记录；66 没有此文件；73、74 输出无法写入；78 机关名录有误。",
      "Exit status: 0 done, regardless of findings; 3 some lines are not records, which are left out and said; 4 with --fail-on-findings; 64 usage; 65 the file holds no records; 66 no such file; 73 and 74 the output cannot be written; 78 the map is wrong."
    ),
    Words(
      "结束状态：0 完成；3 有些行不是记录，已略去并说明；64 用法错误；65 文件中没有记录；66 没有此文件；73、74 网页无法写入；78 机关名录有误。",
      "Exit status: 0 done; 3 some lines are not records, which are left out and said; 64 usage; 65 the file holds no records; 66 no such file; 73 and 74 the page cannot be written; 78 the map is wrong."
    ),
    Words(
      "结束状态：0 没有失败；64 用法错误，包括输出位于输入之中；66 输入或清单无法读取；69 所需程序缺少或不能使用；73 输出或指标的文件夹不能使用；78 配置错误，或状态来自更新的版本。",
      "Exit status: 0 nothing failed; 64 usage, also an output in the place of the input; 66 an input or the manifest can't be read; 69 a needed program is missing or doesn't work; 73 the output or metrics folder can't be used; 78 bad settings, or a state of a later version."
    ),
  ]
}
