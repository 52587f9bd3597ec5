// Help of the commands that serve other programs, and of `merge`.

extension HelpWords {
  static let others = [
    Words(
      "写出 records.jsonl 和 failures.csv，需要时另写表格和网页：内容与对全部输入运行一次所写的逐字节相同。各分片必须齐全，各给一次，均已完成，并由相同的程序、设置和软件包对相同的输入做成。全部核对完毕之前，原有内容保持不变。",
      "Writes records.jsonl and failures.csv, and tables and page where they are asked for: the bytes that one run over all inputs would have written. All shards must be there, each once and finished, made of the same inputs by the same program, settings and packages. What was there before stays until all of it is checked."
    ),
    Words(
      "结束状态：0 完成；3 完成，有文档失败；64 用法错误；65 这些文件夹不是一次运行的各个分片，并说明原因；66 没有此文件夹；71 分片过多，超出一个进程可打开的文件数；73、74 输出无法写入；75 另一次合并正在进行；78 机关名录有误。",
      "Exit status: 0 done; 3 done, some documents have failed; 64 usage; 65 the folders are not the shards of one run, with the reasons; 66 no such folder; 71 too many shards for the open files of a process; 73 and 74 the output cannot be written; 75 another merge is at work; 78 the map is wrong."
    ),
    Words("所有分片的输出，次序不限。", "The outputs of all shards, in any order."),
    Words("记录的文件夹；不存在时新建。", "The folder of the records; made if it does not exist."),
    Words(
      "另写供人阅读的网页：report.html。以前合并所写的网页会被删除。",
      "Write the page for people, too: report.html. One of an earlier merge goes."),
    Words(
      "原件所在的文件夹，用于网页中的链接：绝对路径，或相对于网页的路径。",
      "The folder of the originals, for links of the page: absolute, or as seen from it."),
    Words(
      #"每个请求是一个路径或一个 JSON 对象：{"path":"a/b.pdf","root":"/data/in","url":"https://…"}。给出 root 时，路径在其之下，其外的文件一概不打开；"content" 是 base64 形式的文件内容，"name" 是文件名称；"id" 在答复的每一行中重复；"seconds" 是该文档最多可用的秒数。压缩包的答复是 {"members":N,…}，随后 N 行，其中每个文件一条记录。不是请求的行（空行、损坏的 JSON、未知的键）答复为 {"error":{"code":"bad_request",…}}；以 { 或 [ 开头的路径必须写在对象中。输入结束时结束。详见 docs/worker.md。"#,
      #"A request is a path, or a JSON object: {"path":"a/b.pdf","root":"/data/in","url":"https://…"}. With a root, the path is below it and nothing outside it is opened; "content" holds the file's bytes in base64, "name" is what it is called; an "id" is repeated in each line of the answer; "seconds" are the most that the document may take. An archive is answered by {"members":N,…} and N lines, a record for each member. A line that is no request (blank, broken JSON, an unknown key) is answered by {"error":{"code":"bad_request",…}}; a path that begins with { or [ must be in an object. Ends with its input. docs/worker.md has all of it."#
    ),
    Words("最多可占用的数据字节数。", "Bytes of data it may hold."),
    Words("一份文档可用资源的限额。", "A limit of what one document may cost."),
    Words(
      "本站自己的转换程序，JSON 形式；见 converters 设置。",
      "A converter of the site's own, as JSON; see the setting converters."),
    Words(
      "每段一行，表格每行一行，各列以 TAB 分隔。问题写到标准错误。",
      "One paragraph a line, one table row a line with TAB between columns. Issues go to standard error."
    ),
    Words("一个文件，- 表示标准输入。", "A file, or - for standard input."),
    Words("一个文本文件，- 表示标准输入。", "A text file, or - for standard input."),
    Words("写到这里，而不是标准输出。", "Write here instead of to standard output."),
    Words(
      "一条记录的 JSON Schema（2020-12）；这是默认值。",
      "The JSON Schema (2020-12) of a record; this is the default."),
    Words(
      "views.sql：供 DuckDB 使用的 records.jsonl 的视图，注明每列的类型。",
      "views.sql: views over records.jsonl for DuckDB, with the type of every column."),
    Words(
      "datapackage.json：CSV 表格的说明，采用 Frictionless Data 格式。",
      "datapackage.json: the CSV tables, for frictionless data."),
    Words("labels.csv：格式中各单元格的名称。", "labels.csv: what the form calls its cells."),
    Words(
      "与 --json 同用：描述记录的数组，即 `jq -s . records.jsonl` 的结果。",
      "With --json: describe an array of records, as `jq -s . records.jsonl` makes it."),
  ]
}
