// What the arguments of the main commands are.

extension HelpWords {
  static let arguments = [
    Words("显示版本。", "Show the version."),
    Words("显示帮助。", "Show help information."),
    Words("显示子命令的帮助。", "Show subcommand help information."),
    Words(
      "供人阅读的文字所用语言：zh 为中文，en 为英文（默认：按语言环境）。",
      "The language of text for people: zh for Chinese, en for English (default: the locale's)."),
    Words("zh 为中文，en 为英文。", "zh for Chinese, en for English."),
    Words("记录文件。", "A file of records."),
    Words(
      "写到这里，要么完整写出，要么不写；不给出时写到标准输出。", "Write here, all or nothing, instead of to standard output."),
    Words(
      "机关名录，CSV：id，以及 name 或 path；有多个名称或文件夹的，每个一行。",
      "Which agencies there are, as CSV: id, and name or path; one with several names or folders has a row for each."
    ),

    // convert
    Words("文件、文件夹，或用 - 表示标准输入的一份文档。", "Files, folders, or - for one document on standard input."),
    Words("同时转换的文档数（默认：每个处理器一份）。", "Documents converted at a time (default: one a processor)."),
    Words(
      "将某些文件转为 docx、html 或文本的程序：'{\"when\":\"*.hwp\",\"command\":[\"hwp2docx\",\"{input}\",\"{output}\"],\"output\":\"docx\",\"timeout\":60}'；可重复，以第一个适用的为准。",
      "A program that makes a docx, html or text of some files: '{\"when\":\"*.hwp\",\"command\":[\"hwp2docx\",\"{input}\",\"{output}\"],\"output\":\"docx\",\"timeout\":60}'; may be repeated, the first that is for a file counts."
    ),

    Words(
      "行的顺序与输入相同，文件夹内按路径排列。指名的输入不存在时，用一行说明，其余照常转换。",
      "Lines come in the order of the inputs, those of a folder by path. A named input that isn't there gives a line that says so, and the others are converted."
    ),
    Words(
      "只取匹配的路径；可重复。** 代表任意层文件夹，不含 / 的模式匹配任意位置的名称。",
      "Take only paths that match; may be repeated. ** stands for any folders, a pattern without / for a name anywhere."
    ),
    Words("不取匹配的路径；可重复。", "Leave out paths that match; may be repeated."),

    // tables
    Words("写成 SQLite 数据库。", "Write a database of SQLite."),
    Words("写成工作簿（.xlsx）。", "Write a workbook (.xlsx)."),
    Words("存放 CSV 表格的文件夹；没有则新建。", "The folder for the tables as CSV; made if it does not exist."),
    Words(
      "供 Excel 和 WPS 使用的 CSV：带字节顺序标记，会被当作公式或被舍入的内容前加 '。",
      "CSV for Excel and WPS: a byte order mark, and ' before what they would run or round."),

    // check
    Words(
      "任何可读格式的草稿，- 表示标准输入，或记录文件。",
      "Drafts in any format that is read, - for standard input, or files of records."),
    Words(
      "同一机关上一年度的报告，原件或单条记录文件。",
      "The report of the same agency on the year before, an original or a file of one record."),
    Words(
      "每份报告一行 JSON，代替文字，含两种语言。", "One line of JSON a report instead of text, in both languages."),
    Words(
      "另写一个供浏览器查看的网页，在 PDF 页面图上框出单元格。",
      "Also write a page for a browser here, with the cells framed on pictures of the pages of a PDF."
    ),

    // explain
    Words("原件，- 表示标准输入，或记录文件。", "An original, - for standard input, or a file of records."),
    Words(
      "单元格：在 annual_report 中的路径，例如 applications.granted.total，或其行列名称，例如 予以公开/总计；可重复。",
      "A cell by its path in annual_report, such as applications.granted.total, or by its labels, 予以公开/总计; may be repeated."
    ),
    Words(
      "记录文件中 source.path 为此值的记录；压缩包内的文件写作 a/b.zip!/c.docx。",
      "Of a file of records, the one of this source.path; of a member of an archive a/b.zip!/c.docx."
    ),
    Words("一行 JSON，代替文字。", "One line of JSON instead of text."),
    Words(
      "对于 PDF，另将第一个单元格所在页画到这里，页上的单元格以红框标出。",
      "Of a PDF, also paint the page of the first cell here, the cells on it framed in red."),

    // diff
    Words("前一份报告和后一份报告，或一个记录文件。", "The older report and the newer one, or a file of records."),
    Words(
      "记录文件中的机关：原样名称、agency_id，或其在名录中的 id 或名称。",
      "The agency in a file of records: its name as printed, its agency_id, or its id or name in the map."
    ),
    Words("前一年度和后一年度：--years 2022 2023。", "The older year and the newer one: --years 2022 2023."),
    Words("一个 JSON 对象，代替文字。", "One JSON object instead of text."),

    // audit
    Words("JSON Lines，每项发现一行，代替文字。", "JSON lines, one a finding, instead of text."),
    Words("有需要查看的发现时，以 4 结束。", "End with 4 if anything was found that somebody should look at."),

    // page
    Words("网页文件；不给出时写到标准输出。", "The page; standard output if it is not given."),
    Words(
      "原件所在文件夹，供链接使用：绝对路径，或相对于网页的路径；不给出时链接到下载地址，没有下载地址的链接到网页所在文件夹之下。",
      "The folder of the originals, for links: absolute, or as seen from the page; without it links lead to where they were downloaded from, else below the page's own folder."
    ),
    Words(
      "生成这些记录的那次运行的 summary.json：加上其编号、时间和最慢的文档。",
      "The summary.json of the run that made the records: adds its id, its time and its slowest documents."
    ),
    Words(
      "同时读取的记录组数，最多 8；默认为处理器个数。",
      "Groups of records to read at a time, at most 8; default the number of processors."),

    // doctor
    Words("运行时要读取的文件和文件夹；只作计数。", "Files and folders that a run would read; they are counted."),
    Words("运行的输出文件夹；可以尚不存在。", "The output folder of the run; it need not exist."),
    Words("运行的工作进程数（默认：每个处理器一个）。", "Workers of the run (default: one a processor)."),
    Words(
      "运行的配置文件，其中的转换程序会试运行。",
      "The configuration file of the run, whose converters are tried out."),
    Words("运行的清单文件。", "The manifest of the run."),
    Words("运行写入指标的文件。", "Where the run writes its metrics."),
    Words("一个 JSON 对象，代替供人阅读的各行。", "One JSON object instead of lines for a person."),
  ]

  static let runArguments = [
    Words(
      "只处理输入分成的 N 份中的第 K 份，写作 3/8；用 gongkai merge 合并各份输出。",
      "Only the K-th of N parts of the inputs, 3/8; gongkai merge puts the outputs together."),
    Words("选取哪些文档", "Which documents"),
    Words("哪些重新转换", "What is done again"),
    Words("写出和显示什么", "What is written and said"),
    Words("每份文档的限额", "What a document may cost"),
    Words("文件夹（逐层读到底）或文件。", "Folders, each walked to its end, or files."),
    Words("输出文件夹；没有则新建。", "The folder of the output; made if it does not exist."),
    Words("同时工作的进程数（默认：每个处理器一个）。", "Workers at a time (default: one a processor)."),
    Words("只取符合的路径；可重复。", "Only paths that match; may be repeated."),
    Words("不取符合的路径；可重复。", "No paths that match; may be repeated."),
    Words("要读取的路径清单，- 表示标准输入。", "A list of paths to take, - for standard input."),
    Words("清单以 NUL 而不是换行分隔路径。", "The list separates paths by NUL instead of by line."),
    Words(
      "超过此大小的文件以 input_too_large 失败；单位为字节，或用 K、M、G（默认：256M）。",
      "Larger files fail with input_too_large; bytes, or with K, M or G (default: 256M)."),
    Words("含 path 和 url 两列的 CSV 文件。", "A CSV file with the columns path and url."),
    Words(
      "计算每个文件的散列值，即使大小和时间未变。",
      "Hash every file, even if its size and time are unchanged."),
    Words("全部重新转换。", "Convert everything again."),
    Words("重试所有失败的文档。", "Try every failed document again."),
    Words(
      "暂时性失败的文档最多试几个夜晚（默认：3）。",
      "Nights on which a document with a transient failure is tried (default: 3)."),
    Words("运行没有找到任何文件时，允许清空输出。", "Let a run that finds nothing empty the output."),
    Words(
      "将随文件消失的记录超过此数时，在发布前以 4 停止：个数或百分比（默认：10%，且多于 5 条或过半）。",
      "Stop with 4 before publishing where more records would go with their files: a number, or percent (default: 10%, and more than 5 or most)."
    ),
    Words("文件已消失的记录，不论多少都允许移除。", "Let any number of records go whose files are gone."),
    Words("等待另一次运行结束，而不是以 75 退出。", "Wait for another run to end instead of leaving with 75."),
    Words("只说明将做什么，不执行。", "Say what would be done, and do nothing."),
    Words(
      "另将记录写成 CSV 表格（默认：已有表格时）。",
      "Write the records as CSV tables, too (default: where there are some)."),
    Words(
      "机关名录，CSV：id，以及 name 或 path；用于表格和网页。",
      "Which agencies there are, as CSV: id, and name or path; for tables and page."),
    Words(
      "读者从网页打开原件的文件夹：绝对路径，或从网页所在处看的路径；不给出时指向本机上的原件。",
      "Where readers of the page find the inputs: a folder, absolute or as seen from the page; without it, where they lie on this machine."
    ),
    Words(
      "出现 new-failure、partial、checks 或 removed 时以 4 结束；可重复。",
      "End with 4 after new-failure, partial, checks or removed; may be repeated."),
    Words(
      "写出供 Prometheus 文本文件采集器读取的指标。",
      "Write metrics for Prometheus' textfile collector."),
    Words(
      "提示和邮件所用语言，zh 或 en（默认：提示按语言环境，邮件为中英文对照）。",
      "zh or en, for what the run says and for its mail (default: the locale's, and both in the mail)."
    ),
    Words("只显示错误。", "Errors only."),
    Words("另显示对每份文档做了什么。", "Also what is done with each document."),
    Words("标准错误上的格式：text，或 json 每行一条。", "text or json lines on standard error."),
    Words(
      "彩色显示（默认：在终端上，且没有设置 NO_COLOR）。",
      "Color (default: on a terminal, unless NO_COLOR is set)."),
    Words(
      "每份文档最多用几秒（默认：120）；按大小计，每份 20 秒，每 MB 另加一秒。",
      "Seconds for one document at most (default: 120); by its size it has 20 and one for each MB."),
    Words(
      "用满上述时限的文档合计最多几秒（默认：1800）；之后，已知如此的文档留到下一夜，其他文档只有十分之一的时间。",
      "Seconds for all that run into that limit (default: 1800); then those known to wait for another night, and others have a tenth."
    ),
    Words("一个工作进程的数据字节数（默认：512M）。", "Bytes of data of one worker (default: 512M)."),
    Words(
      "处理多少份文档后更换工作进程（默认：10000）。",
      "Documents after which a worker is replaced (default: 10000)."),
    Words(
      "其他限额，例如 zip_entries=5000；可重复。", "Any other limit, zip_entries=5000; may be repeated."),
    Words("配置文件。", "The configuration file."),
    Words(
      "以配置文件的形式显示各项设置及其来源，然后结束。",
      "Print the settings as a configuration file, with the origin of each, and end."),
  ]
}
